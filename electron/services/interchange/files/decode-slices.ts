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

/**
 * The characters of a file, some at a time, without a BOM: strict UTF-8, or UTF-16 where its first bytes say so.
 *
 * Errors: format-invalid, with the line of the first stray byte.
 */
export function* decodeSlices(file: string, slices: Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let lines = 0;
  let rest: Uint8Array = new Uint8Array(0);
  for (const bytes of slices) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      throw toInvalid(file, decoder.encoding, lines + countLinesBeforeStray(Buffer.concat([rest, bytes])));
    }
    lines += countLines(text);
    rest = bytes.subarray(Math.max(0, bytes.length - 3)); // a character that the next slice ends
    if (text !== '') yield text;
  }
  try {
    decoder?.decode();
  } catch {
    throw toInvalid(file, decoder!.encoding, lines);
  }
}

/** The same of a whole file, of which there may be very many: by slices each takes a decoder that is slow to make. */
export function decodeWhole(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return Array.from(decodeSlices(file, [bytes])).join(''); // which says where
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

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The last bytes of the slice before stand in front: they hold no stray one, but may be the middle of a character. */
function countLinesBeforeStray(bytes: Buffer): number {
  let from = bytes.findIndex((byte) => byte < 0x80 || byte >= 0xc0);
  let lines = 0;
  for (let at = bytes.indexOf(0x0a, from); at !== -1; at = bytes.indexOf(0x0a, from)) {
    if (!isUtf8(bytes.subarray(from, at))) return lines;
    lines += 1;
    from = at + 1;
  }
  return lines;
}
