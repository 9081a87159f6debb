import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { isOwn, lastOwn } from './taken-strands.ts';
import { hashRow, sha256, sha256Hex, type RowHeader } from './hash.ts';

/** The end of a strand: how many rows it has and the hash of its last. */
export type Head = { strand: string; number: number; hash: string };

/**
 * The strand that an opening writes, and where it ends.
 *
 * `id` is null until the first row is written: a strand without rows would say nothing.
 */
export type Chain = { uid: string; id: number | null; number: number; lamport: number; hash: Buffer | null };

export type RowToAppend = Omit<RowHeader, 'strand' | 'number' | 'lamport' | 'step'> & {
  step: { id: number; uid: string } | null;
  payload: unknown;
};

/** The ends of all strands, by uid. Complexity: one index look-up a strand. */
export function listHeads(db: ReadDb): Head[] {
  return statement<[], Head>(
    db,
    `SELECT s.uid AS strand, j.number, lower(hex(j.hash)) AS hash
     FROM strand s JOIN journal j ON j.strand_id = s.id
     WHERE j.number = (SELECT max(number) FROM journal WHERE strand_id = s.id)
     ORDER BY s.uid`,
  ).all();
}

/** The ends of the strands as far as they are the file's own. */
const listOwnHeads = (db: ReadDb): Head[] =>
  statement<[], Head>(
    db,
    `SELECT s.uid AS strand, j.number, lower(hex(j.hash)) AS hash
     FROM strand s JOIN journal j ON j.strand_id = s.id
     WHERE j.number = ${lastOwn('s')}
     ORDER BY s.uid`,
  ).all();

/**
 * The heads of the file's own line that none of its strands stands on yet: what a new one names. Whatever these stand on, it stands
 * on too; other copies' strands it stands on by the merges that took them over.
 *
 * Naming all heads would make the journal grow with the square of the openings.
 */
export function listOpenHeads(db: ReadDb): Head[] {
  const named = statement<[], { hash: string }>(
    db,
    // strands are few: SQLite would rather go through the journal
    `SELECT h.value ->> 'hash' AS hash FROM strand s CROSS JOIN journal j ON j.strand_id = s.id AND j.number = 0,
       json_each(j.payload, '$.heads') h
     WHERE ${isOwn('j')}`,
  ).all();
  const standing = new Set(named.map(({ hash }) => hash));
  return listOwnHeads(db).filter(({ hash }) => !standing.has(hash));
}

/** SHA-256 over the sorted strand heads: two corpora with one fingerprint have one history. */
export const toFingerprint = (heads: Head[]): string =>
  sha256Hex(toCanonicalJson(heads.map(({ strand, number, hash }) => [strand, number, hash]).sort()));

/** A new strand, not yet in the file; it continues the clock of all that is. */
export function createChain(db: ReadDb, uid: string): Chain {
  // within a strand the clock only rises, so its last row has its largest number
  const last = statement<[], { lamport: number | null }>(
    db,
    `SELECT max(j.lamport) AS lamport FROM strand s JOIN journal j ON j.strand_id = s.id
     WHERE j.number = (SELECT max(number) FROM journal WHERE strand_id = s.id)`,
  ).get();
  return { uid, id: null, number: 0, lamport: last?.lamport ?? 0, hash: null };
}

/**
 * Starts the strand in the file: its first row names the heads of the strands that it stands on. Those of a package are not in its
 * file, but in the corpus that it was `cut` from.
 */
export function startStrand(
  db: WriteDb,
  chain: Chain,
  payload: { at: string; galley: string },
  cut: { heads: Head[]; package?: object } = { heads: listOpenHeads(db) },
): void {
  const { lastInsertRowid } = statement(db, 'INSERT INTO strand (uid) VALUES (?)').run(chain.uid);
  chain.id = Number(lastInsertRowid);
  appendRow(db, chain, {
    step: null,
    op: 'insert',
    kind: 'strand',
    target: chain.uid,
    article: null,
    payload: { ...payload, ...cut },
  });
}

/** Writes the next row of a strand that has been started, and moves its end. */
export function appendRow(db: WriteDb, chain: Chain, { step, payload, ...row }: RowToAppend): void {
  if (chain.id === null) throw new Error('The strand has not been started');
  const text = toCanonicalJson(payload);
  const payloadSha256 = sha256(text);
  const header = {
    ...row,
    strand: chain.uid,
    number: chain.number,
    lamport: chain.lamport + 1,
    step: step?.uid ?? null,
  };
  const hash = hashRow(header, payloadSha256, chain.hash);
  statement(
    db,
    `INSERT INTO journal (strand_id, number, lamport, step_id, op, kind, target, article_uid, payload, payload_sha256, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    chain.id,
    header.number,
    header.lamport,
    step?.id ?? null,
    row.op,
    row.kind,
    row.target,
    row.article,
    text,
    payloadSha256,
    hash,
  );
  chain.number += 1;
  chain.lamport = header.lamport;
  chain.hash = hash;
}
