import { z } from 'zod';
import { ArticleId, StepId } from './ids.ts';

/**
 * How much of a merge is listed; more is counted. `conflicts`: of a plan; `changes`: of each sort and kind of it; `pastConflicts`: of a
 * merge that was done, which keeps them.
 */
export const MERGE_LISTED = { conflicts: 20_000, changes: 1000, pastConflicts: 2000 } as const;

/** Whose value of a field: of the corpus that is open, or of the copy that is merged into it. */
export const MergeSide = z.enum(['mine', 'theirs']);
export type MergeSide = z.infer<typeof MergeSide>;

/** How many rows of which kind, as the journal names kinds; kinds without any are left out. */
export const CountByKind = z.record(z.string(), z.int());
export type CountByKind = z.infer<typeof CountByKind>;

/** What one side says, by whom and when. `value`: in words, null where it is empty; `isRemoved`: the row was taken away there. */
export const MergeValue = z.object({
  value: z.string().nullable(),
  isRemoved: z.boolean(),
  annotator: z.string(),
  at: z.string(),
});
export type MergeValue = z.infer<typeof MergeValue>;

/**
 * One field that both changed, neither having seen the other's change; or, where `field` is null, a row that one changed and the
 * other removed. `taken`: what stands, by the rule or (`isChosen`) as a person settled it. `key` names it for that.
 * `article` and `quote`: where it is one of an article; `title`: the article's, or the row's own name.
 */
export const MergeConflict = z.object({
  key: z.string(),
  kind: z.string(),
  target: z.uuid(),
  article: ArticleId.nullable(),
  title: z.string(),
  quote: z.string(),
  field: z.string().nullable(),
  mine: MergeValue,
  theirs: MergeValue,
  taken: MergeSide,
  isChosen: z.boolean(),
});
export type MergeConflict = z.infer<typeof MergeConflict>;

/** Kinds of which two rows of one name are a difficulty. */
export const NamedKind = z.enum(['label', 'attribute', 'relation_kind', 'entity', 'outlet', 'annotator']);
export type NamedKind = z.infer<typeof NamedKind>;

/** One name under two uids. `of`: the label of an attribute or entity. `stays`: whose uid both go by, once they are said to be one. */
export const SameName = z.object({
  kind: NamedKind,
  name: z.string(),
  of: z.string().nullable(),
  mine: z.uuid(),
  theirs: z.uuid(),
  stays: MergeSide,
});
export type SameName = z.infer<typeof SameName>;

export const MergeChangeKind = z.enum(['add', 'change', 'remove']);
export type MergeChangeKind = z.infer<typeof MergeChangeKind>;

/**
 * One row that is otherwise once both are one. `before` and `after` of the fields that change (of a row that comes or goes, those
 * that say most), in words.
 */
export const MergeChange = z.object({
  change: MergeChangeKind,
  kind: z.string(),
  target: z.uuid(),
  article: ArticleId.nullable(),
  title: z.string(),
  quote: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type MergeChange = z.infer<typeof MergeChange>;

/** The copy that is merged. `people`: who did what is new in it; `isPackage`: it was handed out as a part of a corpus. */
const MergedCopy = z.object({
  file: z.string(),
  title: z.string(),
  isSameCorpus: z.boolean(),
  isPackage: z.boolean(),
  people: z.array(z.string()),
  newest: z.string().nullable(),
});

/** What both come to. `steps`: that are new here; `erased`: journal rows whose words were erased, which say nothing any more. */
const outcome = {
  other: MergedCopy,
  /** Nothing in it is new. */
  same: z.boolean(),
  steps: z.int(),
  erased: z.int(),
  add: CountByKind,
  change: CountByKind,
  remove: CountByKind,
  conflictCount: z.int(),
  /** Names that are one under two uids, or were taken for one. */
  sameNames: z.array(SameName),
};

/**
 * What a merge would do; nothing is written. `plan` names it for its lists of conflicts and changes. `sameNames` have to be agreed
 * to before it can be done.
 */
export const MergePlan = z.object({ plan: z.string(), ...outcome });
export type MergePlan = z.infer<typeof MergePlan>;

/** What a merge did. `step` is null where there was nothing to do; `conflicts`: the first of them. */
export const MergeReport = z.object({ step: StepId.nullable(), ...outcome, conflicts: z.array(MergeConflict) });
export type MergeReport = z.infer<typeof MergeReport>;

/** A merge that was done. `isStanding`: it was not undone. */
export const PastMerge = z.object({
  step: StepId,
  at: z.string(),
  annotator: z.string(),
  isStanding: z.boolean(),
  file: z.string(),
  people: z.array(z.string()),
  steps: z.int(),
  conflictCount: z.int(),
});
export type PastMerge = z.infer<typeof PastMerge>;
