import { mergeMessages } from '#shared/messages/en/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { hasBatch, kindNames, kinds, type KindName, type Records } from '../../corpus/model/kinds.ts';
import { listNamed, listReferrers } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { findNewestRow, findPresence, listTargetsSince } from '../../corpus/repositories/merge-repository.ts';
import { deleteAllRemoved, discardBatch, hasRemoved } from '../discard-batch.ts';
import { createPacer, type Job } from '../job.ts';
import { continueStep, getWriter, type OpenStep, type StepWriter } from '../write-step.ts';
import { copySource, copyText } from './copy-files.ts';
import { iterateHistory, takeOver } from './copy-history.ts';
import type { Fields } from './evaluate.ts';
import type { News } from './find-news.ts';
import type { Outcomes } from './outcomes.ts';
import type { Effect } from './reckoning.ts';

/** What a transaction may take before others are let in. Unit: ms. */
const SLICE_MS = 20;

/** Kinds without a batch that rows of a batch name: they have to be there first, and are seen by then. */
const besides: readonly KindName[] = ['annotator', 'label', 'attribute', 'relation_kind', 'codebook_version'];
/** Fields that may name what is not there yet, or make a circle: they are set in the end. */
const late: readonly string[] = ['merged_into', 'excludes'];

/** Rows in the order in which they can be put in: `kindNames`, but for what names others of later kinds. */
const order = new Map(kindNames.map((kind, n) => [kind, besides.includes(kind) ? n - 100 : n]));

export type MergeWork = {
  corpus: Corpus;
  theirs: ReadDb;
  outcomes: Outcomes;
  news: News;
  step: OpenStep;
  batch: string;
  /** Works out again what has been changed here meanwhile; gives it. */
  reconsider(touched: { kind: string; target: string; step: string }[]): Outcomes;
};

/**
 * Writes what two copies come to as one step: history and new rows in short transactions, which nobody sees until the last one, with all
 * that changes what is here. Whatever ends it early leaves nothing. Errors: merge-unsound, cancelled and those of writing.
 */
export async function writeMerge(work: MergeWork, job: Job): Promise<void> {
  const { corpus, outcomes, step, batch } = work;
  const { db, chain } = getWriter(corpus);
  if (hasRemoved(db)) db.transaction(() => deleteAllRemoved(db)).immediate();
  const begun = findNewestRow(db);
  const effects = [...outcomes.effects()].sort((a, b) => order.get(a.kind)! - order.get(b.kind)!);
  chain.lamport = Math.max(chain.lamport, ...work.news.strands.map(({ until }) => until));
  try {
    const writing = new MergeWriting(work, effects);
    await inSlices(work, writing.early(), { done: 0, total: effects.length, what: mergeMessages.at.writing }, job);
    const history = iterateHistory(work.theirs, work.news.strands);
    await inSlices(work, copying(history), { done: 0, total: work.news.rows, what: mergeMessages.at.history }, job);
    job.report({ done: 0, total: 0, what: mergeMessages.at.finishing });
    continueStep(corpus, step, (writer) => {
      const touched = listTargetsSince(db, begun, step.uid);
      writing.finish(writer, touched.length > 0 ? work.reconsider(touched) : outcomes);
      writer.update('batch', batch, { state: 'published' });
    });
  } catch (error) {
    if (step.id !== null) discardBatch(corpus, batch);
    const { code = '', message } = error as { code?: string; message: string };
    if (!code.startsWith('SQLITE_CONSTRAINT')) throw error;
    throw outcomes.refuse(mergeMessages.unsound.row(message));
  }
}

function* copying(history: Iterable<Parameters<typeof takeOver>[1]>): Generator<(writer: StepWriter) => void> {
  for (const row of history) yield ({ db }) => takeOver(db, row);
}

/** Does one thing after the other, as many in a transaction as there is time for. */
async function inSlices(
  { corpus, step }: MergeWork,
  things: Generator<(writer: StepWriter) => void>,
  progress: { done: number; total: number; what: string },
  job: Job,
): Promise<void> {
  const breathe = createPacer(job);
  for (let isOver = false; !isOver;) {
    const slice = (writer: StepWriter) => {
      for (const begun = performance.now(); performance.now() - begun < SLICE_MS;) {
        const thing = things.next();
        if (thing.done) return true;
        thing.value(writer);
        progress.done += 1;
      }
      return false;
    };
    isOver = continueStep(corpus, step, slice, { isSeen: false });
    job.report(progress);
    await breathe();
  }
}

/** What is left to be set of a row once all are there. */
type Late = { kind: KindName; uid: string; changes: Fields };

class MergeWriting {
  readonly #work: MergeWork;
  readonly #effects: readonly Effect[];
  readonly #waiting = new Map<string, Effect>();
  readonly #begun = new Set<string>();
  readonly #late: Late[] = [];

  constructor(work: MergeWork, effects: readonly Effect[]) {
    this.#work = work;
    this.#effects = effects;
    for (const effect of effects) if (effect.op === 'insert') this.#waiting.set(effect.target, effect);
  }

