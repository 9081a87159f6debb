import { isUtf8 } from 'node:buffer';
import { ExpectedError } from '#shared/errors';
import { archiveReasons } from '#shared/messages/en/interchange';

const UTF16 = new Map([
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]);

/** By its first two bytes, where they say that a file is UTF-16; else it is UTF-8. */
export const encodingOf = (first: Uint8Array): string =>
  UTF16.get(Buffer.from(first.subarray(0, 2)).toString('hex')) ?? 'utf-8';

const LINE_FEED = 0x0a;

/**
 * The characters of a file, some at a time, without a BOM: strict UTF-8, or UTF-16 where its first bytes say so. `read`: gives its
 * bytes from the start; it is asked again where one of them is stray.
 *
 * Errors: format-invalid, with the line of the first stray byte.
 */
export function* decodeSlices(file: string, read: () => Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let decoded = 0;
  let rest: Uint8Array = new Uint8Array(0);
  const countLines = () => countLinesOfSlices(read(), decoded, decoder!.encoding);
  for (const bytes of read()) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      throw toInvalid(file, decoder.encoding, countLines() + countLinesBeforeStray(Buffer.concat([rest, bytes])));
    }
    decoded += 1;
    rest = bytes.subarray(Math.max(0, bytes.length - 3, bytes.lastIndexOf(LINE_FEED) + 1)); // a character that the next slice ends
    if (text !== '') yield text;
  }
  try {
    decoder?.decode();
  } catch {
    throw toInvalid(file, decoder!.encoding, countLines());
  }
}

/** A decoder is slow to make, and this one stays as it was made as long as it decodes whole files. */
const strict = new TextDecoder('utf-8', { fatal: true });

/** The same of a whole file, of which there may be very many. */
export function decodeWhole(file: string, bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return (encoding === 'utf-8' ? strict : new TextDecoder(encoding, { fatal: true })).decode(bytes);
  } catch {
    return Array.from(decodeSlices(file, () => [bytes])).join(''); // which says where
  }
}

/** From 1. */
function toInvalid(file: string, encoding: string, linesBefore: number): ExpectedError {
  return new ExpectedError('format-invalid', {
    file,
    line: linesBefore + 1,
    reason: archiveReasons.stray(encoding.toUpperCase()),
  });
}

/** Lines that end in so many of the first slices. */
function countLinesOfSlices(slices: Iterable<Uint8Array>, most: number, encoding: string): number {
  const decoder = new TextDecoder(encoding);
  let n = 0;
  let lines = 0;
  for (const bytes of slices) {
    if (n === most) break;
    n += 1;
    lines += decoder.decode(bytes, { stream: true }).split('\n').length - 1;
  }
  return lines;
}

/** The last bytes of the slice before stand in front: they hold no stray one, but may be the middle of a character. */
function countLinesBeforeStray(bytes: Buffer): number {
  let from = bytes.findIndex((byte) => byte < 0x80 || byte >= 0xc0);
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED, from); at !== -1; at = bytes.indexOf(LINE_FEED, from)) {
    if (!isUtf8(bytes.subarray(from, at))) return lines;
    lines += 1;
    from = at + 1;
  }
  return lines;
}
