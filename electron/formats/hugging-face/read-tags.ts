import { huggingFaceMessages } from '#shared/messages/en/formats/hugging-face';
import type { TagNames } from './tag-names.ts';

/** Unit: UTF-16 code units of the words with a blank between any two. */
export type Tagged = { text: string; spans: { label: string; start: number; end: number }[] };

/** Words and their tags as a text and spans, by whichever of IOB1, IOB2, BIOES and BMES they are written in. */
export function readTags(
  words: readonly string[],
  tags: readonly (string | number | bigint)[],
  column: string,
  names: TagNames,
): Tagged | { reason: string } {
  if (words.length !== tags.length) return { reason: huggingFaceMessages.unevenTags(words.length, tags.length) };
  const known = names.get(column) ?? [];
  const named = tags.map((tag) => (typeof tag === 'string' ? tag : known[Number(tag)]));
  const spans: Tagged['spans'] = [];
  let at = 0;
  let open = null as Tagged['spans'][number] | null;
  for (const [n, word] of words.entries()) {
    const tag = named[n];
    if (tag === undefined) return { reason: huggingFaceMessages.namelessTags(column) };
    const [, mark, label] = /^(?:([BIMESLUO])-)?(.+)$/u.exec(tag) ?? [];
    if (tag === 'O' || label === undefined) open = null;
    else if (open?.label === label && mark !== 'B' && mark !== 'S' && mark !== 'U') open.end = at + word.length;
    else spans.push((open = { label, start: at, end: at + word.length }));
    if (mark === 'E' || mark === 'L' || mark === 'S' || mark === 'U') open = null;
    at += word.length + 1;
  }
  return { text: words.join(' '), spans };
}
