import type { Span } from '#shared/domain/span';
import { joinParts } from '#shared/text/parts';
import type { ReaderSelection } from './reader-selection.ts';
import type { Sheet } from './sheet.ts';
import { toTaggedSpan } from './snap-selection.ts';

/** Changes the parts that an annotation has now into those that it shall have. */
export type ChangeParts = (parts: readonly Span[]) => Span[];

/** The change that puts some parts into the places of others; what then overlaps or touches is one part. */
export const replaceParts =
  (text: string, before: readonly Span[], after: readonly Span[]): ChangeParts =>
  (parts) =>
    joinParts(text, [...parts.filter((part) => !before.some((gone) => isSame(gone, part))), ...after]);

const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/**
 * The ends of an annotation being moved by keyboard. The part that is worked on is selected: every move of the caret takes its end
 * along, Tab goes to the next end, Enter sets the annotation to it, Escape leaves it as it was.
 */
export class EndMoving {
  readonly uid: string;
  readonly #before: readonly Span[];
  readonly #after: Span[];
  #part: number;
  #edge: 'start' | 'end' = 'end';
  readonly #caret: number;

  /** Begins at the end of the part that `caret` is in, else of the last. */
  constructor(uid: string, parts: readonly Span[], caret: number, selection: ReaderSelection) {
    this.uid = uid;
    this.#before = parts;
    this.#after = [...parts];
    this.#caret = caret;
    const at = parts.findIndex(({ start, end }) => start <= caret && caret <= end);
    this.#part = at === -1 ? parts.length - 1 : at;
    this.#show(selection);
  }

  /** Goes to the next end in reading order, or the one before; round at the ends. */
  step(by: 1 | -1, sheet: Sheet, selection: ReaderSelection): void {
    this.#keep(sheet, selection);
    const count = this.#after.length;
    const place = 2 * this.#part + (this.#edge === 'end' ? 1 : 0) + by;
    this.#part = Math.floor((place + 2 * count) / 2) % count;
    this.#edge = (place + 2) % 2 === 0 ? 'start' : 'end';
    this.#show(selection);
  }

  /** What the annotation is to be changed to; undefined where it is what it was. */
  finish(sheet: Sheet, selection: ReaderSelection): ChangeParts | undefined {
    this.#keep(sheet, selection);
    const head = selection.head!;
    selection.set(head, head);
    if (this.#after.every((after, n) => isSame(after, this.#before[n]!))) return undefined;
    return replaceParts(sheet.text, this.#before, this.#after);
  }

  cancel(selection: ReaderSelection): void {
    selection.set(this.#caret, this.#caret);
  }

  #keep(sheet: Sheet, selection: ReaderSelection): void {
    const span = selection.stretch && toTaggedSpan(sheet.text, selection.stretch);
    if (span) this.#after[this.#part] = span;
  }

  #show(selection: ReaderSelection): void {
    const { start, end } = this.#after[this.#part]!;
    if (this.#edge === 'end') selection.set(start, end);
    else selection.set(end, start);
  }
}
