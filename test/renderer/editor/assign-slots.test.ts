import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from '#shared/domain/span';
import { assignSlots } from '../../../renderer/editor/assign-slots.ts';

const extents = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 40 })
  .map((pairs) => pairs.map(([start, length], index) => ({ uid: `u${index}`, start, end: start + length })));

test('annotations that overlap never share a slot, and each slot below is taken by an overlapping one that is no longer', () => {
  fc.assert(
    fc.property(extents, (all) => {
      const slots = assignSlots(all);
      for (const one of all) {
        const near = all.filter((other) => other !== one && overlaps(one, other));
        const below = new Set(
          near.filter((other) => other.end - other.start <= one.end - one.start).map(({ uid }) => slots.get(uid)!),
        );
        expect(near.every(({ uid }) => slots.get(uid) !== slots.get(one.uid))).toBe(true);
        for (let slot = 0; slot < slots.get(one.uid)!; slot += 1) expect(below.has(slot)).toBe(true);
      }
    }),
  );
});

test('inner ones lie nearest to the words, and two that stand apart lie in the same slot', () => {
  const slots = assignSlots([
    { uid: 'claim', start: 0, end: 100 },
    { uid: 'name', start: 10, end: 30 },
    { uid: 'place', start: 10, end: 16 },
    { uid: 'other', start: 50, end: 60 },
  ]);
  expect([...slots].sort()).toEqual([
    ['claim', 2],
    ['name', 1],
    ['other', 0],
    ['place', 0],
  ]);
});
