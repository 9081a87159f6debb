import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placePills } from '../../../../renderer/features/compare/place-pills.ts';

test('pills that do not touch stand where they would', () => {
  expect(
    placePills([
      { middle: 100, height: 20 },
      { middle: 10, height: 20 },
    ]),
  ).toEqual([100, 10]);
});

test('pills that would lie upon each other part evenly, in their order', () => {
  expect(
    placePills([
      { middle: 50, height: 20 },
      { middle: 50, height: 20 },
    ]),
  ).toEqual([36, 64]);
});

test('no pill lies upon another, and their order is that of their places', () => {
  const pill = fc.record({ middle: fc.integer({ min: -100, max: 500 }), height: fc.integer({ min: 10, max: 40 }) });
  fc.assert(
    fc.property(fc.array(pill, { maxLength: 12 }), (pills) => {
      const placed = placePills(pills)
        .map((middle, n) => ({
          wanted: pills[n]!.middle,
          top: middle - pills[n]!.height / 2,
          height: pills[n]!.height,
        }))
        .sort((one, other) => one.top - other.top);
      placed.slice(1).forEach(({ top, wanted }, n) => {
        expect(top - placed[n]!.top - placed[n]!.height).toBeGreaterThan(7.9);
        expect(wanted).toBeGreaterThanOrEqual(placed[n]!.wanted);
      });
    }),
  );
});
