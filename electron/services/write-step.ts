import { statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import type { Act } from '#shared/domain/journal';
import type { WriteDb } from '../corpus/connection.ts';
import { toDiskError } from '../corpus/disk-error.ts';
import { followChanges } from '../corpus/derived/all-derived.ts';
import type { RowChange } from '../corpus/derived/derived.ts';
import { keepUp } from '../corpus/derived/merge-index.ts';
import { foldLog } from '../corpus/fold-log.ts';
import { appendRow, startStrand } from '../corpus/journal/chain.ts';
import type { MergePayload } from '../corpus/journal/merges.ts';
import { insertStep, restateSteps } from '../corpus/journal/steps.ts';
import { enterTaken, isOfMerge } from '../corpus/journal/taken-strands.ts';
import { raiseCodebookRevision } from '../corpus/model/codebook-revision.ts';
import { kinds, type KindName, type Records } from '../corpus/model/kinds.ts';
import { deleteRecord, findRecord, insertRecord, updateRecord } from '../corpus/model/rows.ts';
import { deleteRecords, findRecords } from '../corpus/model/row-sets.ts';
import { withRowIds } from '../corpus/model/row-ids.ts';
import type { Corpus, Writer } from '../corpus/open-corpus.ts';
import { nameAnnotations } from './name-annotations.ts';

type Fields = Record<string, unknown>;
type Touched = { kinds: Set<string>; articles: Set<string>; rows: RowChange[] };

/** So many rows are read and removed by one statement. */
const ROWS_AT_ONCE = 500;

/** Changes model rows, each with its journal row. There is no other way to change one. */
export type StepWriter = {
  db: WriteDb;
  insert<K extends KindName>(kind: K, uid: string, record: Records[K]): void;
  /** Sets the fields that differ; does nothing where none does. `known`: the row as it stands, where it was just read. */
  update<K extends KindName>(kind: K, uid: string, changes: Partial<Records[K]>, known?: Records[K]): void;
  remove(kind: KindName, uid: string): void;
  /** As `remove` one after the other, in a fraction of the time. None of them may be named by a row that stays. */
  removeAll(kind: KindName, uids: readonly string[]): void;
};

/** One act of a person, over one transaction or, for long writes, several. */
export type OpenStep = {
  readonly uid: string;
  readonly act: Act;
  readonly annotator: string;
  readonly takes: readonly string[];
  /** What a merge takes over, and what was settled in it. */
  readonly merged?: MergePayload;
  /** Its row in the file; null until its first change. */
  id: number | null;
};

export const openStep = (corpus: Corpus, annotator: string, act: Act, takes: readonly string[] = []): OpenStep => ({
  uid: corpus.environment.newUid(),
  act,
  annotator,
  takes,
  id: null,
});

/** One act in one transaction: the change and its journal rows, on the disk when this returns, or nothing. */
export function writeStep<T>(corpus: Corpus, annotator: string, act: Act, change: (step: StepWriter) => T): T {
  return continueStep(corpus, openStep(corpus, annotator, act), change);
}

/**
 * Another transaction of a step. `isSeen` is false where all that it writes stands in a batch that nobody sees yet: then nobody
 * is told either.
 *
 * Errors: corpus-in-use, corpus-read-only, corpus-being-checked, corpus-replaced, disk-full, disk-failed.
 */
export function continueStep<T>(
  corpus: Corpus,
  step: OpenStep,
  change: (step: StepWriter) => T,
  { isSeen = true } = {},
): T {
  const writer = getWriter(corpus);
  const { chain, db } = writer;
  const chainBefore = { ...chain };
  const idBefore = step.id;
  const touched: Touched = { kinds: new Set(), articles: new Set(), rows: [] };
  let result: T;
  try {
    result = db
      .transaction(() => {
        const changed = withRowIds(db, () => change(createStepWriter(corpus, writer, step, touched)));
        followChanges(db, touched.rows);
        return changed;
      })
      .immediate();
  } catch (error) {
    Object.assign(chain, chainBefore); // what was rolled back is not in the file
    step.id = idBefore;
    raiseCodebookRevision(db);
    throw toDiskError(error, corpus.path) ?? error;
  }
  if (!isSeen) tidyBetween(corpus, db);
  if (isSeen && touched.kinds.size > 0)
    corpus.onChange({
      kinds: [...touched.kinds],
      articles: [...touched.articles],
      annotations: nameAnnotations(db, touched.rows),
    });
  return result;
}

/** While a long write goes on: what a tag meanwhile should not have to wait for is done between its transactions. */
function tidyBetween(corpus: Corpus, db: WriteDb): void {
  try {
    keepUp(db);
    foldLog(db);
  } catch (error) {
    throw toDiskError(error, corpus.path) ?? error;
  }
}

function createStepWriter(
  corpus: Corpus,
  { db, chain }: Pick<Writer, 'db' | 'chain'>,
  step: OpenStep,
  touched: Touched,
): StepWriter {
  const append = (
    op: 'insert' | 'update' | 'delete',
    kind: KindName,
    uid: string,
    before: Fields | null,
    after: Fields | null,
    record = before,
  ) => {
    const article = findArticle(db, kind, uid, record, after);
    const id = enterStep(corpus, { db, chain }, step, touched);
    appendRow(db, chain, {
      step: { id, uid: step.uid },
      op,
      kind,
      target: uid,
      article,
      payload: { before, after },
    });
    touched.kinds.add(kind);
    touched.rows.push({ op, kind, uid, article, before, after });
    if (article !== null) touched.articles.add(article);
  };
  return {
    db,
    insert(kind, uid, record) {
      // batches name their step, which must be there first
      enterStep(corpus, { db, chain }, step, touched);
      insertRecord(db, kind, uid, record);
      append('insert', kind, uid, null, record);
    },
    update(kind, uid, changes, known) {
      const record: Fields | undefined = known ?? findRecord(db, kind, uid);
      if (!record) throw new Error(`There is no ${kind} ${uid}`);
      const changed = Object.entries(changes).filter(([field, value]) => !isEqual(record[field], value));
      if (changed.length === 0) return;
      const after = Object.fromEntries(changed);
      const before = Object.fromEntries(changed.map(([field]) => [field, record[field]]));
      updateRecord(db, kind, uid, after as typeof changes);
      if (kind === 'batch' && isOfMerge(db, uid)) restateSteps(db);
      append('update', kind, uid, before, after, record);
    },
    remove(kind, uid) {
      const record = findRecord(db, kind, uid);
      if (!record) throw new Error(`There is no ${kind} ${uid}`);
      append('delete', kind, uid, record, null);
      deleteRecord(db, kind, uid);
    },
    removeAll(kind, uids) {
      for (let from = 0; from < uids.length; from += ROWS_AT_ONCE) {
        const some = uids.slice(from, from + ROWS_AT_ONCE);
        const records = findRecords(db, kind, some);
        for (const uid of some) {
          const record = records.get(uid);
          if (!record) throw new Error(`There is no ${kind} ${uid}`);
          append('delete', kind, uid, record, null);
        }
        deleteRecords(db, kind, some);
      }
    },
  };
}

const isEqual = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The article that a row belongs to, so that an article's history is found without reading all of it. */
function findArticle(
  db: WriteDb,
  kind: KindName,
  uid: string,
  before: Fields | null,
  after: Fields | null,
): string | null {
  const { article } = kinds[kind];
  if (article === undefined) return null;
  if (article === 'itself') return uid;
  const field = article === 'field' ? 'article' : article.ofAnnotation;
  const named = after?.[field] ?? before?.[field] ?? (findRecord(db, kind, uid) as Fields | undefined)?.[field];
  if (typeof named !== 'string') return null; // a review of a relation
  return article === 'field' ? named : (findRecord(db, 'annotation', named)?.article ?? null);
}

/** Enters the step, and before it the strand and whoever is new here, in the file; does nothing where it is there. */
function enterStep(
  corpus: Corpus,
  { db, chain }: Pick<Writer, 'db' | 'chain'>,
  step: OpenStep,
  touched: Touched,
): number {
  if (step.id !== null) return step.id;
  const at = corpus.environment.now().toISOString();
  if (chain.id === null) startStrand(db, chain, { at, galley: corpus.environment.version });
  const newcomer = step.act === 'join' ? undefined : corpus.newcomers.get(step.annotator);
  if (newcomer && !findRecord(db, 'annotator', step.annotator)) {
    const join = createStepWriter(corpus, { db, chain }, openStep(corpus, step.annotator, 'join'), touched);
    join.insert('annotator', step.annotator, newcomer);
  }
  const payload = { act: step.act, at, annotator: step.annotator, takes: [...step.takes] };
  const { id } = insertStep(db, { ...payload, uid: step.uid, strandId: chain.id!, lamport: chain.lamport + 1 });
  step.id = id;
  if (step.merged) enterTaken(db, id, step.merged.taken);
  appendRow(db, chain, {
    step: { id, uid: step.uid },
    op: 'insert',
    kind: 'step',
    target: step.uid,
    article: null,
    payload: { ...payload, ...(step.merged && { merged: step.merged }) },
  });
  return id;
}

/**
 * The right to write now; says why not otherwise.
 *
 * Errors: corpus-in-use, corpus-read-only, corpus-being-checked, corpus-replaced.
 */
export function getWriter(corpus: Corpus): Writer {
  const file = basename(corpus.path);
  const { holder, writer, mode } = corpus;
  if (holder) throw new ExpectedError('corpus-in-use', { file, holder: describeHolder(holder) });
  if (mode === 'checking') throw new ExpectedError('corpus-being-checked');
  if (!writer || mode === 'read' || mode === 'copy') throw new ExpectedError('corpus-read-only', { file });
  if (corpus.kept) throw new ExpectedError('corpus-replaced', { file, kept: basename(corpus.kept) });
  if (!isSameFile(corpus, writer)) throw rescue(corpus, writer);
  return writer;
}

export const describeHolder = ({ door, pid, at }: { door: string; pid: number; at: string }) =>
  `${door}${pid ? `, process ${pid}` : ''}${at ? `, since ${at.slice(0, 16).replace('T', ' ')} UTC` : ''}`;

function isSameFile(corpus: Corpus, { dev, ino }: Writer): boolean {
  const stat = statSync(corpus.path, { throwIfNoEntry: false });
  return stat?.dev === dev && stat.ino === ino;
}

const toKeptPath = ({ path, environment }: Corpus) => {
  const when = environment.now().toISOString().slice(0, 16).replace('T', ' ').replace(':', '-');
  return join(dirname(path), `${basename(path, extname(path))} (kept ${when})${extname(path)}`);
};

/** Another file lies at our path: what we hold is written beside it, and nothing is written to either again. */
function rescue(corpus: Corpus, { db }: Writer): ExpectedError {
  const kept = toKeptPath(corpus);
  db.prepare('VACUUM INTO ?').run(kept);
  corpus.kept = kept;
  corpus.mode = 'replaced';
  return new ExpectedError('corpus-replaced', { file: basename(corpus.path), kept: basename(kept) });
}
