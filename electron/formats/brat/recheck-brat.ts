import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';

type Breathe = () => Promise<void> | undefined;

/**
 * Reads the folder back as brat does: lines that end wherever Python ends one, fragments joined by a blank, every id once and every
 * end there, every type in the configuration.
 */
export async function recheckBrat(files: WrittenFiles, breathe: Breathe = () => undefined): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const types = new Set(
    Array.from(files.read('annotation.conf').matchAll(/^([\w-]+)(?=\t|$)/gmu), ([, type]) => type!),
  );
  const rows: { document: string; sha256: string }[] = parse(files.read('articles.csv'), { columns: true });
  const hashes = new Map(rows.map(({ document, sha256 }) => [document, sha256]));
  const names = new Set(files.names);
  const readText = (article: string) => (names.has(`${article}.txt`) ? files.read(`${article}.txt`) : null);
  for (const name of files.names.filter((each) => each.endsWith('.ann'))) {
    await breathe();
    const document = name.slice(0, -'.ann'.length);
    const text = files.read(`${document}.txt`);
    reread.articles += 1;
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== hashes.get(document))
      reread.mismatches.push(`text of ${document}`);
    const { annotations, relations, wrong } = recheckLines(files.read(name), Array.from(text), types, readText);
    reread.annotations += annotations;
    reread.relations += relations;
    reread.mismatches.push(...wrong.map((line) => `${name}: ${line}`));
  }
  if (hashes.size !== reread.articles) reread.mismatches.push('articles.csv');
  return reread;
}

function recheckLines(
  written: string,
  characters: string[],
  types: ReadonlySet<string>,
  readText: (article: string) => string | null,
) {
  const lines = written.split(/\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/u);
  if (lines.pop() !== '') return { annotations: 0, relations: 0, wrong: ['its end'] };
  const ids = new Set(lines.map((line) => line.slice(0, line.indexOf('\t'))));
  const wrong = ids.size === lines.length ? [] : ['an id stands there twice'];
  let annotations = 0;
  let relations = 0;
  for (const line of lines) {
    const [id = '', data = '', ...tail] = line.split('\t');
    const words = tail.join('\t');
    const [type = '', ...rest] = data.split(' ');
    const target = rest[0] ?? '';
    let isRight: boolean;
    if (id.startsWith('T')) {
      annotations += 1;
      isRight = types.has(type) && stands(characters, rest.join(' '), words);
    } else if (id.startsWith('A'))
      isRight = types.has(type) && ids.has(target) && valuesStand(rest.slice(1).join(' '), readText);
    else if (id.startsWith('R')) {
      relations += 1;
      const ends = rest.map((role) => role.split(':'));
      isRight =
        types.has(type) &&
        ends.length === 2 &&
        ends.every(([, end = '']) => ids.has(end)) &&
        ends[0]![0] !== ends[1]![0];
    } else if (id.startsWith('N')) isRight = ids.has(target) && /^[^\s:]+:\S+$/u.test(rest[1] ?? '');
    else {
      const stand = type !== 'Galley' || valuesStand(words, readText);
      isRight = id.startsWith('#') && ids.has(target) && rest.length === 1 && words !== '' && stand;
    }
    if (!isRight) wrong.push(line);
  }
  return { annotations, relations, wrong };
}

/** Whether the words are those of the fragments, in order and apart, with a blank between them. */
function stands(characters: string[], offsets: string, words: string): boolean {
  const pairs = offsets.split(';').map((pair) => pair.split(' ').map(Number) as [number, number]);
  const isOrdered = pairs.every(
    ([start, end], n) => start < end && end <= characters.length && start >= (pairs[n - 1]?.[1] ?? 0),
  );
  return isOrdered && pairs.map(([start, end]) => characters.slice(start, end).join('')).join(' ') === words;
}
