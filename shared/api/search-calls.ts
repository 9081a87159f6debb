import { z } from 'zod';
import { AnnotationFilter, ArticleFilter } from '../domain/filter.ts';
import { ArticleRef } from '../domain/ids.ts';
import { AnnotationHit, MOST_HITS, SearchPlace, SearchResult, SearchSort, ValueCondition } from '../domain/search.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

/** Context: so many UTF-16 units on each side. */
const shape = {
  filter: ArticleFilter.default({}),
  limit: z.int().min(1).max(MOST_HITS).default(50),
  context: z.int().min(0).max(1000).default(60),
};

export const searchCalls = {
  /**
   * Places in the texts that hold what is sought: words that an article must all hold, "phrases", pre*, NEAR(a b, n), OR, -word,
   * (parentheses), title:word; without case, marks and kinds of Arabic letters.
   *
   * `after`: goes on where a list by date ended (`next`). `thorough`: counts hits in up to 5,000 articles, which may take a second.
   */
  'search:text': {
    input: z.object({
      query: z.string().max(2000),
      ...shape,
      sort: SearchSort.default('newest'),
      after: SearchPlace.optional(),
      thorough: z.boolean().default(false),
    }),
    output: SearchResult.extend({ next: SearchPlace.nullable() }),
    errors: [...READ_ERRORS, ...FILTER_ERRORS],
    access: 'read',
    long: true,
  },
  /** Places in the texts that a regular expression matches, in a time that grows with the texts only. */
  'search:regex': {
    input: z.object({
      expression: z.string().min(1).max(2000),
      ...shape,
      sort: SearchSort.exclude(['relevance']).default('newest'),
    }),
    output: SearchResult,
    errors: [...READ_ERRORS, ...FILTER_ERRORS, 'expression-invalid', 'cancelled'],
    access: 'read',
    job: true,
    long: true,
  },
  /**
   * Annotations by what they say, in their context: of an entity, with a value ("claims whose speaker is Amaq"), of words.
   *
   * `onlyIn`: what they mean is tagged in articles of this outlet and of no other, under the same label: the entity, or, where
   * none is linked, the same words.
   */
  'search:annotations': {
    input: z.object({
      ...shape,
      filter: AnnotationFilter.default({}),
      conditions: z.array(ValueCondition).max(20).default([]),
      onlyIn: z.string().optional(),
      quote: z.string().max(2000).optional(),
      offset: z.int().nonnegative().default(0),
    }),
    output: z.object({ total: z.int(), hits: z.array(AnnotationHit) }),
    errors: [...READ_ERRORS, ...FILTER_ERRORS, 'attribute-not-there', 'outlet-unknown'],
    access: 'read',
    long: true,
  },
  /** Tags places of many articles as one step; those that the person has tagged so already are left as they are. */
  'search:tag': {
    input: z.object({
      hits: z
        .array(z.object({ article: ArticleRef, start: z.int().nonnegative(), end: z.int().positive() }))
        .min(1)
        .max(MOST_HITS),
      label: z.string(),
      entity: z.string().optional(),
      query: z.string().max(2000),
    }),
    output: z.object({ tagged: z.int(), alreadyThere: z.int() }),
    errors: [
      ...WRITE_ERRORS,
      'article-unknown',
      'uid-ambiguous',
      'label-unknown',
      'label-retired',
      'entity-unknown',
      'entity-ambiguous',
      'entity-unfit',
      'span-past-end',
      'span-splits-character',
      'cancelled',
    ],
    access: 'write',
    job: true,
  },
} as const satisfies Record<string, Channel>;
