import { z } from 'zod';
import { ClaimConflict, ClaimSlot, ClaimVersion } from './claim-comparison.ts';
import { Compared, toBothSides, type BothSides } from './comparison.ts';
import { AnnotationId, ArticleId, ArticleRef, ClusterId, EntityId } from './ids.ts';
import { PartialDate } from './partial-date.ts';

/** `article`: only pairs with this one, on either side. */
export const PairsInput = Compared.extend({
  article: ArticleRef.optional(),
  limit: z.int().min(1).max(500).default(100),
});
export type PairsInput = z.infer<typeof PairsInput>;

export const PairedArticle = z.object({
  uid: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
});
export type PairedArticle = z.infer<typeof PairedArticle>;

/**
 * Two articles that may be worth reading side by side, and what speaks for it: how many days lie between them (null where a day is
 * not known), and what stands in both: entities, words of the titles, figures that claims give alike, event cards.
 */
export const OfferedPair = toBothSides(PairedArticle).extend({
  days: z.int().nullable(),
  entities: z.int(),
  titleWords: z.int(),
  figures: z.int(),
  events: z.int(),
});
export type OfferedPair = z.infer<typeof OfferedPair>;

/** `undated`: articles without a known day, which are paired by what they say alone. */
export const OfferedPairs = z.object({ pairs: z.array(OfferedPair), undated: toBothSides(z.int()) });
export type OfferedPairs = z.infer<typeof OfferedPairs>;

export const PairInput = z.object({ a: ArticleRef, b: ArticleRef, checkedOnly: z.boolean().default(false) });
export type PairInput = z.infer<typeof PairInput>;

/** Where an annotation stands, and its words. Unit: UTF-16, half-open, from its first part to the end of its last. */
export const PairedMention = z.object({ annotation: AnnotationId, start: z.int(), end: z.int(), quote: z.string() });
export type PairedMention = z.infer<typeof PairedMention>;

/** An entity with its mentions in either article. `onlyForms`: what it is called in one of them and not in the other. */
export const PairedEntity = toBothSides(z.array(PairedMention)).extend({
  entity: EntityId,
  name: z.string(),
  label: z.string(),
  onlyForms: toBothSides(z.array(z.string())),
});
export type PairedEntity = z.infer<typeof PairedEntity>;

/**
 * Claims of both articles on one event: `cards` that a person has put both on; none where the two are only offered, and a person
 * says whether they are about the same. `shared`: what both say something of; `conflicts`: where that differs. `contradicts`: a
 * person has said so.
 */
export const ClaimJoin = toBothSides(ClaimVersion).extend({
  cards: z.array(z.object({ uid: ClusterId, title: z.string() })),
  shared: z.array(ClaimSlot),
  conflicts: z.array(ClaimConflict),
  contradicts: z.boolean(),
});
export type ClaimJoin = z.infer<typeof ClaimJoin>;

/** Blocks, by their place in each article, that say nearly the same. `share`: of the shorter one's shingles, from .8 to 1. */
export const NearCopy = toBothSides(z.int()).extend({ share: z.number() });
export type NearCopy = z.infer<typeof NearCopy>;

export const ComparedPair = z.object({
  articles: toBothSides(ArticleId),
  entities: z.array(PairedEntity),
  joins: z.array(ClaimJoin),
  /** Claims that are joined with none. */
  alone: toBothSides(z.array(ClaimVersion)),
  copies: z.array(NearCopy),
});
export type ComparedPair = z.infer<typeof ComparedPair>;

/**
 * What a joined pair of claims comes to: something differs that can be compared; what differs counts something else; all that both
 * say agrees; or there is nothing that both say.
 */
export type JoinOutcome = 'conflict' | 'unlike' | 'agreed' | 'open';

export function toJoinOutcome({ shared, conflicts }: Pick<ClaimJoin, 'shared' | 'conflicts'>): JoinOutcome {
  if (conflicts.some(({ isComparable }) => isComparable)) return 'conflict';
  if (conflicts.length > 0) return 'unlike';
  return shared.length > 0 ? 'agreed' : 'open';
}

/** Whether an entity is called otherwise in the one article than in the other. */
export const isCalledOtherwise = ({ a, b, onlyForms }: Pick<PairedEntity, 'a' | 'b' | 'onlyForms'>): boolean =>
  a.length > 0 && b.length > 0 && onlyForms.a.length + onlyForms.b.length > 0;

/** What is in one article only, by uid of its annotations. */
export function listOnlyHere({ entities, alone }: ComparedPair): BothSides<Set<string>> {
  const side = (here: 'a' | 'b', there: 'a' | 'b') =>
    new Set<string>([
      ...alone[here].map(({ claim }) => claim),
      ...entities.flatMap((entity) => (entity[there].length > 0 ? [] : entity[here].map((each) => each.annotation))),
    ]);
  return { a: side('a', 'b'), b: side('b', 'a') };
}
