import { statement, type WriteDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toResult } from '../repositories/result-layer.ts';

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
export const toCounts = (articles: string) => `
  SELECT a.id AS article_id, r.entity_id, a.outlet_id, coalesce(r.entity_link = 'rule', 0) AS by_rule,
    (SELECT group_concat(f.quote, ' … ' ORDER BY f.n) FROM annotation_span f WHERE f.annotation_id = r.id) AS form,
    count(*) AS n
  FROM (${toResult(articles)}) r JOIN article a ON a.id = r.article_id
  WHERE r.entity_id IS NOT NULL AND ${isSeen('a')} GROUP BY a.id, r.entity_id, form, 4`;

/** Counts articles again. The caller holds a transaction. */
export function tallyArticles(db: WriteDb, articles: readonly number[]): void {
  const ids = JSON.stringify(articles);
  const known = statement<[string], Count>(
    db,
    'SELECT * FROM article_tally WHERE article_id IN (SELECT value FROM json_each(?))',
  ).all(ids);
  const now = statement<[string], Count>(db, toCounts('SELECT value FROM json_each(?)')).all(ids);
  addToSums(db, [...known.map((count) => ({ ...count, n: -count.n })), ...now]);
  statement(db, 'DELETE FROM article_tally WHERE article_id IN (SELECT value FROM json_each(?))').run(ids);
  const insert = statement<[Count]>(
    db,
    `INSERT INTO article_tally (article_id, entity_id, form, by_rule, outlet_id, n)
     VALUES (@article_id, @entity_id, @form, @by_rule, @outlet_id, @n)`,
  );
  for (const count of now) insert.run(count);
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

const sum = (counts: readonly Count[]) => counts.reduce((total, { n }) => total + n, 0);
