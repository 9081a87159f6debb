import { clusterAround } from '#shared/text/graphemes';
import { findWordEdge } from '#shared/text/words';
import { assertNever } from '#shared/domain/assert-never';
import { findByLines, findLineEdge, type CaretPlace } from './caret-lines.ts';
import { findSentenceStart } from './sentence-moves.ts';
import { getBlockElement, type Sheet } from './sheet.ts';

/** A way for the caret to go. `left` and `right` are sides of the window, `by` so many lines where negative is up. */
export type CaretMove =
  | { kind: 'character' | 'word'; side: 'left' | 'right' }
  | { kind: 'lines'; by: number }
  | { kind: 'line' | 'article'; edge: 'start' | 'end' }
  | { kind: 'sentence' | 'block'; by: 1 | -1 };

/** Where a move leads; undefined for characters, which the browser goes along, since it knows how mixed directions are set. */
export function findTarget(sheet: Sheet, from: CaretPlace, move: CaretMove, column: number): CaretPlace | undefined {
  const { text, blocks } = sheet;
  switch (move.kind) {
    case 'character':
      return undefined;
    case 'word': {
      const edge = findWordEdge(text, from.offset, isForward(sheet, from.offset, move.side) ? 1 : -1);
      return at(edge ?? from.offset);
    }
    case 'lines':
      return findByLines(sheet, from, move.by, column);
    case 'line':
      return findLineEdge(sheet, from, move.edge);
    case 'article':
      return at(move.edge === 'start' ? blocks[0]!.start : blocks.at(-1)!.end);
    case 'sentence':
      return at(findSentenceStart(text, blocks, sheet.mapping.findBlock(from.offset), from.offset, move.by));
    case 'block':
      return at(findBlockEdge(sheet, from.offset, move.by));
    default:
      return assertNever(move);
  }
}

/** One character on, over the border of a block too, which the browser takes for a wall. */
export function stepOver(sheet: Sheet, offset: number, side: 'left' | 'right'): number {
  const { text, blocks, mapping } = sheet;
  const index = mapping.findBlock(offset);
  const { start, end } = blocks[index]!;
  if (isForward(sheet, offset, side))
    return offset < end ? clusterAround(text, offset).end : (blocks[index + 1]?.start ?? end);
  return offset > start ? clusterAround(text, offset - 1).start : (blocks[index - 1]?.end ?? start);
}

const at = (offset: number): CaretPlace => ({ offset, affinity: 'after' });

/** Whether a side of the window is where the text goes on to, in the block that holds an offset. */
function isForward(sheet: Sheet, offset: number, side: 'left' | 'right'): boolean {
  const words = getBlockElement(sheet, sheet.mapping.findBlock(offset)).querySelector<HTMLElement>('.b-text')!;
  return (words.dir === 'rtl') === (side === 'left');
}

/** The start of this block, or of the one before where the caret stands there; forward the start of the next, or the end of the last. */
function findBlockEdge({ blocks, mapping }: Sheet, offset: number, by: 1 | -1): number {
  const index = mapping.findBlock(offset);
  const { start, end } = blocks[index]!;
  if (by === 1) return blocks[index + 1]?.start ?? end;
  return offset > start ? start : (blocks[index - 1]?.start ?? start);
}
