import type { ReadDb } from '../connection.ts';
import type { KindName } from './records.ts';

const codebookKinds: readonly KindName[] = ['label', 'attribute', 'relation_kind'];
const revisions = new WeakMap<ReadDb, number>();

/** How often rows of the codebook changed over this connection: what was read of it before is good while this stands. */
export const getCodebookRevision = (db: ReadDb): number => revisions.get(db) ?? 0;

/** Says that the codebook reads otherwise now: a row changed, or changes were rolled back. */
export const raiseCodebookRevision = (db: ReadDb): void => void revisions.set(db, getCodebookRevision(db) + 1);

export function noteChangedKind(db: ReadDb, kind: KindName): void {
  if (codebookKinds.includes(kind)) raiseCodebookRevision(db);
}
