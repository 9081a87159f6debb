import type { Agreed, Agreement } from '#shared/domain/agreement';
import { AnnotatorId } from '#shared/domain/ids';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Job } from '../job.ts';
import { listCoderSets, listUnfinished } from './coder-sets.ts';
import { listLabelGroups } from './label-groups.ts';
import { makeRows, SAMPLING } from './make-rows.ts';
import { openAgreement, type FinishedArticle } from './open-agreement.ts';

/** How far people agree: every coefficient but γ. Errors: those of `agreement:figures`. */
export async function computeAgreement(db: ReadDb, agreed: Agreed, job: Job): Promise<Agreement> {
  const open = await openAgreement(db, agreed, job);
  const groups = listLabelGroups(db, open.articles, agreed.labels);
  const rows: Agreement['rows'] = [];
  for (const set of listCoderSets(open))
    rows.push(...(await makeRows(set, groups, { unfinished: listUnfinished(open, set).length, job })));
  return {
    coders: open.coders.map(({ uid, name }, n) => ({
      uid: AnnotatorId.parse(uid),
      name,
      finished: open.articles.filter(({ hasFinished }) => hasFinished[n]).length,
    })),
    rows,
    method: { ...SAMPLING, boilerplate: toBoilerplate(open.articles) },
  };
}

function toBoilerplate(articles: readonly FinishedArticle[]): number | null {
  const sum = (of: 'length' | 'boilerplate') => articles.reduce((total, article) => total + article[of], 0);
  return sum('length') === 0 ? null : sum('boilerplate') / sum('length');
}
