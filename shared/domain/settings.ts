import { z } from 'zod';
import { typedName } from './typed-text.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

export const MOST_RECENT = 20;
export const MOST_KNOWN = 200;

/** What this installation remembers, for all doors alike. Nothing of it is in the corpus. */
export const Settings = z.object({
  name: typedName(100).nullable().default(null),
  theme: Theme.default('system'),
  /** The folder in which backups of all corpora are put; beside each corpus where there is none. */
  backups: z.string().nullable().default(null),
  /** Paths, newest first. */
  recent: z.array(z.string()).max(MOST_RECENT).default([]),
  /** Corpora that were made or checked here; others are checked in a process of their own before they are opened. */
  known: z
    .array(z.object({ path: z.string(), uid: z.string() }))
    .max(MOST_KNOWN)
    .default([]),
});
export type Settings = z.infer<typeof Settings>;

/** What a page may read and set; paths stay with the host. */
export const PageSettings = Settings.pick({ name: true, theme: true }).extend({ suggestedName: z.string() });
export type PageSettings = z.infer<typeof PageSettings>;
