import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Reread, WrittenFiles } from '../format.ts';

/** Reads each file back row by row: tokens, sentences and what relations lead from, against the text that lies beside it. */
export async function recheckWebannoTsv(
  files: WrittenFiles,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, mismatches: [] as string[] };
  const rows: { document: string; sha256: string }[] = parse(files.read('articles.csv'), { columns: true });
  for (const { document, sha256 } of rows) {
    await breathe();
    const text = files.read(`texts/${document}.txt`);
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== sha256)
      reread.mismatches.push(`text of ${document}`);
    const { annotations, wrong } = recheckFile(files.lines(`${document}.tsv`), text);
    reread.articles += 1;
    reread.annotations += annotations;
    reread.mismatches.push(...wrong.map((line) => `${document}.tsv, line ${line}`));
  }
  return reread;
}

function recheckFile(lines: Iterable<string>, text: string): { annotations: number; wrong: number[] } {
  const wrong: number[] = [];
  const uids = new Set<string>();
  const numbers = new Map<string, Set<string>>();
  const sources: { line: number; unit: string; number: string }[] = [];
  let tags: string[] = [];
  let relations: string[] = [];
  let empty = '';
  let said = '';
  let first = -1;
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (number === 1 && line !== '#FORMAT=WebAnno TSV 3.3') wrong.push(1);
    if (line.startsWith('#T_SP=')) tags = line.split('|').slice(1);
    if (line.startsWith('#T_RL=')) relations = line.split('|').slice(1);
    if (line.startsWith('#T_')) empty = '_\t'.repeat(tags.length + relations.length);
    if (line.startsWith('#Text=')) {
      said = (said === '' ? '' : `${said}\n`) + line.slice('#Text='.length);
      first = -1;
    }
    if (line.startsWith('#') || line === '') continue;
    const [unit = '', place = '', form = '', ...cells] = line.split('\t');
    const [begin = NaN, end = NaN] = place.split('-').map(Number);
    if (first === -1) {
      const sentence = unescape(said);
      if (text.substring(begin, begin + sentence.length) !== sentence) wrong.push(number);
      [first, said] = [begin, ''];
    }
    if (end - begin !== form.length || text.substring(begin, end) !== form) wrong.push(number);
    if (line === `${unit}\t${place}\t${form}\t${empty}`) continue;
    if (cells.length !== tags.length + relations.length + 1) wrong.push(number);
    numbers.set(unit, new Set(Array.from((cells[0] ?? '').matchAll(/\[(\d+)\](?=\||$)/gu), ([, n]) => n!)));
    for (const uid of (cells[tags.indexOf('uid')] ?? '').split('|'))
      if (uid !== '_') uids.add(uid.replace(/\[\d+\]$/u, ''));
    for (const [, source, from, to] of (cells[cells.length - 2] ?? '').matchAll(/(\d+-\d+)\[(\d+)_(\d+)\]/gu))
      sources.push({ line: number, unit: source!, number: from! }, { line: number, unit, number: to! });
  }
  for (const { line, unit, number: n } of sources) if (!numbers.get(unit)?.has(n)) wrong.push(line);
  return { annotations: uids.size, wrong };
}

const meant: Record<string, string> = { t: '\t', f: '\f', r: '\r', b: '\b' };
const unescape = (text: string) => text.replace(/\\(.)/gu, (_, sign: string) => meant[sign] ?? sign);
