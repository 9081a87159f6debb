import { z } from 'zod';
import { Handle, Sha256 } from './ids.ts';
import { Step } from './journal.ts';

/** What the name of a corpus's file ends in. */
export const CORPUS_EXTENSION = '.galley';

/** Unit: bytes of UTF-8. Systems take 255; with all endings, names beside a corpus are up to 56 longer. */
const MOST_NAME_BYTES = 190;
/** Names that Windows keeps for devices, whatever they end in. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file name that every system takes and none hides, from what a person typed. */
export function toFileName(name: string): string {
  const bare = name.replace(/[/\\:*?"<>|\p{Cc}]/gu, ' ').replace(/\.galley$/i, '');
  const trimmed = cutToBytes(bare.replace(/^[.\s]+/, ''), MOST_NAME_BYTES).replace(/[.\s]+$/, '');
  return `${deviceName.test(trimmed) ? '_' : ''}${trimmed || 'Corpus'}${CORPUS_EXTENSION}`;
}

/** The beginning of a text that fits into so many bytes of UTF-8, in whole code points. */
function cutToBytes(text: string, mostBytes: number): string {
  let sizeBytes = 0;
  let end = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    sizeBytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (sizeBytes > mostBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/**
 * How the open corpus may be used. `checking`: it was not closed properly, and is written once it has been checked.
 * `copy`: it lies in a place that cannot be written, so a private copy is being read.
 */
export const AccessMode = z.enum(['write', 'checking', 'read', 'copy', 'replaced']);
export type AccessMode = z.infer<typeof AccessMode>;

/**
 * What a corpus that was handed out as a part of another was made for. `articles`: that were put into it; `others`: that the corpus had
 * besides, null in packages of the first Galley that made any.
 */
export const PackageNote = z.object({
  for: z.string(),
  articles: z.int(),
  others: z.int().nullable().default(null),
  isBlind: z.boolean(),
});
export type PackageNote = z.infer<typeof PackageNote>;

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
  /** Set where what is open is the corpus as it was after a step; it is then only read. */
  asOf: Step.nullable(),
  /** Set where it is a package that was handed out. */
  package: PackageNote.nullable(),
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
    derived: z.int(),
  }),
  /** Derived tables that were made anew first. */
  rebuilt: z.array(z.string()),
  problems: z.array(z.string()),
  notes: z.array(z.string()),
  fingerprint: Sha256,
  contentFingerprint: Sha256,
});
export type Verification = z.infer<typeof Verification>;
