import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Dataset, Reread, WrittenFiles } from '../format.ts';
import { readRelationEnds } from '../recheck-relations.ts';

type Offset = { document: string; line: string; start: string; end: string; annotation: string };

/** Reads the columns back, and holds each token and each tag against the text that lies beside it. */
export async function recheckConll2003(
  files: WrittenFiles,
  { options }: Pick<Dataset, 'options'>,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const articles: { document: string; sha256: string }[] = parse(files.read('articles.csv'), { columns: true });
  const offsets = files.lines('offsets.csv')[Symbol.iterator]();
  offsets.next();
  const names = new Set(files.names);
  const ends = readRelationEnds(files);
  let characters: string[] = [];
  let before = { tag: 'O', annotation: '' };
  let number = 0;
  for (const line of files.lines('articles.conll')) {
    number += 1;
    if (line === '') before = { tag: 'O', annotation: '' };
    if (line === '') continue;
    const [form, , , tag = ''] = line.split(' ');
    if (form === '-DOCSTART-') {
      await breathe();
      const { document, sha256 } = articles[reread.articles] ?? { document: '?', sha256: '' };
      reread.articles += 1;
      const text = names.has(`texts/${document}.txt`) ? files.read(`texts/${document}.txt`) : '';
      if (createHash('sha256').update(text, 'utf8').digest('hex') !== sha256)
        reread.mismatches.push(`text of ${document}`);
      characters = Array.from(text);
      continue;
    }
    const { value = '' } = offsets.next() as { value?: string };
    const offset = toOffset(value);
    const stands =
      Number(offset.line) === number &&
      offset.document === articles[reread.articles - 1]?.document &&
      Number(offset.end) <= characters.length &&
      characters.slice(Number(offset.start), Number(offset.end)).join('') === form;
    if (!stands) reread.mismatches.push(`line ${number}: ${form}`);
    const begins = offset.annotation !== '' && offset.annotation !== before.annotation;
    if (begins) reread.annotations += 1;
    if (begins) ends.see(offset.document, offset.annotation);
    if (!isRight(tag, offset.annotation, begins, before.tag, options.scheme))
      reread.mismatches.push(`line ${number}: ${tag}`);
    before = { tag, annotation: offset.annotation };
  }
  const isDone = offsets.next().done;
  offsets.return?.();
  if (!isDone) reread.mismatches.push('offsets.csv');
  if (reread.articles !== articles.length) reread.mismatches.push('articles.csv');
  reread.relations = ends.count;
  reread.mismatches.push(...ends.listMissing());
  return reread;
}

function toOffset(line: string): Offset {
  const [document = '', number = '', start = '', end = '', annotation = ''] = line.split(',');
  return { document, line: number, start, end, annotation };
}

/** Whether a tag says what the table of offsets does: that one begins here, goes on, or that there is none. */
function isRight(tag: string, annotation: string, begins: boolean, before: string, scheme: 'iob1' | 'iob2'): boolean {
  if (annotation === '') return tag === 'O';
  const label = tag.slice(2);
  const follows = before !== 'O' && before.slice(2) === label;
  const expected = begins && (scheme === 'iob2' || follows) ? 'B-' : 'I-';
  return tag.startsWith(expected) && label !== '' && (begins || follows);
}
