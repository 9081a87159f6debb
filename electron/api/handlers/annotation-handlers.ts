import { listAnnotations, listByUid } from '../../corpus/repositories/annotation-repository.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../services/annotate.ts';
import { updateAnnotations } from '../../services/annotate-many.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

/** The corpus is backed up before more annotations than this are removed at once. */
const MANY = 1000;

export const annotationHandlers: Pick<
  Handlers,
  | 'annotations:list'
  | 'annotations:get'
  | 'annotations:create'
  | 'annotations:update'
  | 'annotations:update-many'
  | 'annotations:remove'
> = {
  'annotations:list': ({ filter, asSeen, ...page }, { session }) => {
    const { read } = session.getCorpus();
    return listAnnotations(read, filter, { ...page, seenBy: asSeen ? findPerson(session) : null });
  },
  'annotations:get': ({ annotations, asSeen }, { session }) =>
    listByUid(session.getCorpus().read, annotations, asSeen ? findPerson(session) : null),
  'annotations:create': (input, { session }) => createAnnotation(session.getCorpus(), session.getAnnotator(), input),
  'annotations:update': ({ annotation, changes }, { session }) =>
    updateAnnotation(session.getCorpus(), session.getAnnotator(), annotation, changes),
  'annotations:update-many': ({ annotations, changes }, { session }) =>
    updateAnnotations(session.getCorpus(), session.getAnnotator(), annotations, changes, session.sayProgress),
  'annotations:remove': async ({ annotations, together }, { session, job }) => {
    const annotator = session.getAnnotator();
    if (annotations.length > MANY) await session.backUpBefore(job);
    return { removed: removeAnnotations(session.getCorpus(), annotator, annotations, together) };
  },
};
