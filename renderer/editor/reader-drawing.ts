import { drawBlock } from './draw-block.ts';
import { changeHighlights, compareDrawings, type KeyedDecorations } from './highlights.ts';
import { drawLanes } from './lanes.ts';
import { emptyPlacement, listBlocks, placeAnnotations, type Placement } from './placement.ts';
import type { ReaderAnnotation } from './reader-types.ts';
import { findBlocksInView, getBlockElement, type Sheet } from './sheet.ts';

/** Blocks drawn at once while nothing else is to be done. */
const SLICE = 40;
const nothing: KeyedDecorations = new Map();

/**
 * Keeps the highlights of an open article as its annotations say. Blocks in and near the view are drawn at once, the
 * others while the machine is idle; a change redraws the blocks that it touches and no other.
 */
export class ReaderDrawing {
  placement: Placement = emptyPlacement;
  #focused: string | null = null;
  readonly #drawn = new Map<number, KeyedDecorations>();
  readonly #withLanes = new Set<number>();
  readonly #sheet: Sheet;
  readonly #onRedrawn: () => void;
  #frame = 0;
  #idle = 0;

  constructor(sheet: Sheet, onRedrawn: () => void) {
    this.#sheet = sheet;
    this.#onRedrawn = onRedrawn;
  }

  update(annotations: readonly ReaderAnnotation[], focused: string | null): void {
    const { mapping } = this.#sheet;
    const { placement, changedBlocks } = placeAnnotations(annotations, mapping, this.placement);
    this.placement = placement;
    const changed = new Set(changedBlocks);
    if (focused !== this.#focused) {
      for (const uid of [focused, this.#focused]) {
        const placed = uid === null ? undefined : this.placement.byUid.get(uid);
        if (placed) for (const block of listBlocks(placed, mapping)) changed.add(block);
      }
      this.#focused = focused;
    }
    this.#redraw([...changed].filter((block) => this.#drawn.has(block)));
    this.drawInView();
  }

  /** Draws what came near the view; to be called when it scrolls. */
  drawInView(): void {
    const height = this.#sheet.scroller.clientHeight;
    const { first, last } = findBlocksInView(this.#sheet, height / 2, height);
    const missing: number[] = [];
    for (let block = first; block <= last; block += 1) if (!this.#drawn.has(block)) missing.push(block);
    this.#redraw(missing);
    this.#drawRestWhenIdle();
    this.#drawLanesNextFrame();
  }

  /** Measures the lanes anew; to be called when lines may have broken elsewhere. */
  forgetLanes(): void {
    this.#withLanes.clear();
    this.#drawLanesNextFrame();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    cancelIdleCallback(this.#idle);
  }

  #redraw(blocks: readonly number[]): void {
    const { view, text, mapping } = this.#sheet;
    const change = { remove: [], add: [] } as Parameters<typeof changeHighlights>[1];
    for (const index of blocks) {
      const block = this.#sheet.blocks[index]!;
      const { depth, drawn } = drawBlock(block, text, this.placement.inBlock.get(index) ?? [], this.#focused);
      const { remove, add, after } = compareDrawings(this.#drawn.get(index) ?? nothing, drawn, mapping);
      change.remove.push(...remove);
      change.add.push(...add);
      this.#drawn.set(index, after);
      this.#withLanes.delete(index);
      const element = getBlockElement(this.#sheet, index);
      if (depth > 1) element.dataset['deep'] = String(depth);
      else delete element.dataset['deep'];
    }
    if (change.remove.length + change.add.length === 0) return;
    changeHighlights(view, change);
    this.#onRedrawn();
  }

  #drawLanesNextFrame(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { first, last } = findBlocksInView(this.#sheet, 200, 200);
      for (let block = first; block <= last; block += 1) {
        if (this.#withLanes.has(block)) continue;
        this.#withLanes.add(block);
        drawLanes(this.#sheet, block, this.placement.inBlock.get(block) ?? [], this.#focused);
      }
    });
  }

  #drawRestWhenIdle(): void {
    if (this.#drawn.size === this.#sheet.blocks.length) return;
    cancelIdleCallback(this.#idle);
    this.#idle = requestIdleCallback(() => {
      const missing: number[] = [];
      for (let block = 0; block < this.#sheet.blocks.length && missing.length < SLICE; block += 1)
        if (!this.#drawn.has(block)) missing.push(block);
      this.#redraw(missing);
      this.#drawRestWhenIdle();
    });
  }
}
