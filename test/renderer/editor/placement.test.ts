import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labels } from '../../bench/reader/page/labels.ts';
import { findNext, listAt, Placement } from '../../../renderer/editor/placement.ts';
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

function place(annotations: ReaderAnnotation[], ...more: ReaderAnnotation[][]): Placement {
  const placement = new Placement(mapping);
  placement.place(annotations, ...more);
  return placement;
}

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
        const placement = new Placement(mapping);
        for (const annotations of steps) {
          const before = structuredClone(placement.inBlock); // slots are set in place
          const changed = placement.place(annotations);
          const fresh = place(annotations);
          expect(placement.byUid).toEqual(fresh.byUid);
          blocks.forEach((_, index) => {
            const now = placement.inBlock.get(index) ?? [];
            expect(now).toEqual(fresh.inBlock.get(index) ?? []);
            if (!changed.has(index)) expect(now).toEqual(before.get(index) ?? []);
          });
        }
      }),
    );
  });

  test('one more annotation leaves those that it does not overlap the same objects', () => {
    const first = [make('a', [0, 10]), make('b', [60, 70]), make('c', [62, 66])];
    const placement = place(first);
    const [a, b, c] = ['a', 'b', 'c'].map((uid) => placement.byUid.get(uid));
    const changed = placement.place([...first, make('d', [60, 61])]);
    expect(placement.byUid.get('a')).toBe(a);
    expect(placement.byUid.get('b')).toBe(b);
    expect(placement.byUid.get('c')).toBe(c);
    expect([...changed]).toEqual([1]);
  });

  test('one more suggestion among thousands is compared with those around it alone', () => {
    const long = Array.from({ length: 400 }, (_, n) => ({ start: n * 50, end: n * 50 + 48 }));
    const whole = createSpanMapping(long);
    let looked = 0;
    const findBlock = (offset: number) => ((looked += 1), whole.findBlock(offset));
    const placement = new Placement({ ...whole, findBlock });
    const all = long.flatMap(({ start }, n) => [
      make(`a${n}`, [start, start + 10]),
      make(`b${n}`, [start + 5, start + 20]),
    ]);
    placement.place(all);
    looked = 0;
    const more = all.toSpliced(100, 0, make('more', [2500, 2505]));
    expect([...placement.place(more)]).toEqual([50]);
    expect(looked).toBeLessThan(20);
  });

  test('nothing changes when the same annotations come as new objects', () => {
    const first = [make('a', [0, 10])];
    const placement = place(first);
    const known = placement.byUid.get('a');
    expect(placement.place(structuredClone(first)).size).toBe(0);
    expect(placement.byUid.get('a')).toBe(known);
  });

  test('what several lists hold shares the slots, and one list can change by itself', () => {
    const placement = place([make('a', [0, 10])], [make('s', [0, 20])]);
    expect(placement.inBlock.get(0)?.map(({ annotation, slot }) => [annotation.uid, slot])).toEqual([
      ['s', 1],
      ['a', 0],
    ]);
    expect([...placement.place([], [make('s', [0, 20])])]).toEqual([0]);
    expect(placement.inBlock.get(0)?.map(({ annotation, slot }) => [annotation.uid, slot])).toEqual([['s', 0]]);
  });
});

describe('finding annotations', () => {
  const placement = place([
    make('claim', [0, 40]),
    make('name', [0, 12]),
    make('place', [4, 12]),
    make('parts', [20, 25], [110, 120]),
  ]);
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
    expect(findNext(place([]), claim, 1)).toBeUndefined();
  });
});
