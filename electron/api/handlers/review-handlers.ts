import { listAssignments } from '../../corpus/repositories/assignment-repository.ts';
import { countChecked } from '../../corpus/repositories/check-repository.ts';
import { getPersonUid, listPeople } from '../../corpus/repositories/person-repository.ts';
import { resolveAnnotation, resolveArticle, resolveRelation } from '../../corpus/repositories/resolve-uid.ts';
import { listReviews } from '../../corpus/repositories/review-repository.ts';
import { removeAssignments, setAssignments } from '../../services/assignments.ts';
import { addPerson, updatePerson } from '../../services/people.ts';
import { addMissing, commentReview, createReview, removeReview, updateReview } from '../../services/reviews.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

export const reviewHandlers: Pick<
  Handlers,
  | 'people:list'
  | 'people:add'
  | 'people:update'
  | 'reviews:list'
  | 'reviews:progress'
  | 'reviews:create'
  | 'reviews:missing'
  | 'reviews:update'
  | 'reviews:remove'
  | 'reviews:comment'
  | 'assignments:list'
  | 'assignments:set'
  | 'assignments:remove'
> = {
  'people:list': (_, { session }) => listPeople(session.getCorpus().read),
  'people:add': ({ name }, { session }) => {
    session.getAnnotator(); // refused where nothing may be written
    return addPerson(session.getCorpus(), name);
  },
  'people:update': ({ person, changes }, { session }) => {
    const annotator = session.getAnnotator();
    const isOneself = getPersonUid(session.getCorpus().read, person) === annotator;
    const people = updatePerson(session.getCorpus(), annotator, person, changes);
    if (isOneself && changes.name !== undefined) session.rename(changes.name);
    return people;
  },

  'reviews:list': ({ annotation, relation, article, checker, decisions, ...page }, { session }) => {
    const { read } = session.getCorpus();
    const filter = {
      ...(annotation !== undefined && { annotation: resolveAnnotation(read, annotation) }),
      ...(relation !== undefined && { relation: resolveRelation(read, relation) }),
      ...(article !== undefined && { article: resolveArticle(read, article) }),
      ...(checker !== undefined && { checker: getPersonUid(read, checker) }),
      ...(decisions && { decisions }),
    };
    return listReviews(read, filter, { ...page, seenBy: findPerson(session) });
  },
  'reviews:progress': ({ filter }, { session }) => countChecked(session.getCorpus().read, filter, findPerson(session)),
  'reviews:create': (input, { session }) => createReview(session.getCorpus(), session.getAnnotator(), input),
  'reviews:missing': (input, { session }) => addMissing(session.getCorpus(), session.getAnnotator(), input),
  'reviews:update': ({ review, changes }, { session }) =>
    updateReview(session.getCorpus(), session.getAnnotator(), review, changes),
  'reviews:remove': ({ review }, { session }) => {
    removeReview(session.getCorpus(), session.getAnnotator(), review);
    return {};
  },
  'reviews:comment': ({ review, text }, { session }) =>
    commentReview(session.getCorpus(), session.getAnnotator(), review, text),

  'assignments:list': ({ articles, person }, { session }) => {
    const { read } = session.getCorpus();
    return listAssignments(read, {
      ...(articles && { articles: articles.map((ref) => resolveArticle(read, ref)) }),
      ...(person !== undefined && { person: getPersonUid(read, person) }),
    });
  },
  'assignments:set': (input, { session }) => ({
    assigned: setAssignments(session.getCorpus(), session.getAnnotator(), input),
  }),
  'assignments:remove': (input, { session }) => ({
    removed: removeAssignments(session.getCorpus(), session.getAnnotator(), input),
  }),
};
