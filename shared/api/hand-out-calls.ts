import { z } from 'zod';
import { ArticleFilter } from '../domain/filter.ts';
import { HandedOut } from '../domain/hand-out.ts';
import { AnnotationRef, ArticleRef, Handle } from '../domain/ids.ts';
import { OutsidePackage } from '../domain/outside.ts';
import { typedName } from '../domain/typed-text.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

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
  /**
   * What of annotations, entities and event cards is not in the package that is open, of those that have anything outside; none where it
   * is no package, or is one that took over what it was cut from. `uids`: full ones.
   */
  'packages:outside': {
    input: z.object({ uids: z.array(z.uuid()).max(1000) }),
    output: z.object({ outside: z.array(OutsidePackage) }),
    errors: READ_ERRORS,
    access: 'read',
  },
  /**
   * The annotations, all, one or those of an article, of which relations or values are not in the package that is open, by uid; none where
   * `packages:outside` has none.
   */
  'packages:outside-annotations': {
    input: z.object({
      annotation: AnnotationRef.optional(),
      article: ArticleRef.optional(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    output: z.object({ outside: z.array(OutsidePackage) }),
    errors: [...READ_ERRORS, 'annotation-unknown', 'article-unknown', 'uid-ambiguous'],
    access: 'read',
  },
} as const satisfies Record<string, Channel>;
