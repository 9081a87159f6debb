import type { Misfit } from '#shared/domain/codebook';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { getCodebook, mapAttributes } from './codebook-repository.ts';
import { toSimpleValue, type ValueRow } from './value-repository.ts';

type Row = ValueRow & { annotation: string; articleOf: string; label: string; why: Misfit['why'] };

/** Values whose attribute is of a type that keeps them in another column. */
const OTHER_TYPE = `CASE t.type WHEN 'number' THEN v.number IS NULL WHEN 'yes-no' THEN v.number IS NULL OR v.number NOT IN (0, 1)
  WHEN 'entity' THEN v.entity_id IS NULL AND v.text IS NULL WHEN 'span' THEN v.article_id IS NULL
  WHEN 'date' THEN v.text IS NULL OR (v.text NOT GLOB '[0-9][0-9][0-9][0-9]'
    AND v.text NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' AND v.text NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
  WHEN 'group' THEN 1 ELSE v.text IS NULL END`;

/** Whether there are places beyond those of the lists that the attribute and its group are. */
const SEVERAL = `t.list = 0 AND t.type <> 'choices' AND v.path <> ''
  AND length(v.path) - length(replace(v.path, '.', '')) + 1 > coalesce(g.list, 0)`;

const WHY = `CASE
  WHEN t.label_id <> n.label_id THEN 'other-label'
  WHEN t.retired OR coalesce(g.retired, 0) THEN 'attribute-retired'
  WHEN ${OTHER_TYPE} THEN 'other-type'
  WHEN v.text IS NOT NULL AND t.type IN ('choice', 'choices', 'entity') AND NOT EXISTS (
    SELECT 1 FROM attribute_option o WHERE o.attribute_id = t.id AND o.value = v.text AND o.retired = 0) THEN 'option-retired'
  WHEN ${SEVERAL} THEN 'several' END`;

/**
 * Values that do not fit the codebook as it is now: kept where they are, and listed so that somebody can look at them.
 *
 * Complexity: all values of all annotations are looked at.
 */
export function listMisfits(db: ReadDb, limit: number): { total: number; misfits: Misfit[] } {
  const from = `FROM annotation_value v JOIN annotation n ON n.id = v.annotation_id JOIN attribute t ON t.id = v.attribute_id
    LEFT JOIN attribute g ON g.id = t.parent_id WHERE ${isSeen('n')} AND ${WHY} IS NOT NULL`;
  const { total } = statement<[], { total: number }>(db, `SELECT count(*) AS total ${from}`).get()!;
  if (total === 0) return { total, misfits: [] };
  const rows = statement<[number], Row>(
    db,
    `SELECT x.annotation, x.articleOf, x.label, x.why, x.attribute, x.path, x.text, x.number, coalesce(m.uid, e.uid) AS entity,
       coalesce(m.name, e.name) AS entityName, b.uid AS article, x.start, x.end, x.quote
     FROM (SELECT n.uid AS annotation, n.article_id, n.label_id, ${WHY} AS why, t.uid AS attribute, v.path, v.text, v.number,
             v.entity_id, v.article_id AS named_id, v.start_offset AS start, v.end_offset AS end, v.quote,
             (SELECT uid FROM article WHERE id = n.article_id) AS articleOf,
             (SELECT name FROM label WHERE id = n.label_id) AS label
           ${from} ORDER BY n.uid, v.n LIMIT ?) x
       LEFT JOIN entity e ON e.id = x.entity_id LEFT JOIN entity m ON m.id = e.merged_into_id
       LEFT JOIN article b ON b.id = x.named_id`,
  ).all(limit);
  const places = mapAttributes(getCodebook(db));
  const misfits = rows.map((row): Misfit => {
    const { attribute, group, label } = places.get(row.attribute)!;
    const path = group ? `${group.name}.${attribute.name}` : attribute.name;
    return {
      annotation: AnnotationId.parse(row.annotation),
      article: ArticleId.parse(row.articleOf),
      label: row.label,
      attribute: row.why === 'other-label' ? `${label.name}: ${path}` : path,
      value: toSimpleValue(row, attribute),
      why: row.why,
    };
  });
  return { total, misfits };
}
