import type { Span } from '#shared/domain/span';
import { SharedHighlight } from './shared-highlight.ts';
import { findBlocksInView, type Sheet } from './sheet.ts';
import { toStaticRange } from './span-mapping.ts';

/** Marks what a search found in an open article. Only what is near the view is drawn, however much was found. */
export class ReaderMatches {
  #spans: readonly Span[] = [];
  #current: number | null = null;
  readonly #matches = new SharedHighlight('reader-matches');
  readonly #found = new SharedHighlight('reader-match');
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
    const near: StaticRange[] = [];
    const current: StaticRange[] = [];
    if (this.#spans.length > 0) this.#sortNear(near, current);
    this.#matches.set(near);
    this.#found.set(current);
  }

  #sortNear(near: StaticRange[], current: StaticRange[]): void {
    const { blocks, view, mapping, scroller } = this.#sheet;
    const { first, last } = findBlocksInView(this.#sheet, scroller.clientHeight, scroller.clientHeight);
    const from = blocks[first]!.start;
    const to = blocks[last]!.end;
    this.#spans.forEach((span, index) => {
      if (span.end <= from || span.start >= to) return;
      const range = toStaticRange(view, mapping, span);
      (index === this.#current ? current : near).push(range);
    });
  }

  destroy(): void {
    this.show([], null);
  }
}
