import { z } from 'zod';
import { AnnotationState } from './annotation.ts';
import { AnnotationId, ArticleId, ClusterId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { typedName, typedText } from './typed-text.ts';

/** An event card: claims of several articles about one event. `place` is an entity's name. */
export const Cluster = z.object({
  uid: ClusterId,
  title: z.string(),
  date: PartialDate.nullable(),
  place: z.string().nullable(),
  note: z.string(),
  claims: z.int(),
});
export type Cluster = z.infer<typeof Cluster>;

/** `place`: name or uid of an entity; null means that it is not known. */
export const ClusterChanges = z
  .object({
    title: typedName(300),
    date: PartialDate.nullable(),
    place: typedName(300).nullable(),
    note: typedText(10_000),
  })
  .partial();
export type ClusterChanges = z.infer<typeof ClusterChanges>;

/** What a claim counts: `min` and `max` are the same for an exact figure, null where that side is open. */
export const ClaimFigure = z.object({
  what: z.string(),
  unit: z.string(),
  ofWhom: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type ClaimFigure = z.infer<typeof ClaimFigure>;

export const ClusterClaim = z.object({
  annotation: AnnotationId,
  article: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  /** Where its words begin, in UTF-16. */
  start: z.int(),
  quote: z.string(),
  annotator: z.string(),
  state: AnnotationState,
  /** Who says so, nearest first; empty where nobody is named. */
  speakers: z.array(z.string()),
  figures: z.array(ClaimFigure),
});
export type ClusterClaim = z.infer<typeof ClusterClaim>;

/** One kind of figure over the claims of a card. `meet`: there is a number that lies within all of their ranges. */
export const ClusterSlot = z.object({
  what: z.string(),
  unit: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  meet: z.boolean(),
  claims: z.array(
    z.object({ annotation: AnnotationId, ofWhom: z.string(), min: z.number().nullable(), max: z.number().nullable() }),
  ),
});
export type ClusterSlot = z.infer<typeof ClusterSlot>;

export const ClusterDetails = Cluster.extend({ members: z.array(ClusterClaim), slots: z.array(ClusterSlot) });
export type ClusterDetails = z.infer<typeof ClusterDetails>;

/** The slots of a card, in the order that their kinds are first met in; an upper or lower bound alone is an open range. */
export function toSlots(members: readonly Pick<ClusterClaim, 'annotation' | 'figures'>[]): ClusterSlot[] {
  const figures = members.flatMap(({ annotation, figures: own }) => own.map((figure) => ({ annotation, ...figure })));
  const byKind = Map.groupBy(figures, ({ what, unit }) => JSON.stringify([what.toLowerCase(), unit.toLowerCase()]));
  return [...byKind.values()].map((each) => {
    const mins = each.map(({ min, max }) => min ?? max).filter((n) => n !== null);
    const maxs = each.map(({ min, max }) => max ?? min).filter((n) => n !== null);
    const highestMin = Math.max(...each.map(({ min }) => min ?? -Infinity));
    const lowestMax = Math.min(...each.map(({ max }) => max ?? Infinity));
    return {
      what: each[0]!.what,
      unit: each[0]!.unit,
      low: mins.length > 0 ? Math.min(...mins) : null,
      high: maxs.length > 0 ? Math.max(...maxs) : null,
      meet: highestMin <= lowestMax,
      claims: each.map(({ annotation, ofWhom, min, max }) => ({ annotation, ofWhom, min, max })),
    };
  });
}
