import type { Span } from '#shared/domain/span';
import type { OffsetMap } from '#shared/text/offsets';
import type { Chunk } from '../format.ts';
import type { FlatTag } from './flat-tags.ts';

/** The head of `offsets.csv`: where each token of a file of columns stands in its text. Unit: code points, half-open. */
export const headOffsets = (): Chunk => ({ file: 'offsets.csv', text: 'document,line,start,end,annotation\n' });

/** `line`: of the token, from 1. `tag`: what it is tagged with. */
export const toOffsetLine = (
  document: string,
  line: number,
  { start, end }: Span,
  { toCodePoint }: OffsetMap,
  tag: FlatTag | undefined,
) => `${document},${line},${toCodePoint(start)},${toCodePoint(end)},${tag?.annotation.uid ?? ''}\n`;
