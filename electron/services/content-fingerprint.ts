import { createHash, type Hash } from 'node:crypto';
import type { ReadDb } from '../corpus/connection.ts';
import { toCanonicalJson } from '../corpus/journal/canonical-json.ts';
import { listHeads, toFingerprint } from '../corpus/journal/chain.ts';
import { kindNames, type KindName } from '../corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../corpus/model/rows.ts';
import type { Breathe } from './job.ts';

/** Batches say how rows came, not what they are: two corpora with the same rows have the same contents. */
const contentKinds = kindNames.filter((kind) => kind !== 'batch').sort();

/** Between so many rows others may be answered. */
const AT_ONCE = 200;

/** By journal fingerprint, which names every change: what it comes to is worked out once in a thread. */
const known = new Map<string, string>();

/** One row's canonical JSON, without the batch that it came in. */
function toContentLine(db: ReadDb, kind: KindName, uid: string): string {
  const record: Record<string, unknown> = { ...findRecord(db, kind, uid) };
  delete record['batch'];
  return `${toCanonicalJson([kind, uid, record])}\n`;
}

/** Takes all rows in, and gives their hash; stops after some rows to be gone on with. */
function* hashContents(db: ReadDb): Generator<void, string> {
  const hash: Hash = createHash('sha256');
  for (const kind of contentKinds) {
    for (const [n, uid] of [...iterateUids(db, kind, { seen: true })].entries()) {
      hash.update(toContentLine(db, kind, uid));
      if (n % AT_ONCE === 0) yield;
    }
  }
  return hash.digest('hex');
}

/**
 * SHA-256 of the canonical JSON of all model rows that are seen, kind by kind, in order of uid.
 *
 * Never of the file: two files with the same contents differ in their pages.
 */
export function computeContentFingerprint(db: ReadDb): string {
  const hashing = hashContents(db);
  for (;;) {
    const { done, value } = hashing.next();
    if (done) return value;
  }
}

/** The same, in slices; at once where it was worked out before and nothing has changed since. Errors: cancelled. */
export async function findContentFingerprint(db: ReadDb, breathe: Breathe): Promise<string> {
  const journal = toFingerprint(listHeads(db));
  const before = known.get(journal);
  if (before !== undefined) return before;
  const hashing = hashContents(db);
  for (;;) {
    const { done, value } = hashing.next();
    if (done) {
      known.set(journal, value);
      return value;
    }
    const waiting = breathe();
    if (waiting) await waiting;
  }
}

/** What was worked out before, where nothing has changed since. */
export const getKnownFingerprint = (db: ReadDb): string | undefined => known.get(toFingerprint(listHeads(db)));
