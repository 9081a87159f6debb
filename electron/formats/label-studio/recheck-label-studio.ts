import { createHash } from 'node:crypto';
import type { Dataset, Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';

type Region = {
  id?: string;
  type: string;
  from_name?: string;
  from_id?: string;
  to_id?: string;
  labels?: string[];
  value?: { start: number; end: number; text?: string; labels?: string[]; choices?: string[] };
  meta?: object;
};
type Task = {
  data: { text: string; galley: { article: string; sha256: string; unit: string } };
  annotations: { result: Region[] }[];
};

/**
 * Reads tasks as Label Studio does: every name and value stands in the labelling configuration, offsets give the words that are
 * written with them, and what belongs to a region has its place.
 */
export async function recheckLabelStudio(
  files: WrittenFiles,
  { options }: Pick<Dataset, 'options'>,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const unit = options.unit ?? 'codepoint';
  const names = readNames(files.read('labelling-config.xml'));
  let before = '';
  for (const line of files.lines('tasks.json')) {
    await breathe();
    const isRight =
      line === ']' || line === '[]' ? before === (line === ']' ? '}' : '') : line === '[' || /[[,]$/u.test(before);
    if (!isRight) reread.mismatches.push('tasks.json');
    before = line.slice(-1);
    if (!line.startsWith('{')) continue;
    const task = JSON.parse(line.replace(/,$/u, '')) as Task;
    const { text, galley } = task.data;
    const characters = unit === 'codepoint' ? Array.from(text) : null;
    const slice = (_: string, start: number, end: number) =>
      characters ? characters.slice(start, end).join('') : text.slice(start, end);
    reread.articles += 1;
    if (createHash('sha256').update(text).digest('hex') !== galley.sha256 || galley.unit !== unit)
      reread.mismatches.push(`text of ${galley.article}`);
    const places = new Map<string, string>();
    for (const region of task.annotations.flatMap(({ result }) => result)) {
      if (region.type === 'relation') {
        reread.relations += 1;
        if (!places.has(region.from_id!) || !places.has(region.to_id!) || !knows(names, region.labels))
          reread.mismatches.push(`relation ${region.from_id} → ${region.to_id}`);
        continue;
      }
      const { start, end, ...value } = region.value!;
      const place = `${start} ${end}`;
      const isKnown = names.has(region.from_name!) && knows(names, value.labels) && knows(names, value.choices);
      let isRight = places.get(region.id!) === place;
      if (region.type === 'labels') {
        reread.annotations += 1;
        places.set(region.id!, place);
        const words = slice('', start, end);
        const isWithin = 0 <= start && start < end && end <= (characters ?? text).length;
        isRight = isWithin && words.split('\n').join('\\n') === value.text;
        isRight &&= valuesStand(JSON.stringify(region.meta), (uid) => (uid === galley.article ? text : null), slice);
      }
      if (!isRight || !isKnown) reread.mismatches.push(`annotation ${region.id}`);
    }
  }
  if (before !== ']') reread.mismatches.push('tasks.json');
  return reread;
}

const knows = (names: ReadonlySet<string>, values: readonly string[] = []) => values.every((each) => names.has(each));

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#9': '\t', '#10': '\n', '#13': '\r' };

/** All names and values of a configuration. */
const readNames = (xml: string) =>
  new Set(
    [...xml.matchAll(/ (?:name|value)="([^"]*)"/gu)].map(([, written]) =>
      written!.replace(/&(#?\w+);/gu, (whole, name: string) => SIGNS[name] ?? whole),
    ),
  );
