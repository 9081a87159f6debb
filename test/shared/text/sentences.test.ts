import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { findSentenceAt, sentencesOf } from '#shared/text/sentences';

const split = (text: string) => sentencesOf(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    [
      'a stop, an exclamation and a question',
      'It fell. It burned! Who saw it?',
      ['It fell.', 'It burned!', 'Who saw it?'],
    ],
    ['titles and initials', 'Gen. Y. Hadad met Dr. Varr. Both left.', ['Gen. Y. Hadad met Dr. Varr.', 'Both left.']],
    [
      'dotted names',
      'The U.S. Army left. It left the U.S. The base stayed.',
      ['The U.S. Army left.', 'It left the U.S.', 'The base stayed.'],
    ],
    [
      'firms and hours',
      'Vane Ltd. Group paid at 6 p.m. Tuesday. Orrel Inc. The rest fled.',
      ['Vane Ltd. Group paid at 6 p.m. Tuesday.', 'Orrel Inc.', 'The rest fled.'],
    ],
    [
      'dates and numbers',
      'On Sept. 12 about 4.5 tons burned. See No. 5 of it.',
      ['On Sept. 12 about 4.5 tons burned.', 'See No. 5 of it.'],
    ],
    ['a quotation that goes on', '“Leave!” he said. “Why?” “Now.”', ['“Leave!” he said.', '“Why?”', '“Now.”']],
    ['an ellipsis that goes on', 'They came... and went. Then… nothing.', ['They came... and went.', 'Then… nothing.']],
    ['Arabic', 'قُتل 14 شخصًا. من فعلها؟ لا أحد يعرف.', ['قُتل 14 شخصًا.', 'من فعلها؟', 'لا أحد يعرف.']],
    ['an Arabic title', 'قال د. سامي إنه رآها. ثم غادر.', ['قال د. سامي إنه رآها.', 'ثم غادر.']],
    ['list numbers', '1. First the tugs. 2. Then the boats.', ['1. First the tugs.', '2. Then the boats.']],
  ])('are told apart with %s', (_name, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  test('go on over a line that was broken for its width, and end with a short line and with a blank one', () => {
    expect(
      split('The fire that began on the mole before dawn was out by noon, said the Murayn\nHarbour Authority.'),
    ).toHaveLength(1);
    expect(split('Dead: 14\nInjured: 30')).toEqual(['Dead: 14', 'Injured: 30']);
    expect(split('It was out.\nNobody died.')).toHaveLength(2);
    expect(split('the harbour of\nmurayn')).toHaveLength(1);
    expect(split('the harbour\n\nof murayn')).toHaveLength(2);
  });

  test('of any text are in order, apart, trimmed, cut no character and leave out white space alone', () => {
    const piece = fc.constantFrom(
      'Gen. ',
      'U.S. ',
      'fell. ',
      '“No!” ',
      'أحد. ',
      '؟ ',
      '\n',
      '\n\n',
      '👨‍👩‍👧',
      'e\u0301',
      ' A',
      'x',
      '5.',
      '…',
      '\u200f',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(5), (pieces, from) => {
        const text = pieces.join('');
        let at = Math.min(from, text.length);
        for (const { start, end } of sentencesOf(text, at, text.length)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          if (from === 0) expect(isGraphemeBorder(text, start) && isGraphemeBorder(text, end)).toBe(true);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  test('are counted inside the stretch that was asked for', () => {
    expect(sentencesOf('One. Two. Three.', 5, 9)).toEqual([{ start: 5, end: 9 }]);
    expect(sentencesOf('  \n ', 0, 4)).toEqual([]);
  });
});

test('the sentence at a place is the one it stands in, between two the next, and after the last the last', () => {
  const text = 'One. Two.  ';
  const all = { start: 0, end: text.length };
  expect(findSentenceAt(text, 2, all)).toEqual({ start: 0, end: 4 });
  expect(findSentenceAt(text, 4, all)).toEqual({ start: 5, end: 9 });
  expect(findSentenceAt(text, 11, all)).toEqual({ start: 5, end: 9 });
  expect(findSentenceAt('  ', 1, { start: 0, end: 2 })).toBeUndefined();
});
