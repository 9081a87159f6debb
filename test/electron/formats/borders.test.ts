import { expect, test } from 'vitest';
import { areBetter, countBorders } from '../../../electron/formats/borders.ts';
import { emptyDocument, type FoundAnnotation } from '../../../electron/formats/found.ts';

const annotation: FoundAnnotation = {
  ...{ id: 'T1', uid: null, label: 'actor', spans: [], entity: null, attributes: {} },
  ...{ annotator: null, state: null, note: '', place: 'line 1' },
};
const count = (text: string | null, ...ranges: [number, number][]) =>
  countBorders({
    ...emptyDocument('one', 'one.txt'),
    text,
    annotations: ranges.map(([start, end]) => ({ ...annotation, spans: [{ start, end, quote: null }] })),
  });

test('only spans that the two units put in different places tell anything', () => {
  const text = 'Zorn 😀 met Zorn';
  expect(count(text, [0, 4])).toEqual({ utf16: 0, codepoint: 0 });
  expect(count(text, [0, 4], [7, 10])).toEqual({ utf16: 0, codepoint: 1 });
  expect(count(text, [0, 4], [8, 11])).toEqual({ utf16: 1, codepoint: 0 });
  expect(count('Zorn met Zorn', [9, 13])).toEqual({ utf16: 0, codepoint: 0 });
  expect(count(null, [9, 13])).toEqual({ utf16: 0, codepoint: 0 });
});

test('no word begins or ends within a character, nor between a letter and its mark, nor outside', () => {
  expect(count('a😀😀 b', [2, 3])).toEqual({ utf16: 0, codepoint: 1 });
  expect(count('😀 de\u0301 x', [3, 5])).toEqual({ utf16: 0, codepoint: 0 });
  expect(count('😀 on', [3, 6])).toEqual({ utf16: 0, codepoint: 0 });
  expect(count('😀 on', [4, 4])).toEqual({ utf16: 0, codepoint: 0 });
});

test('a unit is better by more than one span and more than twice as many', () => {
  expect([areBetter(1, 0), areBetter(2, 0), areBetter(2, 1), areBetter(3, 1)]).toEqual([false, true, false, true]);
});
