import type { BothSides } from '#shared/domain/comparison';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import { listPlaceLabels } from '../../corpus/repositories/compared-things.ts';
import { mapCardsOfClaims } from './cards-of-claims.ts';
import type { Comparison } from './comparison.ts';
import type { DateNumber } from './days.ts';

/** `first`, `last`: of the articles with a date; 0 where none has one. `example`: its first annotation, by ids of rows. */
export type ThingCounts = {
  mentions: number;
  articles: number;
  first: DateNumber;
  last: DateNumber;
  example: { article: number; annotation: number };
  lastArticle: number;
};
type CountsBySide = Map<number, BothSides<ThingCounts | undefined>>;

/** By ids of rows: what entities and, by their claims, event cards have on either side. */
export type ThingTally = { entities: CountsBySide; cards: CountsBySide; placeLabels: ReadonlySet<number> };

/** Errors: those of the comparison. */
export async function tallyThings(comparison: Comparison): Promise<ThingTally> {
  const { db } = comparison;
  const tally: ThingTally = { entities: new Map(), cards: new Map(), placeLabels: listPlaceLabels(db) };
  const claimLabel = findClaimLabel(db);
  const cardsOfClaims = await mapCardsOfClaims(comparison);
  for (const side of ['a', 'b'] as const) {
    const dates = new Map(comparison.articles[side].map(({ id, date }) => [id, date]));
    const add = (things: CountsBySide, id: number, met: { annotation: number; article: number }) => {
      let both = things.get(id);
      if (!both) things.set(id, (both = { a: undefined, b: undefined }));
      addMention((both[side] ??= noCounts(met)), met.article, dates.get(met.article)!);
    };
    await comparison.eachMention(side, (mention) => {
      if (mention.label !== claimLabel) {
        if (mention.entity !== 0) add(tally.entities, mention.entity, mention);
      } else for (const card of cardsOfClaims.get(mention.annotation) ?? []) add(tally.cards, card, mention);
    });
  }
  return tally;
}

const noCounts = ({ article, annotation }: ThingCounts['example']): ThingCounts => ({
  ...{ mentions: 0, articles: 0, first: 0, last: 0, lastArticle: 0 },
  example: { article, annotation },
});

function addMention(counts: ThingCounts, article: number, date: DateNumber): void {
  counts.mentions += 1;
  if (counts.lastArticle === article) return;
  counts.lastArticle = article;
  counts.articles += 1;
  if (date === 0) return;
  if (counts.first === 0 || date < counts.first) counts.first = date;
  if (date > counts.last) counts.last = date;
}
