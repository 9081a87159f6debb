import { findAnnotatorByName, findAnnotatorByUid } from '../../corpus/repositories/annotator-repository.ts';
import { cutPackage } from '../../services/hand-out/cut-package.ts';
import { enterPerson } from '../../services/people.ts';
import type { Handlers } from '../answer.ts';
import { toCopyPath } from '../copy-path.ts';

export const handOutHandlers: Pick<Handlers, 'packages:write'> = {
  'packages:write': ({ to, ...input }, { session, job }) => {
    const annotator = session.getAnnotator();
    const corpus = session.getCorpus();
    const { read } = corpus;
    if (!findAnnotatorByName(read, input.for) && !findAnnotatorByUid(read, input.for)) enterPerson(corpus, input.for);
    return cutPackage(corpus, annotator, input, toCopyPath(session, to), job);
  },
};
