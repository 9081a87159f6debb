import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb, type WriteDb } from '../corpus/connection.ts';
import { copyJournalRow } from '../corpus/draft-corpus.ts';
import { parseMended, readMended, type Mended, type MendedRow } from '../corpus/journal/mended.ts';
import { iterateInOrder, parsePayload, type JournalRow } from '../corpus/journal/read-rows.ts';
import { parseMerged } from '../corpus/journal/merges.ts';
import { insertStep, restateSteps, type StepPayload } from '../corpus/journal/steps.ts';
import { createIsOwn, enterTaken, isOfMerge } from '../corpus/journal/taken-strands.ts';
import { hasBatch, isKindName, type Records, type KindName } from '../corpus/model/kinds.ts';
import { deleteRecord, insertRecord, isThere, listNamed, listReferrers, updateRecord } from '../corpus/model/rows.ts';
import { openMemoryCorpus } from '../corpus/open-memory.ts';
import { deleteAllRemoved, isLeftBehind } from './discard-batch.ts';

/** Between two of these other calls are answered. */
const ROWS_A_SLICE = 500;

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
  const replay = createReplay(built, readMended(db), report, { keepsRows: false, isOwn: createIsOwn(db) });
  let row = 0;
  for (const next of iterateInOrder(db)) {
    replay(next);
    row += 1;
    if (row % ROWS_A_SLICE === 0) await tick(row);
  }
  deleteAllRemoved(built);
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

/** What a row names, or changes, whose own first row is gone: its record, where that is known. */
export type FindMissing = (kind: KindName, uid: string) => Record<string, unknown> | undefined;
export type ReplayOptions = {
  /** The rows themselves are entered too, so that what is built has the same history. */
  keepsRows: boolean;
  /** Whether a row is of the file's own line; other copies' rows are history and change nothing. */
  isOwn(row: JournalRow): boolean;
  /** Else what recoveries say. */
  findMissing?: FindMissing | undefined;
};

/**
 * Gives what enters one journal row after the other, in their order, into a corpus that is being built.
 *
 * A row that cannot be replayed is reported, unless a recovery has said so of it.
 */
export function createReplay(
  built: WriteDb,
  mended: Mended,
  report: (problem: string, row: JournalRow) => void,
  { keepsRows, isOwn, findMissing = toFindMissing(mended.rows) }: ReplayOptions,
): (row: JournalRow) => void {
  const skipped = new Set(mended.skipped);
  const steps = new Map(mended.steps.map((step) => [step.uid, step]));
  for (const uid of mended.strands) enterStrand(built, uid);

  return (row) => {
    try {
      const step = row.step === null || row.kind === 'step' ? undefined : steps.get(row.step);
      if (step) {
        enterStep(built, step.strand, step);
        steps.delete(step.uid);
      }
      if (skipped.has(row.hash.toString('hex'))) return;
      // by halves is not at all: a row that fails leaves nothing
      built.transaction(() => {
        if (!isOwn(row)) return enterOthers(built, row);
        if (findMissing) enterMissing(built, findMissing, row);
        replayRow(built, row);
      })();
    } catch (error) {
      const { id, op, kind, target } = row;
      report(verifyMessages.notReplayed(verifyMessages.row(id, op, kind, target), (error as Error).message), row);
    } finally {
      if (keepsRows) copyJournalRow(built, row);
    }
  };
}

/** Undefined where nothing was mended, which is nearly always. */
function toFindMissing(rows: readonly MendedRow[]): FindMissing | undefined {
  if (rows.length === 0) return undefined;
  const records = new Map(rows.map(({ kind, uid, record }) => [`${kind} ${uid}`, record]));
  return (kind, uid) => records.get(`${kind} ${uid}`);
}

/** Of another copy's row: that there is such a strand or step. */
function enterOthers(built: WriteDb, row: JournalRow): void {
  if (row.kind === 'strand') return enterStrand(built, row.strand);
  if (row.kind !== 'step') return;
  enterStep(built, row.strand, { ...(JSON.parse(row.payload!) as StepPayload), uid: row.target, lamport: row.lamport });
}

