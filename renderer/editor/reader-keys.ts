import { findColumn } from './caret-lines.ts';
import { findTarget, stepOver, type CaretMove } from './caret-moves.ts';
import { findAct, findMove, isPlain, isSelectAll } from './reader-keymap.ts';
import { reveal } from './reader-scroll.ts';
import type { ReaderSelection } from './reader-selection.ts';
import type { ReaderAct } from './reader-types.ts';
import type { Sheet } from './sheet.ts';

export type ReaderKeyActions = {
  /** Goes to the next annotation, or the previous; false where there is none. */
  goToAnnotation(direction: 1 | -1): boolean;
  /** The ends of the annotation in focus are being moved. */
  isMovingEnds(): boolean;
  act(act: ReaderAct): void;
  /** Goes to what is known of the annotation in focus. */
  enter(): void;
  leave(): void;
};

/**
 * Moves the caret, extends the selection, goes between annotations and changes where they stand; all other keys go on to
 * whoever listens.
 */
export function handleReaderKey(
  event: KeyboardEvent,
  sheet: Sheet,
  selection: ReaderSelection,
  actions: ReaderKeyActions,
): void {
  if (event.defaultPrevented || event.isComposing) return;
  const act = findAct(event, actions.isMovingEnds());
  const move = act ? undefined : findMove(event, countLines(sheet));
  if (act) {
    if (!event.repeat || act === 'widen' || act === 'narrow') actions.act(act);
  } else if (move) moveCaret(sheet, selection, move, event.shiftKey || actions.isMovingEnds());
  else if (isSelectAll(event)) selection.set(sheet.blocks[0]!.start, sheet.blocks.at(-1)!.end);
  else if (!isPlain(event)) return;
  else if (event.key === 'Escape' && !event.shiftKey) actions.leave();
  else if (event.key === 'Enter' && !event.shiftKey) actions.enter();
  else if (event.key !== 'Tab' || !actions.goToAnnotation(event.shiftKey ? -1 : 1)) return;
  event.preventDefault();
}

/** Takes the caret along, or the moving end of the selection. */
function moveCaret(sheet: Sheet, selection: ReaderSelection, move: CaretMove, extend: boolean) {
  const from = selection.place ?? { offset: sheet.blocks[0]!.start, affinity: 'after' };
  const column = selection.column ?? findColumn(sheet, from);
  const target = findTarget(sheet, from, move, column);
  if (target)
    selection.set(extend ? (selection.anchor ?? target.offset) : target.offset, target.offset, target.affinity);
  else if (move.kind === 'character') moveByCharacter(sheet, selection, move.side, extend);
  selection.column = move.kind === 'lines' ? column : null;
  if (selection.head !== null) reveal(sheet, selection.head, 'nearest');
}

function moveByCharacter(sheet: Sheet, selection: ReaderSelection, side: 'left' | 'right', extend: boolean) {
  const { head, stretch } = selection;
  selection.show(); // the browser starts from its own selection
  document.getSelection()!.modify(extend ? 'extend' : 'move', side, 'character');
  selection.readBack();
  const hasMoved = selection.head !== head || (!extend && stretch !== null);
  if (hasMoved || head === null) return;
  const offset = stepOver(sheet, head, side);
  selection.set(extend ? (selection.anchor ?? offset) : offset, offset);
}

/** Lines of 32 px in the view, less two that stay in sight. */
const countLines = ({ scroller }: Sheet) => Math.max(1, Math.floor(scroller.clientHeight / 32) - 2);
