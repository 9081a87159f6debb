import type { BothSides, SideName } from '../domain/comparison.ts';
import type { TimeCounts, Timeline } from '../domain/timeline.ts';
import { timeWords as words } from '../messages/en/compare-time.ts';
import type { Column, Table } from './table.ts';

const SIDES = ['a', 'b'] as const satisfies readonly SideName[];
const letters = { a: 'A', b: 'B' } as const;

/** What either side has when; the last rows are of articles that no row of time can hold. */
export function toTimeTable({ unit, bins, undated, inexact }: Timeline): Table {
  const { title, name, note, from, articles, mentions, claims } = words.table;
  const toCells = (counts: BothSides<TimeCounts>) =>
    SIDES.flatMap((side) => [counts[side].articles, counts[side].mentions, counts[side].claims]);
  const hasAny = ({ a, b }: BothSides<TimeCounts>) => a.articles + b.articles > 0;
  return {
    name: name(unit),
    title: title(unit),
    note: note(unit),
    columns: [
      { title: from(unit), kind: 'date' },
      ...SIDES.flatMap((side) =>
        [articles, mentions, claims].map((of): Column => ({ title: of(letters[side]), kind: 'count' })),
      ),
    ],
    rows: [
      ...bins.map((bin) => [bin.from, ...toCells(bin)]),
      ...(hasAny(inexact) ? [[words.table.inexact(unit), ...toCells(inexact)]] : []),
      ...(hasAny(undated) ? [[words.table.undated, ...toCells(undated)]] : []),
    ],
  };
}

/** Where either side's mentions lie. */
export function toPlacesTable({ places, unlinked }: Timeline): Table {
  const { title, note, place, mentions, articles, latitude, longitude } = words.places;
  const without = places.filter((each) => each.latitude === null).length;
  return {
    name: 'places',
    title,
    note: note(without, unlinked.a, unlinked.b),
    columns: [
      { title: place, kind: 'theirs' },
      ...SIDES.flatMap((side) =>
        [mentions, articles].map((of): Column => ({ title: of(letters[side]), kind: 'count' })),
      ),
      { title: latitude, kind: 'number', digits: 3 },
      { title: longitude, kind: 'number', digits: 3 },
    ],
    rows: places.map((each) => [
      each.name,
      ...SIDES.flatMap((side) => [each[side].mentions, each[side].articles]),
      each.latitude,
      each.longitude,
    ]),
  };
}