function replayRow(built: WriteDb, row: JournalRow): void {
  if (row.kind === 'strand') return enterStrand(built, row.strand);
  if (row.kind === 'step') {
    const payload = JSON.parse(row.payload!) as StepPayload;
    const id = enterStep(built, row.strand, { ...payload, uid: row.target, lamport: row.lamport });
    if (payload.act === 'merge') {
      enterTaken(built, id, parseMerged(row.payload)?.taken ?? []);
      restateSteps(built);
    }
    if (payload.act === 'recover') enterMended(built, parseMended(row.payload)?.rows ?? []);
    return;
  }
  if (!isKindName(row.kind)) throw new Error(`there is no kind ${row.kind}`);
  replayChange(built, row.kind, row);
}

function enterStrand(built: WriteDb, uid: string): void {
  statement(built, 'INSERT INTO strand (uid) VALUES (?) ON CONFLICT DO NOTHING').run(uid);
}

function enterStep(built: WriteDb, strand: string, step: StepPayload & { uid: string; lamport: number }): number {
  const { id } = statement<[string], { id: number }>(built, 'SELECT id FROM strand WHERE uid = ?').get(strand)!;
  return insertStep(built, { ...step, strandId: id }).id;
}

function replayChange(built: WriteDb, kind: KindName, row: JournalRow): void {
  const { after } = parsePayload(row);
  switch (row.op) {
    case 'insert':
      // a discarded import held it, and by then it was deleted
      if (isLeftBehind(built, kind, row.target)) deleteRecord(built, kind, row.target);
      return insertRecord(built, kind, row.target, after as Records[KindName]);
    case 'delete':
      return deleteWithLeftBehind(built, kind, row.target);
    case 'update':
      updateRecord(built, kind, row.target, after!);
      if (kind === 'batch' && isOfMerge(built, row.target)) restateSteps(built);
  }
}

/** What discarded long writes left behind may name it, and was deleted by then. */
function deleteWithLeftBehind(built: WriteDb, kind: KindName, uid: string): void {
  const isNamed = () => listReferrers(built, kind, uid).some((each) => isLeftBehind(built, each.kind, each.uid));
  if (!hasBatch(kind) && isNamed()) deleteAllRemoved(built);
  deleteRecord(built, kind, uid);
}

/** What a recovery took from the tables, as they were at the end. */
function enterMended(built: WriteDb, rows: MendedRow[]): void {
  const findMissing = toFindMissing(rows);
  for (const { kind, uid, record } of rows) {
    if (findMissing && !isThere(built, kind, uid)) enterWithNamed(built, findMissing, kind, uid);
    else updateRecord(built, kind, uid, record);
  }
}

/** Before a row that changes or names something whose own first row is gone: enters that. */
function enterMissing(built: WriteDb, findMissing: FindMissing, row: JournalRow): void {
  if (!isKindName(row.kind) || row.payload === null) return;
  if (row.op !== 'insert') enterWithNamed(built, findMissing, row.kind, row.target);
  for (const [kind, uid] of listNamed(row.kind, parsePayload(row).after)) enterWithNamed(built, findMissing, kind, uid);
}

/**
 * Enters a row that is not there, and first what it names; does nothing where its record is not known. Rows may name each other, as
 * labels do that exclude one another: the one that is entered first lacks that item of its list, and is to be updated once both are there.
 */
export function enterWithNamed(
  built: WriteDb,
  findMissing: FindMissing,
  kind: KindName,
  uid: string,
  entering: ReadonlySet<string> = new Set(),
): void {
  if (isThere(built, kind, uid)) return;
  const record = findMissing(kind, uid);
  if (!record) return;
  const inner = new Set(entering).add(uid);
  for (const [other, named] of listNamed(kind, record))
    if (!inner.has(named)) enterWithNamed(built, findMissing, other, named, inner);
  insertRecord(built, kind, uid, withoutItems(record, entering) as Records[KindName]);
}

/** A record without the items of its lists that name one of these rows. */
const withoutItems = (record: Record<string, unknown>, uids: ReadonlySet<string>): Record<string, unknown> =>
  uids.size === 0
    ? record
    : Object.fromEntries(
        Object.entries(record).map(([field, value]) => [
          field,
          Array.isArray(value)
            ? value.filter((item: unknown) => !Object.values(item as object).some((each) => uids.has(each as string)))
            : value,
        ]),
      );
