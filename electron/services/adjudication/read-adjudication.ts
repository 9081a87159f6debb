import { ExpectedError } from '#shared/errors';
import type { Annotation } from '#shared/domain/annotation';
import type { ArticleFilter } from '#shared/domain/filter';
import { AnnotationId, SettlementId, type ArticleId } from '#shared/domain/ids';
import {
  isSettled,
  type Adjudication,
  type Coder,
  type Difference,
  type DoubleTagged,
  type Settlement,
  type SettlementDecision,
} from '#shared/domain/settlement';
import { deriveUid } from '../../corpus/derive-uid.ts';
import type { ReadDb } from '../../corpus/connection.ts';
import {
  findAdjudication,
  listAdjudicated,
  listCoders,
  listSettlementComments,
  listSettlements,
  listShared,
} from '../../corpus/repositories/adjudication-repository.ts';
import { listOfArticle } from '../../corpus/repositories/annotation-repository.ts';
import { toListedCondition } from '../../corpus/repositories/article-filter.ts';
import { isBlind, listBlindIds } from '../../corpus/repositories/assignment-repository.ts';
import { isChangedSinceSettled } from '../../corpus/repositories/changed-since-settled.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { getPersonUid } from '../../corpus/repositories/person-repository.ts';
import { resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { hashContent } from '../../corpus/model/hash-content.ts';
import { listSettled } from '../../corpus/model/list-settled.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import { compareLayers, type AreAlternatives, type ComparedLayers } from './compare-layers.ts';

/** Two people, by name or uid. */
export type Coders = readonly [string, string];
type KnownCoder = Coder & { uid: string };

/** Two coders' layers of an article, compared. */
export type OpenLayers = {
  article: ArticleId;
  coders: KnownCoder[];
  left: KnownCoder;
  right: KnownCoder;
  own: { left: Annotation[]; right: Annotation[] };
  agreed: { left: Annotation; right: Annotation }[];
  differences: Difference[];
};

/** `reader`: who is at the keyboard, by uid. Errors: article-unknown, uid-ambiguous, person-unknown, not-double-tagged, still-blind. */
export function openLayers(db: ReadDb, reader: string | null, ref: string, named?: Coders): OpenLayers {
  const article = resolveArticle(db, ref);
  if (reader !== null && isBlind(db, article, reader)) throw new ExpectedError('still-blind');
  const coders = listCoders(db, article);
  const [left, right] = chooseCoders(db, article, coders, named);
  const all = listOfArticle(db, article, 'own');
  const own = {
    left: all.filter(({ annotator }) => annotator === left.name),
    right: all.filter(({ annotator }) => annotator === right.name),
  };
  const { agreed, differences } = compareLayers(own.left, own.right, toAlternatives(db));
  const settlements = new Map(readSettlements(db, article).map((each) => [each.uid, each]));
  return {
    article,
    coders,
    left,
    right,
    own,
    agreed,
    differences: differences.map((each) => {
      const sources = [each.left?.uid, each.right?.uid].filter((uid) => uid !== undefined).sort();
      const uid = SettlementId.parse(deriveUid('settlement', article, ...sources));
      const made = settlements.get(uid);
      return {
        ...each,
        uid,
        left: each.left?.uid ?? null,
        right: each.right?.uid ?? null,
        settlement: made ? toSettlement(db, made, each) : null,
      };
    }),
  };
}

/** Errors: person-unknown, not-double-tagged. */
function chooseCoders(db: ReadDb, article: string, coders: KnownCoder[], named?: Coders): [KnownCoder, KnownCoder] {
  const uids = named?.map((name) => getPersonUid(db, name)) ?? findAdjudication(db, article)?.coders;
  const chosen = uids?.map((uid) => coders.find((coder) => coder.uid === uid)) ?? coders;
  const [left, right] = chosen.every((coder) => coder !== undefined) || named ? chosen : coders;
  if (!left || !right || left === right) throw new ExpectedError('not-double-tagged');
  return [left, right];
}

/** Labels that exclude one another, and each with itself. */
function toAlternatives(db: ReadDb): AreAlternatives {
  const excluded = new Map(getCodebook(db).labels.map(({ name, excludes }) => [name, new Set(excludes)]));
  return (a, b) => a === b || (excluded.get(a)?.has(b) ?? false) || (excluded.get(b)?.has(a) ?? false);
}

type Made = Omit<Settlement, 'isOutdated'> & { content: string };
type Sides = Pick<ComparedLayers['differences'][number], 'left' | 'right'>;

function readSettlements(db: ReadDb, article: string): Made[] {
  const settled = Map.groupBy(listAdjudicated(db, article), ({ reference }) => reference);
  return listSettlements(db, article).map(({ id, label, rule, ...row }) => ({
    ...row,
    uid: SettlementId.parse(row.uid),
    rule: label === null || rule === null ? null : { label, text: rule },
    settled: (settled.get(row.uid) ?? []).map(({ uid }) => AnnotationId.parse(uid)),
    comments: listSettlementComments(db, id),
  }));
}

const turned: Partial<Record<SettlementDecision, SettlementDecision>> = { left: 'right', right: 'left' };

/** As it reads with the two as they now stand; one who was at the left then may be at the right. */
function toSettlement(db: ReadDb, { content, ...made }: Made, { left, right }: Sides): Settlement {
  const { uid, decision, settled } = made;
  const record = findRecord(db, 'settlement', uid)!;
  const [source] = record.sources;
  const isTurned = source !== undefined && source.annotation !== (source.side === 'left' ? left : right)?.uid;
  const now = hashContent(db, record.sources.map(({ annotation }) => annotation).sort());
  return {
    ...made,
    decision: (isTurned && turned[decision]) || decision,
    isOutdated: content !== now || settled.length < listSettled(uid, record).length,
  };
}

/** Errors: those of `adjudication:read`. */
export function readAdjudication(db: ReadDb, reader: string | null, ref: string, named?: Coders): Adjudication {
  const { article, coders, left, right, own, agreed, differences } = openLayers(db, reader, ref, named);
  return {
    article,
    state: findAdjudication(db, article)?.state ?? null,
    isChanged: isChangedSinceSettled(db, article),
    left: left.name,
    right: right.name,
    coders: coders.map(withoutUid),
    annotations: { ...own, settled: listOfArticle(db, article, 'settled') },
    agreed: agreed.map((pair) => ({ left: pair.left.uid, right: pair.right.uid })),
    differences,
  };
}

const withoutUid = ({ uid: _, ...coder }: KnownCoder): Coder => coder;

/** Articles that several people tagged, with how far settling them is. Errors: those of a filter. */
export function listDoubleTagged(
  db: ReadDb,
  reader: string | null,
  { filter, ...page }: { filter: ArticleFilter; isOpen: boolean; offset: number; limit: number },
): { total: number; articles: DoubleTagged[] } {
  const { total, articles } = listShared(db, toListedCondition(db, filter), {
    ...page,
    except: listBlindIds(db, reader),
  });
  return {
    total,
    articles: articles.map((each) => {
      const { coders, agreed, differences } = openLayers(db, null, each.article);
      const settled = differences.filter(isSettled);
      return {
        ...each,
        coders: coders.map(withoutUid),
        agreed: agreed.length,
        settled: settled.length,
        open: differences.length - settled.length,
      };
    }),
  };
}
