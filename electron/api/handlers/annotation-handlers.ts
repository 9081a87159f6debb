import { listAnnotations } from '../../corpus/repositories/annotation-repository.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../services/annotate.ts';
import type { Handlers } from '../answer.ts';

/** The corpus is backed up before more annotations than this are removed at once. */
const MANY = 1000;

export const annotationHandlers: Pick<
  Handlers,
  'annotations:list' | 'annotations:create' | 'annotations:update' | 'annotations:remove'
> = {
  'annotations:list': ({ filter, ...page }, { session }) => listAnnotations(session.getCorpus().read, filter, page),
  'annotations:create': (input, { session }) => createAnnotation(session.getCorpus(), session.getAnnotator(), input),
  'annotations:update': ({ annotation, changes }, { session }) =>
    updateAnnotation(session.getCorpus(), session.getAnnotator(), annotation, changes),
  'annotations:remove': async ({ annotations, together }, { session, job }) => {
    const annotator = session.getAnnotator();
    if (annotations.length > MANY) await session.backUpBefore(job);
    return { removed: removeAnnotations(session.getCorpus(), annotator, annotations, together) };
  },
};
