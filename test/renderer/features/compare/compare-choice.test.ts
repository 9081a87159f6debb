import { expect, test } from 'vitest';
import { parseChoice, printChoice, type CompareChoice } from '../../../../renderer/features/compare/compare-choice.ts';

test.each<CompareChoice>([
  { a: null, b: null, isCheckedOnly: false, pair: null, event: null },
  { a: {}, b: { outlets: ['A & B', 'ب'], from: '2019-01' }, isCheckedOnly: true, pair: { a: 'x', b: 'y' }, event: 'z' },
])('what is set against what is read back from the address as it was: %o', (choice) => {
  expect(parseChoice(printChoice(choice))).toEqual(choice);
});

test('an address that somebody has mangled chooses nothing', () => {
  expect(parseChoice('a=from%3Dyesterday&pair=x&checked')).toEqual({
    a: null,
    b: null,
    isCheckedOnly: true,
    pair: null,
    event: null,
  });
});
