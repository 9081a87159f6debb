import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toResult } from '../repositories/result-layer.ts';
import type { Derived, RowChange } from './derived.ts';

/** So many articles are counted in one transaction: a tag that waits for it does not wait long. */
const ARTICLES_A_SLICE = 100;

type Count = {
  article_id: number;
  entity_id: number;
  form: string;
  by_rule: number;
  outlet_id: number | null;
  n: number;
};

/**
 * SQL: what counts of the articles whose ids a query gives: the mentions of their results that are linked to an entity, by the
 * words as written. Entities and outlets are those of the rows, also where these were merged into others.
 */
const toCounts = (articles: string) => `
  SELECT a.id AS article_id, r.entity_id, a.outlet_id, coalesce(r.entity_link = 'rule', 0) AS by_rule,
    (SELECT group_concat(f.quote, ' … ' ORDER BY f.n) FROM annotation_span f WHERE f.annotation_id = r.id) AS form,
    count(*) AS n
  FROM (${toResult(articles)}) r JOIN article a ON a.id = r.article_id
  WHERE r.entity_id IS NOT NULL AND ${isSeen('a')} GROUP BY a.id, r.entity_id, form, 4`;

/**
 * SQL: what the sums lack: less what stale articles once gave to them, and what they give now. An outlet that is not known is 0.
 *
 * Columns: entity_id, form, by_rule, outlet_id, n.
 */
export const STALE_DELTA = `
  SELECT entity_id, form, by_rule, coalesce(outlet_id, 0) AS outlet_id, -n AS n
  FROM article_tally WHERE article_id IN (SELECT article_id FROM stale_article)
  UNION ALL SELECT entity_id, form, by_rule, coalesce(outlet_id, 0), n
  FROM (${toCounts('SELECT article_id FROM stale_article')})`;

/** Fields of an annotation that what counts comes from; a note is none. */
const FIELDS_THAT_COUNT = ['annotator', 'layer', 'origin', 'revises', 'entity', 'entity_link', 'batch', 'spans'];

function tells({ kind, op, after }: RowChange): boolean {
  if (kind === 'review' || kind === 'article_work') return true;
  if (kind === 'article') return op === 'update' && ('outlet' in after! || 'batch' in after!);
  return kind === 'annotation' && (op !== 'update' || FIELDS_THAT_COUNT.some((field) => field in after!));
}

const OF_UIDS = 'SELECT id FROM article WHERE uid IN (SELECT value FROM json_each(@of))';
/** Those of a batch that hold an annotation, and those whose annotations stand in it. */
const OF_BATCH = `
  SELECT a.id FROM article a WHERE a.batch_id = (SELECT id FROM batch WHERE uid = @of)
    AND EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id)
  UNION SELECT n.article_id FROM annotation n WHERE n.batch_id = (SELECT id FROM batch WHERE uid = @of)`;
const OF_REMOVED = 'SELECT DISTINCT article_id FROM article_tally WHERE article_id NOT IN (SELECT id FROM article)';

const markStale = (db: WriteDb, articles: string, of?: string) =>
  statement(db, `INSERT OR IGNORE INTO stale_article (article_id) ${articles}`).run(of === undefined ? {} : { of });

export const countStale = (db: ReadDb): number =>
  statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM stale_article').get()!.n;

/** Counts some stale articles again; gives how many are left. The caller holds a transaction. */
export function tallyStale(db: WriteDb, most = ARTICLES_A_SLICE): number {
  const stale = statement<[number], { id: number }>(db, 'SELECT article_id AS id FROM stale_article LIMIT ?').all(most);
  if (stale.length === 0) return 0;
  const ids = JSON.stringify(stale.map(({ id }) => id));
  const known = statement<[string], Count>(
    db,
    'SELECT * FROM article_tally WHERE article_id IN (SELECT value FROM json_each(?))',
  ).all(ids);
  const now = statement<[string], Count>(db, toCounts('SELECT value FROM json_each(?)')).all(ids);
  addToSums(db, [...known.map((count) => ({ ...count, n: -count.n })), ...now]);
  for (const table of ['article_tally', 'stale_article'])
    statement(db, `DELETE FROM ${table} WHERE article_id IN (SELECT value FROM json_each(?))`).run(ids);
  const insert = statement<[Count]>(
    db,
    `INSERT INTO article_tally (article_id, entity_id, form, by_rule, outlet_id, n)
     VALUES (@article_id, @entity_id, @form, @by_rule, @outlet_id, @n)`,
  );
  for (const count of now) insert.run(count);
  return countStale(db);
}

