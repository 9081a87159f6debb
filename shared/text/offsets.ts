/**
 * Converts the offsets of one text between the units that formats count in.
 *
 * Unit: UTF-16 code units (as JavaScript indexes strings) and Unicode code points, both from 0. An offset inside a
 * surrogate pair counts as the pair's start. Both conversions take O(log of the astral characters in the text).
 */
export type OffsetMap = {
  readonly toCodePoint: (utf16: number) => number;
  readonly toUtf16: (codePoint: number) => number;
};

export function createOffsetMap(text: string): OffsetMap {
  const astral = findAstral(text);
  if (astral.length === 0) return { toCodePoint: same, toUtf16: same };
  return {
    toCodePoint: (utf16) => utf16 - countBelow(astral.length, (i) => astral[i]! + 1 <= utf16),
    // the i-th astral character stands at code point astral[i] - i
    toUtf16: (codePoint) => codePoint + countBelow(astral.length, (i) => astral[i]! - i < codePoint),
  };
}

/** Of a text without astral characters, which most are. */
const same = (offset: number) => offset;

/** Where surrogate pairs start, ascending. */
function findAstral(text: string): number[] {
  const found: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) found.push(index);
  return found;
}

/** How many of `0 … length - 1` hold `isBelow`, which is true up to some point and false from there. */
function countBelow(length: number, isBelow: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
