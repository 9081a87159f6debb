import { parse } from 'csv-parse/sync';
import type { Reread, WrittenFiles } from '../format.ts';
import { readRelationEnds } from '../recheck-relations.ts';
import { RecheckedTexts } from '../tokens/recheck-texts.ts';

/** Reads the sentences back: ten columns, words that make the text and stand in it where they say, brackets that close. */
export async function recheckConllU(
  files: WrittenFiles,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, relations: 0, mismatches: [] as string[] };
  const texts = new RecheckedTexts(files);
  const ends = readRelationEnds(files);
  const named = new Set(parse(files.read('chains.csv')).map(([of, chain]: string[]) => `${of} ${chain}`));
  let document = '';
  let characters: string[] = [];
  let said = '';
  let words = '';
  let token = 0;
  let isIn = false;
  const open = new Map<string, number>();
  const uids = new Set<string>();
  const chains = new Map<string, string>();
  /** Which part of how many of an annotation came last. */
  const parts = new Map<string, string>();
  let number = 0;
  const close = () => {
    if ([...open.values()].some((count) => count !== 0)) reread.mismatches.push(`line ${number}: a bracket`);
    reread.annotations += uids.size;
    for (const uid of uids) ends.see(document, toUid(uid));
    for (const [uid, part] of parts) if (!/ (\d+)\/\1$/u.test(part)) reread.mismatches.push(`parts of ${toUid(uid)}`);
    parts.clear();
    chains.clear();
    open.clear();
    uids.clear();
  };
  for (const line of files.lines('articles.conllu')) {
    number += 1;
    if (line.startsWith('# newdoc id = ')) {
      await breathe();
      close();
      document = line.slice('# newdoc id = '.length);
      characters = texts.read(document, reread.mismatches);
      reread.articles += 1;
    }
    if (line.startsWith('# text = ')) [said, words, token] = [line.slice('# text = '.length), '', 0];
    if (line.startsWith('#') && isIn) reread.mismatches.push(`line ${number}: ${line}`);
    isIn = line !== '' && !line.startsWith('#');
    if (line === '' && token > 0 && (words.trimEnd() !== said || said.normalize('NFC') !== said))
      reread.mismatches.push(`line ${number}: ${said}`);
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    token += 1;
    const [id, form = ''] = cells;
    const misc = new Map((cells[9] ?? '').split('|').map((pair) => pair.split('=') as [string, string]));
    const [start, end] = (misc.get('TokenRange') ?? '').split(':').map(Number);
    const stands =
      end! <= characters.length &&
      characters.slice(start, end).join('').normalize('NFC') === form &&
      form.normalize('NFC') === form;
    if (cells.length !== 10 || id !== String(token) || !stands) reread.mismatches.push(`line ${number}: ${form}`);
    words += misc.has('SpaceAfter') ? form : `${form} `;
    for (const [bracket] of (misc.get('Entity') ?? '').matchAll(/\([^()]+\)?|[^()]+\)/gu)) {
      const [, name = '', chain = '', n = '1', of = '1'] = /^\(?(([^()[-]+)(?:\[(\d+)\/(\d+)\])?)/u.exec(bracket) ?? [];
      if (bracket.startsWith('(')) {
        const uid = bracket.replace(/\)$/u, '').split('-').at(-1)!;
        const isNext = (parts.get(uid) ?? `${chain} 0/${of}`) === `${chain} ${Number(n) - 1}/${of}`;
        const isOwn = (chains.get(chain) ?? uid) === uid || named.has(`${document} ${chain}`);
        if (!isNext || !isOwn) reread.mismatches.push(`line ${number}: ${bracket}`);
        uids.add(uid);
        chains.set(chain, uid);
        parts.set(uid, `${chain} ${n}/${of}`);
      }
      const change = bracket.startsWith('(') === bracket.endsWith(')') ? 0 : bracket.startsWith('(') ? 1 : -1;
      open.set(name, (open.get(name) ?? 0) + change);
      if (open.get(name)! < 0) reread.mismatches.push(`line ${number}: ${bracket}`);
    }
  }
  close();
  if (reread.articles !== texts.count) reread.mismatches.push('articles.csv');
  reread.relations = ends.count;
  reread.mismatches.push(...ends.listMissing());
  return reread;
}

const toUid = (digits: string) => digits.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
