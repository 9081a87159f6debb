import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';

/**
 * What a person was at in a view: it is there again when they come back from a text, and forgotten with the corpus.
 *
 * It lies beside the answers of calls, which are forgotten in the same moment.
 */
export function useKept<T>(view: string, first: T): [T, (change: (before: T) => T) => void] {
  const client = useQueryClient();
  const queryKey = ['kept', view];
  const { data } = useQuery<T>({
    queryKey,
    queryFn: skipToken,
    initialData: first,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return [data ?? first, (change) => client.setQueryData<T>(queryKey, (before) => change(before ?? first))];
}
