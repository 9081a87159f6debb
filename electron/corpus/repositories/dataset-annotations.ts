import type { Annotation } from '#shared/domain/annotation';
import { listToFill } from '#shared/domain/attribute';
import type { AnnotationId, ArticleId, EntityId } from '#shared/domain/ids';
import type { QuotedSpan } from '#shared/domain/span';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { listOfArticles } from './annotation-repository.ts';
import { getCodebook, mapAttributes } from './codebook-repository.ts';
import { toResultOwner } from './result-layer.ts';
import { listValues, toAttributeValues } from './value-repository.ts';

type Row = [
  id: number,
  uid: string,
  article: string,
  articleId: number,
  labelId: number,
  annotatorId: number,
  layer: Annotation['layer'],
  origin: Annotation['origin'],
  note: string,
  entityId: number | null,
  entityLink: Annotation['entityLink'],
];
type Entity = { name: string; uid: string };

/**
 * The annotations of articles that count, or of one layer, in no order: those that `listOfArticles` gives. Where nobody reviewed or
 * settled anything in the articles, which most of a large corpus is, nothing of what is asked for that has to be asked for.
 *
 * Source: indexes `annotation_by_article`, `review_by_annotation`.
 */
export function listDatasetAnnotations(
  db: ReadDb,
  articles: readonly ArticleId[],
  layer: 'own' | 'settled' | 'result',
): Annotation[] {
  const rows = listRows(db, articles);
  if (layer === 'settled' || rows.some((row) => row[6] === 'settled') || isReviewed(db, rows))
    return listOfArticles(db, articles, layer);
  return toAnnotations(db, layer === 'own' ? rows : keepOwners(db, rows));
}

const listRows = (db: ReadDb, articles: readonly ArticleId[]): Row[] =>
  statement<[string], Row>(
    db,
    `SELECT n.id, n.uid, a.uid, a.id, n.label_id, n.annotator_id, n.layer, n.origin, n.note, n.entity_id, n.entity_link
     FROM json_each(?) named CROSS JOIN article a ON a.uid = named.value CROSS JOIN annotation n ON n.article_id = a.id
     WHERE ${isSeen('n')}`,
  )
    .raw()
    .all(JSON.stringify(articles));

const isReviewed = (db: ReadDb, rows: readonly Row[]): boolean =>
  statement<[string], number>(
    db,
    'SELECT 1 FROM json_each(?) named CROSS JOIN review r ON r.annotation_id = named.value LIMIT 1',
  )
    .pluck()
    .get(JSON.stringify(rows.map(([id]) => id))) !== undefined;

/** Where several people tagged an article, those of the one whose annotations count. */
function keepOwners(db: ReadDb, rows: readonly Row[]): Row[] {
  const people = new Map<number, Set<number>>();
  for (const row of rows) {
    const known = people.get(row[3]);
    if (known) known.add(row[5]);
    else people.set(row[3], new Set([row[5]]));
  }
  const shared = [...people].filter(([, of]) => of.size > 1).map(([article]) => article);
  if (shared.length === 0) return [...rows];
  const owners = statement<[string], { article_id: number; annotator_id: number }>(
    db,
    toResultOwner('SELECT value FROM json_each(?)'),
  ).all(JSON.stringify(shared));
  const ownerOf = new Map(owners.map(({ article_id: article, annotator_id: annotator }) => [article, annotator]));
  return rows.filter((row) => (ownerOf.get(row[3]) ?? row[5]) === row[5]);
}

function toAnnotations(db: ReadDb, rows: readonly Row[]): Annotation[] {
  const ids = rows.map(([id]) => id);
  const spans = listSpans(db, ids);
  const values = listValues(db, ids);
  const codebook = getCodebook(db);
  const places = mapAttributes(codebook);
  const byName = new Map(codebook.labels.map((label) => [label.name, label]));
  const labels = listNames(db, 'label');
  const annotators = listNames(db, 'annotator');
  const entities = listEntities(db, new Set(rows.flatMap((row) => row[9] ?? [])));
  return rows.map(([id, uid, article, , labelId, annotatorId, layer, origin, note, entityId, entityLink]) => {
    const label = labels.get(labelId)!;
    const { attributes, kept } = toAttributeValues(values.get(id) ?? [], label, places);
    const entity = entityId === null ? null : entities.get(entityId)!;
    return {
      uid: uid as AnnotationId,
      article: article as ArticleId,
      label,
      spans: spans.get(id)!,
      entity: entity && entity.name,
      entityUid: entity && (entity.uid as EntityId),
      entityLink,
      attributes,
      kept,
      toFill: listToFill(byName.get(label)!.attributes, attributes),
      annotator: annotators.get(annotatorId)!,
      layer,
      state: 'unchecked',
      revises: null,
      correctedBy: null,
      origin,
      note,
    };
  });
}

function listSpans(db: ReadDb, ids: readonly number[]): Map<number, QuotedSpan[]> {
  const rows = statement<[string], [owner: number, start: number, end: number, quote: string]>(
    db,
    `SELECT annotation_id, start_offset, end_offset, quote FROM annotation_span
     WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY annotation_id, n`,
  )
    .raw()
    .all(JSON.stringify(ids));
  const spans = new Map<number, QuotedSpan[]>();
  for (const [owner, start, end, quote] of rows) {
    const known = spans.get(owner);
    if (known) known.push({ start, end, quote });
    else spans.set(owner, [{ start, end, quote }]);
  }
  return spans;
}

const listNames = (db: ReadDb, table: 'label' | 'annotator'): Map<number, string> =>
  new Map(statement<[], [number, string]>(db, `SELECT id, name FROM ${table}`).raw().all());

/** As they are called now: what was merged goes by what it was merged into. */
const listEntities = (db: ReadDb, ids: ReadonlySet<number>): Map<number, Entity> =>
  new Map(
    statement<[string], [number, string, string]>(
      db,
      `SELECT e.id, coalesce(g.name, e.name), coalesce(g.uid, e.uid)
       FROM json_each(?) named CROSS JOIN entity e ON e.id = named.value LEFT JOIN entity g ON g.id = e.merged_into_id`,
    )
      .raw()
      .all(JSON.stringify([...ids]))
      .map(([id, name, uid]) => [id, { name, uid }]),
  );
