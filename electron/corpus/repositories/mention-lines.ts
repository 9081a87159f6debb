import type { BlockKind } from '#shared/domain/block';
import { statement, type ReadDb } from '../connection.ts';

/** What a line says of an annotation, beside its context. Unit: UTF-16, half-open, of its first span. */
export type AnnotationPlace = { uid: string; label: string; start: number; end: number; block: BlockKind | null };

/** Source: primary keys of `annotation`, `annotation_span` and `block`. */
export const getAnnotationPlace = (db: ReadDb, annotation: number): AnnotationPlace =>
  statement<[number], AnnotationPlace>(
    db,
    `SELECT n.uid, l.name AS label, f.start_offset AS start, f.end_offset AS end,
       (SELECT b.kind FROM block b WHERE b.article_id = n.article_id AND b.start_offset <= f.start_offset
         AND b.end_offset > f.start_offset) AS block
     FROM annotation n JOIN label l ON l.id = n.label_id JOIN annotation_span f ON f.annotation_id = n.id AND f.n = 0
     WHERE n.id = ?`,
  ).get(annotation)!;

/** Names of labels by ids of their rows. */
export const listLabelNames = (db: ReadDb): Map<number, string> =>
  new Map(
    statement<[], { id: number; name: string }>(db, 'SELECT id, name FROM label')
      .all()
      .map(({ id, name }) => [id, name]),
  );

export const findLabelId = (db: ReadDb, name: string): number | undefined =>
  statement<[string], number>(db, 'SELECT id FROM label WHERE name = ? COLLATE NOCASE AND merged_into_id IS NULL')
    .pluck()
    .get(name);
