import type { Affinity } from './caret.ts';
import type { ReaderSelection } from './reader-selection.ts';
import { reveal } from './reader-scroll.ts';
import type { Sheet } from './sheet.ts';

type Direction = 'left' | 'right' | 'forward' | 'backward';
type Granularity = 'character' | 'word' | 'line' | 'paragraph' | 'lineboundary' | 'documentboundary';
type Move = { direction: Direction; by: Granularity; times?: number; affinity?: Affinity };

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

function moveCaret(sheet: Sheet, selection: ReaderSelection, move: Move, extend: boolean) {
  const own = document.getSelection()!;
  if (move.by === 'documentboundary') {
    // the browser would go to the end of the whole page
    const end = move.direction === 'forward' ? sheet.blocks.at(-1)!.end : sheet.blocks[0]!.start;
    selection.set(extend ? (selection.anchor ?? end) : end, end);
    reveal(sheet, end, 'nearest');
    return;
  }
  if (!sheet.view.dom.contains(own.focusNode)) selection.show();
  for (let count = move.times ?? 1; count > 0; count -= 1)
    own.modify(extend ? 'extend' : 'move', move.direction, move.by);
  selection.readBack(move.affinity);
  if (selection.head !== null) reveal(sheet, selection.head, 'nearest');
}

/** What a key means on this system; undefined for keys that do not move the caret. */
function findMove(event: KeyboardEvent, sheet: Sheet): Move | undefined {
  const mac = isMac();
  const far = mac ? event.metaKey : event.ctrlKey;
  const byWord = mac ? event.altKey : event.ctrlKey;
  if ((mac ? event.ctrlKey : event.metaKey || event.altKey) === true) return undefined;
  switch (event.key) {
    case 'ArrowLeft':
      if (mac && far) return { direction: 'left', by: 'lineboundary' };
      return { direction: 'left', by: byWord ? 'word' : 'character' };
    case 'ArrowRight':
      if (mac && far) return { direction: 'right', by: 'lineboundary', affinity: 'before' };
      return { direction: 'right', by: byWord ? 'word' : 'character' };
    case 'ArrowUp':
      if (mac && far) return { direction: 'backward', by: 'documentboundary' };
      return { direction: 'backward', by: byWord ? 'paragraph' : 'line' };
    case 'ArrowDown':
      if (mac && far) return { direction: 'forward', by: 'documentboundary' };
      return { direction: 'forward', by: byWord ? 'paragraph' : 'line' };
    case 'Home':
      return { direction: 'backward', by: far ? 'documentboundary' : 'lineboundary' };
    case 'End':
      return { direction: 'forward', by: far ? 'documentboundary' : 'lineboundary', affinity: 'before' };
    case 'PageUp':
      return { direction: 'backward', by: 'line', times: countLines(sheet) };
    case 'PageDown':
      return { direction: 'forward', by: 'line', times: countLines(sheet) };
    default:
      return undefined;
  }
}

/** Lines of 32 px in the view, less two that stay in sight. */
const countLines = ({ scroller }: Sheet) => Math.max(1, Math.floor(scroller.clientHeight / 32) - 2);
