import { z } from 'zod';
import { FormatName, OffsetUnit } from './dataset.ts';
import { AnnotationId, ArticleId } from './ids.ts';
import { typedName } from './typed-text.ts';

/** How files are read: in which format, and what their offsets count, where they do not say it; `auto`: as they look. */
export const ReadingChoice = z.object({
  format: z.union([FormatName, z.literal('auto')]).default('auto'),
  unit: z.union([OffsetUnit, z.literal('auto')]).default('auto'),
});
export type ReadingChoice = z.infer<typeof ReadingChoice>;

/** What a name in files may stand for. */
export const NameSort = z.enum(['label', 'relation', 'attribute', 'annotator']);
export type NameSort = z.infer<typeof NameSort>;

/**
 * What a name of the files stands for here. `ours`: one that is not here yet is made; null leaves it out, and what an annotator
 * who is left out tagged goes to whoever imports. Of an attribute it is the name under each label that has values of it.
 */
export const NameMapping = z.object({ sort: NameSort, theirs: z.string(), ours: typedName(200).nullable() });
export type NameMapping = z.infer<typeof NameMapping>;

/**
 * A name of the files, how often it stands there, and what it is taken for. `by`: because the person said so now or before, it is
 * the same, its word is a common one for it, or it is new; a name that cannot be one here, or that the codebook has no room for, is
 * left out. `theirs`: of a very long one its beginning, with a hash that tells it from others.
 */
export const FoundName = NameMapping.extend({
  ours: z.string().nullable(),
  count: z.int(),
  by: z.enum(['chosen', 'remembered', 'same-name', 'common-word', 'new', 'left', 'no-room']),
  isNew: z.boolean(),
});
export type FoundName = z.infer<typeof FoundName>;

/** How an annotation, or relation, of the files differs from what is here; `deleted`: it was given out, and is not in them. */
export const DifferenceKind = z.enum(['new', 'changed', 'deleted']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/** What of an annotation is otherwise, with words for it as it is here and in the files. */
export const ChangedPart = z.object({
  what: z.enum(['span', 'label', 'entity', 'attributes', 'note']),
  before: z.string(),
  after: z.string(),
});
export type ChangedPart = z.infer<typeof ChangedPart>;

/**
 * One difference, which can be taken by its `key`. `annotation`: the one here. `isOwn`: whether taking it edits or removes; else
 * it is another's, and taking it corrects or rejects. `article`: null where it is not here yet. `start`: in UTF-16. `place`: the
 * file, and where in it.
 */
export const Difference = z.object({
  key: z.string(),
  kind: DifferenceKind,
  of: z.enum(['annotation', 'relation']),
  annotation: AnnotationId.nullable(),
  article: ArticleId.nullable(),
  title: z.string(),
  label: z.string(),
  quote: z.string(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  annotator: z.string(),
  isOwn: z.boolean(),
  changes: z.array(ChangedPart),
  place: z.string(),
});
export type Difference = z.infer<typeof Difference>;

/**
 * What is said of the files beside differences. `refused`: parts that cannot be read; `unplaced`: annotations that stand nowhere;
 * `moved`: those that follow their words, or were widened to whole characters; `left`: what has no place here; `values`: those that
 * do not fit their attribute; `without-text`: texts that are neither in the files nor here.
 */
export const NoteKind = z.enum(['refused', 'unplaced', 'moved', 'left', 'values', 'without-text']);
export type NoteKind = z.infer<typeof NoteKind>;

/** `place`: where in the file, or the line of it. */
export const ReadingNote = z.object({
  kind: NoteKind,
  file: z.string(),
  place: z.string(),
  what: z.string(),
  quote: z.string(),
  count: z.int(),
});
export type ReadingNote = z.infer<typeof ReadingNote>;

const DifferenceCounts = z.object({ same: z.int(), new: z.int(), changed: z.int(), deleted: z.int() });

/**
 * What files would bring. `agreement`: of the annotations, those with words beside their offsets, those where both agree, those that
 * follow their words, were widened, or stand nowhere. `unit`: what offsets were taken to count. `plan` names it for its lists.
 */
export const InterchangePlan = z.object({
  plan: z.string(),
  format: FormatName,
  unit: OffsetUnit,
  agreement: z.object({
    annotations: z.int(),
    quoted: z.int(),
    agree: z.int(),
    moved: z.int(),
    widened: z.int(),
    unplaced: z.int(),
  }),
  documents: z.object({ here: z.int(), new: z.int(), withoutText: z.int() }),
  names: z.array(FoundName),
  annotations: DifferenceCounts,
  relations: DifferenceCounts,
  notes: z.record(NoteKind, z.int()),
});
export type InterchangePlan = z.infer<typeof InterchangePlan>;

/** Which differences are taken: all, those of some kinds, or single ones by key. */
export const TakeChoice = z.union([
  z.literal('all'),
  z.object({ kinds: z.array(DifferenceKind).min(1) }),
  z.object({ keys: z.array(z.string()).min(1).max(100_000) }),
]);
export type TakeChoice = z.infer<typeof TakeChoice>;

/** What an import of annotations did. `made`: names that are new here; `notes`: the first of each kind, with their numbers. */
export const ImportedAnnotations = z.object({
  format: FormatName,
  articles: z.object({ imported: z.int(), here: z.int() }),
  annotations: z.object({
    added: z.int(),
    changed: z.int(),
    corrected: z.int(),
    removed: z.int(),
    rejected: z.int(),
    same: z.int(),
  }),
  relations: z.object({ added: z.int(), changed: z.int(), removed: z.int(), rejected: z.int(), same: z.int() }),
  made: z.object({
    labels: z.array(z.string()),
    attributes: z.array(z.string()),
    relationKinds: z.array(z.string()),
    people: z.array(z.string()),
    entities: z.int(),
    eventCards: z.int(),
  }),
  counts: z.record(NoteKind, z.int()),
  notes: z.array(ReadingNote),
});
export type ImportedAnnotations = z.infer<typeof ImportedAnnotations>;
