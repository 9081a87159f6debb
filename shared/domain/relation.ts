import { z } from 'zod';
import { AnnotationState, Layer } from './annotation.ts';
import { AnnotationId, ArticleId, RelationId } from './ids.ts';
import { typedName, typedText } from './typed-text.ts';

/** Attributes that two of the built-in kinds set where they lead from a claim: kept there, and shown as relations. */
export const KindAttribute = z.enum(['attribution', 'place']);
export type KindAttribute = z.infer<typeof KindAttribute>;

/** A kind of relation. `from` and `to`: names of the labels that may stand at that end; none named means any. */
export const RelationKind = z.object({
  uid: z.uuid(),
  name: z.string(),
  from: z.array(z.string()),
  to: z.array(z.string()),
  isSymmetric: z.boolean(),
  guideline: z.string(),
  retired: z.boolean(),
  sets: KindAttribute.nullable(),
});
export type RelationKind = z.infer<typeof RelationKind>;

export const RelationKindName = typedName(60);
export const RelationKindChanges = z
  .object({
    name: RelationKindName,
    from: z.array(z.string()).max(100),
    to: z.array(z.string()).max(100),
    isSymmetric: z.boolean(),
    guideline: typedText(10_000),
    retired: z.boolean(),
  })
  .partial();
export type RelationKindChanges = z.infer<typeof RelationKindChanges>;

/**
 * One end of a relation. `annotation`, and with it all but `entity` and `quote`, is null where a claim's attribute names
 * an entity, or words that nobody tagged.
 */
export const RelationEnd = z.object({
  annotation: AnnotationId.nullable(),
  article: ArticleId.nullable(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  label: z.string().nullable(),
  /** Where its words begin, in UTF-16. */
  start: z.int().nullable(),
  quote: z.string(),
  entity: z.string().nullable(),
});
export type RelationEnd = z.infer<typeof RelationEnd>;

/** A typed link between two annotations. `isComputed`: shown for an attribute of the claim, where it can be changed. */
export const Relation = z.object({
  uid: RelationId,
  kind: z.string(),
  isSymmetric: z.boolean(),
  from: RelationEnd,
  to: RelationEnd,
  note: z.string(),
  annotator: z.string(),
  layer: Layer,
  state: AnnotationState,
  isComputed: z.boolean(),
});
export type Relation = z.infer<typeof Relation>;

type Ends = { from: string; to: string };

/** Whether annotations of these labels may stand at the ends of that kind. */
export const mayJoin = ({ from, to }: Pick<RelationKind, 'from' | 'to'>, ends: Ends): boolean =>
  (from.length === 0 || from.includes(ends.from)) && (to.length === 0 || to.includes(ends.to));

/** The kinds that may join two annotations of these labels, in the codebook's order. */
export const listKindsThatFit = (kinds: readonly RelationKind[], ends: Ends): RelationKind[] =>
  kinds.filter((kind) => !kind.retired && mayJoin(kind, ends));
