import { z } from 'zod';
import { ArticleFilter } from '../domain/filter.ts';
import { HandedOut } from '../domain/hand-out.ts';
import { Handle } from '../domain/ids.ts';
import { typedName } from '../domain/typed-text.ts';
import { FILTER_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

export const handOutCalls = {
  /**
   * Assigns articles to a person, by name or uid, and writes them with codebook and entities as a corpus of its own, to be merged later: to a path
   * that a door gave a handle for, or as `<name>.galley` in a folder. `isBlind`: without what others tagged.
   */
  'packages:write': {
    input: z.object({
      for: typedName(100),
      filter: ArticleFilter.prefault({}),
      isBlind: z.boolean().default(false),
      to: z.union([z.object({ handle: Handle }), z.object({ folder: Handle.optional(), name: typedName(100) })]),
    }),
    output: HandedOut,
    errors: [
      ...WRITE_ERRORS,
      ...FILTER_ERRORS,
      'person-unknown',
      'nothing-to-hand-out',
      'corpus-exists',
      'folder-missing',
      'folder-read-only',
      'handle-unknown',
      'not-durable',
      'cancelled',
    ],
    access: 'write',
    job: true,
  },
} as const satisfies Record<string, Channel>;