  /** What can be written before anybody sees it. */
  *early(): Generator<(writer: StepWriter) => void> {
    const { step, batch } = this.#work;
    yield (writer) => writer.insert('batch', batch, { step: step.uid, state: 'open' });
    for (const effect of this.#effects) {
      const { op, kind, target, changes } = effect;
      if (op === 'show') yield (writer) => writer.update(kind, target, { ...changes, batch });
      if (op !== 'insert' || !(hasBatch(kind) || besides.includes(kind))) continue;
      if (kind === 'article') yield* this.#files(target);
      yield (writer) => this.#insert(writer, target);
    }
  }

  *#files(article: string): Generator<(writer: StepWriter) => void> {
    const { theirs, outcomes, corpus } = this.#work;
    const { text, source } = outcomes.recordOf(article) as Records['article'];
    yield ({ db }) => copyText(db, theirs, text);
    for (const keep of copySource(corpus.writer!.db, theirs, source)) yield ({ db }) => keep(db);
  }

  #insert(writer: StepWriter, target: string): void {
    if (!this.#waiting.has(target) || this.#begun.has(target)) return;
    const { kind } = this.#waiting.get(target)!;
    this.#begun.add(target);
    const record = this.#work.outcomes.recordOf(target);
    for (const [, named] of listNamed(kind, record)) if (this.#canInsert(kind, named)) this.#insert(writer, named);
    const now = this.#withoutMissing(kind, target, record);
    if (hasBatch(kind)) now['batch'] = this.#work.batch;
    writer.insert(kind, target, now as Records[KindName]);
    this.#waiting.delete(target);
  }

  /** What is seen at once must not be put in before the end for what is not. */
  #canInsert(by: KindName, named: string): boolean {
    const effect = this.#waiting.get(named);
    if (!effect || this.#begun.has(named)) return false;
    return !(hasBatch(by) || besides.includes(by)) || hasBatch(effect.kind) || besides.includes(effect.kind);
  }

  /** Leaves out what names rows that are not there yet, to be set in the end. */
  #withoutMissing(kind: KindName, uid: string, record: Fields): Fields {
    const now = { ...record };
    const changes: Fields = {};
    const isMissing = (named: unknown) => typeof named === 'string' && this.#waiting.has(named);
    const { columns, lists } = kinds[kind];
    for (const field of Object.keys(columns)) {
      if (!(late.includes(field) && record[field] !== null) && !isMissing(record[field])) continue;
      if (columns[field] === 'value') continue;
      changes[field] = record[field];
      now[field] = null;
    }
    for (const field of Object.keys(lists)) {
      const items = record[field] as Fields[];
      const left = late.includes(field) ? [] : items.filter((item) => !Object.values(item).some(isMissing));
      if (left.length === items.length) continue;
      changes[field] = items;
      now[field] = left;
    }
    if (Object.keys(changes).length > 0) this.#late.push({ kind, uid, changes });
    return now;
  }

  /** All that is seen at once. `outcomes`: as they are, what was changed here meanwhile taken in. */
  finish(writer: StepWriter, outcomes: Outcomes): void {
    const deleted: Effect[] = [];
    for (const target of outcomes.outcomes.keys()) {
      if (this.#begun.has(target)) continue;
      const effect = outcomes.effectOf(target);
      if (effect?.op === 'insert') this.#waiting.set(target, effect);
    }
    for (const { target } of [...this.#waiting.values()].sort((a, b) => order.get(a.kind)! - order.get(b.kind)!)) {
      this.#insertOf(writer, target);
    }
    for (const { kind, uid, changes } of this.#late) writer.update(kind, uid, changes);
    for (const target of outcomes.outcomes.keys()) {
      if (this.#begun.has(target)) continue;
      const effect = outcomes.effectOf(target);
      if (!effect) continue;
      const { op, kind, changes } = effect;
      if (op === 'update') writer.update(kind, target, changes);
      if (op === 'show') writer.update(kind, target, { ...changes, batch: this.#work.batch });
      if (op === 'delete') deleted.push(effect);
    }
    remove(writer, deleted);
  }

  #insertOf(writer: StepWriter, target: string): void {
    const { kind } = this.#waiting.get(target) ?? {};
    if (kind === 'article') for (const keep of this.#files(target)) keep(writer);
    this.#insert(writer, target);
  }
}

/** Rows that name others go first: those that go too, and those that nobody sees. */
function remove(writer: StepWriter, effects: readonly Effect[]): void {
  const isThere = ({ kind, uid }: { kind: KindName; uid: string }) =>
    findPresence(writer.db, kind, uid, false) === 'seen';
  const removeOne = (kind: KindName, uid: string): void => {
    for (const referrer of listReferrers(writer.db, kind, uid))
      if (isThere(referrer)) removeOne(referrer.kind, referrer.uid);
    writer.remove(kind, uid);
  };
  for (const { kind, target } of effects) if (isThere({ kind, uid: target })) removeOne(kind, target);
}
