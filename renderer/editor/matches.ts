import type { Span } from '#shared/domain/span';
import { findBlocksInView, type Sheet } from './sheet.ts';
import { toStaticRange } from './span-mapping.ts';

const MATCHES = 'reader-matches';
const CURRENT = 'reader-match';

/** Marks what a search found in an open article. Only what is near the view is drawn, however much was found. */
export class ReaderMatches {
  #spans: readonly Span[] = [];
  #current: number | null = null;
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** `spans` in reading order; `current` is the index of the one that stands out. */
  show(spans: readonly Span[], current: number | null): void {
    this.#spans = spans;
    this.#current = current;
    this.draw();
  }

  /** To be called when it scrolls and when words were drawn anew: ranges hold on to the nodes of the page. */
  draw(): void {
    CSS.highlights.delete(MATCHES);
    CSS.highlights.delete(CURRENT);
    if (this.#spans.length === 0) return;
    const { blocks, view, mapping, scroller } = this.#sheet;
    const { first, last } = findBlocksInView(this.#sheet, scroller.clientHeight, scroller.clientHeight);
    const from = blocks[first]!.start;
    const to = blocks[last]!.end;
    const near = new Highlight();
    this.#spans.forEach((span, index) => {
      if (span.end <= from || span.start >= to) return;
      const range = toStaticRange(view, mapping, span);
      if (index === this.#current) CSS.highlights.set(CURRENT, new Highlight(range));
      else near.add(range);
    });
    CSS.highlights.set(MATCHES, near);
  }

  destroy(): void {
    this.show([], null);
  }
}
