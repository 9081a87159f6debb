import type { workCalls } from '#shared/api/work-calls';
import { getPersonUid, listPeople } from '../../corpus/repositories/person-repository.ts';
import { countBlind, getProgress, listWorkArticles } from '../../corpus/repositories/work-repository.ts';
import { applyDeal, previewDeal } from '../../services/assignments.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

export const workHandlers: Pick<Handlers, keyof typeof workCalls> = {
  'assignments:preview': (choice, { session }) => previewDeal(session.getCorpus().read, choice),
  'assignments:deal': (choice, { session, job }) => applyDeal(session.getCorpus(), session.getAnnotator(), choice, job),
  'work:progress': (_, { session }) => getProgress(session.getCorpus().read),
  'work:articles': ({ person, outlet, stage, ...page }, { session }) => {
    const { read } = session.getCorpus();
    const wish = {
      stage,
      ...(person !== undefined && { person: getPersonUid(read, person) }),
      ...(outlet !== undefined && { outlet }),
    };
    return listWorkArticles(read, wish, page);
  },
  'work:blind': ({ filter }, { session }) => ({
    articles: countBlind(session.getCorpus().read, findPerson(session), filter),
  }),
  'people:switch': ({ name }, { session }) => {
    session.switchPerson(name);
    return listPeople(session.getCorpus().read);
  },
};
