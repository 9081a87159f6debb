import { parse } from 'csv-parse/sync';
import type { Reread, WrittenFiles } from '../format.ts';
import { readRelationEnds } from '../recheck-relations.ts';
import { RecheckedTexts } from '../tokens/recheck-texts.ts';

/** Reads the columns back, and holds each token and each bracket against the text and the offsets that lie beside it. */
export async function recheckConll2012(
  files: WrittenFiles,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const texts = new RecheckedTexts(files);
  const ends = readRelationEnds(files);
  const chains = new Set(parse(files.read('chains.csv')).map(([document, chain]: string[]) => `${document} ${chain}`));
  const offsets = files.lines('offsets.csv')[Symbol.iterator]();
  offsets.next();
  let characters: string[] = [];
  let open = '';
  let chain = '';
  let number = 0;
  for (const line of files.lines('articles.conll')) {
    number += 1;
    const begun = /^#begin document \((.*)\); part 000$/u.exec(line)?.[1];
    if (begun !== undefined) {
      await breathe();
      characters = texts.read(begun, reread.mismatches);
      reread.articles += 1;
    }
    if (line === '' || line.startsWith('#')) {
      if (open !== '' || chain !== '') reread.mismatches.push(`line ${number}`);
      [open, chain] = ['', ''];
      continue;
    }
    const cells = line.split(' ');
    const [document = '', , , form] = cells;
    const [own, at, start, end, annotation = ''] = ((offsets.next() as { value?: string }).value ?? '').split(',');
    const names = cells[10] ?? '';
    const mention = cells[11] ?? '';
    if (names.startsWith('(')) reread.annotations += 1;
    if (names.startsWith('(')) ends.see(document, annotation);
    if (mention.startsWith('(')) chain = mention.slice(1).replace(')', '');
    const isRight =
      cells.length === 12 &&
      own === document &&
      Number(at) === number &&
      Number(end) <= characters.length &&
      characters.slice(Number(start), Number(end)).join('') === form &&
      /^(?:\([^()*]+(?:\*|\)|\*\))|\*|\*\))$/u.test(names) &&
      (names.startsWith('(') ? annotation !== '' && annotation !== open : annotation === open) &&
      (mention === '-' || mention.replace(/[()]/gu, '') === chain) &&
      (chain === '' || chains.has(`${document} ${chain}`)) &&
      (chain === '' || names.endsWith(')') === mention.endsWith(')'));
    if (!isRight) reread.mismatches.push(`line ${number}: ${form}`);
    open = names.endsWith(')') ? '' : annotation;
    if (mention.endsWith(')')) chain = '';
  }
  const isDone = offsets.next().done;
  offsets.return?.();
  if (!isDone || reread.articles !== texts.count) reread.mismatches.push('offsets.csv');
  reread.relations = ends.count;
  reread.mismatches.push(...ends.listMissing());
  return reread;
}
