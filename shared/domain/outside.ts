import { z } from 'zod';

/**
 * What of one thing is not in the package that is open, as it was when the package was made. `relations`: of an annotation, to what is
 * outside; `claims`: on an event card, of articles outside; `mentions`: of an entity, in articles outside (none are told in a blind
 * package); `values`: of an annotation, that point into articles outside, by the words there.
 */
export const OutsidePackage = z.object({
  uid: z.uuid(),
  relations: z.int(),
  claims: z.int(),
  mentions: z.int(),
  values: z.array(z.object({ attribute: z.string(), quote: z.string() })),
});
export type OutsidePackage = z.infer<typeof OutsidePackage>;
