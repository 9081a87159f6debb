import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb, type WriteDb } from '../corpus/connection.ts';
import { iterateInOrder, parsePayload, type JournalRow } from '../corpus/journal/read-rows.ts';
import { insertStep, type StepPayload } from '../corpus/journal/steps.ts';
import { isKindName, type Records, type KindName } from '../corpus/model/kinds.ts';
import { deleteRecord, insertRecord, updateRecord } from '../corpus/model/rows.ts';
import { openMemoryCorpus } from '../corpus/open-memory.ts';
import { deleteRowsOfBatch } from './discard-batch.ts';

/**
 * Rebuilds the model tables in memory from journal and stored texts alone.
 *
 * `report` is told of rows that could not be replayed; `tick` is called now and then, so that long work can be stopped.
 * Texts and sources are entered by hash only: what they hold is checked where they lie.
 */
export async function replayJournal(
  db: ReadDb,
  report: (problem: string) => void,
  tick: (row: number) => Promise<void>,
): Promise<WriteDb> {
  const built = openMemoryCorpus();
  enterHashes(db, built);
  let row = 0;
  for (const next of iterateInOrder(db)) {
    try {
      replayRow(built, next);
    } catch (error) {
      const { id, op, kind, target } = next;
      report(verifyMessages.notReplayed(verifyMessages.row(id, op, kind, target), (error as Error).message));
    }
    row += 1;
    if (row % 2000 === 0) await tick(row);
  }
  return built;
}

/** What articles name by hash has to be there to be named. */
function enterHashes(db: ReadDb, built: WriteDb): void {
  const texts = db.prepare<[], { sha256: Buffer }>('SELECT sha256 FROM article_text').iterate();
  for (const { sha256 } of texts) statement(built, 'INSERT INTO article_text (sha256) VALUES (?)').run(sha256);
  const sources = db.prepare<[], { sha256: Buffer }>('SELECT sha256 FROM source').iterate();
  const insert = `INSERT INTO source (sha256, name, media_type, size_bytes, encoding, stray_bytes) VALUES (?, '', '', 0, '', '')`;
  for (const { sha256 } of sources) statement(built, insert).run(sha256);
}

function replayRow(built: WriteDb, row: JournalRow): void {
  if (row.kind === 'strand') {
    statement(built, 'INSERT INTO strand (uid) VALUES (?)').run(row.strand);
    return;
  }
  if (row.kind === 'step') {
    const payload = JSON.parse(row.payload!) as StepPayload;
    const { id } = statement<[string], { id: number }>(built, 'SELECT id FROM strand WHERE uid = ?').get(row.strand)!;
    insertStep(built, { ...payload, uid: row.target, strandId: id, lamport: row.lamport });
    return;
  }
  if (!isKindName(row.kind)) throw new Error(`there is no kind ${row.kind}`);
  replayChange(built, row.kind, row);
}

function replayChange(built: WriteDb, kind: KindName, row: JournalRow): void {
  const { after } = parsePayload(row);
  switch (row.op) {
    case 'insert':
      return insertRecord(built, kind, row.target, after as Records[KindName]);
    case 'delete':
      return deleteRecord(built, kind, row.target);
    case 'update':
      if (kind === 'batch' && after?.['state'] === 'removed') deleteRowsOfBatch(built, row.target);
      return updateRecord(built, kind, row.target, after!);
  }
}
