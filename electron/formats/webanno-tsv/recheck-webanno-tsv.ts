import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Reread, WrittenFiles } from '../format.ts';
import { valuesStand } from '../recheck-values.ts';

/** Reads each file back row by row: tokens, sentences, values and what relations lead from, against the text that lies beside it. */
export async function recheckWebannoTsv(
  files: WrittenFiles,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const rows: { document: string; sha256: string }[] = parse(files.read('articles.csv'), { columns: true });
  for (const { document, sha256 } of rows) {
    await breathe();
    const text = files.read(`texts/${document}.txt`);
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== sha256)
      reread.mismatches.push(`text of ${document}`);
    const { annotations, relations, wrong } = recheckFile(files.lines(`${document}.tsv`), text, document);
    reread.articles += 1;
    reread.annotations += annotations;
    reread.relations += relations;
    reread.mismatches.push(...wrong.map((line) => `${document}.tsv, line ${line}`));
  }
  return reread;
}

function recheckFile(
  lines: Iterable<string>,
  text: string,
  document: string,
): { annotations: number; relations: number; wrong: number[] } {
  const wrong: number[] = [];
  const uids = new Set<string>();
  const numbers = new Map<string, Set<string>>();
  const sources: { line: number; unit: string; number: string }[] = [];
  /** By number, whose part it is, and the last token in it; parts have no gaps. */
  const stretches = new Map<string, { uid: string; row: number }>();
  let row = 0;
  let tags: string[] = [];
  let relations: string[] = [];
  let empty = '';
  let said = '';
  let sentence = { n: 0, tokens: 0, end: 0 };
  let last = 0;
  let number = 0;
  const readText = (article: string) => (article === document ? text : null);
  for (const line of lines) {
    number += 1;
    if (number === 1 && line !== '#FORMAT=WebAnno TSV 3.3') wrong.push(1);
    if (line.startsWith('#T_SP=')) tags = line.split('|').slice(1);
    if (line.startsWith('#T_RL=')) relations = line.split('|').slice(1);
    if (line.startsWith('#T_')) empty = '_\t'.repeat(tags.length + relations.length);
    if (line.startsWith('#Text=')) {
      if (said === '' && last !== sentence.end) wrong.push(number);
      said = (said === '' ? '' : `${said}\n`) + line.slice('#Text='.length);
    }
    if (line.startsWith('#') || line === '') continue;
    const [unit = '', place = '', form = '', ...cells] = line.split('\t');
    const [begin = NaN, end = NaN] = place.split('-').map(Number);
    if (said !== '') {
      const words = unescape(said);
      if (text.substring(begin, begin + words.length) !== words) wrong.push(number);
      sentence = { n: sentence.n + 1, tokens: 0, end: begin + words.length };
      said = '';
    }
    sentence.tokens += 1;
    row += 1;
    if (unit !== `${sentence.n}-${sentence.tokens}` || !isBlank(text.substring(last, begin))) wrong.push(number);
    last = end;
    if (end - begin !== form.length || text.substring(begin, end) !== form) wrong.push(number);
    if (line === `${unit}\t${place}\t${form}\t${empty}`) continue;
    if (cells.length !== tags.length + relations.length + 1) wrong.push(number);
    if (!cells.every((cell) => listValues(cell).every((value) => valuesStand(value, readText, inUtf16))))
      wrong.push(number);
    const listed = cells.slice(0, tags.length).map(listNumbers);
    numbers.set(unit, new Set(listed[0]));
    const named = (cells[tags.indexOf('uid')] ?? '').split('|').map((uid) => uid.replace(/\[\d+\]$/u, ''));
    let isRight = listed.every((each) => each.join() === listed[0]!.join()) && named.length === listed[0]!.length;
    for (const [at, n] of listed[0]!.entries()) {
      const uid = named[at] ?? '';
      uids.add(uid);
      const known = stretches.get(n);
      isRight &&= known === undefined || (known.uid === uid && known.row === row - 1);
      stretches.set(n, { uid, row });
    }
    if (!isRight) wrong.push(number);
    for (const [, source, from, to] of (cells[cells.length - 2] ?? '').matchAll(/(\d+-\d+)\[(\d+)_(\d+)\]/gu))
      sources.push({ line: number, unit: source!, number: from! }, { line: number, unit, number: to! });
  }
  if (last !== sentence.end || !isBlank(text.substring(last))) wrong.push(number);
  for (const { line, unit, number: n } of sources) if (!numbers.get(unit)?.has(n)) wrong.push(line);
  return { annotations: uids.size, relations: sources.length / 2, wrong };
}

const listNumbers = (cell: string) => Array.from(cell.matchAll(/\[(\d+)\](?=\||$)/gu), ([, n]) => n!);
const isBlank = (words: string) => /^[\s\x1c-\x1f\x85]*$/u.test(words);
const inUtf16 = (text: string, start: number, end: number) => text.slice(start, end);

/** The values of a cell that may name words, without the numbers behind them. */
const listValues = (cell: string): string[] =>
  cell.includes('"quote"')
    ? (cell.match(/(?:\\.|[^\\|])+/gu) ?? []).map((value) =>
        value.replace(/\[\d+\]$/u, '').replace(/\\(->|.)/gu, (_, sign: string) => meantInCell[sign] ?? sign),
      )
    : [];
const meantInCell: Record<string, string> = { t: '\t', n: '\n' };

const meant: Record<string, string> = { t: '\t', f: '\f', r: '\r', b: '\b' };
const unescape = (text: string) => text.replace(/\\(.)/gu, (_, sign: string) => meant[sign] ?? sign);
