import { findAnnotatorByName } from '../../corpus/repositories/annotator-repository.ts';
import { listRules } from '../../corpus/repositories/propagation-repository.ts';
import { applyPlaces } from '../../services/propagate/apply-places.ts';
import { findPlaces } from '../../services/propagate/find-places.ts';
import { setRetired } from '../../services/propagate/keep-rule.ts';
import type { Handlers } from '../answer.ts';

export const propagationHandlers: Pick<
  Handlers,
  'propagations:find' | 'propagations:apply' | 'propagations:rules' | 'propagations:retire' | 'propagations:restore'
> = {
  'propagations:find': (input, { session, job }) => {
    const { read } = session.getCorpus();
    const annotator = session.person === null ? undefined : findAnnotatorByName(read, session.person);
    return findPlaces(read, annotator?.uid ?? null, input, job);
  },
  'propagations:apply': (input, { session, job }) =>
    applyPlaces(session.getCorpus(), session.getAnnotator(), input, job),
  'propagations:rules': (_, { session }) => listRules(session.getCorpus().read),
  'propagations:retire': ({ rule }, { session }) => setRetired(session.getCorpus(), session.getAnnotator(), rule, true),
  'propagations:restore': ({ rule }, { session }) =>
    setRetired(session.getCorpus(), session.getAnnotator(), rule, false),
};
