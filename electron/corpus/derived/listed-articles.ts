import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { STATE_OF_ARTICLE } from '../repositories/article-state.ts';
import { listChangedSinceSettled } from '../repositories/changed-since-settled.ts';
import type { Derived, RowChange } from './derived.ts';
import { createUnseenTest } from './unseen-rows.ts';

/** Kinds of rows that an article's place in the library, its state and its marks come from. */
const kindsThatTell = new Set<string>([
  'article',
  'article_work',
  'adjudication',
  'settlement',
  'assignment',
  'annotation',
  'relation',
  'review',
] satisfies RowChange['kind'][]);

const ALL = 'SELECT id FROM article';
const COLUMNS = 'article_id, outlet_id, date, sort_key, state, labels, title, title_key';

/**
 * The articles of a query that are seen, as they are listed.
 *
 * `date`: year, month and day as one number that sorts like the date; what is not known is zero. `sort_key`: by it articles of one day
 * come by the name of their file and as they stood in it, in every copy of the corpus in the same order. `title_key`: as `foldTitle`
 * gives the title.
 */
const toListing = (articles: string) => `
  SELECT a.id, coalesce(o.merged_into_id, o.id),
    coalesce(a.year, 0) * 10000 + coalesce(a.month, 0) * 100 + coalesce(a.day, 0),
    format('%s %s %012d %s', sort_name(a.source_name), a.source_name, a.place_start, a.uid), ${STATE_OF_ARTICLE},
    coalesce((SELECT ',' || group_concat(label_id, ',') || ',' FROM (
      SELECT DISTINCT n.label_id FROM annotation n WHERE n.article_id = a.id AND ${isSeen('n')} ORDER BY 1)), ''), a.title, fold_title(a.title)
  FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id
  WHERE a.id IN (${articles}) AND ${isSeen('a')}`;

const toMarks = (articles: string) => `
  SELECT DISTINCT n.article_id, n.label_id, n.annotator_id FROM annotation n
  WHERE n.article_id IN (${articles}) AND ${isSeen('n')}
    AND EXISTS (SELECT 1 FROM listed_article l WHERE l.article_id = n.article_id)`;

/** The articles of a query that have been changed since they were settled, as `STATE_OF_ARTICLE` asks for them. */
const toChanged = (db: ReadDb, articles: string, of?: string) =>
  JSON.stringify(listChangedSinceSettled(db, articles, of));

/** Lists the articles of a query anew; what stays as it was is not written. */
function listAnew(db: WriteDb, articles: string, of: string): void {
  const changed = toChanged(db, articles, of);
  const run = (sql: string) => statement(db, sql).run({ of, changed });
  run(`INSERT INTO listed_article (${COLUMNS}) ${toListing(articles)}
    ON CONFLICT (article_id) DO UPDATE
      SET outlet_id = excluded.outlet_id, date = excluded.date, sort_key = excluded.sort_key, state = excluded.state,
        labels = excluded.labels, title = excluded.title, title_key = excluded.title_key
      WHERE outlet_id IS NOT excluded.outlet_id OR date <> excluded.date OR sort_key <> excluded.sort_key
        OR state <> excluded.state OR labels <> excluded.labels OR title <> excluded.title`);
  run(`DELETE FROM listed_article WHERE article_id IN (${articles})
    AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id = article_id AND ${isSeen('a')})`);
  run(`INSERT OR IGNORE INTO article_mark (article_id, label_id, annotator_id) ${toMarks(articles)}`);
  run(`DELETE FROM article_mark WHERE article_id IN (${articles})
    AND (NOT EXISTS (SELECT 1 FROM listed_article l WHERE l.article_id = article_mark.article_id) OR NOT EXISTS (
      SELECT 1 FROM annotation n WHERE n.article_id = article_mark.article_id AND n.label_id = article_mark.label_id
        AND n.annotator_id = article_mark.annotator_id AND ${isSeen('n')}))`);
}

/**
 * Whether a tag tells nothing new of its article: the person has put this label there before, and it is being worked on. A long
 * article with thousands of them is then not gone through again.
 */
