import { ExpectedError } from '#shared/errors';
import { findEncoding, replaceStray, suggestEncoding } from './decode-text.ts';

/** A U+FFFD at `at` of a text: for a byte that could not be read, by its place in the file; null where the file itself holds it. */
export type Mark = { at: number; byte: number | null };

/** Some decoded text with its U+FFFD, in order. */
export type Slice = { text: string; marks: Mark[] };

export type SliceOptions = {
  file: string;
  encoding: string;
  /** `auto`: marked, unless there are so many that the encoding is another one. */
  stray: 'refuse' | 'mark' | 'auto';
};

/** Longest stretch without a place where it can be cut. Unit: bytes. */
const LONGEST = 32e6;
/** Unasked, no more bytes are marked than these, nor more than one in a hundred. */
const MOST_UNASKED = 10_000;
const FEW = 100;
/** All places are listed, so there is an end to them where marks were asked for too. */
const MOST = 1_000_000;

/**
 * Decodes bytes as they come, by the rules of `decodeText`.
 *
 * Errors: encoding-unknown, table-stray-bytes, table-row-too-long.
 */
export function* decodeSlices(
  chunks: Iterable<Uint8Array>,
  { file, encoding: wanted, stray: how }: SliceOptions,
): Generator<Slice> {
  let encoding: string | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  let at = 0;
  let count = 0;
  const decode = (bytes: Uint8Array): Slice => {
    const slice = decodeSlice(bytes, encoding!, at);
    at += bytes.length;
    const stray = slice.marks.flatMap(({ byte }) => (byte === null ? [] : [byte]));
    if (stray.length === 0) return slice;
    count += stray.length;
    const most = { refuse: 0, mark: MOST, auto: Math.min(MOST_UNASKED, Math.max(FEW, at / 100)) }[how];
    if (count <= most) return slice;
    const suggestion = suggestEncoding(bytes);
    throw new ExpectedError('table-stray-bytes', { file, encoding: encoding!, count, byte: stray[0]!, suggestion });
  };
  for (const chunk of chunks) {
    encoding ??= findEncoding(chunk, wanted);
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const border = findBorder(bytes, encoding);
    if (border > 0) yield decode(bytes.subarray(0, border));
    rest = bytes.subarray(border);
    if (rest.length > LONGEST)
      throw new ExpectedError('table-row-too-long', { file, row: null, limitMb: LONGEST / 1e6 });
  }
  if (rest.length > 0) yield decode(rest);
}

/** Where bytes can be cut so that no character is; 0 where nowhere. */
function findBorder(bytes: Uint8Array, encoding: string): number {
  if (encoding.startsWith('utf-16')) {
    const even = bytes.length - (bytes.length % 2);
    const high = bytes[even - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
    return high >= 0xd8 && high < 0xdc ? even - 2 : even;
  }
  // in UTF-8 any ASCII byte is a character; elsewhere only a line feed is never part of one
  return bytes.findLastIndex(encoding === 'utf-8' ? (byte) => byte < 0x80 : (byte) => byte === 0x0a) + 1;
}

function decodeSlice(bytes: Uint8Array, encoding: string, offset: number): Slice {
  const ignoreBOM = offset > 0;
  try {
    const text = new TextDecoder(encoding, { ignoreBOM, fatal: true }).decode(bytes);
    return { text, marks: Array.from(text.matchAll(/\uFFFD/gu), ({ index }) => ({ at: index, byte: null })) };
  } catch {
    const { text, stray } = replaceStray(bytes, encoding, ignoreBOM);
    const byPlace = new Map(stray.map(({ at, byte }) => [at, byte + offset]));
    const marks = Array.from(text.matchAll(/\uFFFD/gu), ({ index }) => ({
      at: index,
      byte: byPlace.get(index) ?? null,
    }));
    return { text, marks };
  }
}
