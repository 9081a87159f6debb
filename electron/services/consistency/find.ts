import type { ConsistencyRule, Findings } from '#shared/domain/consistency';
import type { ArticleFilter } from '#shared/domain/filter';
import type { ReadDb } from '../../corpus/connection.ts';
import { listArticlesToCheck, listExemptions } from '../../corpus/repositories/consistency-repository.ts';
import type { Job } from '../job.ts';
import { checkArticles } from './check-articles.ts';
import { describeFound } from './describe-found.ts';
import { FindingList } from './found.ts';
import { findNearCopies } from './near-copies.ts';
import { createPassing } from './passing.ts';

export type Asked = {
  filter: ArticleFilter;
  rules: readonly ConsistencyRule[];
  onlyExempt: boolean;
  limit: number;
};

/**
 * Goes through what counts, article by article. `reader`: who is at the keyboard, by uid. Complexity: all annotations of the articles that
 * are meant, once; for near copies their texts.
 *
 * Errors: those of `consistency:find`.
 */
export async function findInconsistencies(
  db: ReadDb,
  reader: string | null,
  { filter, rules, onlyExempt, limit }: Asked,
  job: Job,
): Promise<Findings> {
  const articles = listArticlesToCheck(db, filter, reader);
  const list = new FindingList(listExemptions(db), { onlyExempt, limit });
  const hasCopies = rules.includes('near-copies');
  const ofAnnotations = new Set(rules.filter((rule) => rule !== 'near-copies'));
  // texts are read, then held against each other
  const total = articles.length * (Number(ofAnnotations.size > 0) + 2 * Number(hasCopies));
  const passing = createPassing(job, total);
  const annotations = ofAnnotations.size > 0 ? await checkArticles(db, articles, ofAnnotations, list, passing) : 0;
  if (hasCopies) for (const found of await findNearCopies(db, articles, passing)) list.add(found);
  const findings = await describeFound(db, list, passing.breathe);
  passing.end();
  return { annotations, counts: list.counts, exempt: list.exempt, findings };
}
