import type { EntityForm } from '#shared/domain/entity';
import { statement, type ReadDb } from '../connection.ts';
import { STALE_DELTA } from '../derived/entity-tally.ts';

/** What was counted of one surviving entity. */
export type EntityCounts = { count: number; byRule: number; outlets: { outlet: string | null; count: number }[] };
type Row = { owner: number; form: string; outlet: string | null; count: number; byRule: number };

/**
 * SQL of common tables: `counted` sums mentions by entity, `summed` by the entity that it was merged into, which is `id`.
 *
 * What articles give that the value `without` lists is left out. Entities that nobody means are summed as zero; with `ofOutlets` only mentions in articles of the outlets whose ids the value
 * `outlets` lists, and only entities that have any.
 */
export const toSummed = (ofOutlets: boolean) => `
  counted (entity_id, n, by_rule) AS (
    ${
      ofOutlets
        ? `SELECT entity_id, n, n * by_rule FROM entity_tally WHERE outlet_id IN (SELECT value FROM json_each(@outlets))
           UNION ALL SELECT entity_id, n, n * by_rule FROM (${STALE_DELTA})
             WHERE outlet_id IN (SELECT value FROM json_each(@outlets))`
        : `SELECT entity_id, n, by_rule FROM entity_total
           UNION ALL SELECT entity_id, n, n * by_rule FROM (${STALE_DELTA})
           UNION ALL SELECT id, 0, 0 FROM entity`
    }
  ),
  summed (id, n, by_rule) AS MATERIALIZED (
    SELECT coalesce(e.merged_into_id, e.id), sum(c.n), sum(c.by_rule)
    FROM counted c JOIN entity e ON e.id = c.entity_id GROUP BY 1${ofOutlets ? ' HAVING sum(c.n) > 0' : ''}
  )`;

/**
 * SQL of a common table: `member` has the entities that a list of ids names, and those merged into them. `owner` is the one
 * that is named.
 */
export const MEMBERS = `
  member (id, owner) AS (
    SELECT value, value FROM json_each(@ids)
    UNION ALL SELECT e.id, e.merged_into_id FROM json_each(@ids) j JOIN entity e ON e.merged_into_id = j.value
  )`;

/**
 * The words by which entities are meant, by id, the most frequent first; each with what was merged into it. `without`: ids of articles
 * that are not counted.
 */
export function listForms(db: ReadDb, ids: readonly number[], without: readonly number[]): Map<number, EntityForm[]> {
  const rows = statement<[{ ids: string; without: string }], Row>(
    db,
    `WITH ${MEMBERS}, tally (owner, form, outlet_id, n, by_rule) AS (
       SELECT m.owner, t.form, t.outlet_id, t.n, t.n * t.by_rule FROM member m JOIN entity_tally t ON t.entity_id = m.id
       UNION ALL SELECT m.owner, d.form, d.outlet_id, d.n, d.n * d.by_rule FROM (${STALE_DELTA}) d
         JOIN member m ON m.id = d.entity_id
     )
     SELECT t.owner, t.form, s.name AS outlet, sum(t.n) AS count, sum(t.by_rule) AS byRule
     FROM tally t LEFT JOIN outlet o ON o.id = t.outlet_id LEFT JOIN outlet s ON s.id = coalesce(o.merged_into_id, o.id)
     GROUP BY t.owner, t.form, s.id HAVING sum(t.n) > 0
     ORDER BY t.owner, count DESC, t.form, s.name IS NULL, s.name COLLATE NOCASE, s.uid`,
  ).all({ ids: JSON.stringify(ids), without: JSON.stringify(without) });
  const byOwner = Map.groupBy(rows, ({ owner }) => owner);
  return new Map(
    [...byOwner].map(([owner, own]) => [
      owner,
      own.map(({ form, outlet, count, byRule }) => ({ form, outlet, count, byRule })),
    ]),
  );
}

const total = (forms: readonly EntityForm[], which: 'count' | 'byRule') =>
  forms.reduce((sum, form) => sum + form[which], 0);

/** The forms of an entity, summed: in all, and by outlet, the most first. */
export function sumForms(forms: readonly EntityForm[]): EntityCounts {
  const outlets = [...Map.groupBy(forms, ({ outlet }) => outlet)]
    .map(([outlet, own]) => ({ outlet, count: total(own, 'count') }))
    .sort((a, b) => b.count - a.count);
  return { count: total(forms, 'count'), byRule: total(forms, 'byRule'), outlets };
}
