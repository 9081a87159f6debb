import type { handOutCalls } from '#shared/api/hand-out-calls';
import { findAnnotatorByName, findAnnotatorByUid } from '../../corpus/repositories/annotator-repository.ts';
import { cutPackage } from '../../services/hand-out/cut-package.ts';
import { listOutsideOf, listOutsideOfAnnotations } from '../../services/hand-out/list-outside.ts';
import { enterPerson } from '../../services/people.ts';
import type { Handlers } from '../answer.ts';
import { toCopyPath } from '../copy-path.ts';

export const handOutHandlers: Pick<Handlers, keyof typeof handOutCalls> = {
  'packages:write': ({ to, ...input }, { session, job }) => {
    const annotator = session.getAnnotator();
    const corpus = session.getCorpus();
    const { read } = corpus;
    if (!findAnnotatorByName(read, input.for) && !findAnnotatorByUid(read, input.for)) enterPerson(corpus, input.for);
    return cutPackage(corpus, annotator, input, toCopyPath(session, to), job);
  },
  'packages:outside': ({ uids }, { session }) => ({ outside: listOutsideOf(session.getCorpus().read, uids) }),
  'packages:outside-annotations': (wish, { session }) => ({
    outside: listOutsideOfAnnotations(session.getCorpus().read, wish),
  }),
};
