import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { DecisionFilter } from '#shared/domain/decision';
import type { AnnotationFilter } from '#shared/domain/filter';
import { call } from './client.ts';

/** How long changes are gathered before what is checked is asked for again: keys are quicker than a whole corpus is read. */
const GATHER_MS = 250;
/** Most articles whose titles one call gives. */
const TITLES = 1000;

export const checkQueries = {
  /** The first annotations that a filter means, with their articles' titles. `askedAt`: what was saved before is in it. Unit: ms. */
  queue: (filter: AnnotationFilter, limit: number) =>
    queryOptions({
      queryKey: ['checks', 'queue', filter, limit],
      queryFn: async () => {
        const askedAt = performance.now();
        const { total, annotations } = await call('annotations:list', { filter, asSeen: true, limit });
        const articles = [...new Set(annotations.map(({ article }) => article))].slice(0, TITLES);
        const named =
          articles.length === 0 ? [] : (await call('articles:list', { filter: { articles }, limit: TITLES })).articles;
        return {
          askedAt,
          total,
          annotations,
          titles: new Map<string, string>(named.map(({ uid, title }) => [uid, title])),
        };
      },
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
  count: (filter: AnnotationFilter) =>
    queryOptions({
      queryKey: ['checks', 'count', filter],
      queryFn: async () => (await call('annotations:list', { filter, asSeen: true, limit: 1 })).total,
      placeholderData: keepPreviousData,
    }),
  /** Reasons that a checker has given, the most used first. */
  reasons: (checker: string) =>
    queryOptions({
      queryKey: ['checks', 'reasons', checker],
      queryFn: async () => {
        const { reviews } = await call('reviews:list', { checker, limit: 500 });
        const given = Map.groupBy(
          reviews.filter(({ reason }) => reason !== ''),
          ({ reason }) => reason,
        );
        return [...given].sort(([, one], [, other]) => other.length - one.length).map(([reason]) => reason);
      },
    }),
  decisions: (filter: DecisionFilter, limit: number) =>
    queryOptions({
      queryKey: ['checks', 'decisions', filter, limit],
      queryFn: () => call('decisions:list', { filter, limit }),
      placeholderData: keepPreviousData,
    }),
};

/** Changes that nobody who checks hears of. */
const kindsThatDoNotCount = new Set([
  'codebook_version',
  'dismissal',
  'prediction',
  'propagation_rule',
  'saved_filter',
]);
let gathering: ReturnType<typeof setTimeout> | undefined;

/** Asks again for what is to be checked and what was decided, unless what changed has nothing to do with it. */
export function refreshChecks(client: QueryClient, kinds: readonly string[]): void {
  if (kinds.every((kind) => kindsThatDoNotCount.has(kind))) return;
  clearTimeout(gathering);
  gathering = setTimeout(() => void client.invalidateQueries({ queryKey: ['checks'] }), GATHER_MS);
}
