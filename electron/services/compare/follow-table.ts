import { isCurrent } from '../../corpus/derived/all-derived.ts';
import type { Derived } from '../../corpus/derived/derived.ts';
import { readRevisions } from '../../corpus/derived/revisions.ts';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { createPacer, pause, type Job } from '../job.ts';

type Table<Row> = {
  derived: Derived;
  name: 'article_mentions' | 'article_words';
  /** SQL: the columns that are read, beside `article_id` and `revision`. */
  columns: string;
  /** Names the articles whose rows hold no more. */
  stale: 'stale_article' | 'stale_words';
  /** Nothing that was taken holds any more. */
  forget(): void;
  take(article: number, row: Row, db: ReadDb): void;
  has(article: number): boolean;
  /** Reads articles that are stale themselves, and takes them. */
  readAnew(db: ReadDb, articles: readonly number[]): void;
};

/** So many rows are read, and so many stale articles read anew, before the clock is looked at. */
const [ROWS, ANEW] = [200, 10];
/** While somebody writes without end a view is of a moment that is nearly now. */
const MOST_ROUNDS = 3;

/** Says whether anything was changed: it is the same as long as nobody commits. */
export function readDataVersion(db: ReadDb): string {
  const own = statement<[], number>(db, 'SELECT total_changes()').pluck().get()!;
  return `${db.pragma('data_version', { simple: true }) as number} ${own}`;
}

/** Keeps what was taken of a table up to date: call what it gives before what was taken is read. */
export function followTable<Row extends object>({ derived, name, columns, stale, ...table }: Table<Row>) {
  let version = '';
  let [revision, last] = [0, 0];
  let staleArticles = new Set<number>();
  let isBusy = false;
  const sql = `SELECT article_id AS article, revision, ${columns} FROM ${name}
    WHERE (revision, article_id) > (?, ?) ORDER BY revision, article_id LIMIT ${ROWS}`;

  /** Takes what was made since the last time. */
  async function takeNew(db: ReadDb, job: Job): Promise<void> {
    const breathe = createPacer(job);
    const { latest, emptied } = readRevisions(db, name);
    if (emptied > revision) {
      table.forget();
      [revision, last] = [emptied, 0];
    }
    for (;;) {
      const rows = statement<[number, number], Row & { article: number; revision: number }>(db, sql).all(
        revision,
        last,
      );
      for (const row of rows) table.take(row.article, row, db);
      if (rows.length > 0) ({ revision, article: last } = rows.at(-1)!);
      if (rows.length < ROWS) return;
      job.report({ done: Math.min(revision, latest), total: latest, what: name });
      await breathe();
    }
  }

  async function readStale(db: ReadDb, articles: readonly number[], job: Job): Promise<void> {
    const breathe = createPacer(job);
    for (let from = 0; from < articles.length; from += ANEW) {
      const slice = articles.slice(from, from + ANEW);
      table.readAnew(db, slice);
      for (const article of slice) staleArticles.delete(article);
      job.report({ done: from, total: articles.length, what: name });
      await breathe();
    }
  }

  /** `articles`: those that are to be read. Errors: cancelled. */
  return async function refresh(db: ReadDb, articles: readonly number[], job: Job): Promise<void> {
    while (isBusy) await pause(job);
    isBusy = true;
    try {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const now = readDataVersion(db);
        const isComplete = isCurrent(db, derived);
        if (now !== version) {
          await takeNew(db, job);
          staleArticles = new Set(statement<[], number>(db, `SELECT article_id FROM ${stale}`).pluck().all());
          version = now;
        }
        const anew = articles.filter((id) => staleArticles.has(id) || (!isComplete && !table.has(id)));
        await readStale(db, anew, job);
        if (readDataVersion(db) === version) return;
      }
    } finally {
      isBusy = false;
    }
  };
}
