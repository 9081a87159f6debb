import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labels } from '../../bench/reader/page/labels.ts';
import { emptyPlacement, findNext, listAt, placeAnnotations } from '../../../renderer/editor/placement.ts';
import type { ReaderAnnotation } from '../../../renderer/editor/reader-types.ts';
import { createSpanMapping } from '../../../renderer/editor/span-mapping.ts';

const blocks = [0, 50, 100, 150].map((start) => ({ start, end: start + 48 }));
const mapping = createSpanMapping(blocks);

const make = (uid: string, ...spans: [number, number][]): ReaderAnnotation => ({
  uid,
  label: labels[0]!,
  spans: spans.map(([start, end]) => ({ start, end })),
  state: 'unchecked',
  name: `actor: ${uid}, unchecked`,
});

const made = fc
  .uniqueArray(fc.tuple(fc.nat(30), fc.nat(190), fc.integer({ min: 1, max: 80 })), {
    selector: ([uid]) => uid,
    maxLength: 25,
  })
  .map((all) => all.map(([uid, start, length]) => make(`u${uid}`, [start, Math.min(198, start + length)])));

describe('placing annotations', () => {
  test('step by step gives what placing all at once gives, and says every block that changed', () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 2, maxLength: 5 }), (steps) => {
        let placement = emptyPlacement;
        for (const annotations of steps) {
          const before = placement;
          const placed = placeAnnotations(annotations, mapping, before);
          placement = placed.placement;
          const fresh = placeAnnotations(annotations, mapping, emptyPlacement).placement;
          expect(placement.inOrder).toEqual(fresh.inOrder);
          expect(placement.byUid.size).toBe(fresh.byUid.size);
          blocks.forEach((_, index) => {
            const now = placement.inBlock.get(index) ?? [];
            expect(now).toEqual(fresh.inBlock.get(index) ?? []);
            if (!placed.changedBlocks.has(index)) expect(now).toEqual(before.inBlock.get(index) ?? []);
          });
        }
      }),
    );
  });

  test('one more annotation leaves those that it does not overlap the same objects', () => {
    const first = [make('a', [0, 10]), make('b', [60, 70]), make('c', [62, 66])];
    const { placement } = placeAnnotations(first, mapping, emptyPlacement);
    const { placement: after, changedBlocks } = placeAnnotations([...first, make('d', [60, 61])], mapping, placement);
    expect(after.byUid.get('a')).toBe(placement.byUid.get('a'));
    expect(after.byUid.get('c')).toBe(placement.byUid.get('c'));
    expect([...changedBlocks]).toEqual([1]);
  });

  test('nothing changes when the same annotations come as new objects', () => {
    const first = [make('a', [0, 10])];
    const { placement } = placeAnnotations(first, mapping, emptyPlacement);
    expect(placeAnnotations(structuredClone(first), mapping, placement).placement).toBe(placement);
  });
});

describe('finding annotations', () => {
  const { placement } = placeAnnotations(
    [make('claim', [0, 40]), make('name', [0, 12]), make('place', [4, 12]), make('parts', [20, 25], [110, 120])],
    mapping,
    emptyPlacement,
  );
  const uidsAt = (offset: number) => listAt(placement, mapping, offset).map(({ annotation }) => annotation.uid);

  test('those on a character come innermost first, without one whose gap it lies in', () => {
    expect(uidsAt(5)).toEqual(['place', 'name', 'claim']);
    expect(uidsAt(22)).toEqual(['claim', 'parts']);
    expect(uidsAt(30)).toEqual(['claim']);
    expect(uidsAt(12)).toEqual(['claim']);
  });

  test('the next and the previous one follow reading order and go round', () => {
    const after = (offset: number) => findNext(placement, { start: offset, end: Infinity, uid: '' }, 1)!.annotation.uid;
    expect([after(0), after(1), after(13), after(150)]).toEqual(['claim', 'place', 'parts', 'claim']);
    const claim = { ...placement.byUid.get('claim')!, uid: 'claim' };
    expect(findNext(placement, claim, 1)!.annotation.uid).toBe('name');
    expect(findNext(placement, claim, -1)!.annotation.uid).toBe('parts');
    expect(findNext(emptyPlacement, claim, 1)).toBeUndefined();
  });
});
