import { useCallback, useState } from 'react';
import { emptySearch, type SearchState } from '../features/search/search-state.ts';
import type { usePlace } from './place.ts';

/** What is searched for, which is kept while other views are shown, and the way to search for words from there. */
export function useSearchTexts(go: ReturnType<typeof usePlace>['go']) {
  const [search, setSearch] = useState(emptySearch);
  const searchTexts = useCallback(
    (typed: string, filter?: SearchState['filter']) => {
      if (typed !== '')
        setSearch((before) => ({ ...before, typed, asked: typed, mode: 'words', filter: filter ?? before.filter }));
      go({ view: 'search' });
    },
    [go],
  );
  return { search, setSearch, searchTexts };
}
