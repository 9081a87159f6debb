import type { OffsetUnit } from '../domain/dataset.ts';
import { createOffsetMap } from './offsets.ts';

/**
 * Converts the offsets of one text between UTF-16, as JavaScript indexes strings, and what a format counts. An offset inside
 * of what is counted counts as its start; one behind the text is NaN in UTF-16.
 */
export type UnitMap = {
  readonly toUtf16: (offset: number) => number;
  readonly fromUtf16: (utf16: number) => number;
};

/** Complexity: linear in the text to make, O(log n) or less to ask. */
export function createUnitMap(text: string, unit: OffsetUnit): UnitMap {
  switch (unit) {
    case 'utf16':
      return { toUtf16: (offset) => (offset > text.length ? NaN : offset), fromUtf16: (utf16) => utf16 };
    case 'codepoint': {
      const { toUtf16, toCodePoint } = createOffsetMap(text);
      const length = toCodePoint(text.length);
      return { toUtf16: (offset) => (offset > length ? NaN : toUtf16(offset)), fromUtf16: toCodePoint };
    }
    case 'grapheme':
      return fromBorders(listGraphemes(text), text.length);
    case 'byte':
      return countBytes(text);
  }
}

function listGraphemes(text: string): number[] {
  const starts: number[] = [];
  for (const { index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) starts.push(index);
  return starts;
}

/** `starts`: where each of what is counted begins, ascending. */
function fromBorders(starts: readonly number[], length: number): UnitMap {
  return {
    toUtf16: (offset) => (offset === starts.length ? length : (starts[offset] ?? NaN)),
    fromUtf16: (utf16) => (utf16 >= length ? starts.length : findLast(starts, utf16)),
  };
}

/** Index of the last start that is not behind `at`. */
function findLast(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const bytesOf = (codePoint: number) => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4);

function countBytes(text: string): UnitMap {
  const before = new Uint32Array(text.length + 1);
  for (let at = 0, bytes = 0; at < text.length;) {
    const codePoint = text.codePointAt(at)!;
    before[at] = bytes;
    if (codePoint > 0xffff) before[at + 1] = bytes;
    at += codePoint > 0xffff ? 2 : 1;
    bytes += bytesOf(codePoint);
    before[at] = bytes;
  }
  return {
    toUtf16: (offset) => {
      const last = findLast(before as unknown as readonly number[], offset);
      if (offset > before[text.length]!) return NaN;
      // the second half of a pair begins where its first does
      return last > 0 && last < text.length && before[last] === before[last - 1] ? last - 1 : last;
    },
    fromUtf16: (utf16) => before[Math.min(utf16, text.length)]!,
  };
}
