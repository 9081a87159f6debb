import { clusterAround } from '#shared/text/graphemes';
import { measureCaret } from './caret.ts';
import { isDraft } from './drafts.ts';
import { findNext, listAt, type Placed, type Placement } from './placement.ts';
import { reveal } from './reader-scroll.ts';
import type { ReaderSelection } from './reader-selection.ts';
import type { ReaderProps } from './reader-types.ts';
import { findCharacterAtPoint, type Sheet } from './sheet.ts';

/** More annotations on one character than a person can be expected to go through without a list. */
const MOST_WITHOUT_LIST = 2;

/** Brings annotations into focus: the next one, and those upon one another at a click or at the caret, one after the other. */
export class ReaderStack {
  readonly #sheet: Sheet;
  readonly #selection: ReaderSelection;
  readonly #placement: Placement;
  readonly #getProps: () => ReaderProps;
  #clicked: number | undefined;

  constructor(sheet: Sheet, selection: ReaderSelection, placement: Placement, getProps: () => ReaderProps) {
    this.#sheet = sheet;
    this.#selection = selection;
    this.#placement = placement;
    this.#getProps = getProps;
  }

  /** Goes to the next annotation in reading order, or the previous; false where there is none. */
  goOn(direction: 1 | -1): boolean {
    const { focused, onFocus } = this.#getProps();
    const head = this.#selection.head ?? 0;
    const current = this.#placement.byUid.get(focused ?? '');
    const isAtFocused = current && current.start <= head && head <= current.end;
    const from = isAtFocused
      ? { start: current.start, end: current.end, uid: current.annotation.uid }
      : { start: head, end: direction === 1 ? Infinity : head, uid: '' };
    const next = this.#findSavedNext(from, direction);
    if (!next) return this.#placement.byUid.size > 0; // what is still being saved is waited for
    this.#selection.set(next.start, next.start);
    reveal(this.#sheet, next.start, 'nearest');
    onFocus(next.annotation.uid);
    return true;
  }

  #findSavedNext(from: Parameters<typeof findNext>[1], direction: 1 | -1): Placed | undefined {
    let next = findNext(this.#placement, from, direction);
    for (let left = this.#placement.byUid.size; next && isDraft(next.annotation.uid); left -= 1) {
      if (left === 0) return undefined;
      next = findNext(this.#placement, { start: next.start, end: next.end, uid: next.annotation.uid }, direction);
    }
    return next;
  }

  /** The innermost under the pointer; at another click on the same character the one around it, and so on and round. */
  click(x: number, y: number): void {
    const at = findCharacterAtPoint(this.#sheet, x, y);
    const stack = at === undefined ? [] : this.#list(at);
    const again = this.#clicked === at ? stack.indexOf(this.#getProps().focused ?? '') : -1;
    this.#clicked = at;
    this.#show(stack, (again + 1) % stack.length, at);
  }

  /** As a click on the character at the caret, or before it; false where nothing is there. `by` -1 goes inwards. */
  choose(by: 1 | -1): boolean {
    const head = this.#selection.head;
    if (head === null) return false;
    const before = head > 0 ? clusterAround(this.#sheet.text, head - 1).start : head;
    const at = [head, before].find((offset) => this.#list(offset).length > 0);
    if (at === undefined) return false;
    const stack = this.#list(at);
    const known = stack.indexOf(this.#getProps().focused ?? '');
    const place = known === -1 ? (by === 1 ? 0 : stack.length - 1) : (known + by + stack.length) % stack.length;
    this.#show(stack, place, at);
    return true;
  }

  #show(stack: readonly string[], place: number, at: number | undefined): void {
    const { onFocus, onStack } = this.#getProps();
    onFocus(stack[place] ?? null);
    if (at === undefined || stack.length <= MOST_WITHOUT_LIST) return onStack?.(null);
    const { left, top, bottom } = measureCaret(this.#sheet, at, 'after');
    onStack?.({ uids: stack, left, top, bottom });
  }

  #list(offset: number): string[] {
    const there = listAt(this.#placement, this.#sheet.mapping, offset);
    return there.flatMap(({ annotation: { uid } }) => (isDraft(uid) ? [] : [uid]));
  }
}
