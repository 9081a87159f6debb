import type { ReadDb } from '../corpus/connection.ts';
import type { RowChange } from '../corpus/derived/derived.ts';
import { findRecord } from '../corpus/model/rows.ts';

/** More than this are not worth asking for one by one. */
const MOST = 50;

/**
 * The annotations that read otherwise after these changes of annotations and reviews, by uid: what a correction or its review
 * says shows at what it revises too. Null where they are too many.
 */
export function nameAnnotations(db: ReadDb, rows: readonly RowChange[]): string[] | null {
  const uids = new Set<string>();
  const add = (uid: unknown) => typeof uid === 'string' && uids.add(uid);
  for (const { kind, uid, before, after } of rows) {
    if (kind === 'annotation') {
      add(uid);
      add(before?.['revises']);
      add(after?.['revises']);
    } else if (kind === 'review') {
      const annotation = after?.['annotation'] ?? before?.['annotation'] ?? findRecord(db, 'review', uid)?.annotation;
      if (typeof annotation !== 'string') continue; // of a relation
      add(annotation);
      add(findRecord(db, 'annotation', annotation)?.revises);
    }
    if (uids.size > MOST) return null;
  }
  return [...uids];
}
