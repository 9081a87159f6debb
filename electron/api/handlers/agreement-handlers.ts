import type { agreementCalls } from '#shared/api/agreement-calls';
import { computeAgreement } from '../../services/agreement/figures.ts';
import { computeGamma } from '../../services/agreement/gamma-rows.ts';
import { computeGroups } from '../../services/agreement/groups.ts';
import { listAgreedArticles } from '../../services/agreement/list-agreed-articles.ts';
import { listCoderAnnotations } from '../../services/agreement/list-coder-annotations.ts';
import { listMatches } from '../../services/agreement/list-matches.ts';
import { keepView } from '../../services/compare/kept-views.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

/** What draws pictures takes longer to load than most commands to run. */
const loadExport = () => import('../../services/agreement/export-agreement.ts');

export const agreementHandlers: Pick<Handlers, keyof typeof agreementCalls> = {
  'agreement:figures': (input, { session, job }) => {
    const db = session.getCorpus().read;
    return keepView(db, { channel: 'agreement:figures', input }, () => computeAgreement(db, input, job));
  },
  'agreement:groups': (input, { session, job }) => {
    const db = session.getCorpus().read;
    return keepView(db, { channel: 'agreement:groups', input }, () => computeGroups(db, input, job));
  },
  'agreement:gamma': (input, { session, job }) => {
    const db = session.getCorpus().read;
    return keepView(db, { channel: 'agreement:gamma', input }, () => computeGamma(db, input, job));
  },
  'agreement:matches': (input, { session, job }) =>
    listMatches(session.getCorpus().read, input, findPerson(session), job),
  'agreement:annotations': (input, { session, job }) =>
    listCoderAnnotations(session.getCorpus().read, input, findPerson(session), job),
  'agreement:articles': (input, { session, job }) => listAgreedArticles(session.getCorpus().read, input, job),
  'agreement:export': async ({ withGamma, folder, ...agreed }, { session, job }) => {
    const { exportAgreement } = await loadExport();
    const { path } = session.grants.get(folder);
    return { files: await exportAgreement(session.getCorpus(), { agreed, withGamma, folder: path }, job) };
  },
};
