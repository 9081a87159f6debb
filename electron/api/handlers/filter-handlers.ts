import type { filterCalls } from '#shared/api/filter-calls';
import { listSavedFilters } from '../../corpus/repositories/saved-filter-repository.ts';
import { readFilter, removeFilter, renameFilter, saveFilter } from '../../services/saved-filters.ts';
import type { Handlers } from '../answer.ts';

export const filterHandlers: Pick<Handlers, keyof typeof filterCalls> = {
  'filters:list': (_, { session }) => ({ filters: listSavedFilters(session.getCorpus().read) }),
  'filters:read': ({ text }, { session }) => ({ filter: readFilter(session.getCorpus().read, text) }),
  'filters:save': (input, { session }) => saveFilter(session.getCorpus(), session.getAnnotator(), input),
  'filters:rename': (input, { session }) => renameFilter(session.getCorpus(), session.getAnnotator(), input),
  'filters:remove': ({ filter }, { session }) => {
    removeFilter(session.getCorpus(), session.getAnnotator(), filter);
    return {};
  },
};
