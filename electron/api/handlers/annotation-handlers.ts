import { listHistory } from '../../corpus/journal/read-rows.ts';
import { listAnnotations } from '../../corpus/repositories/annotation-repository.ts';
import { findAnnotatorByName } from '../../corpus/repositories/annotator-repository.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { resolveAnnotationInJournal, resolveArticle } from '../../corpus/repositories/resolve-uid.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../services/annotate.ts';
import { addLabel } from '../../services/codebook.ts';
import { toHistoryRow } from '../../services/history.ts';
import { getUndoState, redo, undo } from '../../services/undo.ts';
import type { Handlers } from '../answer.ts';

export const annotationHandlers: Pick<
  Handlers,
  | 'annotations:list'
  | 'annotations:create'
  | 'annotations:update'
  | 'annotations:remove'
  | 'codebook:get'
  | 'codebook:add-label'
  | 'history:list'
  | 'history:undo-state'
  | 'history:undo'
  | 'history:redo'
> = {
  'annotations:list': ({ filter, ...page }, { session }) => listAnnotations(session.getCorpus().read, filter, page),
  'annotations:create': (input, { session }) => createAnnotation(session.getCorpus(), session.getAnnotator(), input),
  'annotations:update': ({ annotation, changes }, { session }) =>
    updateAnnotation(session.getCorpus(), session.getAnnotator(), annotation, changes),
  'annotations:remove': ({ annotations }, { session }) => ({
    removed: removeAnnotations(session.getCorpus(), session.getAnnotator(), annotations),
  }),

  'codebook:get': (_, { session }) => getCodebook(session.getCorpus().read),
  'codebook:add-label': (input, { session }) => addLabel(session.getCorpus(), session.getAnnotator(), input),

  'history:list': ({ article, annotation, before, limit }, { session }) => {
    const { read } = session.getCorpus();
    const rows = listHistory(read, {
      ...(article !== undefined && { article: resolveArticle(read, article) }),
      ...(annotation !== undefined && { target: resolveAnnotationInJournal(read, annotation) }),
      ...(before !== undefined && { before }),
      limit,
    });
    return rows.map(toHistoryRow);
  },
  'history:undo-state': (_, { session }) => {
    const { read } = session.getCorpus();
    const known = session.person === null ? undefined : findAnnotatorByName(read, session.person);
    return getUndoState(read, known?.uid ?? null);
  },
  'history:undo': ({ together }, { session }) => undo(session.getCorpus(), session.getAnnotator(), together),
  'history:redo': ({ together }, { session }) => redo(session.getCorpus(), session.getAnnotator(), together),
};
