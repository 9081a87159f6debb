import type { SideName } from '#shared/domain/comparison';
import type { ClaimSpeaker, ClaimThing, ClaimVersion } from '#shared/domain/claim-comparison';
import type { ClaimFigure } from '#shared/domain/cluster';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import { isPartialDate, toPartialDate, type PartialDate } from '#shared/domain/partial-date';
import { PERPETRATOR_NAMES } from '#shared/messages/en/compare-claims';
import type { ReadDb } from '../../corpus/connection.ts';
import {
  listClaimFacts,
  listClaimHeads,
  type ClaimFact,
  type ClaimHead,
  type FactName,
} from '../../corpus/repositories/compared-claims.ts';
import { listEntitiesById } from '../../corpus/repositories/compared-things.ts';
import type { Attribution } from './attributions.ts';
import type { SaidByClaim } from './find-conflicts.ts';
import { compareText, foldWords } from './word-tally.ts';

/** A claim of a side by id of its row, with on whose word it stands. */
export type Member = { side: SideName; annotation: number; attributions: readonly Attribution[] };

type Date = { year: number | null; month: number | null; day: number | null };

/** A date as exactly as it is known; null where nothing is. */
export const toKnownDate = ({ year, month, day }: Date): PartialDate | null =>
  year === null ? null : toPartialDate({ year, month, day });

/**
 * Gives what claims say, by id of their rows, with all that the corpus knows of these claims: so that many events are read at once.
 */
export function readVersions(db: ReadDb, members: readonly Member[]): (member: Member) => ClaimVersion {
  const ids = [...new Set(members.map(({ annotation }) => annotation))];
  const heads = listClaimHeads(db, ids);
  const facts = Map.groupBy(listClaimFacts(db, ids, PERPETRATOR_NAMES), ({ claim }) => claim);
  const speaking = members.flatMap(({ attributions }) => attributions.map(({ entity }) => entity));
  const entities = listEntitiesById(db, new Set(speaking));
  const toSpeaker = ({ kind, entity, words, verb }: Attribution): ClaimSpeaker => ({
    kind,
    name: entities.get(entity)?.name ?? (kind === 'unlinked' ? words : ''),
    words,
    verb,
  });
  return ({ side, annotation, attributions }) =>
    toVersion(side, heads.get(annotation)!, attributions.map(toSpeaker), facts.get(annotation) ?? []);
}

function toVersion(
  side: SideName,
  head: ClaimHead,
  speakers: ClaimSpeaker[],
  facts: readonly ClaimFact[],
): ClaimVersion {
  const find = (name: FactName) => facts.find(({ fact }) => fact === name);
  return {
    side,
    claim: AnnotationId.parse(head.uid),
    article: ArticleId.parse(head.article),
    title: head.title,
    outlet: head.outlet,
    date: toKnownDate(head),
    start: head.start,
    quote: head.quote,
    speakers,
    voice: find('voice')?.text ?? '',
    ...toSaid(facts),
    verdict: find('verdict')?.text ?? '',
    state: head.state,
    note: head.note,
  };
}

/** What claims say of their event, by id of their rows, without who says it and in which words. */
export function readFacts(db: ReadDb, members: readonly Member[]): (member: Member) => SaidByClaim {
  const ids = [...new Set(members.map(({ annotation }) => annotation))];
  const facts = Map.groupBy(listClaimFacts(db, ids, PERPETRATOR_NAMES, saidFacts), ({ claim }) => claim);
  return ({ side, annotation }) => ({ side, ...toSaid(facts.get(annotation) ?? []) });
}

function toSaid(facts: readonly ClaimFact[]): Omit<SaidByClaim, 'side'> {
  const eventDate = facts.find(({ fact }) => fact === 'eventDate')?.text;
  return {
    figures: toFigures(facts),
    eventDate: eventDate && isPartialDate(eventDate) ? eventDate : null,
    place: toThings(facts, 'place')[0] ?? null,
    perpetrators: toThings(facts, 'perpetrator'),
  };
}

const figureFacts: ReadonlySet<FactName> = new Set(['what', 'unit', 'min', 'max', 'ofWhom']);
const saidFacts: readonly FactName[] = [...figureFacts, 'eventDate', 'place', 'perpetrator'];

export function toFigures(facts: readonly ClaimFact[]): ClaimFigure[] {
  const items = Map.groupBy(
    facts.filter(({ fact }) => figureFacts.has(fact)),
    ({ item }) => item,
  );
  return [...items.values()].map((item) => {
    const find = (name: FactName) => item.find(({ fact }) => fact === name);
    const toWords = (name: FactName) => find(name)?.name ?? find(name)?.text ?? '';
    return {
      what: toWords('what'),
      unit: toWords('unit'),
      ofWhom: toWords('ofWhom'),
      min: find('min')?.number ?? null,
      max: find('max')?.number ?? null,
    };
  });
}

/** Entities, or the words that stand for one. */
export function toThings(facts: readonly ClaimFact[], name: FactName): ClaimThing[] {
  return facts.flatMap(({ fact, entity, name: called, text, quote }) => {
    if (fact !== name) return [];
    if (entity !== null) return { key: entity, name: called! };
    const words = text ?? quote ?? '';
    return words.trim() === '' ? [] : { key: foldWords(words), name: words };
  });
}

/** The oldest article first, those without a date last; the same on either side. */
export const sortVersions = (versions: readonly ClaimVersion[]): ClaimVersion[] => versions.toSorted(byArticle);

const byArticle = (x: ClaimVersion, y: ClaimVersion): number =>
  Number(x.date === null) - Number(y.date === null) ||
  compareText(x.date ?? '', y.date ?? '') ||
  compareText(x.article, y.article) ||
  x.start - y.start ||
  compareText(x.claim, y.claim) ||
  compareText(x.side, y.side);
