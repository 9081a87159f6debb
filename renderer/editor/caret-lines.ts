import { clusterAround } from '#shared/text/graphemes';
import { measureCaret, type Affinity } from './caret.ts';
import type { Sheet } from './sheet.ts';

/** Where a caret stands: where a line breaks without a sign of its own, an offset is the end of one line and the start of the next. */
export type CaretPlace = { offset: number; affinity: Affinity };

/** A line as it is laid out in its block; `end` is the last place that a caret has on it, `next` where the next line starts. */
type Line = { block: number; start: number; end: CaretPlace; next: number | null };

/** The place so many lines down (or up, where negative) that is nearest to a column; an end of the article beyond its lines. */
export function findByLines(sheet: Sheet, from: CaretPlace, lines: number, column: number): CaretPlace {
  let line = findLine(sheet, from);
  for (let left = Math.abs(lines); left > 0; left -= 1) {
    const next = lines > 0 ? findLineBelow(sheet, line) : findLineAbove(sheet, line);
    if (!next) return lines > 0 ? line.end : { offset: line.start, affinity: 'after' };
    line = next;
  }
  return findInColumn(sheet, line, column);
}

/** The start or the end of the line that a caret stands on. */
export function findLineEdge(sheet: Sheet, from: CaretPlace, edge: 'start' | 'end'): CaretPlace {
  const line = findLine(sheet, from);
  return edge === 'end' ? line.end : { offset: line.start, affinity: 'after' };
}

/** How far to the right a caret stands in the window, in pixels. */
export const findColumn = (sheet: Sheet, { offset, affinity }: CaretPlace) =>
  measureCaret(sheet, offset, affinity).left;

function findLine(sheet: Sheet, { offset, affinity }: CaretPlace): Line {
  const { text, mapping } = sheet;
  const within = affinity === 'before' && offset > 0 ? clusterAround(text, offset - 1).start : offset;
  return findLineAt(sheet, mapping.findBlock(within), within);
}

/** Tops only grow along a block's text, in either direction of writing, so the borders of a line are found by halving. */
function findLineAt(sheet: Sheet, block: number, offset: number): Line {
  const { start, end } = sheet.blocks[block]!;
  const measure = (at: number) => measureCaret(sheet, at, at === end ? 'before' : 'after');
  const { top, bottom } = measure(offset);
  const reach = (bottom - top) / 2;
  const first = findFirst(start, offset, (at) => measure(at).top > top - reach);
  const next = findFirst(offset, end + 1, (at) => measure(at).top > top + reach);
  if (next > end) return { block, start: first, end: { offset: end, affinity: 'before' }, next: null };
  const isBroken = sheet.text[next - 1] === '\n';
  return {
    block,
    start: first,
    end: isBroken ? { offset: next - 1, affinity: 'after' } : { offset: next, affinity: 'before' },
    next,
  };
}

function findLineBelow(sheet: Sheet, { block, next }: Line): Line | undefined {
  if (next !== null) return findLineAt(sheet, block, next);
  const below = sheet.blocks[block + 1];
  return below && findLineAt(sheet, block + 1, below.start);
}

function findLineAbove(sheet: Sheet, { block, start }: Line): Line | undefined {
  const { text, blocks } = sheet;
  if (start > blocks[block]!.start) return findLineAt(sheet, block, clusterAround(text, start - 1).start);
  const above = blocks[block - 1];
  return above && findLineAt(sheet, block - 1, clusterAround(text, above.end - 1).start);
}

function findInColumn(sheet: Sheet, { start, end }: Line, column: number): CaretPlace {
  let best = end;
  let distance = Math.abs(findColumn(sheet, end) - column);
  for (let offset = start; offset < end.offset; offset = clusterAround(sheet.text, offset).end) {
    const place: CaretPlace = { offset, affinity: 'after' };
    const away = Math.abs(findColumn(sheet, place) - column);
    if (away < distance) [best, distance] = [place, away];
  }
  return best;
}

/** The first of the whole numbers from `low` on for which something holds that never ceases to; `high` where it holds for none. */
function findFirst(low: number, high: number, holds: (n: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
