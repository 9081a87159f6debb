import chardet from 'chardet';
import { ExpectedError } from '#shared/errors';

/** `strayBytes`: where bytes stood that the encoding cannot read, counted from 0 in the file; each is U+FFFD in `text`. */
export type Decoded = { text: string; encoding: string; strayBytes: number[] };
export type DecodeOptions = { file: string; encoding: string; stray: 'refuse' | 'mark' };

const CHUNK = 4096;

/** Two bytes of a UTF-16 file, or three of a UTF-8 one, that say how it is written. */
function findByteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * The text of a file: by its byte order mark, else as the person says, else as strict UTF-8.
 *
 * Errors: encoding-unknown; file-not-utf8 (with a detector's suggestion); file-stray-bytes where an encoding was named
 * that cannot read all of the file and `stray` is `refuse`.
 */
export function decodeText(bytes: Uint8Array, { file, encoding: wanted, stray }: DecodeOptions): Decoded {
  const encoding = findEncoding(bytes, wanted);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, strayBytes: [] };
  } catch {
    return decodeWithStray(bytes, { file, encoding, stray, isGuess: wanted === 'auto' && !findByteOrderMark(bytes) });
  }
}

/** The encoding of a file that begins with these bytes. Errors: encoding-unknown. */
export function findEncoding(bytes: Uint8Array, wanted: string): string {
  const encoding = findByteOrderMark(bytes) ?? (wanted === 'auto' ? 'utf-8' : wanted);
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    throw new ExpectedError('encoding-unknown', { encoding });
  }
}

function decodeWithStray(
  bytes: Uint8Array,
  { file, encoding, stray, isGuess }: { file: string; encoding: string; stray: 'refuse' | 'mark'; isGuess: boolean },
): Decoded {
  const { text, stray: found } = replaceStray(bytes, encoding, false);
  const strayBytes = found.map((each) => each.byte);
  const byte = strayBytes[0]!;
  const line = bytes.subarray(0, byte).reduce((count, each) => count + (each === 0x0a ? 1 : 0), 1);
  if (stray === 'mark') return { text, encoding, strayBytes };
  if (isGuess) throw new ExpectedError('file-not-utf8', { file, line, byte, suggestion: suggestEncoding(bytes) });
  throw new ExpectedError('file-stray-bytes', { file, encoding, count: strayBytes.length, line, byte });
}

/** What a detector takes the bytes for; a suggestion for the person, never followed unasked. */
export function suggestEncoding(bytes: Uint8Array): string {
  const found = chardet.detect(bytes.subarray(0, 200_000))?.toLowerCase();
  return found === undefined || found === 'utf-8' || found === 'ascii' ? 'windows-1252' : found;
}

/** Decodes all that can be read and puts U+FFFD, at `at` of the text, for each byte (in UTF-16: each two) that cannot. */
export function replaceStray(
  bytes: Uint8Array,
  encoding: string,
  ignoreBOM: boolean,
): { text: string; stray: { byte: number; at: number }[] } {
  const parts: string[] = [];
  const stray: { byte: number; at: number }[] = [];
  const unitBytes = encoding.startsWith('utf-16') ? 2 : 1;
  let from = 0;
  let at = 0;
  const put = (part: string) => {
    parts.push(part);
    at += part.length;
  };
  while (from < bytes.length) {
    const length = measureReadable(bytes.subarray(from), encoding);
    put(new TextDecoder(encoding, { ignoreBOM: ignoreBOM || from > 0 }).decode(bytes.subarray(from, from + length)));
    from += length;
    if (from < bytes.length) {
      stray.push({ byte: from, at });
      put('\uFFFD');
      from += unitBytes;
    }
  }
  return { text: parts.join(''), stray };
}

/** How many bytes from the start can be read as whole characters. Complexity: linear in the answer. */
function measureReadable(bytes: Uint8Array, encoding: string): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let read = 0;
  try {
    for (; read < bytes.length; read += CHUNK) decoder.decode(bytes.subarray(read, read + CHUNK), { stream: true });
    decoder.decode();
    return bytes.length;
  } catch {
    // the fault lies in the last chunk, or in a character begun before it
  }
  const start = Math.max(0, read - CHUNK);
  let [low, high] = [start, Math.min(bytes.length, read + CHUNK)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isReadable(bytes.subarray(0, middle), encoding, true)) low = middle;
    else high = middle - 1;
  }
  // `low` bytes may end inside a character that is never finished
  for (let length = low; length > low - 4 && length > 0; length -= 1) {
    if (isReadable(bytes.subarray(0, length), encoding, false)) return length;
  }
  return Math.max(0, low - 4);
}

function isReadable(bytes: Uint8Array, encoding: string, stream: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
