import type { Span } from '#shared/domain/span';
import { readerMessages } from '#shared/messages/en/reader';
import { assertNever } from '#shared/domain/assert-never';
import { cutParts, joinParts } from '#shared/text/parts';
import { announce } from '../ui/announcer.tsx';
import type { Placement } from './placement.ts';
import { EndMoving, replaceParts, type ChangeParts } from './reader-ends.ts';
import { dragHandle } from './reader-handles.ts';
import { reveal } from './reader-scroll.ts';
import type { ReaderSelection } from './reader-selection.ts';
import type { ReaderStack } from './reader-stack.ts';
import type { PartsChange, ReaderAct, ReaderProps } from './reader-types.ts';
import { SelectionLadder } from './selection-ladder.ts';
import type { Sheet } from './sheet.ts';

/** What keys and mouse do to the selection and to where the annotation in focus stands. */
export class ReaderActs {
  readonly #sheet: Sheet;
  readonly #selection: ReaderSelection;
  readonly #placement: Placement;
  readonly #stack: ReaderStack;
  readonly #getProps: () => ReaderProps;
  readonly #getTarget: () => Span | null;
  readonly #ladder = new SelectionLadder();
  #moving: EndMoving | null = null;

  constructor(
    sheet: Sheet,
    selection: ReaderSelection,
    placement: Placement,
    stack: ReaderStack,
    getProps: () => ReaderProps,
    getTarget: () => Span | null,
  ) {
    this.#sheet = sheet;
    this.#selection = selection;
    this.#placement = placement;
    this.#stack = stack;
    this.#getProps = getProps;
    this.#getTarget = getTarget;
  }

  /** They are until they are set or left, or another annotation comes into focus. */
  get isMovingEnds(): boolean {
    if (this.#moving?.uid !== this.#getProps().focused) this.#moving = null;
    return this.#moving !== null;
  }

  act(act: ReaderAct): void {
    switch (act) {
      case 'widen':
      case 'narrow':
        return this.#climb(act);
      case 'add-part': {
        const target = this.#getTarget();
        return target ? this.add(target) : announce(readerMessages.nothingToAdd);
      }
      case 'take-part':
        return this.#takeAway();
      case 'choose-here':
      case 'choose-outer':
        if (!this.#stack.choose(act === 'choose-here' ? 1 : -1)) announce(readerMessages.nothingHere);
        return;
      case 'move-ends':
        return this.#moveEnds();
      case 'next-end':
      case 'previous-end':
        this.#moving?.step(act === 'next-end' ? 1 : -1, this.#sheet, this.#selection);
        return this.#revealHead();
      case 'set-ends':
        return this.#setEnds();
      case 'leave-ends':
        return this.leaveEnds();
      default:
        return assertNever(act);
    }
  }

  /** Adds words to the annotation in focus. */
  add(span: Span): void {
    this.#change('added', (parts) => joinParts(this.#sheet.text, [...parts, span]));
  }

  /** Takes hold of a handle of the annotation in focus; false where the press is on none. */
  press(event: MouseEvent): boolean {
    this.leaveEnds();
    if (event.button !== 0 || !(event.target instanceof Element) || !event.target.matches('.handle')) return false;
    const focused = this.#findFocused();
    if (!focused) return false;
    const { uid, parts } = focused;
    const edge = event.target.classList.contains('handle-s') ? 'start' : 'end';
    const part = edge === 'start' ? parts[0]! : parts.at(-1)!;
    if (!this.#canChange(uid)) event.preventDefault();
    else
      dragHandle(event, part, edge, this.#sheet, this.#selection, (span) =>
        this.#change('moved', replaceParts(this.#sheet.text, [part], [span])),
      );
    return true;
  }

  /** The ends that were being moved stay where they were. */
  leaveEnds(): void {
    if (this.isMovingEnds) this.#moving!.cancel(this.#selection);
    this.#moving = null;
  }

  #climb(way: 'widen' | 'narrow'): void {
    const { stretch, head } = this.#selection;
    if (head === null) return;
    const { text, blocks, mapping } = this.#sheet;
    const next = this.#ladder[way](stretch ?? { start: head, end: head }, {
      text,
      blocks,
      findBlock: (offset) => mapping.findBlock(offset),
      parts: this.#findFocused()?.parts ?? [],
      known: this.#getProps().nameAt,
    });
    if (next) this.#selection.set(next.start, next.end);
  }

  /** The selected words, else the part at the caret. */
  #takeAway(): void {
    const { stretch, head } = this.#selection;
    const parts = this.#findFocused()?.parts ?? [];
    const at = head === null ? undefined : parts.find(({ start, end }) => start <= head && head <= end);
    const cut = stretch ?? (parts.length > 1 ? at : undefined);
    if (parts.length > 0 && !cut) return announce(readerMessages.nothingToTake);
    this.#change('cut', (now) => (cut ? cutParts(this.#sheet.text, now, cut) : [...now]));
  }

  #moveEnds(): void {
    const focused = this.#findFocused();
    if (!focused) return announce(readerMessages.nothingInFocus);
    const { uid, parts } = focused;
    if (!this.#canChange(uid)) return;
    this.#moving = new EndMoving(uid, parts, this.#selection.head ?? parts[0]!.start, this.#selection);
    this.#revealHead();
    announce(readerMessages.movingEnds);
  }

  #setEnds(): void {
    const change = this.#moving?.finish(this.#sheet, this.#selection);
    this.#moving = null;
    if (change) this.#change('moved', change);
    else announce(readerMessages.endsStay);
  }

  #change(how: PartsChange, change: ChangeParts): void {
    const focused = this.#findFocused();
    if (!focused) return announce(readerMessages.nothingInFocus);
    if (!this.#canChange(focused.uid)) return;
    const { head } = this.#selection;
    if (head !== null) this.#selection.set(head, head);
    this.#getProps().onChangeParts?.(focused.uid, how, change);
  }

  #canChange(uid: string): boolean {
    return this.#getProps().canChange?.(uid) ?? true;
  }

  #findFocused(): { uid: string; parts: readonly Span[] } | undefined {
    const placed = this.#placement.byUid.get(this.#getProps().focused ?? '');
    return placed && { uid: placed.annotation.uid, parts: placed.annotation.spans };
  }

  #revealHead(): void {
    if (this.#selection.head !== null) reveal(this.#sheet, this.#selection.head, 'nearest');
  }
}