function addToSums(db: WriteDb, counts: readonly Count[]): void {
  const toKey = ({ entity_id, form, by_rule, outlet_id }: Count) =>
    JSON.stringify([entity_id, form, by_rule, outlet_id ?? 0]);
  const add = statement(
    db,
    `INSERT INTO entity_tally (entity_id, form, by_rule, outlet_id, n) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  );
  const drop = statement(
    db,
    'DELETE FROM entity_tally WHERE entity_id = ? AND form = ? AND by_rule = ? AND outlet_id = ? AND n = 0',
  );
  for (const [key, same] of Map.groupBy(counts, toKey)) {
    const n = sum(same);
    if (n === 0) continue;
    const place = JSON.parse(key) as unknown[];
    add.run(...place, n);
    drop.run(...place);
  }
  const addTotal = statement(
    db,
    `INSERT INTO entity_total (entity_id, n, by_rule) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET n = n + excluded.n, by_rule = by_rule + excluded.by_rule`,
  );
  for (const [entity, same] of Map.groupBy(counts, ({ entity_id }) => entity_id)) {
    addTotal.run(entity, sum(same), sum(same.filter(({ by_rule }) => by_rule === 1)));
    statement(db, 'DELETE FROM entity_total WHERE entity_id = ? AND n = 0').run(entity);
  }
}

const NOT_STALE = 'NOT IN (SELECT article_id FROM stale_article)';
/** Tables with what each is made from, and what it holds; what is stale is not held against anything. */
const SUMS: readonly (readonly [table: string, made: string, there: string])[] = [
  [
    'article_tally',
    `SELECT article_id, entity_id, form, by_rule, outlet_id, n FROM (${toCounts(
      `SELECT article_id FROM annotation WHERE entity_id IS NOT NULL AND article_id ${NOT_STALE}`,
    )})`,
    `SELECT article_id, entity_id, form, by_rule, outlet_id, n FROM article_tally WHERE article_id ${NOT_STALE}`,
  ],
  [
    'entity_tally',
    'SELECT entity_id, form, by_rule, coalesce(outlet_id, 0), sum(n) FROM article_tally GROUP BY 1, 2, 3, 4',
    'SELECT entity_id, form, by_rule, outlet_id, n FROM entity_tally',
  ],
  [
    'entity_total',
    'SELECT entity_id, sum(n), sum(n * by_rule) FROM article_tally GROUP BY 1',
    'SELECT entity_id, n, by_rule FROM entity_total',
  ],
];

const sum = (counts: readonly Count[]) => counts.reduce((total, { n }) => total + n, 0);

/**
 * How often which words mean which entity, an article and in all. A change only marks its article as stale; stale articles are
 * counted again while nobody works, and readers add what is still lacking (docs/decisions/0010-derived-tables.md).
 */
export const entityTally: Derived = {
  name: 'entity_tally',
  version: 1,
  isQuick: false,

  follow(db, changes) {
    const uids = new Set<string>();
    for (const change of changes) {
      if (change.kind === 'batch' && change.op === 'update') markStale(db, OF_BATCH, change.uid);
      else if (change.article !== null && tells(change)) uids.add(change.article);
    }
    if (changes.some(({ op, kind }) => op === 'delete' && kind === 'article')) markStale(db, OF_REMOVED);
    if (uids.size > 0) markStale(db, OF_UIDS, JSON.stringify([...uids]));
  },

  *listProblems(db) {
    for (const [table, made, there] of SUMS) {
      const { n } = statement<[], { n: number }>(
        db,
        `SELECT (SELECT count(*) FROM (${made} EXCEPT ${there})) + (SELECT count(*) FROM (${there} EXCEPT ${made})) AS n`,
      ).get()!;
      if (n > 0) yield verifyMessages.derivedDiffers(table, n);
    }
  },

  *rebuild(db) {
    db.exec(`
      DELETE FROM article_tally;
      DELETE FROM entity_tally;
      DELETE FROM entity_total;
      INSERT OR IGNORE INTO stale_article (article_id)
        SELECT DISTINCT article_id FROM annotation WHERE entity_id IS NOT NULL;`);
    const total = countStale(db);
    yield { done: 0, total };
    while (countStale(db) > 0) yield { done: total - tallyStale(db), total };
  },
};
