import type { Span } from '#shared/domain/span';
import type { KnownNames } from '#shared/text/name-at';
import { findSentenceAt } from '#shared/text/sentences';
import { findWordAt } from '#shared/text/words';
import { isMac } from '../ui/platform.ts';
import type { ReaderSelection } from './reader-selection.ts';
import { findOffsetAtPoint, type Sheet } from './sheet.ts';
import { toTaggedSpan, widenToWords } from './snap-selection.ts';
import { keepInside, trackDrag } from './track-drag.ts';

/** A press that moves less, in pixels, is a click. */
const DRAG_FROM = 4;

type Unit = 'character' | 'word' | 'sentence' | 'block';
const unitsByClicks: readonly Unit[] = ['character', 'character', 'word', 'sentence', 'block'];

export type PointerActions = {
  /** What stands at a place and is known to be a name. */
  known: KnownNames | undefined;
  onClick(x: number, y: number): void;
  /** Words were selected to be added to the annotation in focus. */
  onAdd(span: Span): void;
};

/**
 * Selects with the mouse from its first press on: by character; the word or known name on a double click, the sentence on a
 * triple, the block on one more. A drag takes whole words unless Alt is held; with Ctrl (⌘ on a Mac) what it took is added to
 * the annotation in focus. The browser's own dragging is not used, since it runs out of the text.
 */
export function selectByMouse(press: MouseEvent, sheet: Sheet, selection: ReaderSelection, actions: PointerActions) {
  if (press.button !== 0) return;
  press.preventDefault();
  sheet.view.dom.focus({ preventScroll: true });
  const pressed = findOffsetAtPoint(sheet, press.clientX, press.clientY);
  if (pressed === undefined) return;
  const isAdding = isMac() ? press.metaKey : press.ctrlKey;
  const unit = unitsByClicks[Math.min(press.detail, 4)]!;
  const isExtending = press.shiftKey && selection.anchor !== null;
  const findUnit = (offset: number) => findUnitAt(sheet, offset, unit, actions.known);
  const anchor = findUnit(isExtending ? selection.anchor : pressed);
  let isDragging = isExtending || unit !== 'character';
  const select = (pointer: MouseEvent) => {
    const { x, y } = keepInside(sheet, pointer);
    const at = findOffsetAtPoint(sheet, x, y);
    if (at !== undefined) extend(sheet, selection, anchor, findUnit(at), isDragging && !isExtending && !pointer.altKey);
  };
  select(press);

  trackDrag(press, sheet, {
    onMove(pointer) {
      isDragging ||= Math.hypot(pointer.clientX - press.clientX, pointer.clientY - press.clientY) >= DRAG_FROM;
      if (isDragging) select(pointer);
    },
    onRelease(release) {
      if (!isAdding) {
        if (!isDragging) actions.onClick(release.clientX, release.clientY);
        return;
      }
      const span = selection.stretch && toTaggedSpan(sheet.text, selection.stretch);
      if (span) actions.onAdd(span);
    },
  });
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

function findUnitAt({ text, blocks, mapping }: Sheet, offset: number, unit: Unit, known?: KnownNames): Span {
  const block = blocks[mapping.findBlock(offset)]!;
  const found = {
    character: () => undefined,
    word: () => known?.(offset) ?? findWordAt(text, offset),
    sentence: () => findSentenceAt(text, offset, block),
    block: () => block,
  }[unit]();
  return found ?? { start: offset, end: offset };
}
