import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { cutParts, joinParts } from '#shared/text/parts';

const text = 'The ministry said, on Tuesday, that families left.';
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const quotes = (parts: { start: number; end: number }[]) => parts.map(({ start, end }) => text.slice(start, end));

describe('parts of an annotation', () => {
  test('that overlap or touch are joined, over white space too, and come in reading order', () => {
    expect(quotes(joinParts(text, [spanOf('families left'), spanOf('The ministry')]))).toEqual([
      'The ministry',
      'families left',
    ]);
    expect(quotes(joinParts(text, [spanOf('families left'), spanOf('that families')]))).toEqual(['that families left']);
    expect(quotes(joinParts(text, [spanOf('said'), spanOf('ministry')]))).toEqual(['ministry said']);
    expect(quotes(joinParts(text, [spanOf('said'), spanOf('on')]))).toEqual(['said', 'on']);
    expect(quotes(joinParts(text, [spanOf('ministry said'), spanOf('ministry')]))).toEqual(['ministry said']);
  });

  test('lose what is cut from them: an end, the middle, the whole', () => {
    const all = [spanOf('The ministry said, on Tuesday, that'), spanOf('families')];
    expect(quotes(cutParts(text, all, spanOf(', on Tuesday,')))).toEqual(['The ministry said', 'that', 'families']);
    expect(quotes(cutParts(text, all, spanOf('The ministry')))).toEqual(['said, on Tuesday, that', 'families']);
    expect(quotes(cutParts(text, all, spanOf('families left')))).toEqual(['The ministry said, on Tuesday, that']);
    expect(cutParts(text, all, { start: 0, end: text.length })).toEqual([]);
    expect(cutParts(text, all, spanOf('left'))).toEqual(all);
  });

  test('lose the whole of a character that is cut through', () => {
    const marked = 'one cafe\u0301 two';
    const whole = { start: 0, end: marked.length };
    const left = (start: number, end: number) =>
      cutParts(marked, [whole], { start, end }).map((part) => marked.slice(part.start, part.end));
    expect(left(4, 8)).toEqual(['one', 'two']);
    expect(left(8, 13)).toEqual(['one caf']);
  });

  test('of any text stay apart, in order and whole characters, and what was added can be cut again', () => {
    const words = 'a b 👨‍👩‍👧 e\u0301 حلب . '.repeat(4);
    const borders = Array.from({ length: words.length + 1 }, (_, n) => n).filter((n) => isGraphemeBorder(words, n));
    const span = fc
      .tuple(fc.constantFrom(...borders), fc.constantFrom(...borders))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), span, (parts, cut) => {
        const joined = joinParts(words, parts);
        const left = cutParts(words, joined, cut);
        for (const list of [joined, left])
          list.forEach(({ start, end }, n) => {
            expect(end).toBeGreaterThan(start);
            expect(isGraphemeBorder(words, start) && isGraphemeBorder(words, end)).toBe(true);
            if (n > 0) expect(start).toBeGreaterThan(list[n - 1]!.end - 1);
          });
        for (const { start, end } of left) expect(end <= cut.start || start >= cut.end).toBe(true);
        expect(joinParts(words, joined)).toEqual(joined);
        expect(
          cutParts(words, joinParts(words, [...left, cut]), cut).every(
            ({ start, end }) => end <= cut.start || start >= cut.end,
          ),
        ).toBe(true);
      }),
    );
  });
});
