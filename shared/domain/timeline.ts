import { z } from 'zod';
import { toBothSides } from './comparison.ts';
import { EntityId } from './ids.ts';
import { PartialDate } from './partial-date.ts';

/** How long one bar of time is: decided by how long the whole is. */
export const TimeUnit = z.enum(['day', 'week', 'month', 'year']);
export type TimeUnit = z.infer<typeof TimeUnit>;

export const TimeCounts = z.object({ articles: z.int(), mentions: z.int(), claims: z.int() });
export type TimeCounts = z.infer<typeof TimeCounts>;
const BothCounts = toBothSides(TimeCounts);

/** `from`: its first day (a week begins on Monday), month or year. */
const TimeBin = BothCounts.extend({ from: PartialDate });
export type TimeBin = z.infer<typeof TimeBin>;

const PlaceSide = z.object({ mentions: z.int(), articles: z.int() });
/** A place and how often either side means it. Unit of coordinates: degrees, WGS 84; null where nobody has given them. */
export const ComparedPlace = toBothSides(PlaceSide).extend({
  uid: EntityId,
  name: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type ComparedPlace = z.infer<typeof ComparedPlace>;

/**
 * What either side has when and where.
 *
 * `bins`: one after the other without a gap, from the first article to the last. `undated`: articles without a date; `inexact`:
 * with one that is not exact enough for the unit. `places`: entities with coordinates, and all others of labels of places, the most
 * mentioned first. `unlinked`: mentions with a label of places that say of no entity that it is meant.
 */
export const Timeline = z.object({
  unit: TimeUnit,
  bins: z.array(TimeBin),
  undated: BothCounts,
  inexact: BothCounts,
  places: z.array(ComparedPlace),
  unlinked: toBothSides(z.int()),
});
export type Timeline = z.infer<typeof Timeline>;
