import { basename } from 'node:path';
import { ExpectedError } from '#shared/errors';
import type { mergeCalls } from '#shared/api/merge-calls';
import type { Handle } from '#shared/domain/ids';
import { mergeCorpora, previewMerge } from '../../services/merge/merge-corpora.ts';
import { listMerges, pagePastConflicts } from '../../services/merge/past-merges.ts';
import { pageChanges, pageConflicts } from '../../services/merge/plans.ts';
import type { Handlers } from '../answer.ts';
import type { Session } from '../session.ts';

/** Errors: handle-unknown, merge-with-itself. */
function toPath(session: Session, other: Handle): string {
  const { path } = session.grants.get(other);
  if (session.isOpen(path)) throw new ExpectedError('merge-with-itself', { file: basename(path) });
  return path;
}

export const mergeHandlers: Pick<Handlers, keyof typeof mergeCalls> = {
  'merge:preview': ({ other, ...asked }, { session, job }) => {
    const request = { ...asked, path: toPath(session, other), choices: {} };
    return previewMerge(session.getCorpus(), request, { check: session.options.checkCorpus }, job);
  },
  'merge:conflicts': (page, { session }) => pageConflicts(session.getCorpus().read, page),
  'merge:changes': (page, { session }) => pageChanges(session.getCorpus().read, page),
  'merge:run': ({ other, ...asked }, { session, job }) => {
    const request = { ...asked, path: toPath(session, other) };
    const ways = { check: session.options.checkCorpus, beforeIt: () => session.backUpBefore(job) };
    return mergeCorpora(session.getCorpus(), session.getAnnotator(), request, ways, job);
  },
  'merge:list': (_, { session }) => ({ merges: listMerges(session.getCorpus().read) }),
  'merge:past-conflicts': (page, { session }) => pagePastConflicts(session.getCorpus().read, page),
};
