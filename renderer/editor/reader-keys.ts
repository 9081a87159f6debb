import { findColumn } from './caret-lines.ts';
import { findTarget, stepOver, type CaretMove } from './caret-moves.ts';
import type { ReaderSelection } from './reader-selection.ts';
import { reveal } from './reader-scroll.ts';
import type { Sheet } from './sheet.ts';

export type ReaderKeyActions = {
  /** Goes to the next annotation, or the previous; false where there is none. */
  goToAnnotation(direction: 1 | -1): boolean;
  leave(): void;
};

const isMac = () => navigator.platform.startsWith('Mac');

/** Moves the caret, extends the selection and goes between annotations; all other keys go on to whoever listens. */
export function handleReaderKey(
  event: KeyboardEvent,
  sheet: Sheet,
  selection: ReaderSelection,
  actions: ReaderKeyActions,
): void {
  if (event.defaultPrevented || event.isComposing) return;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const { key } = event;
  if (key === 'Tab' && isPlain) {
    if (actions.goToAnnotation(event.shiftKey ? -1 : 1)) event.preventDefault();
  } else if (key === 'Escape' && isPlain && !event.shiftKey) {
    event.preventDefault();
    actions.leave();
  } else if (
    key.toLowerCase() === 'a' &&
    (isMac() ? event.metaKey : event.ctrlKey) &&
    !event.shiftKey &&
    !event.altKey
  ) {
    event.preventDefault();
    selection.set(sheet.blocks[0]!.start, sheet.blocks.at(-1)!.end);
  } else {
    const move = findMove(event, sheet);
    if (!move) return;
    event.preventDefault();
    moveCaret(sheet, selection, move, event.shiftKey);
  }
}

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

/** What a key means on this system; undefined for keys that do not move the caret. */
function findMove(event: KeyboardEvent, sheet: Sheet): CaretMove | undefined {
  const mac = isMac();
  const far = mac ? event.metaKey : event.ctrlKey;
  const byWord = mac ? event.altKey : event.ctrlKey;
  if ((mac ? event.ctrlKey : event.metaKey || event.altKey) === true) return undefined;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const side = event.key === 'ArrowLeft' ? 'left' : 'right';
      if (mac && far) return { kind: 'line', edge: side === 'left' ? 'start' : 'end' };
      return { kind: byWord ? 'word' : 'character', side };
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      if (mac && far) return { kind: 'article', edge: by === -1 ? 'start' : 'end' };
      return byWord ? { kind: 'block', by } : { kind: 'lines', by };
    }
    case 'Home':
      return { kind: far ? 'article' : 'line', edge: 'start' };
    case 'End':
      return { kind: far ? 'article' : 'line', edge: 'end' };
    case 'PageUp':
      return { kind: 'lines', by: -countLines(sheet) };
    case 'PageDown':
      return { kind: 'lines', by: countLines(sheet) };
    default:
      return undefined;
  }
}

/** Lines of 32 px in the view, less two that stay in sight. */
const countLines = ({ scroller }: Sheet) => Math.max(1, Math.floor(scroller.clientHeight / 32) - 2);
