import type { EditorView } from '@tiptap/pm/view';
import type { Block } from '#shared/domain/block';
import type { Span } from '#shared/domain/span';
import { findSection } from './sections.ts';

/**
 * Converts between offsets in an article's text and positions in its document, where each block is one node of text and
 * blocks stand in sections.
 *
 * Unit: UTF-16 code units of the text; ProseMirror positions. Blank lines between blocks are not in the document: an
 * offset in them stands for the end of the block before.
 */
export type SpanMapping = {
  /** `side` -1 takes the block that ends at `offset` where the next one begins there too. */
  toPos(offset: number, side?: -1 | 1): number;
  toOffset(pos: number): number;
  /** Index of the block that holds `offset`; at a border the later one, in blank lines the one before. */
  findBlock(offset: number): number;
};

export function createSpanMapping(blocks: readonly Pick<Block, 'start' | 'end'>[]): SpanMapping {
  const starts: number[] = [];
  const positions: number[] = [];
  let pos = 0;
  blocks.forEach(({ start, end }, index) => {
    if (findSection(index).place === 0) pos += index === 0 ? 1 : 2; // out of one section, into the next
    starts.push(start);
    positions.push(pos + 1);
    pos += end - start + 2;
  });
  const inBlock = (index: number, distance: number) =>
    Math.max(0, Math.min(distance, blocks[index]!.end - blocks[index]!.start));
  return {
    findBlock: (offset) => findLast(starts, offset),
    toPos: (offset, side = 1) => {
      const later = findLast(starts, offset);
      const index = side === -1 && blocks[later - 1]?.end === offset ? later - 1 : later;
      return positions[index]! + inBlock(index, offset - starts[index]!);
    },
    toOffset: (position) => {
      const index = findLast(positions, position);
      return starts[index]! + inBlock(index, position - positions[index]!);
    },
  };
}

/** Index of the last of the ascending numbers that is not above `value`; 0 where all are. */
function findLast(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The text offset of a point of the page; undefined outside the text. */
export function findOffset(view: EditorView, mapping: SpanMapping, node: Node, offset: number): number | undefined {
  if (!view.dom.contains(node)) return undefined;
  return mapping.toOffset(view.posAtDOM(node, offset, -1));
}

export type DomPoint = { node: Node; offset: number };

/** Where an offset stands in the page; `side` -1 takes the text before it, 1 the text after it. */
export function toDomPoint(view: EditorView, mapping: SpanMapping, offset: number, side: -1 | 1): DomPoint {
  return view.domAtPos(mapping.toPos(offset, side), side);
}

/** A span as the page holds it, until its words are drawn anew. */
export function toStaticRange(view: EditorView, mapping: SpanMapping, { start, end }: Span): StaticRange {
  const from = toDomPoint(view, mapping, start, 1);
  const to = toDomPoint(view, mapping, end, -1);
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** The part of a span that lies in a block; undefined where none does. */
export function clipSpan(span: Span, block: Pick<Block, 'start' | 'end'>): Span | undefined {
  const start = Math.max(span.start, block.start);
  const end = Math.min(span.end, block.end);
  return start < end ? { start, end } : undefined;
}
