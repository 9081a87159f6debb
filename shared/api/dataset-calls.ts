import { z } from 'zod';
import { DatasetPreview, ExportReport, FormatName } from '../domain/dataset.ts';
import { AnnotationFilter } from '../domain/filter.ts';
import { Handle } from '../domain/ids.ts';
import { READ_ERRORS, type Channel } from './channel.ts';

export const datasetCalls = {
  /** What would be written, what the format cannot carry, and whether the checks before writing pass. */
  'dataset:preview': {
    input: z.object({ format: FormatName, filter: AnnotationFilter.default({}) }),
    output: DatasetPreview,
    errors: [...READ_ERRORS, 'article-unknown', 'uid-ambiguous', 'cancelled'],
    access: 'read',
    job: true,
  },
  /** Writes a dataset into a new or empty folder: all of its files, or none. */
  'dataset:export': {
    input: z.object({ format: FormatName, filter: AnnotationFilter.default({}), folder: Handle }),
    output: ExportReport,
    errors: [
      ...READ_ERRORS,
      'article-unknown',
      'uid-ambiguous',
      'handle-unknown',
      'folder-not-empty',
      'folder-read-only',
      'folder-missing',
      'export-mismatch',
      'cancelled',
    ],
    access: 'read',
    job: true,
  },
} as const satisfies Record<string, Channel>;
