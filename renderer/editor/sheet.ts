import type { EditorView } from '@tiptap/pm/view';
import type { Block } from '#shared/domain/block';
import type { Span } from '#shared/domain/span';
import { clusterAround } from '#shared/text/graphemes';
import { findOffset, toDomPoint, type SpanMapping } from './span-mapping.ts';

/** One open article on screen: what selecting, drawing and scrolling all need. */
export type Sheet = {
  view: EditorView;
  text: string;
  blocks: readonly Block[];
  mapping: SpanMapping;
  /** The element that scrolls, with the sheet inside it. */
  scroller: HTMLElement;
};

export const getBlockElement = ({ view }: Sheet, index: number) => view.dom.children[index] as HTMLElement;

/** Blocks that reach into the stretch from `above` pixels above the view to `below` pixels below it: first and last. */
export function findBlocksInView(sheet: Sheet, above: number, below: number): { first: number; last: number } {
  const { top, bottom } = sheet.scroller.getBoundingClientRect();
  const first = findFirst(sheet, (rect) => rect.bottom > top - above);
  const last = findFirst(sheet, (rect) => rect.top >= bottom + below);
  return { first: Math.min(first, sheet.blocks.length - 1), last: last - 1 };
}

/** Index of the first block whose place holds `isReached`, which is false up to some block and true from there. */
function findFirst(sheet: Sheet, isReached: (rect: DOMRect) => boolean): number {
  let low = 0;
  let high = sheet.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(getBlockElement(sheet, middle).getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The caret place nearest to a point of the window; undefined where no text is near. */
export function findOffsetAtPoint({ view, mapping }: Sheet, x: number, y: number): number | undefined {
  const place = document.caretPositionFromPoint(x, y);
  return place ? findOffset(view, mapping, place.offsetNode, place.offset) : undefined;
}

/** How far above and below its letters, in pixels, a line still counts as being under the pointer. */
const LINE_MARGIN = 6;

/** The character under a point of the window; undefined where the point is beside the words. */
export function findCharacterAtPoint(sheet: Sheet, x: number, y: number): number | undefined {
  const nearest = findOffsetAtPoint(sheet, x, y);
  if (nearest === undefined) return undefined;
  for (const offset of [nearest, nearest - 1]) {
    const { start, end } = clusterAround(sheet.text, Math.max(0, offset));
    if (start < end && listRects(sheet, { start, end }).some((rect) => isUnder(rect, x, y))) return start;
  }
  return undefined;
}

const isUnder = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  left <= x && x <= right && top - LINE_MARGIN <= y && y <= bottom + LINE_MARGIN;

function listRects({ view, mapping }: Sheet, { start, end }: Span): DOMRect[] {
  const from = toDomPoint(view, mapping, start, 1);
  const to = toDomPoint(view, mapping, end, -1);
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()];
}
