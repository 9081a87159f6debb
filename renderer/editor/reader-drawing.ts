import { readerMessages } from '#shared/messages/en/reader';
import { Drafts, isDraft } from './drafts.ts';
import { drawBlock } from './draw-block.ts';
import { changeHighlights, compareDrawings, type KeyedDecorations } from './highlights.ts';
import { drawLanes } from './lanes.ts';
import { MappedList } from './mapped-list.ts';
import { listBlocks, Placement } from './placement.ts';
import type { ReaderAnnotation, ReaderSuggestion } from './reader-types.ts';
import { BLOCKS_IN_SECTION } from './sections.ts';
import { findBlocksInView, getBlockElement, type Sheet } from './sheet.ts';
import { turnMarks } from './turn-marks.ts';

const nothing: KeyedDecorations = new Map();

/** Where more are suggested, blocks show theirs when they come near the view: the page slows down with each element that it holds. */
const MOST_SUGGESTED_AFAR = 2000;

/** So many are drawn wherever they stand: to look where would have the page laid out in the middle of a key. */
const FEW_BLOCKS = 4;

export type DrawingEvents = {
  /** Elements of the text were taken out and put in. */
  onRedrawn(): void;
  /** After that, in the frame that shows it, when all is laid out. */
  onFrame(): void;
};

/**
 * Keeps the highlights of an open article as its annotations say. Blocks in and near the view are drawn at once, the
 * others while the machine is idle; a change redraws the blocks that it touches and no other.
 */
export class ReaderDrawing {
  readonly placement: Placement;
  readonly drafts: Drafts;
  #annotations: readonly ReaderAnnotation[] = [];
  #suggested: readonly ReaderAnnotation[] = [];
  #focused: string | null = null;
  readonly #drawn = new Map<number, KeyedDecorations>();
  /** Blocks that are not drawn as they should be; the others wait for them to come near the view, or for an idle moment. */
  readonly #missing: Set<number>;
  /** Blocks that are drawn but for what is suggested there. */
  readonly #bare = new Set<number>();
  readonly #withLanes = new Set<number>();
  /** What is drawn of suggestions; the same object for the same suggestion. */
  readonly #shown = new MappedList((suggestion: ReaderSuggestion) => this.#toShown(suggestion));
  readonly #sheet: Sheet;
  readonly #on: DrawingEvents;
  #isRedrawn = false;
  #frame = 0;
  #idle = 0;

  constructor(sheet: Sheet, on: DrawingEvents) {
    this.#sheet = sheet;
    this.#on = on;
    this.placement = new Placement(sheet.mapping);
    this.#missing = new Set(sheet.blocks.keys());
    this.drafts = new Drafts(
      sheet.text,
      (uid) => this.placement.byUid.has(uid),
      () => this.#place(this.#focused),
    );
  }

  update(
    annotations: readonly ReaderAnnotation[],
    suggestions: readonly ReaderSuggestion[],
    focused: string | null,
  ): void {
    if (annotations !== this.#annotations) this.drafts.dropSaved();
    this.#annotations = annotations;
    this.#suggested = this.#shown.map(suggestions);
    this.#place(focused);
  }

  /** Draws what came near the view; to be called when it scrolls. */
  drawInView(): void {
    this.#redraw(this.#listMissingInView());
    this.#drawRestWhenIdle();
    this.#measureNextFrame();
  }

  /** Measures the lanes anew; to be called when lines may have broken elsewhere. */
  forgetLanes(): void {
    this.#withLanes.clear();
    this.#measureNextFrame();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    cancelIdleCallback(this.#idle);
  }

  #place(focused: string | null): void {
    const { mapping } = this.#sheet;
    const changed = new Set(this.placement.place(this.#annotations, this.#suggested, this.drafts.shown));
    if (focused !== this.#focused) {
      for (const uid of [focused, this.#focused]) {
        const placed = uid === null ? undefined : this.placement.byUid.get(uid);
        if (placed) for (const block of listBlocks(placed, mapping)) changed.add(block);
      }
      this.#focused = focused;
    }
    for (const block of changed) this.#missing.add(block);
    if (this.#missing.size > FEW_BLOCKS) return this.drawInView();
    this.#redraw([...this.#missing]);
    this.#measureNextFrame();
  }

  #toShown({ id, label, spans }: ReaderSuggestion): ReaderAnnotation {
    const quote = spans.map(({ start, end }) => this.#sheet.text.slice(start, end)).join(' … ');
    return { uid: id, label, spans, state: 'suggested', name: readerMessages.suggestion(label.name, quote) };
  }

  #listMissingInView(): number[] {
    const height = this.#sheet.scroller.clientHeight;
    const { first, last } = findBlocksInView(this.#sheet, height / 2, height);
    const missing: number[] = [];
    for (let block = first; block <= last; block += 1)
      if (this.#missing.has(block) || this.#bare.has(block)) missing.push(block);
    return missing;
  }

  #redraw(blocks: readonly number[], isBare = false): void {
    const { view, text, mapping } = this.#sheet;
    const change = { remove: [], add: [] } as Parameters<typeof changeHighlights>[1];
    for (const index of blocks) {
      const block = this.#sheet.blocks[index]!;
      const there = this.placement.inBlock.get(index) ?? [];
      const placed = isBare ? there.filter(({ annotation }) => annotation.state !== 'suggested') : there;
      const { depth, drawn } = drawBlock(block, text, placed, this.#focused);
      const wanted = turnMarks(drawn, text, block);
      const { remove, add, after } = compareDrawings(this.#drawn.get(index) ?? nothing, wanted, mapping);
      change.remove.push(...remove);
      change.add.push(...add);
      this.#drawn.set(index, after);
      this.#missing.delete(index);
      if (placed.length < there.length) this.#bare.add(index);
      else this.#bare.delete(index);
      this.#withLanes.delete(index);
      // lines go apart only once a tag is saved: to lay out and paint all that lies below would be felt in its key
      if (placed.some(({ annotation }) => isDraft(annotation.uid))) continue;
      const element = getBlockElement(this.#sheet, index);
      if (depth > 1) element.dataset['deep'] = String(depth);
      else delete element.dataset['deep'];
    }
    if (change.remove.length + change.add.length === 0) return;
    changeHighlights(view, change);
    this.#isRedrawn = true;
    this.#on.onRedrawn();
  }

  #measureNextFrame(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#isRedrawn) this.#on.onFrame();
      this.#isRedrawn = false;
      const { first, last } = findBlocksInView(this.#sheet, 200, 200);
      for (let block = first; block <= last; block += 1) {
        if (this.#withLanes.has(block)) continue;
        this.#withLanes.add(block);
        drawLanes(this.#sheet, block, this.placement.inBlock.get(block) ?? [], this.#focused);
      }
    });
  }

  #drawRestWhenIdle(): void {
    cancelIdleCallback(this.#idle);
    if (this.#missing.size === 0) return;
    this.#idle = requestIdleCallback(() => {
      const next: number[] = [];
      for (const block of this.#missing) if (next.push(block) === BLOCKS_IN_SECTION) break;
      this.#redraw(next, this.#suggested.length > MOST_SUGGESTED_AFAR);
      this.#measureNextFrame();
      this.#drawRestWhenIdle();
    });
  }
}
