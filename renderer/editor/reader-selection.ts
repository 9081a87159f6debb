import type { Span } from '#shared/domain/span';
import type { CaretPlace } from './caret-lines.ts';
import { drawCaret, removeCaret, type Affinity } from './caret.ts';
import type { ReaderSelection as Told } from './reader-types.ts';
import { SharedHighlight } from './shared-highlight.ts';
import type { Sheet } from './sheet.ts';
import { toTaggedSpan } from './snap-selection.ts';
import { findOffset, toDomPoint } from './span-mapping.ts';

/**
 * The caret and selection of an open article, as offsets. The browser's own selection follows them while the text has
 * focus and is read back when it moves; they stay, drawn, while the focus is elsewhere.
 */
export class ReaderSelection {
  #ends: { anchor: number; head: number } | null = null;
  #affinity: Affinity = 'after';
  #told = '';
  /** Whether the text was drawn anew under the browser's selection, which says nothing of what a person chose until it is shown again. */
  #isStale = false;
  /** How far to the right the caret was before it went up or down, in pixels; it comes back there on a longer line. */
  column: number | null = null;
  readonly #highlight = new SharedHighlight('reader-selection');
  readonly #sheet: Sheet;
  readonly #onChange: (selection: Told) => void;

  constructor(sheet: Sheet, onChange: (selection: Told) => void) {
    this.#sheet = sheet;
    this.#onChange = onChange;
  }

  get head(): number | null {
    return this.#ends?.head ?? null;
  }

  get place(): CaretPlace | null {
    return this.#ends && { offset: this.#ends.head, affinity: this.#affinity };
  }

  get anchor(): number | null {
    return this.#ends?.anchor ?? null;
  }

  /** The selected stretch as it is, in reading order; null while there is only a caret. */
  get stretch(): Span | null {
    if (!this.#ends || this.#ends.anchor === this.#ends.head) return null;
    const { anchor, head } = this.#ends;
    return { start: Math.min(anchor, head), end: Math.max(anchor, head) };
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#sheet.view.dom;
  }

  set(anchor: number, head: number, affinity: Affinity = 'after'): void {
    const { mapping } = this.#sheet;
    const toText = (offset: number) => mapping.toOffset(mapping.toPos(offset));
    this.#ends = { anchor: toText(anchor), head: toText(head) };
    this.#affinity = affinity;
    this.column = null;
    this.show();
    this.#tell();
  }

  /** To be called when the text is drawn anew, which takes the browser's selection along. */
  leave(): void {
    this.#isStale = true;
  }

  /** Takes over what the browser made of its selection. */
  readBack(): void {
    if (this.#isStale) return;
    const { view, mapping } = this.#sheet;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection()!;
    if (!anchorNode || !focusNode) return;
    const anchor = findOffset(view, mapping, anchorNode, anchorOffset);
    const head = findOffset(view, mapping, focusNode, focusOffset);
    if (anchor === undefined || head === undefined) return;
    if (this.#ends?.anchor === anchor && this.#ends.head === head) return;
    this.#ends = { anchor, head };
    this.#affinity = 'after';
    this.column = null;
    this.#draw();
    this.#tell();
  }

  /** Draws the selection and, while the text has focus, makes it the browser's own. */
  show(): void {
    this.#isStale = false;
    if (this.#ends && this.hasFocus) {
      const { view, mapping } = this.#sheet;
      const { anchor, head } = this.#ends;
      const from = toDomPoint(view, mapping, anchor, anchor <= head ? 1 : -1);
      const to = toDomPoint(view, mapping, head, anchor < head ? -1 : 1);
      document.getSelection()!.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    }
    this.#draw();
  }

  destroy(): void {
    this.#highlight.set([]);
    removeCaret(this.#sheet);
  }

  #draw(): void {
    const { view, mapping } = this.#sheet;
    if (this.#ends && this.hasFocus) drawCaret(this.#sheet, this.#ends.head, this.#affinity);
    else removeCaret(this.#sheet);
    const stretch = this.stretch;
    if (!stretch) {
      this.#highlight.set([]);
      return;
    }
    const from = toDomPoint(view, mapping, stretch.start, 1);
    const to = toDomPoint(view, mapping, stretch.end, -1);
    this.#highlight.set([
      new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      }),
    ]);
  }

  #tell(): void {
    const stretch = this.stretch;
    const span = stretch ? (toTaggedSpan(this.#sheet.text, stretch) ?? null) : null;
    const told = { caret: this.head, span };
    const key = JSON.stringify(told);
    if (key === this.#told) return;
    this.#told = key;
    this.#onChange(told);
  }
}
