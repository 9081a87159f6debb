import { findInconsistencies } from '../../services/consistency/find.ts';
import { fixFindings, setExempt } from '../../services/consistency/fix.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

export const consistencyHandlers: Pick<Handlers, 'consistency:find' | 'consistency:fix' | 'consistency:exempt'> = {
  'consistency:find': (input, { session, job }) =>
    findInconsistencies(session.getCorpus().read, findPerson(session), input, job),
  'consistency:fix': ({ fixes }, { session, job }) =>
    fixFindings(session.getCorpus(), session.getAnnotator(), fixes, job),
  'consistency:exempt': (input, { session }) => {
    setExempt(session.getCorpus(), session.getAnnotator(), input);
    return {};
  },
};
