import { describe, expect, it } from 'vitest';
import { listRows, toNextSort, toTabbed, type DataCell, type DataTableValue } from '../../../renderer/ui/table-rows.ts';

const table: DataTableValue = {
  title: 'Names',
  columns: [
    { title: 'name', kind: 'theirs' },
    { title: 'count', kind: 'count' },
    { title: 'share', kind: 'percent' },
  ],
  rows: [
    ['Reef 10', 3, 0.5],
    ['reef 9', 12, null],
    ['pi\trates', 0, 0.25],
  ],
};

describe('the rows of a table', () => {
  it('keep their order until a column is asked for, what is undefined last either way', () => {
    expect(listRows(table, '', null)).toEqual([0, 1, 2]);
    expect(listRows(table, '', { column: 1, direction: 'descending' })).toEqual([1, 0, 2]);
    expect(listRows(table, '', { column: 2, direction: 'ascending' })).toEqual([2, 0, 1]);
    expect(listRows(table, '', { column: 2, direction: 'descending' })).toEqual([0, 2, 1]);
    expect(listRows(table, '', { column: 0, direction: 'ascending' })).toEqual([2, 1, 0]);
  });

  it('are found by their words', () => {
    expect(listRows(table, ' REEF ', null)).toEqual([0, 1]);
    expect(listRows(table, '12', null)).toEqual([]);
  });

  it('are found by dates as these are read, not as they are stored', () => {
    const dated = { ...table, columns: [{ title: 'first', kind: 'date' as const }], rows: [['2024-03-12'], [null]] };
    const print = (cell: DataCell) => (cell === null ? '–' : '12 Mar 2024');
    expect(listRows(dated, '12 mar', null, print)).toEqual([0]);
    expect(listRows(dated, '2024-03', null, print)).toEqual([]);
  });

  it('are sorted by numbers from the most, by words from the first letter, then back', () => {
    const first = toNextSort(null, 1, true);
    expect(first).toEqual({ column: 1, direction: 'descending' });
    const second = toNextSort(first, 1, true);
    expect(second).toEqual({ column: 1, direction: 'ascending' });
    expect(toNextSort(second, 1, true)).toBe(null);
    expect(toNextSort(second, 0, false)).toEqual({ column: 0, direction: 'ascending' });
  });

  it('are copied as one line each, with all their digits', () => {
    expect(toTabbed(table, [2, 1])).toBe('name\tcount\tshare\npi rates\t0\t0.25\nreef 9\t12\t');
  });
});
