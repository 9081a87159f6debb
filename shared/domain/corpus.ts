import { z } from 'zod';
import { Handle, Sha256 } from './ids.ts';

/** What the name of a corpus's file ends in. */
export const CORPUS_EXTENSION = '.galley';

/** A file name that every system takes, from what a person typed. */
export function toFileName(name: string): string {
  const bare = name
    .replace(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .replace(/[. ]+$/u, '');
  return `${bare || 'Corpus'}${CORPUS_EXTENSION}`;
}

/**
 * How the open corpus may be used. `checking`: it was not closed properly, and is written once it has been checked.
 * `copy`: it lies in a place that cannot be written, so a private copy is being read.
 */
export const AccessMode = z.enum(['write', 'checking', 'read', 'copy', 'replaced']);
export type AccessMode = z.infer<typeof AccessMode>;

/** The corpus that is open. `holder` says who is writing it where we may only read. */
export const CorpusStatus = z.object({
  uid: z.uuid(),
  title: z.string(),
  file: z.string(),
  folder: z.string(),
  mode: AccessMode,
  holder: z.string().nullable(),
  annotator: z.string().nullable(),
  articles: z.int(),
  fingerprint: Sha256,
});
export type CorpusStatus = z.infer<typeof CorpusStatus>;

export const RecentCorpus = z.object({ handle: Handle, name: z.string(), folder: z.string() });
export type RecentCorpus = z.infer<typeof RecentCorpus>;

/** What `verify` looked at and what it found. Each problem names what it is about. */
export const Verification = z.object({
  ok: z.boolean(),
  checked: z.object({
    articles: z.int(),
    annotations: z.int(),
    quotes: z.int(),
    journal: z.int(),
    strands: z.int(),
    sources: z.int(),
    erased: z.int(),
  }),
  problems: z.array(z.string()),
  notes: z.array(z.string()),
  fingerprint: Sha256,
  contentFingerprint: Sha256,
});
export type Verification = z.infer<typeof Verification>;
