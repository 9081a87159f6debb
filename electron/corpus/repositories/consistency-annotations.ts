import { listToFill, type AttributeValues } from '#shared/domain/attribute';
import type { Label } from '#shared/domain/codebook';
import type { QuotedSpan } from '#shared/domain/span';
import { statement, type ReadDb } from '../connection.ts';
import { CLAIM } from './claim-values.ts';
import { getCodebook, mapAttributes } from './codebook-repository.ts';
import { toResult } from './result-layer.ts';
import { listValues, toAttributeValues } from './value-repository.ts';

/** An annotation that counts, by ids of rows: no more than what rules look at. `isLinked`: it is said which entity is meant. */
export type CountedAnnotation = {
  id: number;
  uid: string;
  article: number;
  label: number;
  annotator: number;
  isLinked: boolean;
  parts: QuotedSpan[];
};

type Row = [
  id: number,
  uid: string,
  article: number,
  label: number,
  annotator: number,
  isLinked: 0 | 1,
  n: number,
  start: number,
  end: number,
  quote: string,
];

const COUNTED = `
  SELECT n.id, n.uid, n.article_id, n.label_id, n.annotator_id, n.entity_id IS NOT NULL, f.n, f.start_offset, f.end_offset, f.quote
  FROM (${toResult('SELECT value FROM json_each(@articles)')}) n CROSS JOIN annotation_span f ON f.annotation_id = n.id`;

/**
 * The annotations of articles that count (docs/decisions/0011-checking.md), article by article as they are given, in reading order.
 * Source: as `toResult`.
 */
export function listCounted(db: ReadDb, articles: readonly number[]): CountedAnnotation[] {
  const counted = new Map(articles.map((article): [number, CountedAnnotation[]] => [article, []]));
  let last: CountedAnnotation | undefined;
  const rows = statement<[object], Row>(db, COUNTED)
    .raw()
    .all({ articles: JSON.stringify(articles) });
  for (const [id, uid, article, label, annotator, isLinked, n, start, end, quote] of rows) {
    const part = { start, end, quote };
    // the parts of one annotation stand together, in their order
    if (n > 0) last!.parts.push(part);
    else {
      last = { id, uid, article, label, annotator, isLinked: isLinked === 1, parts: [part] };
      counted.get(article)!.push(last);
    }
  }
  return [...counted.values()].flatMap((own) => own.sort(inReadingOrder));
}

const inReadingOrder = (a: CountedAnnotation, b: CountedAnnotation) =>
  a.parts[0]!.start - b.parts[0]!.start || (a.uid < b.uid ? -1 : 1);

/** What rules know of a label, by ids of rows. `toFill`: what is to be filled of an annotation that holds no value. */
export type LabelToCheck = {
  id: number;
  name: string;
  isClaim: boolean;
  takesEntities: boolean;
  excludes: ReadonlySet<number>;
  /** Whether its rules look at values. */
  hasValues: boolean;
  toFill: readonly string[];
  of: Label;
};

/** The labels by ids of rows; one that was merged into another is that one. */
export function mapLabelsToCheck(db: ReadDb): Map<number, LabelToCheck> {
  const byUid = new Map(getCodebook(db).labels.map((label) => [label.uid as string, label]));
  const rows = statement<[], [id: number, uid: string]>(
    db,
    `SELECT l.id, coalesce(s.uid, l.uid) FROM label l LEFT JOIN label s ON s.id = l.merged_into_id
     ORDER BY l.merged_into_id IS NULL`, // a survivor last: its uid is its own row's
  )
    .raw()
    .all();
  const ids = new Map(rows.map(([id, uid]) => [uid, id]));
  return new Map(
    rows.map(([row, uid]) => {
      const of = byUid.get(uid)!;
      const excludes = rows.flatMap(([other, its]) => (of.excludes.includes(byUid.get(its)!.name) ? other : []));
      const isClaim = uid === CLAIM;
      return [
        row,
        {
          id: ids.get(uid)!,
          name: of.name,
          isClaim,
          takesEntities: of.entityKinds.length > 0,
          excludes: new Set(excludes),
          hasValues: isClaim || of.attributes.some(isToFill),
          toFill: listToFill(of.attributes, {}),
          of,
        },
      ];
    }),
  );
}

const isToFill = ({ retired, isRequired, fields }: Label['attributes'][number]): boolean =>
  !retired && (isRequired || fields.some(isToFill));

/** The values of annotations of labels that are told by them, by ids of rows; of one without any there is nothing. */
export function mapValues(
  db: ReadDb,
  annotations: readonly CountedAnnotation[],
  labels: ReadonlyMap<number, LabelToCheck>,
): Map<number, AttributeValues> {
  const names = new Map<number, string>();
  for (const { id, label } of annotations) {
    const { hasValues, name } = labels.get(label)!;
    if (hasValues) names.set(id, name);
  }
  const found = new Map<number, AttributeValues>();
  if (names.size === 0) return found;
  const places = mapAttributes(getCodebook(db));
  for (const [id, rows] of listValues(db, [...names.keys()]))
    found.set(id, toAttributeValues(rows, names.get(id)!, places).attributes);
  return found;
}
