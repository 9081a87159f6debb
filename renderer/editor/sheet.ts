import type { EditorView } from '@tiptap/pm/view';
import type { Block } from '#shared/domain/block';
import type { Span } from '#shared/domain/span';
import { clusterAround } from '#shared/text/graphemes';
import { BLOCKS_IN_SECTION, findSection } from './sections.ts';
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

export function getBlockElement({ view }: Sheet, index: number): HTMLElement {
  const { section, place } = findSection(index);
  return view.dom.children[section]!.children[place] as HTMLElement;
}

/** Blocks that reach into the stretch from `above` pixels above the view to `below` pixels below it: first and last. */
export function findBlocksInView(sheet: Sheet, above: number, below: number): { first: number; last: number } {
  const { top, bottom } = sheet.scroller.getBoundingClientRect();
  const first = findFirstBlock(sheet, (rect) => rect.bottom > top - above);
  const next = findFirstBlock(sheet, (rect) => rect.bottom >= bottom + below);
  const last = sheet.blocks.length - 1;
  return { first: Math.min(first, last), last: Math.min(next, last) };
}

/**
 * Index of the first block whose place holds `isReached`, which is false up to some block and true from there. Only blocks
 * of one section are measured: the others may not be laid out.
 */
function findFirstBlock({ view, blocks }: Sheet, isReached: (rect: DOMRect) => boolean): number {
  const sections = view.dom.children;
  const section = findFirst(sections, isReached);
  if (section === sections.length) return blocks.length;
  return section * BLOCKS_IN_SECTION + findFirst(sections[section]!.children, isReached);
}

function findFirst(elements: HTMLCollection, isReached: (rect: DOMRect) => boolean): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(elements[middle]!.getBoundingClientRect())) high = middle;
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
  return findInHighlight(sheet, x, y);
}

/** Where directions mix, the nearest place may be at the other end of its run: the words of the highlight are gone through. */
function findInHighlight(sheet: Sheet, x: number, y: number): number | undefined {
  const highlight = document.elementFromPoint(x, y)?.closest('.hl');
  if (!highlight || !sheet.view.dom.contains(highlight)) return undefined;
  const from = findOffset(sheet.view, sheet.mapping, highlight, 0)!;
  const to = from + highlight.textContent.length;
  for (let offset = from; offset < to;) {
    const { end } = clusterAround(sheet.text, offset);
    if (listRects(sheet, { start: offset, end }).some((rect) => isUnder(rect, x, y))) return offset;
    offset = end;
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
