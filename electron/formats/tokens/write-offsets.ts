import type { Span } from '#shared/domain/span';
import type { OffsetMap } from '#shared/text/offsets';
import type { Chunk } from '../format.ts';
import type { TextBytes } from '../text-bytes.ts';
import type { FlatTag } from './flat-tags.ts';

/** The head of `offsets.csv`: where each token of a file of columns stands in its text. Unit: code points, half-open. */
export const headOffsets = (): Chunk => ({ file: 'offsets.csv', text: 'document,line,start,end,annotation\n' });

/** Adds the row of a token to those of its document. `line`: of the token, from 1. `tag`: what it is tagged with. */
export function addOffsetRow(
  rows: TextBytes,
  document: Uint8Array,
  line: number,
  { start, end }: Span,
  { toCodePoint }: OffsetMap,
  tag: FlatTag | undefined,
): void {
  rows.addBytes(document);
  rows.addNumber(line);
  rows.addText(',');
  rows.addNumber(toCodePoint(start));
  rows.addText(',');
  rows.addNumber(toCodePoint(end));
  rows.addText(',');
  if (tag) rows.addText(tag.annotation.uid);
  rows.addText('\n');
}
