import { z } from 'zod';

/**
 * The beginning of a uid, long enough to be typed by a person; the worker resolves it or says that it is not unique.
 *
 * Unit: 8 to 36 characters of the usual 8-4-4-4-12 writing, lower case.
 */
const uidOrBeginning = z
  .string()
  .regex(/^[0-9a-f]{8}[0-9a-f-]{0,28}$/, 'A uid, or its first 8 or more characters, is expected');

export const ArticleId = z.uuid().brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;
export const ArticleRef = uidOrBeginning.brand<'ArticleRef'>();
export type ArticleRef = z.infer<typeof ArticleRef>;

export const AnnotationId = z.uuid().brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof AnnotationId>;
export const AnnotationRef = uidOrBeginning.brand<'AnnotationRef'>();
export type AnnotationRef = z.infer<typeof AnnotationRef>;

export const EntityId = z.uuid().brand<'EntityId'>();
export type EntityId = z.infer<typeof EntityId>;
export const RelationId = z.uuid().brand<'RelationId'>();
export type RelationId = z.infer<typeof RelationId>;
export const RelationRef = uidOrBeginning.brand<'RelationRef'>();
export type RelationRef = z.infer<typeof RelationRef>;
export const ClusterId = z.uuid().brand<'ClusterId'>();
export type ClusterId = z.infer<typeof ClusterId>;
export const ClusterRef = uidOrBeginning.brand<'ClusterRef'>();
export type ClusterRef = z.infer<typeof ClusterRef>;
export const ReviewId = z.uuid().brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;
export const ReviewRef = uidOrBeginning.brand<'ReviewRef'>();
export type ReviewRef = z.infer<typeof ReviewRef>;
export const SettlementId = z.uuid().brand<'SettlementId'>();
export type SettlementId = z.infer<typeof SettlementId>;
export const AnnotatorId = z.uuid().brand<'AnnotatorId'>();
export type AnnotatorId = z.infer<typeof AnnotatorId>;
export const AttributeId = z.uuid().brand<'AttributeId'>();
export type AttributeId = z.infer<typeof AttributeId>;

export const LabelId = z.uuid().brand<'LabelId'>();
export type LabelId = z.infer<typeof LabelId>;
export const OutletId = z.uuid().brand<'OutletId'>();
export type OutletId = z.infer<typeof OutletId>;
export const RuleId = z.uuid().brand<'RuleId'>();
export type RuleId = z.infer<typeof RuleId>;
export const RuleRef = uidOrBeginning.brand<'RuleRef'>();
export type RuleRef = z.infer<typeof RuleRef>;
export const SavedFilterId = z.uuid().brand<'SavedFilterId'>();
export type SavedFilterId = z.infer<typeof SavedFilterId>;
export const StepId = z.uuid().brand<'StepId'>();
export type StepId = z.infer<typeof StepId>;
export const StepRef = uidOrBeginning.brand<'StepRef'>();
export type StepRef = z.infer<typeof StepRef>;
/** Anything that the journal names: a row of any kind. */
export const TargetRef = uidOrBeginning.brand<'TargetRef'>();
export type TargetRef = z.infer<typeof TargetRef>;

/** Names a file or folder that a door gave out; a page never sees a path. */
export const Handle = z.string().min(1).max(200).brand<'Handle'>();
export type Handle = z.infer<typeof Handle>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
