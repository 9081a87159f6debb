import { describe, expect, test } from 'vitest';
import { countWords, findWordAt, findWordEdge, trimSpan } from '#shared/text/words';

const wordAt = (text: string, offset: number) => {
  const span = findWordAt(text, offset);
  return span && text.slice(span.start, span.end);
};

describe('a word', () => {
  test.each([
    ['near al-Sukhnah today', 'al-Sukhnah'],
    ['in Dara’a today', 'Dara’a'],
    ["in Dara'a today", "Dara'a"],
    ['the U.S.-backed force', 'U.S.-backed'],
    ['في مدينة حلب أمس', 'حلب'],
    ['the e\u0301lan vital', 'e\u0301lan'],
  ])('of “%s” is %s from each place in it', (text, word) => {
    const start = text.indexOf(word);
    for (let offset = start; offset < start + word.length; offset += 1) expect(wordAt(text, offset)).toBe(word);
  });

  test('is found from its end as well, but the one that begins there comes first', () => {
    expect(wordAt('war. Peace', 3)).toBe('war');
    expect(wordAt('war,peace', 4)).toBe('peace');
  });

  test('does not take the joiner at its end, nor join over white space or over a line', () => {
    expect(wordAt('the U.S. said', 5)).toBe('U.S');
    expect(wordAt('well - known', 1)).toBe('well');
    expect(wordAt('al-\nSukhnah', 1)).toBe('al');
  });

  test('is not there between spaces, in an empty text or past the end', () => {
    expect(wordAt('a  b', 2)).toBeUndefined();
    expect(wordAt('', 0)).toBeUndefined();
    expect(wordAt('\nab', 0)).toBeUndefined();
    expect(wordAt('ab', 9)).toBeUndefined();
  });
});

describe('the edge of a word', () => {
  const text = 'near al-Sukhnah,\n\nat 5';
  test('forward is the end of the word that a place is in or before, over lines too', () => {
    expect([0, 3, 4, 15, 20].map((at) => findWordEdge(text, at, 1))).toEqual([4, 4, 15, 20, 22]);
  });

  test('backward is its start', () => {
    expect([22, 21, 18, 15, 5].map((at) => findWordEdge(text, at, -1))).toEqual([21, 18, 5, 5, 0]);
  });

  test('is not there beyond the last word and before the first', () => {
    expect(findWordEdge(text, 22, 1)).toBeUndefined();
    expect(findWordEdge('\n\n a', 0, -1)).toBeUndefined();
    expect(findWordEdge('\n\n a', 2, -1)).toBeUndefined();
  });
});

test('white space at the ends of a span is left out, and nothing is left of white space alone', () => {
  expect(trimSpan('a  bc \n d', { start: 1, end: 7 })).toEqual({ start: 3, end: 5 });
  expect(trimSpan('a  b', { start: 1, end: 3 })).toBeUndefined();
});

test('words are counted in any script', () => {
  expect(countWords('Two dead, five hurt.')).toBe(4);
  expect(countWords('قال المجلس')).toBe(2);
  expect(countWords('…!')).toBe(0);
});
