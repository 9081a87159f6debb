import { getPersonUid } from '../../corpus/repositories/person-repository.ts';
import { listDecisions } from '../../services/review/list-decisions.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

export const decisionHandlers: Pick<Handlers, 'decisions:list'> = {
  'decisions:list': ({ person, filter, ...page }, { session }) => {
    const { read } = session.getCorpus();
    const reader = findPerson(session);
    const whose = person === undefined ? reader : getPersonUid(read, person);
    return listDecisions(read, whose, filter, { ...page, seenBy: reader });
  },
};
