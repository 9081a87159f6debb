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

/**
 * The text that positions count in, and what they count: tools differ in whether a line end of two characters counts as one, and
 * whether a mark at the beginning counts. That under which most names are the words that they stand on; as it is, where none is.
 */
export function chooseText(raw: string, hasMark: boolean, selections: readonly Selection[]): Counted {
  const texts = [
    raw,
    ...(raw.includes('\r\n') ? [raw.replaceAll('\r\n', '\n')] : []),
    ...(hasMark ? [`\uFEFF${raw}`] : []),
  ];
  let best: Counted = { text: raw, unit: null };
  let most = 0;
  for (const text of texts)
    for (const unit of UNITS) {
      const { toUtf16 } = createUnitMap(text, unit);
      const agree = selections.filter(({ start, end, name }) =>
        isNameOf(name, text.slice(toUtf16(start), toUtf16(end))),
      ).length;
      if (agree > most) [best, most] = [{ text, unit }, agree];
    }
  return best;
}
