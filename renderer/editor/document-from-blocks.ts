import type { JSONContent } from '@tiptap/core';
import type { Block } from '#shared/domain/block';
import { countSections, sliceSection } from './sections.ts';

/** The document of an article: one node of text a block, in order, in sections; blank lines between blocks are left out. */
export function toDocument(text: string, blocks: readonly Block[]): JSONContent {
  const nodes = blocks.map(({ start, end }, index) => ({
    type: 'block',
    attrs: { index },
    content: [{ type: 'text', text: text.slice(start, end) }],
  }));
  return {
    type: 'doc',
    content: Array.from({ length: countSections(blocks.length) }, (_, index) => ({
      type: 'section',
      attrs: { index },
      content: sliceSection(nodes, index),
    })),
  };
}
