import { z } from 'zod';
import { FoundPlace } from '../domain/place.ts';
import { READ_ERRORS, type Channel } from './channel.ts';

export const gazetteerCalls = {
  /**
   * Places of the world that are called so or sound so, the likeliest first: by how the name fits, by the countries that the open
   * corpus is about, and by how many people live there. Needs no corpus. Nothing is written: a person says which one is meant.
   */
  'places:find': {
    input: z.object({ query: z.string().max(300), limit: z.int().min(1).max(50).default(10) }),
    output: z.object({
      places: z.array(FoundPlace),
      /** Whom the data is from, to be named beside it. */
      source: z.string(),
    }),
    errors: READ_ERRORS,
    access: 'none',
    long: true,
  },
} as const satisfies Record<string, Channel>;
