import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Suggestion } from '#shared/domain/suggestion';
import { queries } from './queries.ts';
import { SUGGESTIONS_IN_PAGE } from './suggestion-list.ts';

const none: Suggestion[] = [];
/** How long the next page waits for an idle moment, in milliseconds. */
const MOST_LAG_MS = 200;

/** What is suggested for an article, in reading order; nothing is asked for where the person has suggestions hidden. */
export function useSuggestionList(article: string) {
  const settings = useQuery(queries.settings()).data;
  const isShown = settings !== undefined && settings.reading.suggestions === 'shown';
  const { data, isPending, error } = useQuery({ ...queries.suggestions(article), enabled: isShown });
  const all = useInPages(isShown && data ? data.suggestions : none);
  return { all, isShown, isLoading: isShown && isPending, error };
}

/** As much of a list as can be drawn without being felt, and more of it at each idle moment. */
function useInPages(all: Suggestion[]): Suggestion[] {
  const [count, setCount] = useState(SUGGESTIONS_IN_PAGE);
  if (all.length === 0 && count > SUGGESTIONS_IN_PAGE) setCount(SUGGESTIONS_IN_PAGE);
  const isMore = all.length > count;
  useEffect(() => {
    if (!isMore) return;
    const idle = requestIdleCallback(() => setCount(count + SUGGESTIONS_IN_PAGE), { timeout: MOST_LAG_MS });
    return () => cancelIdleCallback(idle);
  }, [isMore, count]);
  return useMemo(() => (isMore ? all.slice(0, count) : all), [all, isMore, count]);
}
