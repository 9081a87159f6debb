import type { Annotation } from '#shared/domain/annotation';
import { listToFill } from '#shared/domain/attribute';
import type { AnnotationFilter } from '#shared/domain/filter';
import { AnnotationId, ArticleId, EntityId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { STATE_OF_ANNOTATION, toStateOfAnnotation } from './annotation-state.ts';
import { toCondition, type Condition } from './article-filter.ts';
import { listBlindIds } from './assignment-repository.ts';
import { getCodebook, mapAttributes } from './codebook-repository.ts';
import { listEntityIds } from './resolve-entity.ts';
import { toResult } from './result-layer.ts';
import { listValues, toAttributeValues } from './value-repository.ts';

type Row = {
  id: number;
  uid: string;
  article: string;
  label: string;
  annotator: string;
  layer: Annotation['layer'];
  origin: Annotation['origin'];
  note: string;
  state: Annotation['state'];
  revises: string | null;
  correctedBy: string | null;
  entity: string | null;
  entityUid: string | null;
  entityLink: Annotation['entityLink'];
};
type SpanRow = { owner: number; start: number; end: number; quote: string };

const COLUMNS = `n.id, n.uid, a.uid AS article, l.name AS label, p.name AS annotator, n.layer, n.origin, n.note,
  coalesce(g.name, e.name) AS entity, coalesce(g.uid, e.uid) AS entityUid, n.entity_link AS entityLink,
  ${STATE_OF_ANNOTATION} AS state, (SELECT b.uid FROM annotation b WHERE b.id = n.revises_id) AS revises,
  (SELECT k.uid FROM annotation k WHERE k.revises_id = n.id AND k.layer = 'settled' AND ${isSeen('k')}
     AND ${toStateOfAnnotation('k')} <> 'rejected' ORDER BY k.uid DESC LIMIT 1) AS correctedBy`;
const JOINS = `
  JOIN article a ON a.id = n.article_id LEFT JOIN outlet o ON o.id = a.outlet_id
  JOIN label l ON l.id = n.label_id JOIN annotator p ON p.id = n.annotator_id
  JOIN annotation_span f ON f.annotation_id = n.id AND f.n = 0`;
/** The entity that is meant, or what it was merged into. */
const ENTITY = 'LEFT JOIN entity e ON e.id = n.entity_id LEFT JOIN entity g ON g.id = e.merged_into_id';
const IN_READING_ORDER = 'ORDER BY a.uid, f.start_offset, f.end_offset DESC, n.uid';

type Listing = { offset: number; limit: number; seenBy?: string | null; outdated?: boolean };

/**
 * The annotations that a filter means, of articles in order of uid, in reading order. `seenBy`: as that person, by uid, is to see
 * them; `outdated`: those alone that were changed after somebody reviewed them. Errors: article-unknown.
 */
export function listAnnotations(
  db: ReadDb,
  filter: AnnotationFilter,
  { offset, limit, seenBy = null, outdated = false }: Listing,
): { total: number; annotations: Annotation[] } {
  const meant = toAnnotationCondition(db, filter, outdated);
  const { sql, values } = toSeenCondition(meant, listBlindIds(db, seenBy), seenBy);
  const total = statement<[typeof values], { n: number }>(
    db,
    `SELECT count(*) AS n FROM annotation n ${JOINS} WHERE ${sql}`,
  ).get(values)!.n;
  const rows = statement<[typeof values], Row>(
    db,
    `SELECT ${COLUMNS} FROM annotation n ${JOINS} ${ENTITY} WHERE ${sql} ${IN_READING_ORDER} LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset });
  return { total, annotations: toAnnotations(db, rows) };
}

/** Without what others put on articles, by id, that a person tags blind. */
export const toSeenCondition = (
  { sql, values }: Condition,
  blind: readonly number[],
  seenBy: string | null,
): Condition =>
  blind.length === 0
    ? { sql, values }
    : {
        sql: `${sql} AND (p.uid = @seenBy OR n.article_id NOT IN (SELECT value FROM json_each(@blind)))`,
        values: { ...values, seenBy, blind: JSON.stringify(blind) },
      };

/** SQL: ids of annotations that were changed after they were reviewed. Source: `stale_review`, which is as long as they are many. */
const OUTDATED =
  'SELECT r.annotation_id FROM stale_review s CROSS JOIN review r ON r.id = s.review_id WHERE r.annotation_id IS NOT NULL';

/** What a filter means, as a condition on annotation `n`, its article `a`, label `l` and annotator `p`. */
export function toAnnotationCondition(
  db: ReadDb,
  { labels, annotators, entities, layer, annotationStates, ...filter }: AnnotationFilter,
  outdated = false,
): Condition {
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
  if (entities) {
    parts.push('n.entity_id IN (SELECT value FROM json_each(@entities))');
    values['entities'] = JSON.stringify(listEntityIds(db, entities));
  }
  if (annotationStates) {
    parts.push(`${STATE_OF_ANNOTATION} IN (SELECT value FROM json_each(@annotationStates))`);
    values['annotationStates'] = JSON.stringify(annotationStates);
  }
  if (outdated) parts.push(`n.id IN (${OUTDATED})`);
  if (layer === 'own' || layer === 'settled') parts.push(`n.layer = '${layer}'`);
  if (layer === 'result') {
    const all = `SELECT a.id FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE ${sql}`;
    const few = `SELECT m.article_id FROM annotation m WHERE m.id IN (${OUTDATED})`;
    const articles = outdated ? `${all} AND a.id IN (${few})` : all;
    parts.push(`n.id IN (SELECT id FROM (${toResult(articles)}))`);
  }
  return { sql: parts.join(' AND '), values };
}

/** The annotations of one article in a layer, or those that count, in reading order. */
export const listOfArticle = (db: ReadDb, article: ArticleId, layer: 'own' | 'settled' | 'result'): Annotation[] =>
  listOfArticles(db, [article], layer);

/** Those of several articles, in order of uid of article. */
export function listOfArticles(
  db: ReadDb,
  articles: readonly ArticleId[],
  layer: 'own' | 'settled' | 'result',
): Annotation[] {
  const named = 'SELECT id FROM article WHERE uid IN (SELECT value FROM json_each(?))';
  const chosen =
    layer === 'result'
      ? toResult(named)
      : `SELECT * FROM annotation n WHERE n.article_id IN (${named}) AND n.layer = '${layer}' AND ${isSeen('n')}`;
  const rows = statement<[string], Row>(
    db,
    `SELECT ${COLUMNS} FROM (${chosen}) n ${JOINS} ${ENTITY} ${IN_READING_ORDER}`,
  ).all(JSON.stringify(articles));
  return toAnnotations(db, rows);
}

/** Those of these annotations that stand, in reading order of each article. `seenBy`: as in `listAnnotations`. */
export function listByUid(db: ReadDb, uids: readonly AnnotationId[], seenBy: string | null): Annotation[] {
  const named = { sql: 'n.uid IN (SELECT value FROM json_each(@uids))', values: { uids: JSON.stringify(uids) } };
  const { sql, values } = toSeenCondition(named, listBlindIds(db, seenBy), seenBy);
  const rows = statement<[typeof values], Row>(
    db,
    `SELECT ${COLUMNS} FROM annotation n ${JOINS} ${ENTITY} WHERE ${sql} AND ${isSeen('n')} ${IN_READING_ORDER}`,
  ).all(values);
  return toAnnotations(db, rows);
}

export function getAnnotation(db: ReadDb, uid: string): Annotation {
  const row = statement<[string], Row>(
    db,
    `SELECT ${COLUMNS} FROM annotation n ${JOINS} ${ENTITY} WHERE n.uid = ?`,
  ).get(uid);
  if (!row) throw new Error(`There is no annotation ${uid}`);
  return toAnnotations(db, [row])[0]!;
}

function toAnnotations(db: ReadDb, rows: Row[]): Annotation[] {
  const ids = rows.map(({ id }) => id);
  const spans = statement<[string], SpanRow>(
    db,
    `SELECT annotation_id AS owner, start_offset AS start, end_offset AS end, quote FROM annotation_span
     WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY annotation_id, n`,
  ).all(JSON.stringify(ids));
  const byOwner = Map.groupBy(spans, ({ owner }) => owner);
  const values = listValues(db, ids);
  const codebook = getCodebook(db);
  const places = mapAttributes(codebook);
  const labels = new Map(codebook.labels.map((label) => [label.name, label]));
  return rows.map(({ id, ...row }) => {
    const { attributes, kept } = toAttributeValues(values.get(id) ?? [], row.label, places);
    return {
      ...row,
      uid: AnnotationId.parse(row.uid),
      article: ArticleId.parse(row.article),
      spans: byOwner.get(id)!.map(({ start, end, quote }) => ({ start, end, quote })),
      entityUid: row.entityUid === null ? null : EntityId.parse(row.entityUid),
      attributes,
      kept,
      toFill: listToFill(labels.get(row.label)!.attributes, attributes),
      revises: row.revises === null ? null : AnnotationId.parse(row.revises),
      correctedBy: row.state === 'corrected' && row.correctedBy !== null ? AnnotationId.parse(row.correctedBy) : null,
    };
  });
}
