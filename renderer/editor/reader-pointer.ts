import type { Span } from '#shared/domain/span';
import { findWordAt } from '#shared/text/words';
import type { ReaderSelection } from './reader-selection.ts';
import { findOffsetAtPoint, type Sheet } from './sheet.ts';
import { widenToWords } from './snap-selection.ts';

/** A press that moves less, in pixels, is a click. */
const DRAG_FROM = 4;

/**
 * Selects with the mouse from its first press on: by character, by word on a double click, by block on a triple click;
 * a drag takes whole words unless Alt is held. The browser's own dragging is not used, since it runs out of the text.
 */
export function selectByMouse(
  press: MouseEvent,
  sheet: Sheet,
  selection: ReaderSelection,
  onClick: (x: number, y: number) => void,
) {
  if (press.button !== 0) return;
  press.preventDefault();
  sheet.view.dom.focus({ preventScroll: true });
  const pressed = findOffsetAtPoint(sheet, press.clientX, press.clientY);
  if (pressed === undefined) return;
  const unit = press.detail >= 3 ? 'block' : press.detail === 2 ? 'word' : 'character';
  const isExtending = press.shiftKey && selection.anchor !== null;
  const anchor = isExtending ? findUnit(sheet, selection.anchor, unit) : findUnit(sheet, pressed, unit);
  let pointer: MouseEvent = press;
  let isDragging = isExtending || unit !== 'character';
  const select = () => {
    const { x, y } = keepInside(sheet, pointer);
    const at = findOffsetAtPoint(sheet, x, y);
    if (at !== undefined)
      extend(sheet, selection, anchor, findUnit(sheet, at, unit), isDragging && !isExtending && !pointer.altKey);
  };
  select();

  const gesture = new AbortController();
  const { signal } = gesture;
  document.addEventListener(
    'mousemove',
    (move) => {
      if (move.buttons === 0 || sheet.view.isDestroyed) return gesture.abort(); // released where no event told us
      pointer = move;
      isDragging ||= Math.hypot(move.clientX - press.clientX, move.clientY - press.clientY) >= DRAG_FROM;
      if (isDragging) select();
    },
    { signal },
  );
  document.addEventListener(
    'mouseup',
    (release) => {
      gesture.abort();
      if (!isDragging) onClick(release.clientX, release.clientY);
    },
    { signal },
  );
  scrollWhileOutside(sheet, () => pointer, select, signal);
}

/** Selects from one unit to another, in the direction of the drag. */
function extend(sheet: Sheet, selection: ReaderSelection, anchor: Span, head: Span, bySnapping: boolean) {
  const isForward = head.end >= anchor.end && head.start >= anchor.start;
  let start = Math.min(anchor.start, head.start);
  let end = Math.max(anchor.end, head.end);
  if (bySnapping && start < end) ({ start, end } = widenToWords(sheet.text, { start, end }));
  if (isForward) selection.set(start, end);
  else selection.set(end, start);
}

function findUnit(sheet: Sheet, offset: number, unit: 'character' | 'word' | 'block'): Span {
  if (unit === 'word') return findWordAt(sheet.text, offset) ?? { start: offset, end: offset };
  if (unit === 'block') return sheet.blocks[sheet.mapping.findBlock(offset)]!;
  return { start: offset, end: offset };
}

/** The point, moved into the view where it is outside. */
function keepInside({ scroller, view }: Sheet, { clientX, clientY }: MouseEvent) {
  const { top, bottom } = scroller.getBoundingClientRect();
  const { left, right } = view.dom.getBoundingClientRect();
  return {
    x: Math.min(Math.max(clientX, left + 1), right - 1),
    y: Math.min(Math.max(clientY, top + 1), bottom - 1),
  };
}

/** Scrolls on while the pointer is held above or below the view, the faster the farther. */
function scrollWhileOutside(
  { scroller, view }: Sheet,
  getPointer: () => MouseEvent,
  select: () => void,
  signal: AbortSignal,
) {
  const step = () => {
    if (signal.aborted || view.isDestroyed) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const { clientY } = getPointer();
    const beyond = clientY < top ? clientY - top : clientY > bottom ? clientY - bottom : 0;
    if (beyond !== 0) {
      scroller.scrollTop += beyond / 4;
      select();
    }
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
