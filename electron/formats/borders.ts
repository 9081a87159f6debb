import { createUnitMap } from '#shared/text/offset-units';
import type { FoundDocument, FoundSpan } from './found.ts';

/** Of the spans that stand elsewhere by UTF-16 than by code points, how many begin and end where words do. */
export type Borders = { utf16: number; codepoint: number };

/** What tells the unit of files that give no words. */
export function countBorders({ text, annotations }: FoundDocument): Borders {
  const counts = { utf16: 0, codepoint: 0 };
  if (text === null || !/[\u{10000}-\u{10ffff}]/u.test(text)) return counts;
  const { toUtf16 } = createUnitMap(text, 'codepoint');
  const stands = ({ start, end }: Pick<FoundSpan, 'start' | 'end'>) =>
    start < end && isBorder(text, start) && isBorder(text, end);
  for (const { start, end } of annotations.flatMap(({ spans }) => spans)) {
    const other = { start: toUtf16(start), end: toUtf16(end) };
    if (other.start === start && other.end === end) continue;
    counts.utf16 += Number(stands({ start, end }));
    counts.codepoint += Number(stands(other));
  }
  return counts;
}

/** Whether the other unit is clearly the one that was meant. */
export const areBetter = (other: number, own: number): boolean => other > 1 && other > 2 * own;

const isWord = (sign: string) => /[\p{L}\p{N}\p{M}]/u.test(sign);
const isLow = (sign: string) => sign >= '\udc00' && sign <= '\udfff';

/** Not within a word, nor within a character. */
const isBorder = (text: string, at: number): boolean =>
  at >= 0 && at <= text.length && !(isWord(text.charAt(at - 1)) && isWord(text.charAt(at))) && !isLow(text.charAt(at));
