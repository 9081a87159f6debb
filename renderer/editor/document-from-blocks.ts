import type { JSONContent } from '@tiptap/core';
import type { Block } from '#shared/domain/block';

/** The document of an article: one node of text a block, in order; blank lines between blocks are left out. */
export function toDocument(text: string, blocks: readonly Block[]): JSONContent {
  return {
    type: 'doc',
    content: blocks.map(({ start, end }, index) => ({
      type: 'block',
      attrs: { index },
      content: [{ type: 'text', text: text.slice(start, end) }],
    })),
  };
}
