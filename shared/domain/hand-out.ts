import { z } from 'zod';

/** A package that was written. `outside`: references to what is not in it, which were left out. Unit of `sizeBytes`: bytes. */
export const HandedOut = z.object({
  file: z.string(),
  sizeBytes: z.int(),
  for: z.string(),
  isBlind: z.boolean(),
  articles: z.int(),
  annotations: z.int(),
  outside: z.int(),
  fingerprint: z.string(),
});
export type HandedOut = z.infer<typeof HandedOut>;
