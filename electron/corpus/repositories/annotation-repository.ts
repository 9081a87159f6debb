import type { Annotation } from '#shared/domain/annotation';
import type { AnnotationFilter } from '#shared/domain/filter';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { toCondition, type Condition } from './article-filter.ts';
import { toResult } from './result-layer.ts';

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
    const articles = `SELECT a.id FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE ${sql}`;
    parts.push(`n.id IN (SELECT id FROM (${toResult(articles)}))`);
  }
  return { sql: parts.join(' AND '), values };
}

/** The annotations of one article in a layer, or those that count, in reading order. */
export function listOfArticle(db: ReadDb, article: ArticleId, layer: 'own' | 'settled' | 'result'): Annotation[] {
  const chosen =
    layer === 'result'
      ? toResult('SELECT id FROM article WHERE uid = ?')
      : `SELECT * FROM annotation n
         WHERE n.article_id = (SELECT id FROM article WHERE uid = ?) AND n.layer = '${layer}' AND ${isSeen('n')}`;
  const rows = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM (${chosen}) n ${JOINS} ${IN_READING_ORDER}`).all(
    article,
  );
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
