import { z } from 'zod';
import { DatasetChoice, DatasetPreview, ExportReport, SavedDataset } from '../domain/dataset.ts';
import { Handle } from '../domain/ids.ts';
import { typedName } from '../domain/typed-text.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

export const datasetCalls = {
  /** What would be written, what the format cannot carry, and whether the checks before writing pass. */
  'dataset:preview': {
    input: DatasetChoice,
    output: DatasetPreview,
    errors: [...READ_ERRORS, ...FILTER_ERRORS, 'format-unknown', 'unit-unfit', 'text-needed', 'cancelled'],
    access: 'read',
    job: true,
    long: true,
  },
  /** Writes a dataset into a new or empty folder: all of its files, or none. */
  'dataset:export': {
    input: DatasetChoice.extend({ folder: Handle }),
    output: ExportReport,
    errors: [
      ...READ_ERRORS,
      ...FILTER_ERRORS,
      'format-unknown',
      'unit-unfit',
      'text-needed',
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
  /** Choices that are kept by name, in order of name. */
  'dataset:list': {
    input: z.object({}),
    output: z.object({ datasets: z.array(SavedDataset) }),
    errors: READ_ERRORS,
    access: 'read',
  },
  /** Keeps a choice by name; one that has the name already is changed. */
  'dataset:save': {
    input: z.object({ name: typedName(100), choice: DatasetChoice }),
    output: SavedDataset,
    errors: WRITE_ERRORS,
    access: 'write',
  },
  'dataset:remove': {
    input: z.object({ name: typedName(100) }),
    output: z.object({}),
    errors: [...WRITE_ERRORS, 'dataset-unknown'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
