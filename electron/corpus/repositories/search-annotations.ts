import { ExpectedError } from '#shared/errors';
import type { AnnotationFilter } from '#shared/domain/filter';
import type { ValueCondition } from '#shared/domain/search';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toAnnotationCondition, toSeenCondition } from './annotation-repository.ts';
import type { Condition } from './article-filter.ts';
import { listBlindIds } from './assignment-repository.ts';
import { listOutletIds } from './outlet-repository.ts';
import { listEntityIds } from './resolve-entity.ts';

/** An annotation by its first span, with the id of its article. */
export type FoundAnnotation = {
  uid: string;
  articleId: number;
  label: string;
  entity: string | null;
  annotator: string;
  start: number;
  end: number;
};

export type AnnotationSearch = {
  filter: AnnotationFilter;
  conditions: ValueCondition[];
  onlyIn?: string | undefined;
  quote?: string | undefined;
  /** Without what others put on what this person, by uid, tags blind still. */
  seenBy?: string | null;
};

const FROM = `
  FROM annotation n JOIN article a ON a.id = n.article_id JOIN listed_article d ON d.article_id = n.article_id
    JOIN label l ON l.id = n.label_id JOIN annotator p ON p.id = n.annotator_id
    JOIN annotation_span f ON f.annotation_id = n.id AND f.n = 0
    LEFT JOIN entity e ON e.id = n.entity_id LEFT JOIN entity g ON g.id = e.merged_into_id`;

/** Annotations by what they say, of the newest article first. Errors: attribute-not-there, outlet-unknown and those of the filter. */
export function listFoundAnnotations(
  db: ReadDb,
  search: AnnotationSearch,
  page: { offset: number; limit: number },
): { total: number; found: FoundAnnotation[] } {
  const parts = toParts(db, search);
  const sql = parts.map((part) => `(${part.sql})`).join(' AND ');
  const values = Object.assign({}, ...parts.map((part) => part.values)) as object;
  const { n: total } = statement<[object], { n: number }>(db, `SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(values)!;
  const found = statement<[object], FoundAnnotation>(
    db,
    `SELECT n.uid, n.article_id AS articleId, l.name AS label, coalesce(g.name, e.name) AS entity, p.name AS annotator,
       f.start_offset AS start, f.end_offset AS end ${FROM} WHERE ${sql}
     ORDER BY d.date DESC, d.sort_key, f.start_offset, f.end_offset DESC, n.uid LIMIT @limit OFFSET @offset`,
  ).all({ ...values, ...page });
  return { total, found };
}

function toParts(db: ReadDb, { filter, conditions, onlyIn, quote, seenBy = null }: AnnotationSearch): Condition[] {
  const meant = toSeenCondition(toAnnotationCondition(db, filter), listBlindIds(db, seenBy), seenBy);
  const parts = [meant, ...conditions.map((condition, n) => toValuePart(db, condition, n))];
  if (quote !== undefined && quote.trim() !== '') {
    const sql = `EXISTS (SELECT 1 FROM annotation_span q WHERE q.annotation_id = n.id AND q.quote LIKE @quote ESCAPE '\\')`;
    parts.push({ sql, values: { quote: `%${quote.trim().replace(/[\\%_]/g, '\\$&')}%` } });
  }
  if (onlyIn !== undefined) parts.push(toOnlyIn(db, onlyIn));
  return parts;
}

/** An attribute by its name, or a field as `group.field`; a group means each of its fields. */
function listAttributeIds(db: ReadDb, name: string): number[] {
  const all = statement<[], { id: number; name: string; parent: string | null }>(
    db,
    'SELECT b.id, b.name, u.name AS parent FROM attribute b LEFT JOIN attribute u ON u.id = b.parent_id ORDER BY b.id',
  ).all();
  const wanted = name.trim().toLowerCase();
  const namesOf = (t: (typeof all)[number]) => (t.parent === null ? [t.name] : [`${t.parent}.${t.name}`, t.parent]);
  const found = all.filter((each) => namesOf(each).some((one) => one.toLowerCase() === wanted));
  if (found.length > 0) return found.map(({ id }) => id);
  const known = [...new Set(all.map((each) => namesOf(each)[0]!))].join(', ');
  throw new ExpectedError('attribute-not-there', { attribute: name, known });
}

/** Source: indexes `annotation_value_by_entity`, `annotation_value_by_attribute`. */
function toValuePart(db: ReadDb, { attribute, value }: ValueCondition, n: number): Condition {
  const attributes = JSON.stringify(listAttributeIds(db, attribute));
  const ofAttribute = `v.attribute_id IN (SELECT value FROM json_each(@attributes${n}))`;
  const select = 'SELECT v.annotation_id FROM annotation_value v WHERE';
  if (value === undefined)
    return { sql: `n.id IN (${select} ${ofAttribute})`, values: { [`attributes${n}`]: attributes } };
  const said = `(v.text = @value${n} COLLATE NOCASE OR v.quote = @value${n} COLLATE NOCASE
    OR CAST(v.number AS TEXT) IN (@value${n}, @value${n} || '.0'))`;
  return {
    sql: `n.id IN (${select} v.entity_id IN (SELECT value FROM json_each(@entities${n})) AND ${ofAttribute}
      UNION ALL ${select} ${ofAttribute} AND ${said})`,
    values: {
      [`attributes${n}`]: attributes,
      [`entities${n}`]: JSON.stringify(listEntityIds(db, [value])),
      [`value${n}`]: value,
    },
  };
}

/** What is tagged in articles of one outlet and of no other. Errors: outlet-unknown. */
function toOnlyIn(db: ReadDb, outlet: string): Condition {
  const ids = listOutletIds(db, [outlet]);
  if (ids.length === 0) throw new ExpectedError('outlet-unknown', { outlet });
  const elsewhere = `JOIN listed_article m ON m.article_id = k.article_id
    WHERE (m.outlet_id IS NULL OR m.outlet_id NOT IN (SELECT value FROM json_each(@onlyIn))) AND ${isSeen('k')}`;
  const meant = 'coalesce(e.merged_into_id, e.id)';
  return {
    sql: `d.outlet_id IN (SELECT value FROM json_each(@onlyIn)) AND CASE
      WHEN n.entity_id IS NOT NULL THEN NOT EXISTS (SELECT 1 FROM annotation k ${elsewhere} AND k.label_id = n.label_id
        AND k.entity_id IN (SELECT ${meant} UNION ALL SELECT b.id FROM entity b WHERE b.merged_into_id = ${meant}))
      ELSE (n.label_id, lower(f.quote)) NOT IN (SELECT k.label_id, lower(q.quote) FROM annotation_span q
        JOIN annotation k ON k.id = q.annotation_id AND q.n = 0 ${elsewhere}) END`,
    values: { onlyIn: JSON.stringify(ids) },
  };
}
