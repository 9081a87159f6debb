import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MappedList } from '../../../renderer/editor/mapped-list.ts';

const make = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));

test('only what differs from the list before is mapped anew; the rest stays the same objects', () => {
  let mapped = 0;
  const list = new MappedList(({ n }: { n: number }) => ({ text: String(n), turn: (mapped += 1) }));
  const all = make(1000);
  const before = list.map(all);
  mapped = 0;
  const after = list.map(all.toSpliced(500, 2, { n: -1 }));
  expect(mapped).toBe(1);
  expect(after[499]).toBe(before[499]);
  expect(after[501]).toBe(before[502]);
  expect(list.map(all).map(({ text }) => Number(text))).toEqual(all.map(({ n }) => n));
});

test('the same list gives the same list', () => {
  const list = new MappedList(({ n }: { n: number }) => n);
  const all = make(3);
  expect(list.map(all)).toBe(list.map(all));
});

test('whatever list follows whatever list, it holds what mapping each gives', () => {
  const items = make(6);
  const lists = fc.array(fc.array(fc.constantFrom(...items), { maxLength: 12 }), { maxLength: 6 });
  fc.assert(
    fc.property(lists, (all) => {
      const list = new MappedList(({ n }: { n: number }) => n);
      for (const each of all) expect(list.map(each)).toEqual(each.map(({ n }) => n));
    }),
  );
});
