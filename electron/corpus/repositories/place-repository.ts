import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

/** A number that grows with every article that is brought in; 0 where there is none. */
export const findNewestArticle = (db: ReadDb): number =>
  statement<[], { id: number }>(db, 'SELECT coalesce(max(id), 0) AS id FROM article').get()!.id;

/** The countries that entities were said to be or lie in, by ISO code, with how often these entities are meant, each once more. */
export const listEntityCountries = (db: ReadDb): { country: string; count: number }[] =>
  statement<[], { country: string; count: number }>(
    db,
    `SELECT upper(r.value) AS country, sum(1 + coalesce(t.n, 0)) AS count
     FROM entity_ref r JOIN entity e ON e.id = r.entity_id LEFT JOIN entity_total t ON t.entity_id = e.id
     WHERE r.scheme IN ('country', 'iso3166') AND ${isSeen('e')} GROUP BY 1 ORDER BY 1`,
  ).all();
