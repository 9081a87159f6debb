import type { Span } from '#shared/domain/span';
import type { ReaderSelection } from './reader-selection.ts';
import { findOffsetAtPoint, type Sheet } from './sheet.ts';
import { toTaggedSpan, widenToWords } from './snap-selection.ts';

/**
 * Drags one end of the annotation in focus by its handle: what it would stand on is selected as it goes, in whole words
 * unless Alt is held. The other end stays; a press that ends where it began changes nothing.
 */
export function dragHandle(
  press: MouseEvent,
  { start, end }: Span,
  sheet: Sheet,
  selection: ReaderSelection,
  onEnd: (span: Span) => void,
): void {
  const isStart = (press.target as Element).classList.contains('handle-s');
  const fixed = isStart ? end : start;
  press.preventDefault();
  sheet.view.dom.focus({ preventScroll: true });
  const gesture = new AbortController();
  const { signal } = gesture;
  document.addEventListener(
    'mousemove',
    (move) => {
      if (move.buttons === 0 || sheet.view.isDestroyed) return gesture.abort(); // released where no event told us
      const at = findOffsetAtPoint(sheet, move.clientX, move.clientY);
      if (at === undefined || at === fixed) return;
      const span = { start: Math.min(fixed, at), end: Math.max(fixed, at) };
      const wide = move.altKey ? span : widenToWords(sheet.text, span);
      selection.set(fixed, at < fixed ? wide.start : wide.end);
    },
    { signal },
  );
  document.addEventListener(
    'mouseup',
    () => {
      gesture.abort();
      const span = selection.stretch && toTaggedSpan(sheet.text, selection.stretch);
      if (span && (span.start !== start || span.end !== end)) onEnd(span);
    },
    { signal },
  );
}
