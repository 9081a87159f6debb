import { expect, test } from 'vitest';
import { listInvisible } from '#shared/text/invisible';

test('bidi controls, zero-width and tag characters are named where they stand', () => {
  expect(listInvisible('a\u202Eb\u200Bc\u{E0041}\u00AD\uFEFF')).toEqual([
    { offset: 1, name: 'RLO' },
    { offset: 3, name: 'ZWSP' },
    { offset: 5, name: 'TAG' },
    { offset: 7, name: 'SHY' },
    { offset: 8, name: 'BOM' },
  ]);
});

test('a joiner that does its ordinary work in Persian or in an emoji is not shown', () => {
  expect(listInvisible('می\u200Cشود 👩\u200D👧 ❤\uFE0F\u200D🔥')).toEqual([]);
});

test('what turns the direction is shown behind Arabic and in an emoji too', () => {
  expect(listInvisible('قال\u202Eلا ❤\u200F')).toEqual([
    { offset: 3, name: 'RLO' },
    { offset: 8, name: 'RLM' },
  ]);
});

test('a joiner between Latin letters, where it hides, is shown', () => {
  expect(listInvisible('Hom\u200Ds')).toEqual([{ offset: 3, name: 'ZWJ' }]);
});

test('ordinary marks of Arabic and Hebrew are not flagged', () => {
  expect(listInvisible('مُدَرِّسَة שָׁלוֹם')).toEqual([]);
});
