import type { ReaderAnnotation } from '../../../renderer/editor/reader-types.ts';
import { labels } from './page/labels.ts';
import type { SampleArticle } from './page/page-api.ts';

const words =
  'harbour quay tide lamp the of a in to said after boats fleet Temsar Ilun captain counted seven nine wharf salt engine night fuel rope and with for on at customs gate Murayn ferry mole station before families'.split(
    ' ',
  );

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An invented article of about `size` characters in paragraphs of about 400, with nested and crossing annotations. */
export function makeArticle(size: number, annotationCount: number, seed = 1): SampleArticle {
  const random = createRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let text = 'Lamps go out along the quay';
  const blocks: SampleArticle['blocks'] = [
    { kind: 'title', start: 0, end: text.length, repeatOf: null, foundBy: 'made' },
  ];
  const starts: number[] = [];
  while (text.length < size) {
    text += '\n\n';
    const start = text.length;
    const length = 200 + random() * 400;
    let paragraph = '';
    while (paragraph.length < length) {
      starts.push(start + paragraph.length);
      paragraph += `${pick(words)}${random() < 0.08 ? ', ' : ' '}`;
    }
    text += `${paragraph.trim()}.`;
    blocks.push({ kind: 'paragraph', start, end: text.length, repeatOf: null, foundBy: 'made' });
  }
  const annotations: ReaderAnnotation[] = [];
  for (let made = 0; made < annotationCount; made += 1) {
    const label = labels[made % 5 === 0 ? 2 : made % 2]!;
    const first = Math.floor(((made + random() * 0.5) / annotationCount) * starts.length);
    const long = label.letter === 'C' ? 10 + random() * 20 : 1 + random() * 3;
    const start = starts[first]!;
    const end = Math.max(start + 1, (starts[Math.min(starts.length - 1, first + Math.ceil(long))] ?? text.length) - 1);
    const name = `${label.name}: ${text.slice(start, end)}, unchecked`;
    annotations.push({ uid: `${seed}-${made}`, label, spans: [{ start, end }], state: 'unchecked', name });
  }
  return { uid: `sample-${size}-${seed}`, text, blocks, annotations };
}
