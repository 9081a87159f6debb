import { isGraphemeBorder } from '#shared/text/graphemes';

/** Unit: UTF-16. Longer than any cluster that people write. */
const AROUND = 64;

/** Whether `offset` splits no grapheme cluster, looking only at what is near it: a block may be a line of a million characters. */
export function isGraphemeSafe(text: string, offset: number): boolean {
  const from = Math.max(0, offset - AROUND);
  return isGraphemeBorder(text.slice(from, offset + AROUND), offset - from);
}
