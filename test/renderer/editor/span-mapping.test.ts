import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '#shared/domain/block';
import { createArticleNodes } from '../../../renderer/editor/article-editor.ts';
import { toDocument } from '../../../renderer/editor/document-from-blocks.ts';
import { clipSpan, createSpanMapping } from '../../../renderer/editor/span-mapping.ts';
import { readFixtureArticles } from './fixture-articles.ts';

const schema = getSchema(createArticleNodes([]));

/** Holds the mapping against the document itself: each offset there and back, each block's text between its ends. */
function expectRoundTrip(text: string, blocks: Block[]) {
  const document = schema.nodeFromJSON(toDocument(text, blocks));
  const mapping = createSpanMapping(blocks);
  document.check();
  blocks.forEach(({ start, end }, index) => {
    for (let offset = start; offset <= end; offset += 1) {
      const pos = mapping.toPos(offset, offset === end ? -1 : 1);
      if (mapping.toOffset(pos) !== offset) throw new Error(`${offset} came back as ${mapping.toOffset(pos)}`);
      if (document.resolve(pos).parentOffset !== offset - start)
        throw new Error(`${offset} lies elsewhere in its block`);
      if (offset < end && mapping.findBlock(offset) !== index) throw new Error(`${offset} was found in another block`);
    }
    expect(document.textBetween(mapping.toPos(start), mapping.toPos(end, -1))).toBe(text.slice(start, end));
  });
}

const character = fc.oneof(
  fc.constantFrom('a', ' ', '\n', 'é', 'e\u0301', '👨‍👩‍👧', '🇸🇾', '𝒳', 'ق', 'ُ', '\u200f', '\u200b', 'क्षि', '-'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const blockText = fc.array(character, { minLength: 1, maxLength: 40 }).map((all) => all.join(''));
const gap = fc.constantFrom('', '\n', '\n\n', ' \n\n\t\n');

const article = fc.array(fc.tuple(blockText, gap), { minLength: 1, maxLength: 8 }).map((parts) => {
  let text = '\n';
  const blocks = parts.map(([words, after]): Block => {
    const start = text.length;
    text += words + after;
    return { kind: 'paragraph', start, end: start + words.length, repeatOf: null, foundBy: 'made' };
  });
  return { text, blocks };
});

describe('offsets and positions', () => {
  test.each(readFixtureArticles())('come back the same on the fixture page $name', ({ text, blocks }) => {
    expectRoundTrip(text, blocks);
  });

  test('come back the same on any text, with astral characters, combining marks, joined emoji and Arabic', () => {
    fc.assert(fc.property(article, ({ text, blocks }) => expectRoundTrip(text, blocks)));
  });

  test('where two blocks touch, the side says which is meant, and elsewhere it does not matter', () => {
    const touching = createSpanMapping([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
      { start: 8, end: 9 },
    ]);
    expect([touching.toPos(3, -1), touching.toPos(3, 1)]).toEqual([5, 7]);
    expect(touching.toPos(8, -1)).toBe(touching.toPos(8, 1));
  });

  test('a blank line stands for the end of the block before it', () => {
    const blocks = [
      { start: 0, end: 3 },
      { start: 6, end: 9 },
    ];
    const mapping = createSpanMapping(blocks);
    expect([3, 4, 5, 6].map((offset) => mapping.toOffset(mapping.toPos(offset)))).toEqual([3, 3, 3, 6]);
  });
});

describe('clipSpan', () => {
  test('gives the part in a block, and undefined where a span only touches it', () => {
    const block = { start: 10, end: 20 };
    expect(clipSpan({ start: 5, end: 15 }, block)).toEqual({ start: 10, end: 15 });
    expect(clipSpan({ start: 5, end: 10 }, block)).toBeUndefined();
    expect(clipSpan({ start: 20, end: 30 }, block)).toBeUndefined();
  });
});
