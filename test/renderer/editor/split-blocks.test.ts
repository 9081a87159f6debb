import { expect, test } from 'vitest';
import { describeBlocks } from '../../../renderer/editor/block-look.ts';
import { splitBlocks } from '../../../renderer/editor/split-blocks.ts';
import { toArticle } from '../../e2e/reader/articles.ts';

const sentence = 'The harbour master of the northern quay wrote that no boat had left since noon. ';

test('a block that is no longer than usual stays whole', () => {
  const { text, blocks } = toArticle('a', [
    ['title', 'A title'],
    ['paragraph', sentence.trim()],
  ]);
  expect(splitBlocks(text, blocks)).toEqual(blocks.map((block, of) => ({ ...block, of, isContinued: false })));
});

test.each([
  ['between sentences', sentence.repeat(400).trim(), /^The/],
  ['between words, where it is one sentence', 'quay '.repeat(6000).trim(), /^quay/],
  ['between letters, where it is one word', '👩‍👩‍👧'.repeat(3000), /^👩‍👩‍👧/u],
])('a long block is cut %s', (_, words, begins) => {
  const { text, blocks } = toArticle('a', [
    ['paragraph', 'Short.'],
    ['paragraph', words],
  ]);
  const pieces = splitBlocks(text, blocks).filter(({ of }) => of === 1);
  expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(words);
  for (const { start, end } of pieces) {
    expect(end - start).toBeLessThanOrEqual(8000);
    expect(text.slice(start, end)).toMatch(begins);
  }
  expect(pieces.map(({ isContinued }) => isContinued)).toEqual(pieces.map((_, n) => n > 0));
});

test('the pieces of a paragraph are one in the count, and go the way of its beginning', () => {
  const { text, blocks } = toArticle('a', [
    ['paragraph', `قال المتحدث باسم الميناء إن القارب لم يغادر. ${sentence.repeat(200).trim()}`],
    ['paragraph', 'Second.'],
  ]);
  const looks = describeBlocks(text, splitBlocks(text, blocks), 'ar');
  expect(looks.map(({ number }) => number).filter((number) => number !== null)).toEqual([1, 2]);
  expect(new Set(looks.slice(0, -1).map(({ direction }) => direction)).size).toBe(1);
});
