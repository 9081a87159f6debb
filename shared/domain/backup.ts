import { z } from 'zod';
import { CORPUS_EXTENSION } from './corpus.ts';
import { Handle } from './ids.ts';

/**
 * What the name of a backup tells, so that it can be known without being opened.
 *
 * `number` counts a corpus's backups, whatever the clock says. `kept`: a person asked for it; the rule leaves it alone.
 * `fingerprint` is the first 8 digits of the journal's, `corpus` the last 8 of the corpus's uid, which are its random ones.
 */
export type BackupName = {
  number: number;
  at: string;
  steps: number;
  articles: number;
  fingerprint: string;
  corpus: string;
  kept: boolean;
};

const pattern =
  /^(\d{4,9}) (\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d) s(\d{1,9}) a(\d{1,9}) ([0-9a-f]{8}) ([0-9a-f]{8})( kept)?\.galley$/;

export function toBackupName({ number, at, steps, articles, fingerprint, corpus, kept }: BackupName): string {
  const when = at.slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  const counts = `s${steps} a${articles} ${fingerprint.slice(0, 8)} ${corpus.slice(-8)}`;
  return `${String(number).padStart(4, '0')} ${when} ${counts}${kept ? ' kept' : ''}${CORPUS_EXTENSION}`;
}

/** Undefined for any other file: those are never touched. */
export function parseBackupName(name: string): BackupName | undefined {
  const [, number, day, hour, minute, second, steps, articles, fingerprint, corpus, kept] = pattern.exec(name) ?? [];
  if (number === undefined) return undefined;
  return {
    number: Number(number),
    at: `${day}T${hour}:${minute}:${second}Z`,
    steps: Number(steps),
    articles: Number(articles),
    fingerprint: fingerprint!,
    corpus: corpus!,
    kept: kept !== undefined,
  };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A corpus that has none is backed up after so many steps, or after an hour. */
const FIRST_STEPS = 20;
/** And after so many steps in any case: the clock may stand. */
const MANY_STEPS = 500;

/**
 * Whether an automatic backup is due. `last` is the newest one, `steps` how many steps there are now, `firstAt` when the
 * corpus was made. That something changed at all since the last is for the caller to know.
 */
export function isBackupDue(
  now: Date,
  steps: number,
  firstAt: string,
  last: Pick<BackupName, 'at' | 'steps'> | undefined,
): boolean {
  const hours = (now.getTime() - Date.parse(last?.at ?? firstAt)) / HOUR_MS;
  if (!last) return steps >= FIRST_STEPS || hours >= 1;
  return hours >= 1 || Math.abs(steps - last.steps) >= MANY_STEPS;
}

/** The newest are kept whatever the clock said. */
const NEWEST_KEPT = 8;
/** Of two days all are kept, but no more than this. */
const MOST_OF_TWO_DAYS = 100;
const DAILY_FOR_DAYS = 14;
const WEEKLY_FOR_DAYS = 70;
/** Unit: bytes. */
const LEAST_BUDGET = 2e9;
const COPIES_IN_BUDGET = 5;

/**
 * Which automatic backups go: all of two days are kept, then one a day for two weeks, one a week for ten, one a month.
 *
 * They are ordered by their number; the clock only says how far apart they are, and the newest eight stay whatever it
 * says. All together stay within the larger of 2 GB and five copies of the newest, which always stays.
 */
export function listBackupsToDelete<B extends Pick<BackupName, 'number' | 'at'> & { sizeBytes: number }>(
  backups: readonly B[],
): B[] {
  const newestFirst = backups.toSorted((a, b) => b.number - a.number);
  const [newest] = newestFirst;
  if (!newest) return [];
  const slots = new Set<string>();
  const budget = Math.max(LEAST_BUDGET, COPIES_IN_BUDGET * newest.sizeBytes);
  let used = 0;
  return newestFirst.filter((backup, n) => {
    const slot = toSlot(Date.parse(newest.at) - Date.parse(backup.at), backup.at);
    const isWanted = n < NEWEST_KEPT || (slot === 'recent' ? n < MOST_OF_TWO_DAYS : !slots.has(slot));
    slots.add(slot);
    if (!isWanted) return true;
    used += backup.sizeBytes;
    return n > 0 && used > budget;
  });
}

/** The stretch of time of which one backup is kept. One from after the newest, by a clock that went wrong, counts as recent. */
function toSlot(ageMs: number, at: string): string {
  const days = Math.floor(Date.parse(at) / DAY_MS);
  if (ageMs <= 2 * DAY_MS) return 'recent';
  if (ageMs <= DAILY_FOR_DAYS * DAY_MS) return `day ${days}`;
  if (ageMs <= WEEKLY_FOR_DAYS * DAY_MS) return `week ${Math.floor(days / 7)}`;
  return `month ${at.slice(0, 7)}`;
}

/** A file that the open corpus can be made again from. `set aside`: the corpus itself, before a backup was put in its place. */
export const Backup = z.object({
  handle: Handle,
  name: z.string(),
  kind: z.enum(['automatic', 'kept', 'set aside']),
  at: z.iso.datetime(),
  sizeBytes: z.int(),
  steps: z.int().nullable(),
  articles: z.int().nullable(),
  /** The first 8 digits of the journal's fingerprint. */
  fingerprint: z.string().nullable(),
});
export type Backup = z.infer<typeof Backup>;

/** What was written as a copy. */
export const Copy = z.object({
  file: z.string(),
  sizeBytes: z.int(),
  articles: z.int(),
  steps: z.int(),
  fingerprint: z.string(),
});
export type Copy = z.infer<typeof Copy>;

/** What came out of a damaged file, and what did not. */
export const Recovery = z.object({
  file: z.string(),
  recovered: z.object({ articles: z.int(), annotations: z.int(), texts: z.int(), sources: z.int(), journal: z.int() }),
  /** Pages of the damaged file that could not be read. */
  lost: z.array(z.string()),
  lostCount: z.int(),
});
export type Recovery = z.infer<typeof Recovery>;
