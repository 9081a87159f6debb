import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import type { Recovery } from '#shared/domain/backup';
import type { Act } from '#shared/domain/journal';
import { recoveryMessages } from '#shared/messages/en/keeping';
import { readDamagedFile, type DamagedFile } from '../../corpus/carve/damaged-file.ts';
import { statement, type WriteDb } from '../../corpus/connection.ts';
import { copyCorpus, sweepDraftsOf } from '../../corpus/copy-corpus.ts';
import { allDerived, rebuildTable } from '../../corpus/derived/all-derived.ts';
import { toDiskError } from '../../corpus/disk-error.ts';
import { openDraftCorpus } from '../../corpus/draft-corpus.ts';
import { appendRow, createChain, startStrand } from '../../corpus/journal/chain.ts';
import { createIsOwnOf } from '../../corpus/journal/merges.ts';
import { nothingMended, type Mended } from '../../corpus/journal/mended.ts';
import type { StepPayload } from '../../corpus/journal/steps.ts';
import { insertStep } from '../../corpus/journal/steps.ts';
import { kindNames, type KindName, type Records } from '../../corpus/model/kinds.ts';
import { findRecord, isSeen, iterateUids, updateRecord } from '../../corpus/model/rows.ts';
import type { Environment } from '../../corpus/open-corpus.ts';
import { getCorpusRow } from '../../corpus/repositories/corpus-repository.ts';
import { keepText } from '../../corpus/repositories/source-repository.ts';
import { pause, type Job } from '../job.ts';
import { deleteAllRemoved } from '../discard-batch.ts';
import { createReplay, enterWithNamed, type FindMissing } from '../replay-journal.ts';
import { toCheck, toTick, type CheckFile } from './back-up.ts';
import { carveArticles } from './carve-articles.ts';
import {
  checkCarvedJournal,
  checkCarvedSource,
  checkCarvedTexts,
  findCutEnd,
  type SoundJournal,
} from './check-carved.ts';

const MOST_NAMED = 10_000;
const ROWS_A_SLICE = 500;

export type RecoverOptions = { environment: Environment; checkCorpus: CheckFile; person: string | null };

/**
 * Makes a new corpus of all that holds in a damaged file: articles whose text hashes to its name, and journal rows whose
 * chain holds, replayed. What the journal lost and the tables still have is taken from there. The list names the rest.
 *
 * The damaged file is only read. Errors: corpus-exists, folder-missing, corpus-missing, nothing-to-recover, copy-unsound, disk-full,
 * disk-failed, cancelled.
 */
