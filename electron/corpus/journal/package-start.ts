import { z } from 'zod';
import type { PackageNote } from '#shared/domain/corpus';
import type { Head } from './chain.ts';

/** How many, by the uid of what they belong to. */
const Counts = z.record(z.string(), z.int().positive());
const ValueRecord = z.object({
  attribute: z.string(),
  path: z.string(),
  text: z.string().nullable(),
  number: z.number().nullable(),
  entity: z.string().nullable(),
  article: z.string(),
  start_offset: z.int(),
  end_offset: z.int(),
  quote: z.string(),
});

/**
 * What was left out of a package since it names, or is named by, what is not in it: relations by annotation, claims by event card,
 * mentions by entity; and values of annotations that point into articles outside, whole, so that a merge puts them back.
 */
const Outside = z.object({
  relations: Counts,
  claims: Counts,
  mentions: Counts,
  values: z.record(z.string(), z.array(ValueRecord)),
});
export type Outside = z.infer<typeof Outside>;
export type LeftOutValue = z.infer<typeof ValueRecord>;

/** What the first strand of a package says: the heads that it was cut from, for whom, of what, and what stayed outside. */
export type PackageStart = { heads: Head[]; package: PackageNote; outside: Outside };

const nothing: Outside = { relations: {}, claims: {}, mentions: {}, values: {} };

/** What a strand's first row says that its package does not hold; nothing where it was erased, or says nothing of it. */
export function parseOutside(payload: string | null): Outside {
  try {
    return Outside.safeParse((JSON.parse(payload ?? '{}') as { outside?: unknown }).outside).data ?? nothing;
  } catch {
    return nothing;
  }
}
