import type { Annotation } from '#shared/domain/annotation';
import type { AnnotationFilter } from '#shared/domain/filter';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toCondition, type Condition } from './article-filter.ts';
import { RESULT_ANNOTATIONS } from './result-layer.ts';

type Row = {
  id: number;
  uid: string;
  article: string;
  label: string;
  annotator: string;
  layer: Annotation['layer'];
  origin: Annotation['origin'];
  note: string;
};
type SpanRow = { owner: number; start: number; end: number; quote: string };

const COLUMNS = `n.id, n.uid, a.uid AS article, l.name AS label, p.name AS annotator, n.layer, n.origin, n.note`;
const JOINS = `
  JOIN article a ON a.id = n.article_id LEFT JOIN outlet o ON o.id = a.outlet_id
  JOIN label l ON l.id = n.label_id JOIN annotator p ON p.id = n.annotator_id
  JOIN annotation_span f ON f.annotation_id = n.id AND f.n = 0`;
const IN_READING_ORDER = 'ORDER BY a.uid, f.start_offset, f.end_offset DESC, n.id';

/** The annotations that a filter means, of articles in order of uid, in reading order. Errors: article-unknown. */
export function listAnnotations(
  db: ReadDb,
  filter: AnnotationFilter,
  { offset, limit }: { offset: number; limit: number },
): { total: number; annotations: Annotation[] } {
  const { sql, values } = toAnnotationCondition(db, filter);
  const from = `FROM annotation n ${JOINS} WHERE ${sql}`;
  const total = statement<[typeof values], { n: number }>(db, `SELECT count(*) AS n ${from}`).get(values)!.n;
  const rows = statement<[typeof values], Row>(
    db,
    `SELECT ${COLUMNS} ${from} ${IN_READING_ORDER} LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset });
  return { total, annotations: toAnnotations(db, rows) };
}

function toAnnotationCondition(db: ReadDb, { labels, annotators, layer, ...filter }: AnnotationFilter): Condition {
  const { sql, values } = toCondition(db, filter);
  const parts = [sql, isSeen('n')];
  if (labels) {
    parts.push('l.name COLLATE NOCASE IN (SELECT value FROM json_each(@labels))');
    values['labels'] = JSON.stringify(labels);
  }
  if (annotators) {
    parts.push('p.name IN (SELECT value FROM json_each(@annotators))');
    values['annotators'] = JSON.stringify(annotators);
  }
  if (layer === 'own' || layer === 'settled') parts.push(`n.layer = '${layer}'`);
  if (layer === 'result') {
    const inOne = RESULT_ANNOTATIONS.replace('json_each(?)', 'json_each(json_array(a.id))');
    parts.push(`n.id IN (SELECT id FROM (${inOne}))`);
  }
  return { sql: parts.join(' AND '), values };
}

/** Annotations that count in one article, in reading order. */
export function listResult(db: ReadDb, article: ArticleId): Annotation[] {
  const rows = statement<[string], Row>(
    db,
    `SELECT ${COLUMNS} FROM (${RESULT_ANNOTATIONS.replace('json_each(?)', `(SELECT id AS value FROM article WHERE uid = ?)`)}) n
     ${JOINS} ${IN_READING_ORDER}`,
  ).all(article);
  return toAnnotations(db, rows);
}

export function getAnnotation(db: ReadDb, uid: string): Annotation {
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM annotation n ${JOINS} WHERE n.uid = ?`).get(uid);
  if (!row) throw new Error(`There is no annotation ${uid}`);
  return toAnnotations(db, [row])[0]!;
}

function toAnnotations(db: ReadDb, rows: Row[]): Annotation[] {
  const spans = statement<[string], SpanRow>(
    db,
    `SELECT annotation_id AS owner, start_offset AS start, end_offset AS end, quote FROM annotation_span
     WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY annotation_id, n`,
  ).all(JSON.stringify(rows.map(({ id }) => id)));
  const byOwner = Map.groupBy(spans, ({ owner }) => owner);
  return rows.map(({ id, ...row }) => ({
    ...row,
    uid: AnnotationId.parse(row.uid),
    article: ArticleId.parse(row.article),
    spans: byOwner.get(id)!.map(({ start, end, quote }) => ({ start, end, quote })),
    entity: null,
    attributes: {},
    state: 'unchecked',
  }));
}
