import type { Reread, WrittenFiles } from '../format.ts';
import { RecheckedTexts } from '../tokens/recheck-texts.ts';

/** Reads the sentences back: ten columns, words that make the text and stand in it where they say, brackets that close. */
export async function recheckConllU(
  files: WrittenFiles,
  breathe: () => Promise<void> | undefined = () => undefined,
): Promise<Reread> {
  const reread = { articles: 0, annotations: 0, mismatches: [] as string[] };
  const texts = new RecheckedTexts(files);
  let characters: string[] = [];
  let said = '';
  let words = '';
  let token = 0;
  const open = new Map<string, number>();
  const uids = new Set<string>();
  let number = 0;
  const close = () => {
    if ([...open.values()].some((count) => count !== 0)) reread.mismatches.push(`line ${number}: a bracket`);
    reread.annotations += uids.size;
    open.clear();
    uids.clear();
  };
  for (const line of files.lines('articles.conllu')) {
    number += 1;
    if (line.startsWith('# newdoc id = ')) {
      await breathe();
      close();
      characters = texts.read(line.slice('# newdoc id = '.length), reread.mismatches);
      reread.articles += 1;
    }
    if (line.startsWith('# text = ')) [said, words, token] = [line.slice('# text = '.length), '', 0];
    if (line === '' && token > 0 && (words.trimEnd() !== said || said.normalize('NFC') !== said))
      reread.mismatches.push(`line ${number}: ${said}`);
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    token += 1;
    const [id, form = ''] = cells;
    const misc = new Map((cells[9] ?? '').split('|').map((pair) => pair.split('=') as [string, string]));
    const [start, end] = (misc.get('TokenRange') ?? '').split(':').map(Number);
    const stands = characters.slice(start, end).join('').normalize('NFC') === form && form.normalize('NFC') === form;
    if (cells.length !== 10 || id !== String(token) || !stands) reread.mismatches.push(`line ${number}: ${form}`);
    words += misc.has('SpaceAfter') ? form : `${form} `;
    for (const [bracket] of (misc.get('Entity') ?? '').matchAll(/\([^()]+\)?|[^()]+\)/gu)) {
      const name = /^\(?([^()-]+)/u.exec(bracket)![1]!;
      if (bracket.startsWith('(')) uids.add(bracket.replace(/\)$/u, '').split('-').at(-1)!);
      const change = bracket.startsWith('(') === bracket.endsWith(')') ? 0 : bracket.startsWith('(') ? 1 : -1;
      open.set(name, (open.get(name) ?? 0) + change);
      if (open.get(name)! < 0) reread.mismatches.push(`line ${number}: ${bracket}`);
    }
  }
  close();
  if (reread.articles !== texts.count) reread.mismatches.push('articles.csv');
  return reread;
}
