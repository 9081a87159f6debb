import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { DecisionFilter } from '#shared/domain/decision';
import type { AnnotationFilter } from '#shared/domain/filter';
import { call } from './client.ts';

/** How long changes are gathered before what is checked is asked for again: keys are quicker than a whole corpus is read. */
const GATHER_MS = 250;
/** Most articles whose titles one call gives. */
const TITLES = 1000;
/** Decisions that are asked for at once. */
export const DECISIONS_IN_PAGE = 100;

export const checkQueries = {
  /**
   * The first annotations that a filter means, or those of them that were changed after they were reviewed; with their articles' titles.
   * `askedAt`: what was saved before is in it. Unit: ms.
   */
  queue: (filter: AnnotationFilter, onlyOutdated: boolean, limit: number) =>
    queryOptions({
      queryKey: ['checks', 'queue', filter, onlyOutdated, limit],
      queryFn: async () => {
        const askedAt = performance.now();
        const list = (outdated: boolean) => call('annotations:list', { filter, asSeen: true, outdated, limit });
        const outdated = await list(true); // of those that are listed all, since both come in one order
        const { total, annotations } = onlyOutdated ? outdated : await list(false);
        const articles = [...new Set(annotations.map(({ article }) => article))].slice(0, TITLES);
        const named =
          articles.length === 0 ? [] : (await call('articles:list', { filter: { articles }, limit: TITLES })).articles;
        return {
          askedAt,
          total,
          annotations,
          outdated: { total: outdated.total, uids: new Set<string>(outdated.annotations.map(({ uid }) => uid)) },
          titles: new Map<string, string>(named.map(({ uid, title }) => [uid, title])),
        };
      },
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
  /** How far checking is, of what a filter means. */
  progress: (filter: AnnotationFilter) =>
    queryOptions({
      queryKey: ['checks', 'progress', filter],
      queryFn: () => call('reviews:progress', { filter }),
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
  /** With the filter that it is the answer to: while another is asked for, this one stays on screen. */
  decisions: (filter: DecisionFilter, page: number) =>
    queryOptions({
      queryKey: ['checks', 'decisions', filter, page],
      queryFn: async () => ({
        filter,
        ...(await call('decisions:list', { filter, offset: page * DECISIONS_IN_PAGE, limit: DECISIONS_IN_PAGE })),
      }),
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
