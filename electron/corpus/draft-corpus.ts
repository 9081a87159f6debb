import BetterSqlite3 from 'better-sqlite3';
import { statement, type WriteDb } from './connection.ts';
import { addFunctions } from './functions.ts';
import type { JournalRow } from './journal/read-rows.ts';
import { migrate } from './migrate.ts';

/**
 * A new corpus that is built from another's journal. It may be lost to a power cut: it becomes a corpus by being copied,
 * or is thrown away.
 */
export function openDraftCorpus(path: string): WriteDb {
  const db = new BetterSqlite3(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = ON');
  addFunctions(db);
  migrate(db);
  return db as WriteDb;
}

/** Takes all texts and source bytes over from another corpus, which is read beside whoever writes it. */
export function copyTextsAndSources(built: WriteDb, from: string): void {
  built.prepare('ATTACH ? AS origin').run(from);
  built.exec(`
    INSERT INTO article_text SELECT * FROM origin.article_text;
    INSERT INTO source SELECT * FROM origin.source;
    INSERT INTO source_chunk SELECT * FROM origin.source_chunk;
    DETACH origin`);
}

/** Enters a journal row as another corpus wrote it, hash and all; its strand and step have to be there. */
export function copyJournalRow(db: WriteDb, row: JournalRow): void {
  statement(
    db,
    `INSERT INTO journal (strand_id, number, lamport, step_id, op, kind, target, article_uid, payload, payload_sha256, hash)
     VALUES ((SELECT id FROM strand WHERE uid = ?), ?, ?, (SELECT id FROM step WHERE uid = ?), ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.strand,
    row.number,
    row.lamport,
    row.step,
    row.op,
    row.kind,
    row.target,
    row.article,
    row.payload,
    row.payloadSha256,
    row.hash,
  );
}
