import { z } from 'zod';
import { CorpusStatus, RecentCorpus, Verification } from '../domain/corpus.ts';
import { Handle } from '../domain/ids.ts';
import { ChangedKeys, LastLooks, PageSettings, ReadingChanges } from '../domain/settings.ts';
import { typedName } from '../domain/typed-text.ts';
import { READ_ERRORS, type Channel } from './channel.ts';

const openErrors = [
  'corpus-missing',
  'not-a-corpus',
  'corpus-newer',
  'corpus-altered',
  'corpus-damaged',
  'corpus-in-use',
  'corpus-read-only',
  'not-durable',
  'folder-read-only',
  'folder-missing',
  'disk-full',
  'disk-failed',
  'handle-unknown',
] as const;

const FolderListing = z.object({
  folder: z.string(),
  handle: Handle,
  parent: Handle.nullable(),
  places: z.array(z.object({ name: z.string(), handle: Handle })),
  entries: z.array(z.object({ name: z.string(), kind: z.enum(['folder', 'corpus']), handle: Handle })),
});
export type FolderListing = z.infer<typeof FolderListing>;

export const corpusCalls = {
  /** What this Galley is, and what stands behind it. */
  'app:about': {
    input: z.object({}),
    output: z.object({ version: z.string(), sqlite: z.string(), node: z.string() }),
    errors: [],
    access: 'none',
  },
  'settings:get': { input: z.object({}), output: PageSettings, errors: [], access: 'none' },
  'settings:set': {
    // without their defaults: what is not named stays as it is
    input: z
      .object({
        name: PageSettings.shape.name.removeDefault(),
        theme: PageSettings.shape.theme.removeDefault(),
        reading: ReadingChanges,
        keys: ChangedKeys,
        looked: LastLooks,
      })
      .partial(),
    output: PageSettings,
    errors: ['disk-failed', 'disk-full', 'folder-read-only'],
    access: 'none',
  },

  /** The corpus that is open, or null. */
  'corpus:status': { input: z.object({}), output: CorpusStatus.nullable(), errors: READ_ERRORS, access: 'none' },

  /** Opens a file that a door gave a handle for; the one that was open is closed. Without `write` it is only read. */
  'corpus:open': {
    input: z.object({ handle: Handle, write: z.boolean().default(true) }),
    output: CorpusStatus,
    errors: openErrors,
    access: 'none',
  },

  /** Makes `<name>.galley` in a folder (the person's Documents/Galley when none is given) and opens it. */
  'corpus:new': {
    input: z.object({ folder: Handle.optional(), name: typedName(100) }),
    output: CorpusStatus,
    errors: [...openErrors, 'corpus-exists', 'no-annotator'],
    access: 'none',
  },

  /** Makes a corpus at a path that a door gave a handle for, and opens it. */
  'corpus:create': {
    input: z.object({ handle: Handle }),
    output: CorpusStatus,
    errors: [...openErrors, 'corpus-exists', 'no-annotator'],
    access: 'none',
  },

  /** Opens a fresh copy of the sample corpus in the person's Documents/Galley. */
  'corpus:open-sample': { input: z.object({}), output: CorpusStatus, errors: openErrors, access: 'none' },

  'corpus:recent': { input: z.object({}), output: z.array(RecentCorpus), errors: [], access: 'none' },

  /** Writing starts although the check after an unclean close has not ended: the person said so. */
  'corpus:write-anyway': { input: z.object({}), output: CorpusStatus, errors: READ_ERRORS, access: 'read' },

  /**
   * Checks structure, offsets, quotes, hashes and the journal, and replays the journal beside the tables. With `rebuild` it
   * first makes anew what is derived from them, which needs the right to write.
   */
  'corpus:verify': {
    input: z.object({ rebuild: z.boolean().default(false) }),
    output: Verification,
    errors: [...READ_ERRORS, 'cancelled', 'corpus-read-only', 'corpus-being-checked', 'corpus-replaced'],
    access: 'read',
    job: true,
    long: ({ rebuild }: { rebuild: boolean }) => !rebuild, // what makes tables anew writes
  },

  /** Folders and corpora of this computer, for doors that have no dialogs of their own. */
  'places:list': {
    input: z.object({ folder: Handle.optional() }),
    output: FolderListing,
    errors: ['handle-unknown', 'folder-missing', 'folder-read-only'],
    access: 'none',
  },
} as const satisfies Record<string, Channel>;
