import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachCount, packCounts } from '../../../../electron/corpus/derived/count-bytes.ts';

const term = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const count = fc.integer({ min: 1, max: 2 ** 31 - 1 });

test('terms and counts of any size come back in order, from the middle of other bytes too', () => {
  fc.assert(
    fc.property(fc.dictionary(term.map(String), count), (counts) => {
      const pairs = Object.entries(counts).map(([key, value]): [number, number] => [Number(key), value]);
      const packed = packCounts(pairs);
      const bytes = Buffer.concat([Buffer.from([0xff, 1]), packed, Buffer.from([7])]);
      const read: [number, number][] = [];
      eachCount(bytes, 2, 2 + packed.length, (...pair) => read.push(pair));
      expect(read).toEqual(pairs.toSorted(([a], [b]) => a - b));
    }),
  );
});

test('a term close to the one before it that stands once or twice takes two bytes', () => {
  expect([
    ...packCounts([
      [3, 1],
      [130, 2],
    ]),
  ]).toEqual([3, 1, 127, 2]);
  expect(packCounts([[300, 1]])).toHaveLength(3);
});
