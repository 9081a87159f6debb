import { verifyMessages } from '#shared/messages/en/verify';
import { statement } from '../connection.ts';
import type { Derived } from './derived.ts';
import { countAgain, countStale, markStale } from './stale-articles.ts';
import { toCounts } from './tally-articles.ts';

/**
 * SQL: what the sums lack: less what stale articles once gave to them, and what they give now; and less what the articles give that
 * the value `without` lists by id, as JSON. An outlet that is not known is 0.
 *
 * Columns: entity_id, form, by_rule, outlet_id, n.
 */
export const STALE_DELTA = `
  SELECT entity_id, form, by_rule, coalesce(outlet_id, 0) AS outlet_id, -n AS n
  FROM article_tally WHERE article_id IN (SELECT article_id FROM stale_article UNION SELECT value FROM json_each(@without))
  UNION ALL SELECT entity_id, form, by_rule, coalesce(outlet_id, 0), n
  FROM (${toCounts(`
    SELECT article_id FROM stale_article WHERE article_id NOT IN (SELECT value FROM json_each(@without))`)})`;

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

/**
 * How often which words mean which entity, an article and in all. A change only marks its article as stale; stale articles are
 * counted again while nobody works, and readers add what is still lacking (docs/decisions/0010-derived-tables.md).
 */
export const entityTally: Derived = {
  name: 'entity_tally',
  version: 1,
  isQuick: false,

  follow: markStale,

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
    while (countStale(db) > 0) yield { done: total - countAgain(db), total };
  },
};
