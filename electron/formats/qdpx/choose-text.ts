import type { OffsetUnit } from '#shared/domain/dataset';
import { createUnitMap } from '#shared/text/offset-units';

/** A selection as a file gives it. */
export type Selection = { start: number; end: number; name: string };
type Counted = { text: string; unit: OffsetUnit | null };

const UNITS = ['codepoint', 'utf16'] as const;

const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();

/** Whether a name is the words of a selection, as they are or cut short. */
export function isNameOf(name: string, words: string): boolean {
  const cut = /^(.+?)(?:…|\.{3})$/su.exec(name)?.[1];
  return plain(words) === plain(name) || (cut !== undefined && plain(words).startsWith(plain(cut)));
}

/** So many selections of whole words, and more than twice as many as there are as it is, are no accident. */
const ENOUGH = 5;

type Best = { text: string; unit: OffsetUnit; count: number };

/**
 * The text that positions count in, and what they count: tools differ in whether a line end of two characters counts as one, and
 * whether a mark at the beginning counts. That under which most names are the words that they stand on; where no name says any, that
 * which clearly cuts fewer words, since people select whole ones; else as it is.
 */
export function chooseText(raw: string, hasMark: boolean, selections: readonly Selection[]): Counted {
  const texts = [
    raw,
    ...(raw.includes('\r\n') ? [raw.replaceAll('\r\n', '\n')] : []),
    ...(hasMark ? [`\uFEFF${raw}`] : []),
  ];
  let named: Best = { text: raw, unit: 'codepoint', count: 0 };
  let whole: Best | undefined;
  let asItIs = 0;
  for (const text of texts)
    for (const unit of UNITS) {
      const { toUtf16 } = createUnitMap(text, unit);
      let [names, wholes] = [0, 0];
      for (const { start, end, name } of selections) {
        const [from, to] = [toUtf16(start), toUtf16(end)];
        if (name !== '' && isNameOf(name, text.slice(from, to))) names += 1;
        if (from < to && !cutsWord(text, from) && !cutsWord(text, to)) wholes += 1;
      }
      if (names > named.count) named = { text, unit, count: names };
      if (!whole) asItIs = wholes;
      if (!whole || wholes > whole.count) whole = { text, unit, count: wholes };
    }
  if (named.count > 0) return named;
  return whole && whole.count >= ENOUGH && whole.count > 2 * asItIs ? whole : { text: raw, unit: null };
}

const letter = /[\p{L}\p{M}\p{N}]/u;
const cutsWord = (text: string, at: number) =>
  at > 0 && at < text.length && letter.test(text[at - 1]!) && letter.test(text[at]!);
