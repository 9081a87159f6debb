import { listAnnotations } from '../../corpus/repositories/annotation-repository.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../services/annotate.ts';
import type { Handlers } from '../answer.ts';

export const annotationHandlers: Pick<
  Handlers,
  'annotations:list' | 'annotations:create' | 'annotations:update' | 'annotations:remove'
> = {
  'annotations:list': ({ filter, ...page }, { session }) => listAnnotations(session.getCorpus().read, filter, page),
  'annotations:create': (input, { session }) => createAnnotation(session.getCorpus(), session.getAnnotator(), input),
  'annotations:update': ({ annotation, changes }, { session }) =>
    updateAnnotation(session.getCorpus(), session.getAnnotator(), annotation, changes),
  'annotations:remove': ({ annotations, together }, { session }) => ({
    removed: removeAnnotations(session.getCorpus(), session.getAnnotator(), annotations, together),
  }),
};
