import { ExpectedError } from '#shared/errors';
import type { ImportedArticle, MarkedArticle, PlannedTable } from '#shared/domain/import';
import type { ReadDb } from '../../corpus/connection.ts';
import { findArticleWithText } from '../../corpus/repositories/article-repository.ts';
import { findImported } from '../../corpus/repositories/imported-articles.ts';
import type { Job } from '../job.ts';
import { TablePass, toTableArticle, toTableReading, type TableArticle, type TableFile } from './table-file.ts';
import { Turn } from './turn.ts';

/** So many rows are shown, and so much of a cell. Unit: UTF-16. */
const SHOWN_ROWS = 20;
const SHOWN = 300;
const MOST_OUTLETS = 200;

/** Articles that came earlier in a plan: one of them may be named again, or have the same text. */
export type SeenInPlan = { uids: Set<string>; byText: Map<string, string> };

/** What a table comes to, row by row. Errors: file-changed, cancelled. */
export async function planTable(
  db: ReadDb | null,
  table: TableFile,
  seen: SeenInPlan,
  isListed: boolean,
  job: Job,
): Promise<PlannedTable> {
  const pass = new TablePass(table);
  const turn = new Turn(job);
  const counts = { fresh: 0, there: 0, sameText: 0 };
  const empty: number[] = [];
  const articles: ImportedArticle[] = [];
  const marked: MarkedArticle[] = [];
  const outlets = new Map<string | null, number>();
  for (const row of pass.table.rows) {
    if (turn.isOver()) await turn.next(table.file, pass.bytesRead);
    if (row.fault) continue;
    const article = toTableArticle(table, row);
    if (!article) {
      empty.push(row.n + 1);
      continue;
    }
    const planned = toPlanned(db, table, article, seen);
    counts[planned.status === 'already-there' ? 'there' : 'fresh'] += 1;
    if (planned.sameTextAs !== null) counts.sameText += 1;
    outlets.set(planned.outlet, (outlets.get(planned.outlet) ?? 0) + 1);
    if (isListed) articles.push(planned);
    if (isMarked(article)) marked.push(toMarked(article));
  }
  if (pass.finish() !== table.sha256) throw new ExpectedError('file-changed', { file: table.file.name });
  return {
    ...toTableReading(table, empty),
    ...counts,
    handle: table.handle,
    head: table.survey.head.slice(0, SHOWN_ROWS).map(({ n, cells }) => ({
      row: n + 1,
      cells: table.survey.reading.columns.map((_, i) => (cells[i] ?? '').slice(0, SHOWN).toWellFormed()),
    })),
    outlets: [...outlets]
      .map(([name, count]) => ({ name, articles: count }))
      .sort((a, b) => b.articles - a.articles)
      .slice(0, MOST_OUTLETS),
    articles,
    marked,
  };
}

function toPlanned(db: ReadDb | null, { file }: TableFile, article: TableArticle, seen: SeenInPlan): ImportedArticle {
  const { uid, title, outlet, date, sha256 } = article;
  const isThere = seen.uids.has(uid) || (db !== null && findImported(db, uid, null) === 'standing');
  const same = (db && findArticleWithText(db, sha256, uid)) ?? seen.byText.get(sha256);
  seen.uids.add(uid);
  if (!seen.byText.has(sha256)) seen.byText.set(sha256, uid);
  return {
    uid,
    title: copy(title),
    outlet: outlet && copy(outlet),
    date,
    sha256,
    source: file.name,
    status: isThere ? 'already-there' : 'would-be-imported',
    sameTextAs: same === undefined || same === uid ? null : (same as ImportedArticle['sameTextAs']),
  };
}

/** A text of its own: a cut-out keeps all that it was cut out of. */
export const copy = (text: string): string => Buffer.from(text).toString();

export const isMarked = ({ strayBytes, replaced }: TableArticle) => strayBytes.length > 0 || replaced > 0;

export const toMarked = ({ uid, start, strayBytes, strayAt, replaced }: TableArticle): MarkedArticle => ({
  uid,
  row: start + 1,
  strayBytes,
  at: strayAt,
  replaced,
});
