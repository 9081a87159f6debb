import { addPredictions } from '../../services/suggestions/add-predictions.ts';
import { dismissSuggestions, restoreSuggestions } from '../../services/suggestions/dismiss-suggestions.ts';
import { listDismissed } from '../../services/suggestions/list-suggestions.ts';
import { listSuggestionPage } from '../../services/suggestions/list-suggestion-page.ts';
import { takeSuggestions } from '../../services/suggestions/take-suggestions.ts';
import type { Handlers } from '../answer.ts';

export const suggestionHandlers: Pick<
  Handlers,
  | 'suggestions:list'
  | 'suggestions:take'
  | 'suggestions:dismiss'
  | 'suggestions:dismissed'
  | 'suggestions:restore'
  | 'predictions:add'
> = {
  'suggestions:list': (input, { session }) => listSuggestionPage(session.getCorpus().read, input, session.person),
  'suggestions:take': (input, { session }) => takeSuggestions(session.getCorpus(), session.getAnnotator(), input),
  'suggestions:dismiss': (input, { session }) => ({
    dismissed: dismissSuggestions(session.getCorpus(), session.getAnnotator(), input),
  }),
  'suggestions:dismissed': ({ article }, { session }) => ({
    dismissed: listDismissed(session.getCorpus().read, article, session.person),
  }),
  'suggestions:restore': (input, { session }) => ({
    restored: restoreSuggestions(session.getCorpus(), session.getAnnotator(), input),
  }),
  'predictions:add': (input, { session, job }) =>
    addPredictions(session.getCorpus(), session.getAnnotator(), input, job),
};