export async function recoverCorpus(from: string, to: string, options: RecoverOptions, job: Job): Promise<Recovery> {
  if (existsSync(to)) throw new ExpectedError('corpus-exists', { file: to });
  if (!statSync(dirname(to), { throwIfNoEntry: false })?.isDirectory())
    throw new ExpectedError('folder-missing', { folder: dirname(to) });
  if (!statSync(from, { throwIfNoEntry: false })?.isFile()) throw new ExpectedError('corpus-missing', { file: from });
  const folder = mkdtempSync(join(tmpdir(), 'galley-recovered-'));
  let damaged: DamagedFile | undefined;
  let built: WriteDb | undefined;
  try {
    damaged = readDamagedFile(from);
    await pause(job);
    built = openDraftCorpus(join(folder, 'recovered.galley'));
    const lost = await rebuild(damaged, built, from, options, job);
    sweepDraftsOf(to);
    await copyCorpus(built, to, { tick: toTick(job, basename(to)), check: toCheck(to, options.checkCorpus) });
    return toReport(built, to, lost);
  } catch (error) {
    throw toDiskError(error, to) ?? error;
  } finally {
    built?.close();
    damaged?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rebuild(damaged: DamagedFile, built: WriteDb, from: string, options: RecoverOptions, job: Job) {
  const { carved } = damaged;
  const journal = checkCarvedJournal(carved);
  // of what was written last nothing else says that it is gone
  if (journal.lost.length === 0 && !damaged.isJournalWhole()) journal.lost.push(...findCutEnd(journal.rows));
  const texts = checkCarvedTexts(carved);
  if (journal.rows.length === 0 && texts.size === 0)
    throw new ExpectedError('nothing-to-recover', { file: basename(from) });
  const lost: string[] = [];
  built.exec('BEGIN');
  for (const [hash, text] of texts) {
    if (text === null) statement(built, 'INSERT INTO article_text (sha256, text) VALUES (unhex(?), NULL)').run(hash);
    else keepText(built, hash, text);
  }
  lost.push(...enterSources(damaged, built, journal));
  const mended = await replay(damaged, built, journal, lost, job);
  await takeFromTables(damaged, built, mended, job);
  settleBatches(damaged, built, mended);
  ensureCorpusRow(built, mended, from, options.environment);
  enterRecovery(built, { ...mended, rows: listTaken(built, mended.rows) }, options);
  built.exec('COMMIT');
  for (const derived of allDerived) {
    for (const { done, total } of rebuildTable(built, derived)) {
      job.report({ done, total, what: derived.name });
      await pause(job);
    }
  }
  lost.unshift(...mended.lost.map(({ strand, from: first, to }) => recoveryMessages.rows(strand, first, to)));
  lost.push(...listLostArticles(damaged, built, texts));
  return lost;
}

/** What articles name as their source has to be there; where its bytes do not hold it is entered without them. */
function* enterSources({ carved }: DamagedFile, built: WriteDb, { rows }: SoundJournal): Generator<string> {
  const insert = `INSERT INTO source (sha256, name, media_type, size_bytes, encoding, stray_bytes) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`;
  const chunk = 'INSERT INTO source_chunk (source_id, n, bytes) VALUES (?, ?, ?)';
  const enter = (hash: Buffer, values: unknown[], bytes: (Buffer | null)[]) => {
    const { changes, lastInsertRowid } = statement(built, insert).run(hash, ...values);
    if (changes === 1) bytes.forEach((part, n) => statement(built, chunk).run(lastInsertRowid, n, part));
  };
  for (const [id, { sha256, name, mediaType, sizeBytes, encoding, strayBytes }] of carved.sources) {
    const bytes = checkCarvedSource(carved, id);
    if (!bytes) yield recoveryMessages.source(name);
    enter(sha256, [name, mediaType, sizeBytes, encoding, strayBytes], bytes ?? [null]);
  }
  for (const { kind, op, payload } of rows) {
    if (kind !== 'article' || op !== 'insert' || payload === null) continue;
    const { source, source_name: name, encoding } = (JSON.parse(payload) as { after: Records['article'] }).after;
    enter(Buffer.from(source, 'hex'), [name, 'text/plain', 0, encoding, '[]'], [null]);
  }
}

async function replay(
  damaged: DamagedFile,
  built: WriteDb,
  { rows, lost: gaps, strands, steps }: SoundJournal,
  lost: string[],
  job: Job,
): Promise<Mended> {
  const mended: Mended = { ...nothingMended(), lost: gaps, strands, steps: toLostSteps(damaged, steps) };
  const findMissing: FindMissing = (kind, uid) => {
    const record = damaged.findRow(kind, uid);
    if (record && kind !== 'article') mended.rows.push({ kind, uid, record });
    return kind === 'article' ? undefined : record;
  };
  const report = (problem: string, row: SoundJournal['rows'][number]) => {
    mended.skipped.push(row.hash.toString('hex'));
    lost.push(problem);
  };
  const enter = createReplay(built, mended, report, { keepsRows: true, isOwn: createIsOwnOf(rows), findMissing });
  for (const [n, row] of rows.entries()) {
    enter(row);
    if (n % ROWS_A_SLICE > 0) continue;
    job.report({ done: n, total: rows.length, what: 'journal' });
    await pause(job);
  }
  deleteAllRemoved(built);
  return mended;
}

/** Steps whose own row is gone, as the table of steps has them; as nobody's where that is gone too. */
const toLostSteps = ({ carved }: DamagedFile, uids: string[]): Mended['steps'] =>
  uids.flatMap((uid) => {
    const step = [...carved.steps.values()].find((each) => each.uid === uid);
    const strand = step && carved.strands.get(step.strandId);
    if (!step || strand === undefined) return [];
    const { act, at, annotator, lamport } = step;
    return [{ uid, strand, act: act as Act, at, annotator, lamport, takes: [] }];
  });

/** Rows that the tables have and the journal does not lead to: their journal rows are gone. */
async function takeFromTables(damaged: DamagedFile, built: WriteDb, mended: Mended, job: Job): Promise<void> {
  const entered = new Set<string>();
  const take = (kind: KindName, uid: string, record: Record<string, unknown>) => {
    try {
      built.transaction(() => {
        enterWithNamed(
          built,
          (other, named) => (other === kind && named === uid ? record : damaged.findRow(other, named)),
          kind,
          uid,
        );
      })();
      mended.rows.push({ kind, uid, record });
    } catch {
      entered.delete(uid); // what it names is gone: it stays unnamed
    }
  };
  for (const { uid, record } of carveArticles(damaged.carved, built))
    if (!findRecord(built, 'article', uid)) take('article', uid, record);
  for (const kind of kindNames) {
    if (kind === 'article' || kind === 'batch' || mended.lost.length === 0) continue;
    const uids = damaged.listUids(kind);
    for (const [n, uid] of uids.entries()) {
      if (n % ROWS_A_SLICE === 0) {
        job.report({ done: n, total: uids.length, what: kind });
        await pause(job);
      }
      const here = findRecord(built, kind, uid) as Record<string, unknown> | undefined;
      const there = damaged.findRow(kind, uid);
      if (!there || JSON.stringify(here) === JSON.stringify(there)) continue;
      if (!here) take(kind, uid, there);
      else if (change(built, kind, uid, there)) mended.rows.push({ kind, uid, record: there });
    }
  }
}

/**
 * Whether a long write was finished, where the journal row that says so is gone: as the table of batches has it, and where
 * that is gone too, as finished. Else all that it put in would be unseen, and be thrown away as cut off.
 */
function settleBatches({ carved }: DamagedFile, built: WriteDb, mended: Mended): void {
  if (mended.lost.length === 0) return;
  const states = new Map([...carved.batches.values()].map(({ uid, state }) => [uid, state]));
  for (const uid of [...iterateUids(built, 'batch', { seen: false })]) {
    const here = findRecord(built, 'batch', uid) as Records['batch'];
    const state = states.get(uid) ?? (here.state === 'open' ? 'published' : here.state);
    if (state === here.state || (state !== 'published' && state !== 'withdrawn')) continue;
    const record = { ...here, state };
    if (change(built, 'batch', uid, record)) mended.rows.push({ kind: 'batch', uid, record });
  }
}

function change(built: WriteDb, kind: KindName, uid: string, record: Record<string, unknown>): boolean {
  try {
    built.transaction(() => updateRecord(built, kind, uid, record))();
    return true;
  } catch {
    return false; // what it names is gone: it stays as the journal has it
  }
}

function ensureCorpusRow(built: WriteDb, mended: Mended, from: string, { newUid }: Environment): void {
  if (getCorpusRow(built)) return;
  const row = {
    kind: 'corpus' as const,
    uid: newUid(),
    record: { title: basename(from, extname(from)), description: '', licence: '' },
  };
  enterWithNamed(built, () => row.record, row.kind, row.uid);
  mended.rows.push(row);
}

/** What was taken from the tables and stands, each once, as it stands: some was tried in vain, since what it names is gone. */
function listTaken(built: WriteDb, rows: Mended['rows']): Mended['rows'] {
  const once = new Map(rows.map((row) => [`${row.kind} ${row.uid}`, row]));
  return [...once.values()].flatMap(({ kind, uid }) => {
    const record = findRecord(built, kind, uid) as Record<string, unknown> | undefined;
    return record ? [{ kind, uid, record }] : [];
  });
}

/** The step that says what was recovered how, in a strand of its own that stands on all that is there. */
function enterRecovery(built: WriteDb, mended: Mended, { environment, person }: RecoverOptions): void {
  const at = environment.now().toISOString();
  const chain = createChain(built, environment.newUid());
  startStrand(built, chain, { at, galley: environment.version });
  const known = statement<[string | null], { uid: string }>(
    built,
    'SELECT uid FROM annotator ORDER BY name = ? DESC, id LIMIT 1',
  ).get(person);
  const step: StepPayload = { act: 'recover', at, annotator: known?.uid ?? environment.newUid(), takes: [] };
  const uid = environment.newUid();
  const { id } = insertStep(built, { ...step, uid, strandId: chain.id!, lamport: chain.lamport + 1 });
  const payload = { ...step, mended };
  appendRow(built, chain, { step: { id, uid }, op: 'insert', kind: 'step', target: uid, article: null, payload });
}

/** Articles of the damaged file that are not in the new corpus, by their titles. */
function listLostArticles({ carved }: DamagedFile, built: WriteDb, texts: Map<string, string | null>): string[] {
  const titles = new Map<string, string>();
  for (const { uid, fields } of carved.articles) titles.set(uid, String(fields['title']));
  for (const { kind, op, target, payload } of carved.journal)
    if (kind === 'article' && op === 'insert' && payload !== null && !titles.has(target))
      titles.set(target, readTitle(payload));
  const gone = [...titles].filter(([uid]) => !findRecord(built, 'article', uid));
  const textsGone = [...carved.texts.values()].filter(({ sha256 }) => !texts.has(sha256.toString('hex')));
  return [
    ...gone.map(([uid, title]) => recoveryMessages.article(uid, title)),
    ...textsGone.map(({ sha256 }) => recoveryMessages.text(sha256.toString('hex'))),
  ];
}

function readTitle(payload: string): string {
  try {
    return (JSON.parse(payload) as { after: Records['article'] }).after.title;
  } catch {
    return '';
  }
}

function toReport(built: WriteDb, to: string, lost: string[]): Recovery {
  const count = (sql: string) => statement<[], number>(built, sql).pluck().get()!;
  return {
    file: basename(to),
    recovered: {
      articles: count(`SELECT count(*) FROM article t WHERE ${isSeen('t')}`),
      annotations: count(`SELECT count(*) FROM annotation t WHERE ${isSeen('t')}`),
      texts: count('SELECT count(*) FROM article_text'),
      sources: count('SELECT count(*) FROM source'),
      journal: count('SELECT count(*) FROM journal'),
    },
    lost: lost.slice(0, MOST_NAMED),
    lostCount: lost.length,
  };
}
