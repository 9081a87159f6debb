import type { BothSides, Compared, SideName } from '#shared/domain/comparison';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import { MAY_BE_CHANCE, MOST_SILENCES, type Silence, type SilenceKind, type Silences } from '#shared/domain/silence';
import type { ReadDb } from '../../corpus/connection.ts';
import { mapCards, listEntitiesById, mapUids } from '../../corpus/repositories/compared-things.ts';
import { createPacer, type Job } from '../job.ts';
import { openComparison } from './comparison.ts';
import { fromDay, toDate } from './days.ts';
import { compareDays, type ComparedDays } from './silent-days.ts';
import { tallyThings, type ThingCounts } from './tally-things.ts';
import { compareText } from './word-tally.ts';

/** What one side has, by ids of rows; `example` of an article and, where it is one, an annotation. */
type Found = Pick<Silence, 'has' | 'kind' | 'mentions' | 'articles' | 'first' | 'last'> & {
  id: number;
  example: { article: number; annotation: number };
};
type Named = Found & { uid: string | null; name: string };
type Rated = Named & Pick<Silence, 'expected' | 'chance'>;

/** What one side has and the other has not. Errors: those of `compare:silence`. */
export async function compareSilence(db: ReadDb, compared: Compared, job: Job): Promise<Silences> {
  const comparison = await openComparison(db, compared, job);
  const breathe = createPacer(job);
  const days = compareDays(comparison.articles);
  await breathe();
  const tally = await tallyThings(comparison);
  const [lone, loneCards] = [listAlone(tally.entities), listAlone(tally.cards)];
  const entities = listEntitiesById(db, toIds(lone));
  const cards = mapCards(db, toIds(loneCards));
  await breathe();
  const sizes = { a: comparison.articles.a.length, b: comparison.articles.b.length };
  const sizesOfDays = days.span?.articles ?? { a: 0, b: 0 };
  const rated = [
    ...lone.map((found): Rated => {
      const { uid, name, label } = entities.get(found.id)!;
      return rate({ ...found, kind: tally.placeLabels.has(label) ? 'place' : 'entity', uid, name }, sizes);
    }),
    ...loneCards.map((found) => rate({ ...found, kind: 'event', ...cards.get(found.id)! }, sizes)),
    ...days.runs.map((run) => rate(toNamedDays(run), sizesOfDays)),
  ].sort(leastLikeChance);
  await breathe();
  return {
    silences: toSilences(db, keepMost(rated)),
    totals: countTotals(rated),
    articles: sizes,
    span: days.span ? { from: fromDay(days.span.from), to: fromDay(days.span.to) } : null,
    undated: days.undated,
  };
}

const toIds = (found: readonly { id: number }[]) => found.map(({ id }) => id);

function listAlone(things: ReadonlyMap<number, BothSides<ThingCounts | undefined>>): Omit<Found, 'kind'>[] {
  return [...things].flatMap(([id, { a, b }]) => {
    const counts = a ?? b;
    if (counts === undefined || (a && b)) return [];
    const { mentions, articles, first, last, example } = counts;
    return [{ id, has: a ? 'a' : 'b', mentions, articles, first: toDate(first), last: toDate(last), example } as const];
  });
}

function toNamedDays({ has, from, to, articles, example }: ComparedDays['runs'][number]): Named {
  const [first, last] = [fromDay(from), fromDay(to)];
  const found = { kind: 'day', has, id: 0, mentions: 0, articles, first, last } as const;
  return { ...found, example: { article: example, annotation: 0 }, uid: null, name: '' };
}

/**
 * How likely it is that the silent side has nothing of it, if it had it at the other's rate.
 *
 * In articles, since mentions of one thing come in bunches within an article: with k of n articles of the one side, the other of m
 * articles would have k·m/n of them, and none with the chance e^(−k·m/n) (Poisson).
 */
function rate(found: Named, sizes: BothSides<number>): Rated {
  const silent = sizes[found.has === 'a' ? 'b' : 'a'];
  if (silent === 0) return { ...found, expected: null, chance: null };
  const expected = (found.articles * silent) / sizes[found.has];
  return { ...found, expected, chance: Math.exp(-expected) };
}

/** What may be chance after what hardly is; in each the more expected first, then the more mentioned. */
function leastLikeChance(x: Rated, y: Rated): number {
  return (
    rank(x) - rank(y) ||
    (y.expected ?? 0) - (x.expected ?? 0) ||
    y.mentions - x.mentions ||
    compareText(x.first ?? '', y.first ?? '') ||
    compareText(x.name, y.name) ||
    compareText(x.uid ?? '', y.uid ?? '')
  );
}
const rank = ({ chance }: Rated) => (chance === null ? 2 : chance > MAY_BE_CHANCE ? 1 : 0);

function keepMost(rated: readonly Rated[]): Rated[] {
  const kept = new Map<string, number>();
  return rated.filter(({ kind, has }) => {
    const n = (kept.get(`${kind} ${has}`) ?? 0) + 1;
    kept.set(`${kind} ${has}`, n);
    return n <= MOST_SILENCES;
  });
}

function countTotals(rated: readonly Rated[]): Silences['totals'] {
  const none = (): Record<SilenceKind, number> => ({ entity: 0, place: 0, event: 0, day: 0 });
  const totals: Record<SideName, Record<SilenceKind, number>> = { a: none(), b: none() };
  for (const { has, kind } of rated) totals[has][kind] += 1;
  return totals;
}

function toSilences(db: ReadDb, kept: readonly Rated[]): Silence[] {
  const articles = mapUids(db, 'article', new Set(kept.map(({ example }) => example.article)));
  const annotations = mapUids(db, 'annotation', new Set(kept.map(({ example }) => example.annotation)));
  return kept.map(({ id: _, example, ...silence }) => {
    const annotation = annotations.get(example.annotation);
    return {
      ...silence,
      example: {
        article: ArticleId.parse(articles.get(example.article)),
        annotation: annotation === undefined ? null : AnnotationId.parse(annotation),
      },
    };
  });
}
