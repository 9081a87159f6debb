import { expect, test } from 'vitest';
import { toCoincidences } from '../../../electron/statistics/confusion.ts';
import { toDisagreement, toNominalAlpha } from '../../../electron/statistics/nominal-alpha.ts';

/** Two coders' table of items that each gave a category, as a letter. */
function toTable(items: readonly string[], categories: string): Float64Array {
  const table = new Float64Array(categories.length ** 2);
  for (const [left = '', right = ''] of items)
    table[categories.indexOf(left) * categories.length + categories.indexOf(right)]! += 1;
  return table;
}

test('α of yes and no gives the values of its paper', () => {
  const items = ['10', '11', '01', '00', '00', '01', '00', '01', '00', '00'];
  const coincidences = toCoincidences([toTable(items, '01')], 2, 2);
  const { observed, expected } = toDisagreement(coincidences, 2);
  expect(observed).toBeCloseTo(0.4, 10);
  expect(expected).toBeCloseTo(0.4421, 4);
  expect(toNominalAlpha(coincidences, 2)).toBeCloseTo(0.0952, 4);
});

test('α of several categories', () => {
  const items = ['aa', 'ab', 'bb', 'bb', 'bb', 'bb', 'bc', 'cc', 'cc', 'cc', 'cc', 'cc'];
  expect(toNominalAlpha(toCoincidences([toTable(items, 'abc')], 2, 3), 3)).toBeCloseTo(0.7341, 4);
});

test('α is undefined where every item has the same value', () => {
  expect(toNominalAlpha(toCoincidences([toTable(['aa', 'aa'], 'ab')], 2, 2), 2)).toBe('one-value');
});
