import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import {
  MOST_HITS,
  type AnnotationHit,
  type SearchHit,
  type SearchPlace,
  type SearchResult,
} from '#shared/domain/search';
import { call, runJob } from '../../api/client.ts';
import { useDebounced } from '../../ui/use-debounced.ts';
import { isAsked, type SearchState } from './search-state.ts';

/** Characters on each side: as many as the widest window shows. */
const CONTEXT = 120;
const PAGE = 200;
/** Of hits that are not listed by date so many are shown: they cannot go on where a list ended. */
const SORTED = 2000;

export type Hits = {
  hits: (SearchHit | AnnotationHit)[];
  found: Omit<SearchResult, 'hits'> | null;
  error: Error | null;
  isSearching: boolean;
  /** Of a regular expression. */
  progress: Progress | null;
  /** Asks for more, where there are more. */
  more(): void;
  /** Asks for all, up to what can be tagged at once; gives how many there are then. */
  all(): Promise<number>;
};

/** The hits of what was asked for last, more of them as they come into sight. */
export function useHits(search: SearchState): Hits {
  const { mode, asked, sort, filter } = search;
  const isOn = isAsked(search);
  const text = useInfiniteQuery({
    queryKey: ['search', 'text', asked, sort, filter],
    enabled: isOn && mode === 'words',
    initialPageParam: undefined as SearchPlace | undefined,
    queryFn: ({ pageParam: after }) =>
      call('search:text', {
        query: asked,
        filter,
        sort,
        context: CONTEXT,
        limit: sort === 'newest' ? PAGE : SORTED,
        ...(after && { after }),
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const [progress, setProgress] = useState<Progress | null>(null);
  const regex = useQuery({
    queryKey: ['search', 'regex', asked, sort, filter],
    enabled: isOn && mode === 'regex',
    queryFn: ({ signal }) =>
      runJob(
        'search:regex',
        {
          expression: asked,
          filter,
          sort: sort === 'relevance' ? 'newest' : sort,
          context: CONTEXT,
          limit: SORTED,
        },
        { signal, onProgress: setProgress },
      ).finally(() => setProgress(null)),
  });

  const annotations = useFoundAnnotations(search, isOn && mode === 'annotations');

  if (mode !== 'words') {
    const { data: found = null, error, isFetching } = mode === 'regex' ? regex : annotations;
    const hits = found?.hits ?? [];
    return {
      hits,
      found,
      error,
      isSearching: isFetching,
      progress,
      more: () => {},
      all: () => Promise.resolve(hits.length),
    };
  }
  const pages = text.data?.pages ?? [];
  const hits = pages.flatMap((page) => page.hits);
  const more = () => {
    if (text.hasNextPage && !text.isFetching) void text.fetchNextPage();
  };
  const all = async () => {
    let latest = { count: hits.length, hasMore: text.hasNextPage };
    while (latest.hasMore && latest.count < MOST_HITS) {
      const { data, hasNextPage, isError } = await text.fetchNextPage();
      const count = data?.pages.reduce((sum, page) => sum + page.hits.length, 0) ?? 0;
      latest = { count, hasMore: hasNextPage && !isError };
    }
    return Math.min(latest.count, MOST_HITS);
  };
  return {
    hits,
    found: pages[0] ? toFound(pages[0], hits, text.hasNextPage) : null,
    error: text.error,
    isSearching: text.isFetching && !text.isFetchingNextPage,
    progress: null,
    more,
    all,
  };
}

const PAUSE_MS = 300;

/** Annotations by what they say, in the same form. */
function useFoundAnnotations({ asked, filter, attribute, value: typed, onlyIn }: SearchState, enabled: boolean) {
  const value = useDebounced(typed.trim(), PAUSE_MS);
  const condition = attribute !== null && { attribute, ...(value !== '' && { value }) };
  return useQuery({
    queryKey: ['search', 'annotations', asked, filter, condition, onlyIn],
    enabled,
    queryFn: async () => {
      const { total, hits } = await call('search:annotations', {
        filter,
        context: CONTEXT,
        limit: SORTED,
        ...(condition && { conditions: [condition] }),
        ...(onlyIn !== null && { onlyIn }),
        ...(asked.trim() !== '' && { quote: asked }),
      });
      const articles = new Set(hits.map(({ article }) => article)).size;
      return { total, articles, hits, isIndexed: true, isExact: { total: true, articles: total === hits.length } };
    },
  });
}

/** What the first page said, made exact by what came since. */
function toFound(first: SearchResult, hits: SearchHit[], hasMore: boolean): Omit<SearchResult, 'hits'> {
  const articles = new Set(hits.map(({ article }) => article)).size;
  const isWhole = !hasMore && first.hits.length < hits.length;
  return {
    isIndexed: first.isIndexed,
    total: Math.max(first.total, hits.length),
    articles: Math.max(first.articles, articles),
    isExact: isWhole ? { total: true, articles: true } : first.isExact,
  };
}
