import type { Annotation } from '#shared/domain/annotation';
import { listToFill, type Attribute } from '#shared/domain/attribute';
import type { AnnotationId, ArticleId, EntityId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { listOfArticles } from './annotation-repository.ts';
import { getCodebook, mapAttributes } from './codebook-repository.ts';
import { toResultOwner } from './result-layer.ts';
import { listValues, toAttributeValues } from './value-repository.ts';

/** One span of an annotation; those of one annotation stand together, in their order. `place`: of the article among those asked for. */
type Row = [
  id: number,
  uid: string,
  place: number,
  articleId: number,
  labelId: number,
  annotatorId: number,
  layer: Annotation['layer'],
  origin: Annotation['origin'],
  note: string,
  entityId: number | null,
  entityLink: Annotation['entityLink'],
  isReviewed: 0 | 1,
  n: number,
  start: number,
  end: number,
  quote: string,
];
type Entity = { name: string; uid: string };
/** `toFill`: what is to be filled of an annotation without any value. */
type KnownLabel = { name: string; attributes: readonly Attribute[]; toFill: string[] };

/**
 * The annotations of articles that count, or of one layer, in no order: those that `listOfArticles` gives. Of articles where
 * nobody reviewed or settled anything, which most of a large corpus is, nothing is asked for that would have to be worked out.
 *
 * Source: indexes `annotation_by_article`, `review_by_annotation`.
 */
export function listDatasetAnnotations(
  db: ReadDb,
  articles: readonly ArticleId[],
  layer: 'own' | 'settled' | 'result',
): Annotation[] {
  if (layer === 'settled') return listOfArticles(db, articles, layer);
  const rows = listRows(db, articles);
  const checked = new Set<number>();
  for (const row of rows) if (row[6] === 'settled' || row[11] === 1) checked.add(row[2]);
  const plain = checked.size === 0 ? rows : rows.filter((row) => !checked.has(row[2]));
  return [
    ...toAnnotations(db, articles, layer === 'own' ? plain : keepOwners(db, plain)),
    ...listOfArticles(
      db,
      Array.from(checked, (place) => articles[place]!),
      layer,
    ),
  ];
}

const ROWS = `
  SELECT n.id, n.uid, named.key, a.id, n.label_id, n.annotator_id, n.layer, n.origin, n.note, n.entity_id, n.entity_link,
    EXISTS (SELECT 1 FROM review r WHERE r.annotation_id = n.id), f.n, f.start_offset, f.end_offset, f.quote
  FROM json_each(?) named CROSS JOIN article a ON a.uid = named.value CROSS JOIN annotation n ON n.article_id = a.id
    CROSS JOIN annotation_span f ON f.annotation_id = n.id
  WHERE ${isSeen('n')}`;

const listRows = (db: ReadDb, articles: readonly ArticleId[]): Row[] =>
  statement<[string], Row>(db, ROWS).raw().all(JSON.stringify(articles));

/** Where several people tagged an article, those of the one whose annotations count. */
function keepOwners(db: ReadDb, rows: readonly Row[]): readonly Row[] {
  const first = new Map<number, number>();
  const shared = new Set<number>();
  for (const row of rows) {
    const annotator = first.get(row[3]);
    if (annotator === undefined) first.set(row[3], row[5]);
    else if (annotator !== row[5]) shared.add(row[3]);
  }
  if (shared.size === 0) return rows;
  const owners = statement<[string], { article_id: number; annotator_id: number }>(
    db,
    toResultOwner('SELECT value FROM json_each(?)'),
  ).all(JSON.stringify([...shared]));
  const ownerOf = new Map(owners.map(({ article_id: article, annotator_id: annotator }) => [article, annotator]));
  return rows.filter((row) => !shared.has(row[3]) || ownerOf.get(row[3]) === row[5]); // nobody's where it was settled on nothing
}

function toAnnotations(db: ReadDb, articles: readonly ArticleId[], rows: readonly Row[]): Annotation[] {
  const values = listValues(
    db,
    rows.map(([id]) => id),
  );
  const places = mapAttributes(getCodebook(db));
  const labels = mapLabels(db);
  const annotators = listNames(db, 'annotator');
  const entities = listEntities(db, rows);
  const annotations: Annotation[] = [];
  for (const row of rows) {
    const [id, uid, place, , labelId, annotatorId, layer, origin, note, entityId, entityLink, , n, start, end, quote] =
      row;
    const span = { start, end, quote };
    if (n > 0) {
      annotations.at(-1)!.spans.push(span);
      continue;
    }
    const label = labels.get(labelId)!;
    const own = values.get(id);
    const { attributes, kept } = own ? toAttributeValues(own, label.name, places) : { attributes: {}, kept: {} };
    const entity = entityId === null ? null : entities.get(entityId)!;
    annotations.push({
      uid: uid as AnnotationId,
      article: articles[place]!,
      label: label.name,
      spans: [span],
      entity: entity && entity.name,
      entityUid: entity && (entity.uid as EntityId),
      entityLink,
      attributes,
      kept,
      toFill: own ? listToFill(label.attributes, attributes) : label.toFill,
      annotator: annotators.get(annotatorId)!,
      layer,
      state: 'unchecked',
      revises: null,
      correctedBy: null,
      origin,
      note,
    });
  }
  return annotations;
}

function mapLabels(db: ReadDb): Map<number, KnownLabel> {
  const attributesOf = new Map(getCodebook(db).labels.map(({ name, attributes }) => [name, attributes]));
  return new Map(
    [...listNames(db, 'label')].map(([id, name]) => {
      const attributes = attributesOf.get(name)!;
      return [id, { name, attributes, toFill: listToFill(attributes, {}) }];
    }),
  );
}

const listNames = (db: ReadDb, table: 'label' | 'annotator'): Map<number, string> =>
  new Map(statement<[], [number, string]>(db, `SELECT id, name FROM ${table}`).raw().all());

/** As they are called now: what was merged goes by what it was merged into. */
function listEntities(db: ReadDb, rows: readonly Row[]): Map<number, Entity> {
  const ids = new Set<number>();
  for (const row of rows) if (row[9] !== null) ids.add(row[9]);
  return new Map(
    statement<[string], [number, string, string]>(
      db,
      `SELECT e.id, coalesce(g.name, e.name), coalesce(g.uid, e.uid)
       FROM json_each(?) named CROSS JOIN entity e ON e.id = named.value LEFT JOIN entity g ON g.id = e.merged_into_id`,
    )
      .raw()
      .all(JSON.stringify([...ids]))
      .map(([id, name, uid]) => [id, { name, uid }]),
  );
}
