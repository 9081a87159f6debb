import { expect, it } from 'vitest';
import { toSearch } from '../../../../renderer/features/library/to-search.ts';

it.each([
  ['ferry', 'ferry*'],
  ['  old ferr ', 'old ferr*'],
  ['"old ferry"', '"old ferry"'],
  ['"old fer', '"old fer'],
  ['ferry OR', 'ferry OR'],
  ['العبارة', 'العبارة*'],
  ['C++', 'C++'],
])('what is typed as %s is looked for as %s', (typed, search) => {
  expect(toSearch(typed)).toBe(search);
});

it('nothing typed is no search', () => {
  expect(toSearch('  ')).toBeUndefined();
});
