import { RelationId, ArticleId } from '#shared/domain/ids';
import type { Relation, RelationEnd, RelationKind } from '#shared/domain/relation';
import { statement, type ReadDb } from '../connection.ts';
import { deriveUid } from '../derive-uid.ts';
import { isSeen } from '../model/rows.ts';
import { STATE_OF_ANNOTATION } from './annotation-state.ts';
import { claimAttributes, groupByItem, listClaimValues, type ClaimValue } from './claim-values.ts';
import { listEnds } from './relation-ends.ts';
import { listRelationKinds } from './relation-kind-repository.ts';

type Claim = Pick<Relation, 'annotator' | 'layer' | 'state'> & { uid: string; article: string };
type Mention = {
  uid: string;
  article: string;
  label: string;
  annotator: string;
  start: number;
  end: number;
  entity: string | null;
};

/** Annotations that have one of these attributes, of an article or with words that stand in it. */
function listClaims(db: ReadDb, article: string): Claim[] {
  return statement<[object], Claim>(
    db,
    `SELECT n.uid, a.uid AS article, p.name AS annotator, n.layer, ${STATE_OF_ANNOTATION} AS state
     FROM (
       SELECT m.id FROM article b JOIN annotation m ON m.article_id = b.id WHERE b.uid = @article
       UNION SELECT v.annotation_id FROM article b JOIN annotation_value v ON v.article_id = b.id WHERE b.uid = @article
     ) i CROSS JOIN annotation n ON n.id = i.id JOIN article a ON a.id = n.article_id JOIN annotator p ON p.id = n.annotator_id
     WHERE ${isSeen('n')} AND EXISTS (
       SELECT 1 FROM annotation_value v JOIN attribute t ON t.id = v.attribute_id
       WHERE v.annotation_id = n.id AND t.uid IN (@who, @words, @place))
     ORDER BY n.uid`,
  ).all({ article, who: claimAttributes.who, words: claimAttributes.words, place: claimAttributes.place });
}

/** What is tagged in these articles, in reading order, with the entity that is meant. */
const listMentions = (db: ReadDb, articles: string[]): Mention[] =>
  statement<[string], Mention>(
    db,
    `SELECT n.uid, a.uid AS article, l.name AS label, p.name AS annotator, f.start_offset AS start, f.end_offset AS end,
       (SELECT coalesce(m.uid, e.uid) FROM entity e LEFT JOIN entity m ON m.id = e.merged_into_id WHERE e.id = n.entity_id
       ) AS entity
     FROM json_each(?) named CROSS JOIN article a ON a.uid = named.value CROSS JOIN annotation n ON n.article_id = a.id
       JOIN annotation_span f ON f.annotation_id = n.id AND f.n = 0 JOIN label l ON l.id = n.label_id
       JOIN annotator p ON p.id = n.annotator_id
     WHERE ${isSeen('n')} ORDER BY f.start_offset, n.uid`,
  ).all(JSON.stringify(articles));

/**
 * The relations of an article that are kept as attributes of claims: who they are attributed to and where they are
 * located; with the annotations at whose words or whose entity each of them leads.
 */
export function listComputedRelations(
  db: ReadDb,
  article: string,
): { relation: Relation; ends: ReadonlySet<string> }[] {
  const kinds = listRelationKinds(db);
  const claims = listClaims(db, article);
  const values = listClaimValues(
    db,
    claims.map(({ uid }) => uid),
    ['who', 'words', 'place'],
  );
  const byClaim = Map.groupBy(values, ({ claim }) => claim);
  const articles = new Set([
    ...claims.map((claim) => claim.article),
    ...values.flatMap((value) => value.article ?? []),
  ]);
  const mentions = claims.length === 0 ? [] : listMentions(db, [...articles]);
  const ends = listEnds(
    db,
    [...claims, ...mentions].map(({ uid }) => uid),
  );

  const toOne = (claim: Claim, kind: RelationKind, item: ClaimValue[]) => {
    const fitting = mentions.filter(({ label }) => kind.to.length === 0 || kind.to.includes(label));
    const meant = findMeant(fitting, claim, item);
    const to = meant[0] ? ends.get(meant[0].uid)! : toBareEnd(item);
    const relation: Relation = {
      uid: RelationId.parse(deriveUid('relation', claim.uid, kind.uid, item[0]!.path)),
      kind: kind.name,
      isSymmetric: false,
      from: ends.get(claim.uid)!,
      to: { ...to, entity: to.entity ?? toBareEnd(item).entity },
      note: '',
      annotator: claim.annotator,
      layer: claim.layer,
      state: claim.state,
      isComputed: true,
    };
    return { relation, ends: new Set([claim.uid, ...meant.map(({ uid }) => uid)]) };
  };
  return claims.flatMap((claim) =>
    kinds.flatMap((kind) => listItems(kind, byClaim.get(claim.uid) ?? []).map((item) => toOne(claim, kind, item))),
  );
}

function listItems({ sets }: RelationKind, values: ClaimValue[]): ClaimValue[][] {
  if (sets === 'place') return values.filter(({ attribute }) => attribute === 'place').map((value) => [value]);
  if (sets === 'attribution') return groupByItem(values.filter(({ attribute }) => attribute !== 'place'));
  return [];
}

/** What stands on the words that a value names; where it names none, what means its entity in the claim's article. */
function findMeant(mentions: Mention[], claim: Claim, item: ClaimValue[]): Mention[] {
  const words = item.find(({ attribute }) => attribute === 'words');
  const entity = item.find((value) => value.entity !== null)?.entity;
  const found = words
    ? mentions.filter(
        ({ article, start, end }) => article === words.article && start === words.start && end === words.end,
      )
    : mentions.filter((mention) => entity != null && mention.entity === entity && mention.article === claim.article);
  return found.toSorted((a, b) => Number(b.annotator === claim.annotator) - Number(a.annotator === claim.annotator));
}

function toBareEnd(item: ClaimValue[]): RelationEnd {
  const words = item.find(({ attribute }) => attribute === 'words');
  const who = item.find(({ attribute }) => attribute !== 'words');
  return {
    annotation: null,
    article: words?.article == null ? null : ArticleId.parse(words.article),
    title: null,
    outlet: null,
    label: null,
    start: words?.start ?? null,
    quote: words?.quote ?? who?.name ?? who?.text ?? '',
    entity: who?.name ?? null,
  };
}