function isLikeOthers(db: WriteDb, { op, kind, after }: RowChange): boolean {
  if (op !== 'insert' || kind !== 'annotation' || after?.['layer'] !== 'own' || after['batch'] !== null) return false;
  const { article, label, annotator } = after;
  return (
    statement(
      db,
      `SELECT 1 FROM listed_article l JOIN article_mark m ON m.article_id = l.article_id
       WHERE l.article_id = (SELECT id FROM article WHERE uid = @article) AND l.state NOT IN ('new', 'checked')
         AND NOT EXISTS (SELECT 1 FROM adjudication j WHERE j.article_id = l.article_id)
         AND m.label_id = (SELECT id FROM label WHERE uid = @label)
         AND m.annotator_id = (SELECT id FROM annotator WHERE uid = @annotator)`,
    ).get({ article, label, annotator }) !== undefined
  );
}

const OF_UIDS = 'SELECT id FROM article WHERE uid IN (SELECT value FROM json_each(@of))';
const OF_OUTLET = 'SELECT id FROM article WHERE outlet_id = (SELECT id FROM outlet WHERE uid = @of)';
/** Those that stand in a batch, and those whose annotations or relations do. */
const OF_BATCH = `
  SELECT id FROM article WHERE batch_id = (SELECT id FROM batch WHERE uid = @of)
  UNION SELECT article_id FROM annotation WHERE batch_id = (SELECT id FROM batch WHERE uid = @of)
  UNION SELECT n.article_id FROM relation r JOIN annotation n ON n.id = r.from_annotation_id
    WHERE r.batch_id = (SELECT id FROM batch WHERE uid = @of)`;

/** Those that are settled where an entity is named that may be the same as another now, or not any more. */
const OF_ENTITY = `
  SELECT n.article_id FROM entity e JOIN annotation n ON n.entity_id = e.id JOIN adjudication j ON j.article_id = n.article_id
    WHERE e.uid = @of
  UNION SELECT n.article_id FROM entity e JOIN annotation_value v ON v.entity_id = e.id
    JOIN annotation n ON n.id = v.annotation_id JOIN adjudication j ON j.article_id = n.article_id WHERE e.uid = @of`;

const LISTED = `SELECT ${COLUMNS} FROM listed_article`;

/**
 * What the library is listed from: one row for each article that is seen, with its surviving outlet, date, state, labels and
 * title; and beside it who has put which label on it.
 */
export const listedArticles: Derived = {
  name: 'listed_article',
  version: 4,
  isQuick: true,

  follow(db, changes) {
    const uids = new Set<string>();
    const isUnseen = createUnseenTest(db);
    // what stands in a batch that is removed was never listed
    for (const change of changes) {
      const { op, kind, uid, article, after } = change;
      const isNowAnother = op === 'update' && after !== null && 'merged_into' in after; // nothing is of a new one yet
      if (article !== null && kindsThatTell.has(kind)) {
        if (!uids.has(article) && !isUnseen(change) && !isLikeOthers(db, change)) uids.add(article);
      } else if (kind === 'outlet' && isNowAnother) listAnew(db, OF_OUTLET, uid);
      else if (kind === 'entity' && isNowAnother) listAnew(db, OF_ENTITY, uid);
      else if (kind === 'batch' && after?.['state'] !== 'removed') listAnew(db, OF_BATCH, uid);
    }
    if (changes.some(({ op, kind }) => op === 'delete' && kind === 'article'))
      for (const table of ['listed_article', 'article_mark'])
        statement(db, `DELETE FROM ${table} WHERE article_id NOT IN (SELECT id FROM article)`).run();
    if (uids.size > 0) listAnew(db, OF_UIDS, JSON.stringify([...uids]));
  },

  *listProblems(db) {
    const [made, there] = [toListing(ALL), LISTED];
    const { n } = statement<[object], { n: number }>(
      db,
      `SELECT (SELECT count(*) FROM (${made} EXCEPT ${there})) + (SELECT count(*) FROM (${there} EXCEPT ${made})) AS n`,
    ).get({ changed: toChanged(db, ALL) })!;
    if (n > 0) yield verifyMessages.derivedDiffers('listed_article', n);
  },

  *rebuild(db) {
    db.exec('DELETE FROM listed_article; DELETE FROM article_mark');
    statement(db, `INSERT INTO listed_article (${COLUMNS}) ${toListing(ALL)}`).run({ changed: toChanged(db, ALL) });
    db.exec(`INSERT INTO article_mark (article_id, label_id, annotator_id) ${toMarks(ALL)}`);
  },
};
