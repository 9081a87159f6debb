import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { RelationEnd } from '#shared/domain/relation';
import { statement, type ReadDb } from '../connection.ts';

type Row = {
  uid: string;
  article: string;
  title: string;
  outlet: string | null;
  label: string;
  start: number;
  quote: string;
  entity: string | null;
};

/** The words of annotation `n`, its parts joined. */
export const QUOTE = `
  (SELECT group_concat(quote, ' … ') FROM (SELECT f.quote FROM annotation_span f WHERE f.annotation_id = n.id ORDER BY f.n))`;

/** Where annotation `n` begins. */
export const START = '(SELECT f.start_offset FROM annotation_span f WHERE f.annotation_id = n.id AND f.n = 0)';

/** An outlet or entity as it is called now: what was merged has the name of what it was merged into. */
export const survivor = (table: 'outlet' | 'entity', id: string) => `
  (SELECT coalesce(m.name, o.name) FROM ${table} o LEFT JOIN ${table} m ON m.id = o.merged_into_id WHERE o.id = ${id})`;

/** Annotations as ends of relations, by uid. */
export function listEnds(db: ReadDb, annotations: Iterable<string>): Map<string, RelationEnd> {
  const rows = statement<[string], Row>(
    db,
    `SELECT n.uid, a.uid AS article, a.title, ${survivor('outlet', 'a.outlet_id')} AS outlet, l.name AS label,
       ${START} AS start, ${QUOTE} AS quote, ${survivor('entity', 'n.entity_id')} AS entity
     FROM json_each(?) named CROSS JOIN annotation n ON n.uid = named.value JOIN article a ON a.id = n.article_id
       JOIN label l ON l.id = n.label_id`,
  ).all(JSON.stringify([...new Set(annotations)]));
  return new Map(
    rows.map(({ uid, ...row }) => [
      uid,
      { ...row, annotation: AnnotationId.parse(uid), article: ArticleId.parse(row.article) },
    ]),
  );
}
