import { expect, test } from 'vitest';
import { guessMapping, namesArticles } from '../../../../electron/formats/table/guess-mapping.ts';

const looks = (names: string[], lengths: number[] = []) => names.map((name, n) => ({ name, length: lengths[n] ?? 10 }));

test('columns are known by the names that people give them, in any case and with any signs', () => {
  expect(
    guessMapping(looks(['id', 'Article_Title', 'article content', 'source', 'Date', 'AUTHOR', 'URL', 'lang']), {}),
  ).toEqual({
    title: 'Article_Title',
    text: 'article content',
    outlet: 'source',
    date: 'Date',
    byline: 'AUTHOR',
    address: 'URL',
    language: 'lang',
  });
});

test('without a telling name the text is the column with the longest cells, if they are long', () => {
  expect(guessMapping(looks(['a', 'b'], [20, 900]), {})).toEqual({ text: 'b' });
  expect(guessMapping(looks(['a', 'b'], [20, 90]), {})).toEqual({});
});

test('what was given stands, no column is taken twice, and none can be given', () => {
  expect(guessMapping(looks(['text', 'content', 'title']), { title: 'text', date: null })).toEqual({
    title: 'text',
    text: 'content',
    date: null,
  });
});

test('a first row names articles if it names a text and something else', () => {
  expect(namesArticles(['title', 'body'])).toBe(true);
  expect(namesArticles(['body', 'n'])).toBe(false);
  expect(namesArticles(['Yesterday', 'all my troubles'])).toBe(false);
});
