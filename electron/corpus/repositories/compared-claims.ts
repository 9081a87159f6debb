import type { AnnotationState } from '#shared/domain/annotation';
import { foldWord } from '#shared/text/fold';
import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';
import { isSeen } from '../model/rows.ts';
import { STATE_OF_ANNOTATION, toStateOfRelation } from './annotation-state.ts';
import { CLAIM, claimAttributes } from './claim-values.ts';
import { QUOTE, START, survivor } from './relation-ends.ts';

type Date = { year: number | null; month: number | null; day: number | null };

/** A claim without its values, by ids of rows. Unit of `start` and `end`: UTF-16, half-open, of all its words. */
export type ClaimHead = Date & {
  id: number;
  uid: string;
  article: string;
  title: string;
  outlet: string | null;
  start: number;
  end: number;
  quote: string;
  state: AnnotationState;
  note: string;
};

/** Claims by ids of rows. Source: primary keys. */
export function listClaimHeads(db: ReadDb, claims: readonly number[]): Map<number, ClaimHead> {
  const rows = statement<[string], ClaimHead>(
    db,
    `SELECT n.id, n.uid, a.uid AS article, a.title, ${survivor('outlet', 'a.outlet_id')} AS outlet, a.year, a.month, a.day,
       ${START} AS start,
       (SELECT max(f.end_offset) FROM annotation_span f WHERE f.annotation_id = n.id) AS end, ${QUOTE} AS quote, ${STATE_OF_ANNOTATION} AS state, n.note
     FROM json_each(?) named CROSS JOIN annotation n ON n.id = named.value CROSS JOIN article a ON a.id = n.article_id`,
  ).all(JSON.stringify(claims));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Where claims end, by ids of rows. Unit: UTF-16, exclusive. Source: the primary key of `annotation_span`. */
export function mapClaimEnds(db: ReadDb, claims: readonly number[]): Map<number, number> {
  const rows = statement<[string], [claim: number, end: number]>(
    db,
    `SELECT s.annotation_id, s.end_offset FROM json_each(?) named
       CROSS JOIN annotation_span s ON s.annotation_id = named.value`,
  ).raw();
  const ends = new Map<number, number>();
  for (const [claim, end] of rows.all(JSON.stringify(claims))) ends.set(claim, Math.max(end, ends.get(claim) ?? 0));
  return ends;
}

const ofClaim = (name: string) => deriveUid('attribute', 'claim', name);
const facts = {
  what: claimAttributes.what,
  unit: claimAttributes.unit,
  min: claimAttributes.min,
  max: claimAttributes.max,
  ofWhom: claimAttributes.ofWhom,
  place: claimAttributes.place,
  eventDate: ofClaim('event date'),
  verdict: ofClaim('verdict'),
  voice: ofClaim('voice'),
} as const;
export type FactName = keyof typeof facts | 'perpetrator';

/** `item`: which figure of the claim it belongs to. `entity`: by uid, with its name, both of what it was merged into. */
export type ClaimFact = {
  claim: number;
  fact: FactName;
  item: string;
  text: string | null;
  number: number | null;
  entity: string | null;
  name: string | null;
  quote: string | null;
};

/**
 * What claims say of their events, by ids of rows, claim by claim in their order. `perpetrators`: names, folded, of attributes that a
 * team has given to claims to say who did it: no built-in one says so. `only`: of all that is said, this. Source: the primary key of
 * `annotation_value`.
 */
export function listClaimFacts(
  db: ReadDb,
  claims: readonly number[],
  perpetrators: readonly string[],
  only?: readonly FactName[],
): ClaimFact[] {
  const known = [...listFactIds(db, perpetrators)];
  const ids = new Map(only ? known.filter(([, name]) => only.includes(name)) : known);
  const rows = statement<[string, string], FactRow>(
    db,
    `SELECT v.annotation_id, v.attribute_id, v.path, v.text, v.number, e.uid, e.name, v.quote
     FROM json_each(?) named CROSS JOIN annotation_value v ON v.annotation_id = named.value
       LEFT JOIN entity o ON o.id = v.entity_id LEFT JOIN entity e ON e.id = coalesce(o.merged_into_id, o.id)
     WHERE v.attribute_id IN (SELECT value FROM json_each(?)) ORDER BY named.key, v.n`,
  )
    .raw()
    .all(JSON.stringify(claims), JSON.stringify([...ids.keys()]));
  return rows.map(([claim, attribute, path, text, number, entity, name, quote]) => {
    const item = toItem(path);
    return { claim, fact: ids.get(attribute)!, item, text, number, entity, name, quote };
  });
}

type FactRow = [
  claim: number,
  attribute: number,
  path: string,
  text: string | null,
  number: number | null,
  entity: string | null,
  name: string | null,
  quote: string | null,
];

/** The first part of a path. */
function toItem(path: string): string {
  const point = path.indexOf('.');
  return point < 0 ? path : path.slice(0, point);
}

/** Source: index `attribute_by_label`. */
function listFactIds(db: ReadDb, perpetrators: readonly string[]): Map<number, FactName> {
  const rows = statement<[string], { id: number; uid: string; name: string; parent: number | null }>(
    db,
    `SELECT t.id, t.uid, t.name, t.parent_id AS parent FROM label l JOIN attribute t ON t.label_id = l.id WHERE l.uid = ?`,
  ).all(CLAIM);
  const names = new Map(Object.entries(facts).map(([name, uid]) => [uid, name as FactName]));
  return new Map(
    rows.flatMap(({ id, uid, name, parent }): [number, FactName][] => {
      const fact = names.get(uid);
      if (fact) return [[id, fact]];
      return parent === null && perpetrators.includes(foldWord(name).trim()) ? [[id, 'perpetrator']] : [];
    }),
  );
}

/** A card as its row has it, with its place by name. */
export type CardHead = Date & { id: number; uid: string; title: string; place: string | null; note: string };

/** Event cards by ids of rows. */
export const listCardHeads = (db: ReadDb, cards: readonly number[]): CardHead[] =>
  statement<[string], CardHead>(
    db,
    `SELECT c.id, c.uid, c.title, c.year, c.month, c.day, ${survivor('entity', 'c.entity_id')} AS place, c.note
     FROM json_each(?) named CROSS JOIN cluster c ON c.id = named.value`,
  ).all(JSON.stringify(cards));

export type SaidOfClaims = {
  uid: string;
  kind: 'contradicts' | 'corroborates';
  from: number;
  to: number;
  annotator: string;
  note: string;
};
const CONTRADICTS = deriveUid('relation_kind', 'contradicts');
const CORROBORATES = deriveUid('relation_kind', 'corroborates');

/**
 * What people say of these claims and others, by ids of rows, in the order that they said it; what was rejected is left out.
 *
 * Source: index `relation_by_from`.
 */
export const listSaidOfClaims = (db: ReadDb, claims: readonly number[]): SaidOfClaims[] =>
  statement<[object], SaidOfClaims>(
    db,
    `SELECT z.uid, iif(k.uid = @contradicts, 'contradicts', 'corroborates') AS kind, z.from_annotation_id AS "from",
       z.to_annotation_id AS "to", p.name AS annotator, z.note
     FROM json_each(@claims) named CROSS JOIN relation z ON z.from_annotation_id = named.value
       CROSS JOIN relation_kind k ON k.id = z.relation_kind_id CROSS JOIN annotator p ON p.id = z.annotator_id
     WHERE k.uid IN (@contradicts, @corroborates) AND ${isSeen('z')} AND ${toStateOfRelation('z')} <> 'rejected'
     ORDER BY z.uid`,
  ).all({ claims: JSON.stringify(claims), contradicts: CONTRADICTS, corroborates: CORROBORATES });

/** What these two kinds of relations are called by now; what the codebook has no more is left out. */
export const listWordKinds = (db: ReadDb): { kind: SaidOfClaims['kind']; name: string }[] =>
  statement<[object], { kind: SaidOfClaims['kind']; name: string }>(
    db,
    `SELECT iif(uid = @contradicts, 'contradicts', 'corroborates') AS kind, name FROM relation_kind
     WHERE uid IN (@contradicts, @corroborates) AND NOT retired ORDER BY kind DESC`,
  ).all({ contradicts: CONTRADICTS, corroborates: CORROBORATES });
