import type { Sheet } from './sheet.ts';

type Drag = {
  /** The pointer moved, or the text below it did. */
  onMove(pointer: MouseEvent): void;
  onRelease(release: MouseEvent): void;
  /** Escape was pressed. */
  onCancel?(): void;
};

/**
 * Follows the mouse from a press to its release; scrolls on while it is held above or below the view. Escape ends it.
 * A release that no event told of ends it too, with nothing done.
 */
export function trackDrag(press: MouseEvent, sheet: Sheet, { onMove, onRelease, onCancel }: Drag): void {
  let pointer = press;
  const gesture = new AbortController();
  const { signal } = gesture;
  document.addEventListener(
    'mousemove',
    (move) => {
      if (move.buttons === 0 || sheet.view.isDestroyed) return gesture.abort();
      pointer = move;
      onMove(move);
    },
    { signal },
  );
  document.addEventListener(
    'mouseup',
    (release) => {
      gesture.abort();
      onRelease(release);
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !onCancel) return;
      event.preventDefault();
      event.stopPropagation(); // the text would be left
      gesture.abort();
      onCancel();
    },
    { signal, capture: true },
  );
  scrollWhileOutside(
    sheet,
    () => pointer,
    () => onMove(pointer),
    signal,
  );
}

/** The point of a mouse event, moved into the view where it is outside. */
export function keepInside({ scroller, view }: Sheet, { clientX, clientY }: MouseEvent): { x: number; y: number } {
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
  onScrolled: () => void,
  signal: AbortSignal,
) {
  const step = () => {
    if (signal.aborted || view.isDestroyed) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const { clientY } = getPointer();
    const beyond = clientY < top ? clientY - top : clientY > bottom ? clientY - bottom : 0;
    if (beyond !== 0) {
      scroller.scrollTop += beyond / 4;
      onScrolled();
    }
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
