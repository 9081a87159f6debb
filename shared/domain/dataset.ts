import { z } from 'zod';
import { AnnotationId } from './ids.ts';

export const FormatName = z.enum(['jsonl', 'csv']);
export type FormatName = z.infer<typeof FormatName>;

/** Which links to entities a dataset names: also those that a rule made, or only those of people. */
export const LinkChoice = z.enum(['all', 'person']);
export type LinkChoice = z.infer<typeof LinkChoice>;

/** Something about one annotation that a format cannot carry, and what it keeps instead. `quote` is what it is put on. */
export const Loss = z.object({ annotation: AnnotationId, quote: z.string(), what: z.string(), kept: z.string() });
export type Loss = z.infer<typeof Loss>;

/**
 * What a dataset would hold. `card` is its README.md, `sample` the beginning of its first file. `offered` counts the
 * annotations of the articles that are meant before labels and annotators are chosen among, by name.
 */
export const DatasetPreview = z.object({
  articles: z.int(),
  annotations: z.int(),
  byLabel: z.record(z.string(), z.int()),
  offered: z.object({ labels: z.record(z.string(), z.int()), annotators: z.record(z.string(), z.int()) }),
  files: z.array(z.object({ name: z.string(), sizeBytes: z.int() })),
  losses: z.array(Loss),
  card: z.string(),
  sample: z.string(),
  /** Quotes that do not stand at their offsets any more; a dataset is not written while there are any. */
  mismatches: z.int(),
});
export type DatasetPreview = z.infer<typeof DatasetPreview>;

export const ExportReport = z.object({
  files: z.array(z.string()),
  articles: z.int(),
  annotations: z.int(),
  losses: z.array(Loss),
  checked: z.object({ annotations: z.int(), files: z.int(), mismatches: z.int() }),
});
export type ExportReport = z.infer<typeof ExportReport>;
