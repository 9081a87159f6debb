import { useQuery } from '@tanstack/react-query';
import type { Suggestion } from '#shared/domain/suggestion';
import { queries } from './queries.ts';

const none: Suggestion[] = [];

/** What is suggested for an article, in reading order; nothing is asked for where the person has suggestions hidden. */
export function useSuggestionList(article: string) {
  const settings = useQuery(queries.settings()).data;
  const isShown = settings !== undefined && settings.reading.suggestions === 'shown';
  const { data, isPending, error } = useQuery({ ...queries.suggestions(article), enabled: isShown });
  return { all: isShown && data ? data.suggestions : none, isShown, isLoading: isShown && isPending, error };
}
