import { z } from 'zod';
import { Backup, Copy, Recovery } from '../domain/backup.ts';
import { CorpusStatus } from '../domain/corpus.ts';
import { Handle, StepRef } from '../domain/ids.ts';
import { typedName } from '../domain/typed-text.ts';
import { READ_ERRORS, type Channel } from './channel.ts';

const copyErrors = [
  ...READ_ERRORS,
  'corpus-exists',
  'corpus-missing',
  'not-a-corpus',
  'corpus-newer',
  'corpus-altered',
  'folder-missing',
  'folder-read-only',
  'handle-unknown',
  'copy-unsound',
  'not-durable',
] as const;

export const keepingCalls = {
  /** Writes a checked copy of the open corpus to a path that a door gave a handle for, or as `<name>.galley` in a folder. */
  'keeping:backup': {
    input: z.union([z.object({ handle: Handle }), z.object({ folder: Handle.optional(), name: typedName(100) })]),
    output: Copy,
    errors: [...copyErrors, 'cancelled'],
    access: 'read',
    job: true,
  },
  /** Backs the open corpus up into its folder of backups; null where the newest one holds the same already. */
  'keeping:backup-now': {
    input: z.object({}),
    output: Copy.nullable(),
    errors: [...copyErrors, 'cancelled'],
    access: 'read',
    job: true,
  },
  /** What the open corpus, or the one at a handle, can be made again from, newest first. */
  'keeping:list-backups': {
    input: z.object({ corpus: Handle.optional() }),
    output: z.object({ folder: z.string(), isChosen: z.boolean(), backups: z.array(Backup) }),
    errors: [...READ_ERRORS, 'handle-unknown'],
    access: 'none',
  },
  /** Chooses the folder in which backups of all corpora are put; null: beside each corpus. */
  'keeping:set-folder': {
    input: z.object({ folder: Handle.nullable() }),
    output: z.object({ folder: z.string().nullable() }),
    errors: ['handle-unknown', 'folder-read-only', 'disk-full', 'disk-failed'],
    access: 'none',
  },
  /**
   * Puts a copy of a backup in the place of the open corpus, or of the one at a handle, and opens it. What was there before
   * is kept beside it as `aside`, and can be restored in its turn. How far it is comes as the event `progress`.
   */
  'keeping:restore': {
    input: z.object({ backup: Handle, corpus: Handle.optional() }),
    output: z.object({ status: CorpusStatus, aside: z.string().nullable() }),
    errors: [...copyErrors, 'corpus-read-only'],
    access: 'none',
  },
  /**
   * Makes a new corpus of all that can be read of a damaged file, which is not changed: at a path that a door gave a handle
   * for, or as `<name>.galley` in a folder, else beside the damaged one. `handle` opens it.
   */
  'keeping:recover': {
    input: z.union([
      z.object({ file: Handle, out: Handle }),
      z.object({ file: Handle, folder: Handle.optional(), name: typedName(100) }),
    ]),
    output: Recovery.extend({ handle: Handle }),
    errors: [...copyErrors, 'nothing-to-recover', 'cancelled'],
    access: 'none',
    job: true,
  },
  /** Makes the corpus as it was after a step, or at a moment, in a private folder; `handle` is shown by `keeping:show-as-of`. */
  'keeping:as-of': {
    input: z.union([z.object({ step: StepRef }), z.object({ at: z.iso.datetime() })]),
    output: z.object({ handle: Handle, problems: z.array(z.string()) }),
    errors: [...READ_ERRORS, 'step-unknown', 'uid-ambiguous', 'cancelled'],
    access: 'read',
    job: true,
  },
  /** Shows what `keeping:as-of` made, for reading, in place of the open corpus, which stays open behind it. */
  'keeping:show-as-of': {
    input: z.object({ handle: Handle }),
    output: CorpusStatus,
    errors: [...READ_ERRORS, 'handle-unknown', 'corpus-missing', 'not-a-corpus', 'corpus-altered'],
    access: 'read',
  },
  /** Goes back from the corpus as it was to the corpus as it is. */
  'keeping:back-to-now': { input: z.object({}), output: CorpusStatus, errors: READ_ERRORS, access: 'read' },
} as const satisfies Record<string, Channel>;
