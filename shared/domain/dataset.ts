import { z } from 'zod';
import { AnnotationFilter } from './filter.ts';

/** Every format that a dataset can be written in. */
export const FormatName = z.enum([
  'jsonl',
  'csv',
  'tsv',
  'brat',
  'webanno-tsv',
  'xmi',
  'cas-json',
  'doccano',
  'label-studio',
  'prodigy',
  'conll-2003',
  'conll-2012',
  'conll-u',
  'w3c',
  'tei',
  'qdpx',
  'hugging-face',
  'claimreview',
  'xlsx',
]);
export type FormatName = z.infer<typeof FormatName>;

/** What offsets count: UTF-16 code units, Unicode code points, grapheme clusters, or bytes of UTF-8. */
export const OffsetUnit = z.enum(['utf16', 'codepoint', 'grapheme', 'byte']);
export type OffsetUnit = z.infer<typeof OffsetUnit>;

/** Which links to entities a dataset names: also those that a rule made, or only those of people. */
export const LinkChoice = z.enum(['all', 'person']);
export type LinkChoice = z.infer<typeof LinkChoice>;

/**
 * What counts as checked: accepted or corrected by one other person; by two; or settled between people who tagged the article apart,
 * which holds for the second too.
 */
export const CheckedBy = z.enum(['one', 'two', 'adjudicated']);
export type CheckedBy = z.infer<typeof CheckedBy>;

/** One part of a dataset that was split for training and testing. */
export const PartName = z.enum(['train', 'dev', 'test']);
export type PartName = z.infer<typeof PartName>;

/**
 * How articles are dealt out, as shares that sum to 1: whole articles, each outlet in the same shares, near copies in one part.
 * The same seed deals the same corpus out in the same way.
 */
export const DatasetSplit = z.object({
  shares: z
    .object({ train: z.number().min(0).max(1), dev: z.number().min(0).max(1), test: z.number().min(0).max(1) })
    .refine(({ train, dev, test }) => Math.abs(train + dev + test - 1) < 1e-6, 'The shares sum to 1'),
  seed: z.int().nonnegative(),
});
export type DatasetSplit = z.infer<typeof DatasetSplit>;

/**
 * What else a format leaves open: `unit` of offsets (none: the format's own), tags of CoNLL-2003, files of Hugging Face, and whether
 * tables begin with a byte order mark, by which Excel knows that they are UTF-8.
 */
export const FormatOptions = z.object({
  unit: OffsetUnit.optional(),
  scheme: z.enum(['iob1', 'iob2']).default('iob2'),
  container: z.enum(['jsonl', 'parquet']).default('jsonl'),
  bom: z.boolean().optional(),
});
export type FormatOptions = z.infer<typeof FormatOptions>;

/**
 * What a dataset is made of. `text`: articles with their text, or by its hash only, with the quotes of what is tagged.
 * `names`: how annotators are called in it. `checkedOnly`: without what is not checked.
 */
export const DatasetChoice = z.object({
  format: FormatName,
  options: FormatOptions.prefault({}),
  filter: AnnotationFilter.default({}),
  links: LinkChoice.default('all'),
  checkedBy: CheckedBy.default('one'),
  checkedOnly: z.boolean().default(false),
  split: DatasetSplit.nullable().default(null),
  text: z.enum(['whole', 'hash']).default('whole'),
  names: z.enum(['names', 'initials', 'numbers']).default('names'),
});
export type DatasetChoice = z.infer<typeof DatasetChoice>;
/** As a caller gives it: all but the format may be left out. */
export type DatasetChoiceInput = z.input<typeof DatasetChoice>;

/**
 * What may be lost. `overlap`: an annotation that stands across or within another is left out. `gap-joined`: one of several parts
 * becomes one from the first to the last; `gap-split`: each part becomes an annotation of its own. `attribute`: the value of
 * one attribute; `kept`: values of an earlier label's attributes. `moved`: its borders, or white space in it, are changed.
 * `renamed`: a label, kind or attribute goes by another name. `changed`: some words of a note or value are written in another way.
 * `title`, `outlet`, `date`, `text`: of the article; `event-card` and `aliases`: of the dataset; the others of one annotation.
 */
export const LossKind = z.enum([
  'overlap',
  'gap-joined',
  'gap-split',
  'relation',
  'attribute',
  'kept',
  'entity',
  'note',
  'state',
  'annotator',
  'uid',
  'moved',
  'renamed',
  'changed',
  'title',
  'outlet',
  'date',
  'text',
  'aliases',
  'event-card',
]);
export type LossKind = z.infer<typeof LossKind>;

/**
 * Something that a format cannot carry, and what it keeps instead. `annotation`: uid of the annotation, or of the relation,
 * article, entity or event card; `part`: the attribute, where it is one. `quote`: words to know it by.
 */
export const Loss = z.object({
  kind: LossKind,
  annotation: z.string(),
  part: z.string().optional(),
  quote: z.string(),
  what: z.string(),
  kept: z.string(),
});
export type Loss = z.infer<typeof Loss>;

/** All losses of one sort: how many, with the first of them. */
export const LossGroup = z.object({
  kind: LossKind,
  what: z.string(),
  kept: z.string(),
  count: z.int(),
  first: z.array(Loss),
});
export type LossGroup = z.infer<typeof LossGroup>;

/** One check before writing: `done` of `total` hold; it passes where they are equal. */
export const DatasetCheck = z.object({
  name: z.enum(['quotes', 'texts', 'no-suggestion', 'parts-share-no-copy']),
  done: z.int(),
  total: z.int(),
});
export type DatasetCheck = z.infer<typeof DatasetCheck>;

/**
 * What a dataset would hold. `card` is its README.md, `sample` the beginning of its first file. `offered` counts the
 * annotations of the articles that are meant before labels and annotators are chosen among, by name.
 */
export const DatasetPreview = z.object({
  articles: z.int(),
  annotations: z.int(),
  relations: z.int(),
  byLabel: z.record(z.string(), z.int()),
  offered: z.object({ labels: z.record(z.string(), z.int()), annotators: z.record(z.string(), z.int()) }),
  /** What the format's offsets may count, its own first, and whether it says nothing without texts. */
  units: z.array(OffsetUnit),
  needsText: z.boolean(),
  parts: z.partialRecord(PartName, z.int()),
  files: z.array(z.object({ name: z.string(), sizeBytes: z.int() })),
  losses: z.array(LossGroup),
  checks: z.array(DatasetCheck),
  card: z.string(),
  sample: z.string(),
  /** Quotes that do not stand at their offsets any more; a dataset is not written while there are any. */
  mismatches: z.int(),
});
export type DatasetPreview = z.infer<typeof DatasetPreview>;

/** `annotations`: those that are written. `losses` names each, up to the first 10,000 of a sort. */
export const ExportReport = z.object({
  files: z.array(z.string()),
  articles: z.int(),
  annotations: z.int(),
  relations: z.int(),
  losses: z.array(Loss),
  lost: z.array(LossGroup.omit({ first: true })),
  checked: z.object({ annotations: z.int(), files: z.int(), mismatches: z.int() }),
});
export type ExportReport = z.infer<typeof ExportReport>;

/** A choice that is kept by name, to be made again. `annotator` kept it. */
export const SavedDataset = z.object({
  uid: z.string(),
  name: z.string(),
  annotator: z.string(),
  choice: DatasetChoice,
});
export type SavedDataset = z.infer<typeof SavedDataset>;
