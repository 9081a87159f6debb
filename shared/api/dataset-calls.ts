import { z } from 'zod';
import { DatasetPreview, ExportReport, FormatName, LinkChoice } from '../domain/dataset.ts';
import { AnnotationFilter } from '../domain/filter.ts';
import { Handle } from '../domain/ids.ts';
import { FILTER_ERRORS, READ_ERRORS, type Channel } from './channel.ts';

const choice = { format: FormatName, filter: AnnotationFilter.default({}), links: LinkChoice.default('all') };

export const datasetCalls = {
  /** What would be written, what the format cannot carry, and whether the checks before writing pass. */
  'dataset:preview': {
    input: z.object(choice),
    output: DatasetPreview,
    errors: [...READ_ERRORS, ...FILTER_ERRORS, 'cancelled'],
    access: 'read',
    job: true,
    long: true,
  },
  /** Writes a dataset into a new or empty folder: all of its files, or none. */
  'dataset:export': {
    input: z.object({ ...choice, folder: Handle }),
    output: ExportReport,
    errors: [
      ...READ_ERRORS,
      ...FILTER_ERRORS,
      'handle-unknown',
      'folder-not-empty',
      'folder-read-only',
      'folder-missing',
      'export-mismatch',
      'cancelled',
    ],
    access: 'read',
    job: true,
    long: true,
  },
} as const satisfies Record<string, Channel>;
