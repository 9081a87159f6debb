import type { Span } from '#shared/domain/span';
import type { ReaderSelection } from './reader-selection.ts';
import { findOffsetAtPoint, type Sheet } from './sheet.ts';
import { toTaggedSpan, widenToWords } from './snap-selection.ts';
import { keepInside, trackDrag } from './track-drag.ts';

/**
 * Drags one end of the annotation in focus by its handle: what the part at that end would stand on is selected as it goes, in
 * whole words unless Alt is held. The other end of the part stays. Escape, or a release where it began, changes nothing.
 */
export function dragHandle(
  press: MouseEvent,
  part: Span,
  edge: 'start' | 'end',
  sheet: Sheet,
  selection: ReaderSelection,
  onEnd: (span: Span) => void,
): void {
  const fixed = edge === 'start' ? part.end : part.start;
  const { anchor, head } = selection;
  press.preventDefault();
  sheet.view.dom.focus({ preventScroll: true });
  let isMoved = false;
  const leave = () => {
    if (isMoved && anchor !== null && head !== null) selection.set(anchor, head);
  };
  trackDrag(press, sheet, {
    onMove(pointer) {
      const { x, y } = keepInside(sheet, pointer);
      const at = findOffsetAtPoint(sheet, x, y);
      if (at === undefined || at === fixed) return;
      const span = { start: Math.min(fixed, at), end: Math.max(fixed, at) };
      const wide = pointer.altKey ? span : widenToWords(sheet.text, span);
      isMoved = true;
      selection.set(fixed, at < fixed ? wide.start : wide.end);
    },
    onRelease() {
      const span = isMoved && selection.stretch && toTaggedSpan(sheet.text, selection.stretch);
      if (!span || (span.start === part.start && span.end === part.end)) return leave();
      selection.set(selection.head!, selection.head!);
      onEnd(span);
    },
    onCancel: leave,
  });
}
