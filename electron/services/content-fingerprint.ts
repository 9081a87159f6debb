import { createHash } from 'node:crypto';
import type { ReadDb } from '../corpus/connection.ts';
import { toCanonicalJson } from '../corpus/journal/hash.ts';
import { kindNames, type KindName } from '../corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../corpus/model/rows.ts';

/** Batches say how rows came, not what they are: two corpora with the same rows have the same contents. */
const contentKinds = kindNames.filter((kind) => kind !== 'batch').sort();

/** One row's canonical JSON, without the batch that it came in. */
function toContentLine(db: ReadDb, kind: KindName, uid: string): string {
  const record: Record<string, unknown> = { ...findRecord(db, kind, uid) };
  delete record['batch'];
  return `${toCanonicalJson([kind, uid, record])}\n`;
}

/**
 * SHA-256 of the canonical JSON of all model rows that are seen, kind by kind, in order of uid.
 *
 * Never of the file: two files with the same contents differ in their pages.
 */
export function computeContentFingerprint(db: ReadDb): string {
  const hash = createHash('sha256');
  for (const kind of contentKinds) {
    for (const uid of [...iterateUids(db, kind, { seen: true })]) hash.update(toContentLine(db, kind, uid));
  }
  return hash.digest('hex');
}
