import { measureCaret } from './caret.ts';
import type { ReaderScroll } from './reader-types.ts';
import { findBlocksInView, getBlockElement, type Sheet } from './sheet.ts';

/** Kept free above and below the caret, in pixels: about a line. */
const MARGIN = 40;

/** Scrolls as little as is needed so that an offset is in view, or brings it into the middle. */
export function reveal(sheet: Sheet, offset: number, where: 'nearest' | 'center'): void {
  scrollOnce(sheet, offset, where);
  // Blocks that were not laid out yet take their true height when they come into view, and the words move.
  requestAnimationFrame(() => {
    if (!sheet.view.isDestroyed) scrollOnce(sheet, offset, where);
  });
}

export function isInView(sheet: Sheet, offset: number): boolean {
  const view = sheet.scroller.getBoundingClientRect();
  const place = measureCaret(sheet, offset, 'after');
  return view.top <= place.top && place.bottom <= view.bottom;
}

function scrollOnce(sheet: Sheet, offset: number, where: 'nearest' | 'center') {
  const { scroller } = sheet;
  const view = scroller.getBoundingClientRect();
  const place = measureCaret(sheet, offset, 'after');
  if (where === 'center') scroller.scrollTop += (place.top + place.bottom) / 2 - (view.top + view.bottom) / 2;
  else if (place.top < view.top + MARGIN) scroller.scrollTop += place.top - view.top - MARGIN;
  else if (place.bottom > view.bottom - MARGIN) scroller.scrollTop += place.bottom - view.bottom + MARGIN;
}

export function getScroll(sheet: Sheet): ReaderScroll {
  const { first } = findBlocksInView(sheet, 0, 0);
  const above = sheet.scroller.getBoundingClientRect().top - getBlockElement(sheet, first).getBoundingClientRect().top;
  return { offset: sheet.blocks[first]!.start, above };
}

export function setScroll(sheet: Sheet, { offset, above }: ReaderScroll): void {
  const scrollOnceTo = () => {
    const block = getBlockElement(sheet, sheet.mapping.findBlock(offset)).getBoundingClientRect();
    sheet.scroller.scrollTop += block.top + above - sheet.scroller.getBoundingClientRect().top;
  };
  scrollOnceTo();
  requestAnimationFrame(() => {
    if (!sheet.view.isDestroyed) scrollOnceTo();
  });
}
