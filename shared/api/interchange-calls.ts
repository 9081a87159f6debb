import { z } from 'zod';
import { FormatName } from '../domain/dataset.ts';
import { Handle } from '../domain/ids.ts';
import {
  Difference,
  DifferenceKind,
  ImportedAnnotations,
  InterchangePlan,
  NameMapping,
  NoteKind,
  ReadingChoice,
  ReadingNote,
  TakeChoice,
} from '../domain/interchange.ts';
import { typedName } from '../domain/typed-text.ts';
import { READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const files = z.array(Handle).min(1).max(10_000);
const fileErrors = [
  'handle-unknown',
  'file-missing',
  'file-unreadable',
  'file-binary',
  'archive-bomb',
  'archive-unreadable',
  'format-invalid',
  'cancelled',
] as const;
const page = { offset: z.int().nonnegative().default(0), limit: z.int().min(1).max(1000).default(100) };

const reading = ReadingChoice.extend({
  files,
  /** What the person said of names; the others are guessed. */
  mapping: z.array(NameMapping).max(10_000).default([]),
  /** Whose annotations are that name nobody: by name; null means whoever imports. */
  annotator: typedName(200).nullable().default(null),
});

/** Annotations that another tool, or we, made: files, a folder or a ZIP. */
export const interchangeCalls = {
  /**
   * What files look like: those that are read together, with their format; null where they are no annotations that can be read, but
   * perhaps articles. `format`: of all of them, where they are one.
   */
  'interchange:recognise': {
    input: z.object({ files }),
    output: z.object({
      format: FormatName.nullable(),
      groups: z.array(z.object({ format: FormatName.nullable(), files: z.array(Handle) })),
    }),
    errors: fileErrors,
    access: 'none',
    job: true,
  },
  /** What files would bring, compared with what is here. Nothing is written. */
  'interchange:plan': {
    input: reading,
    output: InterchangePlan,
    errors: [...READ_ERRORS, ...fileErrors, 'files-of-no-format', 'format-unknown'],
    access: 'read',
    job: true,
    long: true,
  },
  /** Differences of a plan, in the order of the files; `isWhole` is false where there were too many to keep them all. */
  'interchange:differences': {
    input: z.object({ plan: z.string(), kinds: z.array(DifferenceKind).min(1), ...page }),
    output: z.object({ total: z.int(), isWhole: z.boolean(), differences: z.array(Difference) }),
    errors: [...READ_ERRORS, 'plan-gone'],
    access: 'read',
    long: true,
  },
  /** What else a plan has to say, in the order of the files. */
  'interchange:notes': {
    input: z.object({ plan: z.string(), kinds: z.array(NoteKind).min(1), ...page }),
    output: z.object({ total: z.int(), isWhole: z.boolean(), notes: z.array(ReadingNote) }),
    errors: [...READ_ERRORS, 'plan-gone'],
    access: 'read',
    long: true,
  },
  /** Takes what files bring, all as one step; the mapping is kept for the next time. */
  'interchange:import': {
    input: reading.extend({ take: TakeChoice.default('all') }),
    output: ImportedAnnotations,
    errors: [...WRITE_ERRORS, ...fileErrors, 'files-of-no-format', 'format-unknown', 'file-changed'],
    access: 'write',
    job: true,
  },
} as const satisfies Record<string, Channel>;
