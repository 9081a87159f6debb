import { z } from 'zod';
import { ArticleFilter } from '../domain/filter.ts';
import { Person } from '../domain/person.ts';
import { typedName } from '../domain/typed-text.ts';
import { DealChoice, DealReport, WorkArticle, WorkProgress, WorkStage } from '../domain/work.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

export const workCalls = {
  /** What giving articles out would come to; nothing is written. The same choice gives the same articles to the same people. */
  'assignments:preview': {
    input: DealChoice,
    output: DealReport,
    errors: [...READ_ERRORS, ...FILTER_ERRORS, 'person-unknown', 'too-few-people'],
    access: 'read',
    long: true,
  },
  /** Gives articles out as previewed, as one step; nobody loses an article that they have. Stopped, all is as it was. */
  'assignments:deal': {
    input: DealChoice,
    output: DealReport,
    errors: [...WRITE_ERRORS, ...FILTER_ERRORS, 'person-unknown', 'too-few-people', 'cancelled'],
    access: 'write',
    job: true,
  },
  /** How far the work is, by person and by outlet. */
  'work:progress': { input: z.object({}), output: WorkProgress, errors: READ_ERRORS, access: 'read', long: true },
  /** The articles behind a number of `work:progress`: of a person, of an outlet (null: of none), or of all; newest first. */
  'work:articles': {
    input: z.object({
      person: typedName(100).optional(),
      outlet: z.string().max(200).nullable().optional(),
      stage: WorkStage.default('articles'),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(100),
    }),
    output: z.object({ total: z.int(), articles: z.array(WorkArticle) }),
    errors: [...READ_ERRORS, 'person-unknown'],
    access: 'read',
    long: true,
  },
  /**
   * How many of these articles whoever is at the keyboard tags blind still: entities' counts and comparisons leave them out for that person,
   * and a dataset holds what was hidden from them.
   */
  'work:blind': {
    input: z.object({ filter: ArticleFilter.default({}) }),
    output: z.object({ articles: z.int() }),
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
  },
  /** Says who is at the keyboard from now on; somebody new joins with their first change. What was done before stays who did it. */
  'people:switch': {
    input: z.object({ name: typedName(100) }),
    output: z.array(Person),
    errors: [...READ_ERRORS, 'folder-read-only'],
    access: 'read',
  },
} as const satisfies Record<string, Channel>;
