import { z } from 'zod';
import { ArticleFilter } from '../domain/filter.ts';
import { SavedFilter } from '../domain/saved-filter.ts';
import { typedName } from '../domain/typed-text.ts';
import { FILTER_ERRORS, READ_ERRORS, WRITE_ERRORS, type Channel } from './channel.ts';

/** A saved filter by its name, whatever its case, or its uid. */
const filter = typedName(100);
const name = typedName(100);

export const filterCalls = {
  /** Filters that are kept by name, in order of name. */
  'filters:list': {
    input: z.object({}),
    output: z.object({ filters: z.array(SavedFilter) }),
    errors: READ_ERRORS,
    access: 'read',
  },
  /** Reads a filter that is written in one string; `filter=NAME` in it stands for what was saved, and what is said besides goes before. */
  'filters:read': {
    input: z.object({ text: z.string().max(4000) }),
    output: z.object({ filter: ArticleFilter }),
    errors: [...READ_ERRORS, 'filter-unreadable', 'filter-unknown', 'outlet-unknown'],
    access: 'read',
  },
  /** Keeps a filter by name; one that has the name already is changed. */
  'filters:save': {
    input: z.object({ name, filter: ArticleFilter }),
    output: SavedFilter,
    errors: [...WRITE_ERRORS, ...FILTER_ERRORS],
    access: 'write',
  },
  'filters:rename': {
    input: z.object({ filter, name }),
    output: SavedFilter,
    errors: [...WRITE_ERRORS, 'filter-unknown', 'filter-exists'],
    access: 'write',
  },
  'filters:remove': {
    input: z.object({ filter }),
    output: z.object({}),
    errors: [...WRITE_ERRORS, 'filter-unknown'],
    access: 'write',
  },
} as const satisfies Record<string, Channel>;
