import { expect, it } from 'vitest';
import { toSortName } from '#shared/text/sort-name';

const sort = (...names: string[]) =>
  names.toSorted((a, b) => (toSortName(a) < toSortName(b) ? -1 : toSortName(a) > toSortName(b) ? 1 : 0));

it('numbers in names are sorted by their size, however long and with whatever zeros', () => {
  const long = ['page 999999999.txt', 'page 1234567890123456789012.txt'];
  const names = ['page 1.txt', 'page 002.txt', 'page 10.txt', 'page 11 b.txt', ...long];
  expect(sort(...names.toReversed())).toEqual(names);
  expect(sort('2019-10-1.html', '2019-9-30.html')).toEqual(['2019-9-30.html', '2019-10-1.html']);
});

it('letters are sorted whatever their case, and zeros alone are a number', () => {
  expect(sort('b.txt', 'C.txt', 'a.txt', 'B2.txt')).toEqual(['a.txt', 'b.txt', 'B2.txt', 'C.txt']);
  expect(sort('part 1', 'part 000', 'part')).toEqual(['part', 'part 000', 'part 1']);
});
