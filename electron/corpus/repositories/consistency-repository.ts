import type { ConsistencyRule } from '#shared/domain/consistency';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toStateOfAnnotation } from './annotation-state.ts';

/** Labels under which a folded form is an alias, of entities that are seen. Complexity: the aliases. */
export function mapAliasLabels(db: ReadDb): Map<string, Set<string>> {
  const rows = statement<[], { folded: string; label: string }>(
    db,
    `SELECT DISTINCT a.folded, l.name AS label FROM entity_alias a JOIN entity e ON e.id = a.entity_id
       JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id) JOIN label l ON l.id = s.label_id
     WHERE ${isSeen('a')} AND ${isSeen('s')} AND a.never_alone = 0`,
  ).all();
  const labels = new Map<string, Set<string>>();
  for (const { folded, label } of rows) {
    const known = labels.get(folded);
    if (known) known.add(label);
    else labels.set(folded, new Set([label]));
  }
  return labels;
}

/** What people said is right as it is, as `rule subject`. */
export const listExemptions = (db: ReadDb): Set<string> =>
  new Set(
    statement<[], { rule: ConsistencyRule; subject: string }>(db, 'SELECT rule, subject FROM exemption')
      .all()
      .map(({ rule, subject }) => `${rule} ${subject}`),
  );

/** Whether somebody has decided on an annotation. Source: index `review_by_annotation`. */
export const isReviewed = (db: ReadDb, annotation: string): boolean =>
  statement<[string], unknown>(
    db,
    'SELECT 1 FROM annotation n JOIN review r ON r.annotation_id = n.id WHERE n.uid = ? LIMIT 1',
  ).get(annotation) !== undefined;

/** Whether the same person tagged the same words with the same label once more, and that was not rejected. Source: index `annotation_by_article`. */
export const hasTwin = (db: ReadDb, annotation: string): boolean =>
  statement<[string], unknown>(
    db,
    `SELECT 1 FROM annotation n CROSS JOIN annotation o ON o.article_id = n.article_id AND o.label_id = n.label_id
     WHERE n.uid = ? AND o.id <> n.id AND o.annotator_id = n.annotator_id AND o.layer = n.layer AND ${isSeen('o')}
       AND ${toStateOfAnnotation('o')} <> 'rejected'
       AND (SELECT json_group_array(json_array(start_offset, end_offset)) FROM annotation_span WHERE annotation_id = o.id)
         = (SELECT json_group_array(json_array(start_offset, end_offset)) FROM annotation_span WHERE annotation_id = n.id)
     LIMIT 1`,
  ).get(annotation) !== undefined;
