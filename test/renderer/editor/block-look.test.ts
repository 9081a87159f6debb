import { expect, test } from 'vitest';
import { describeBlocks } from '../../../renderer/editor/block-look.ts';
import { toArticle } from '../../e2e/reader/articles.ts';

test('paragraphs, quotes and list items are counted; what is not the article’s own prose says what it is', () => {
  const { text, blocks } = toArticle('a', [
    ['title', 'A title'],
    ['byline', 'By someone'],
    ['paragraph', 'One.'],
    ['caption', 'A picture.'],
    ['quote', '“Two.”'],
    ['list item', '- three'],
    ['boilerplate', 'Read more.'],
  ]);
  const looks = describeBlocks(text, blocks, 'en');
  expect(looks.map(({ number, kindName }) => number ?? kindName)).toEqual([
    null,
    null,
    1,
    'caption',
    2,
    3,
    'boilerplate',
  ]);
  expect(looks[0]!.tag).toBe('h1');
});

test('a block without letters goes the article’s way, and the article’s language goes to blocks of its script only', () => {
  const { text, blocks } = toArticle('a', [
    ['paragraph', 'این یک متن فارسی است که به اندازه کافی بلند است.'],
    ['paragraph', '12:30 — 14'],
    ['paragraph', 'An English sentence.'],
  ]);
  const looks = describeBlocks(text, blocks, 'fa');
  expect(looks.map(({ direction }) => direction)).toEqual(['rtl', 'rtl', 'ltr']);
  expect(looks.map(({ language }) => language)).toEqual(['fa', 'fa', null]);
  expect(describeBlocks(text, blocks, null).map(({ language }) => language)).toEqual(['ar', null, null]);
});
