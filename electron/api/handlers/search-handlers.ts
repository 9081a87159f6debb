import { searchAnnotations } from '../../services/search/search-annotations.ts';
import { searchRegex } from '../../services/search/search-regex.ts';
import { searchText } from '../../services/search/search-text.ts';
import { tagHits } from '../../services/search/tag-hits.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';
import { toSight } from '../sight.ts';

export const searchHandlers: Pick<Handlers, 'search:text' | 'search:regex' | 'search:annotations' | 'search:tag'> = {
  'search:text': (input, { session }) =>
    searchText(session.getCorpus().read, { ...input, filter: toSight(session, input.filter, 'heldFor') }),
  'search:regex': (input, { session, job }) =>
    searchRegex(session.getCorpus().read, { ...input, filter: toSight(session, input.filter, 'heldFor') }, job),
  'search:annotations': (input, { session }) =>
    searchAnnotations(session.getCorpus().read, { ...input, seenBy: findPerson(session) }),
  'search:tag': (input, { session, job }) => tagHits(session.getCorpus(), session.getAnnotator(), input, job),
};
