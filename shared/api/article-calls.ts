import { z } from 'zod';
import { Article, ArticleChanges, ArticleSummary, OutletGroup, WorkState } from '../domain/article.ts';
import { ArticleFilter } from '../domain/filter.ts';
import { ArticleRef } from '../domain/ids.ts';
import { ImportPlan, ImportReport, PageChoice, ReadOptions } from '../domain/import.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

const lookUpErrors = ['article-unknown', 'uid-ambiguous'] as const;

/** `list`: articles of tables are named one by one; without it they are counted. */
const importInput = z.object({
  pages: z.array(PageChoice).min(1).max(5000),
  options: ReadOptions.prefault({}),
  list: z.boolean().default(true),
});

export const articleCalls = {
  /** One page of the library, by outlet, then newest first, then by file and place in it; those of no known outlet come last. */
  'articles:list': {
    input: z.object({
      filter: ArticleFilter.default({}),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), articles: z.array(ArticleSummary) }),
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
  },
  /** What a whole list looks like without its articles: how many each outlet has, in the list's order. */
  'articles:groups': {
    input: z.object({ filter: ArticleFilter.default({}) }),
    output: z.object({ total: z.int(), groups: z.array(OutletGroup) }),
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
  },
  /** Where an article stands in a list, from 0; null where it is not in it. */
  'articles:place': {
    input: z.object({ article: ArticleRef, filter: ArticleFilter.default({}) }),
    output: z.int().nullable(),
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
  },
  'articles:get': {
    input: z.object({ article: ArticleRef }),
    output: Article,
    errors: [...READ_ERRORS, ...lookUpErrors],
    access: 'read',
  },
  'articles:update': {
    input: z.object({ article: ArticleRef, changes: ArticleChanges }),
    output: ArticleSummary,
    errors: [...WRITE_ERRORS, ...lookUpErrors],
    access: 'write',
  },
  /** Sets how far the person at the keyboard is with an article. */
  'articles:mark': {
    input: z.object({ article: ArticleRef, state: WorkState }),
    output: ArticleSummary,
    errors: [...WRITE_ERRORS, ...lookUpErrors],
    access: 'write',
  },

  /** Reads files and says what would become which article; nothing is stored. */
  'import:preview': {
    input: importInput,
    output: ImportPlan,
    // it looks up what the open corpus has, if one is open
    errors: [
      ...READ_ERRORS,
      'encoding-unknown',
      'file-changed',
      'file-missing',
      'file-unreadable',
      'handle-unknown',
      'cancelled',
    ],
    access: 'none',
    job: true,
  },
  /** Stores articles: all of them as one step, or none. A file that is refused does not stop the others. */
  'import:run': {
    input: importInput,
    output: ImportReport,
    errors: [
      ...WRITE_ERRORS,
      'encoding-unknown',
      'file-changed',
      'file-missing',
      'file-unreadable',
      'handle-unknown',
      'cancelled',
    ],
    access: 'write',
    job: true,
  },
} as const satisfies Record<string, Channel>;
