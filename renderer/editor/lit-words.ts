import type { LabelColour } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { SharedHighlight } from './shared-highlight.ts';
import { findBlocksInView, type Sheet } from './sheet.ts';
import { toStaticRange } from './span-mapping.ts';

/** Words that are lit in an open article, in their label's colour: all that mean one entity. Only those near the view are drawn. */
export class LitWords {
  #spans: readonly Span[] = [];
  #highlight: SharedHighlight | null = null;
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  show(spans: readonly Span[], colour: LabelColour): void {
    this.#highlight?.set([]);
    this.#highlight = spans.length === 0 ? null : new SharedHighlight(`lit-${colour}`);
    this.#spans = spans;
    this.draw();
  }

  /** To be called when it scrolls and when words were drawn anew: ranges hold on to the nodes of the page. */
  draw(): void {
    if (!this.#highlight) return;
    const { blocks, view, mapping, scroller } = this.#sheet;
    const { first, last } = findBlocksInView(this.#sheet, scroller.clientHeight, scroller.clientHeight);
    const [from, to] = [blocks[first]!.start, blocks[last]!.end];
    const near = this.#spans.filter(({ start, end }) => end > from && start < to);
    this.#highlight.set(near.map((span) => toStaticRange(view, mapping, span)));
  }

  destroy(): void {
    this.#highlight?.set([]);
  }
}
