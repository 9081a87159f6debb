import type { Agreed, AgreementBy, AgreementGroup } from '#shared/domain/agreement';
import type { ReadDb } from '../../corpus/connection.ts';
import { listFinishedTimes } from '../../corpus/repositories/agreement-work.ts';
import { fromBin, toBin } from '../compare/time-units.ts';
import type { Job } from '../job.ts';
import { listCoderSets, type CoderSet } from './coder-sets.ts';
import { listLabelGroups } from './label-groups.ts';
import { makeRows } from './make-rows.ts';
import { openAgreement, type FinishedArticle, type OpenAgreement } from './open-agreement.ts';

/** Which group an article is in. */
export type GroupKey = Pick<AgreementGroup, 'outlet' | 'from'>;

/** The same figures by outlet, the ones with most articles first, or by time; of all coders. Errors: those of `agreement:groups`. */
export async function computeGroups(
  db: ReadDb,
  agreed: Agreed & { by: AgreementBy },
  job: Job,
): Promise<AgreementGroup[]> {
  const open = await openAgreement(db, agreed, job);
  const [all] = listCoderSets(open);
  if (!all) return [];
  const groups = listLabelGroups(db, open.articles, agreed.labels);
  const made: AgreementGroup[] = [];
  for (const { articles, ...key } of groupArticles(open, all, agreed.by)) {
    const rows = await makeRows({ ...all, articles }, groups, { unfinished: 0, job });
    made.push({ ...key, articles: articles.length, rows });
  }
  return made;
}

/** The articles of a set, group by group. */
export function groupArticles(
  open: OpenAgreement,
  set: CoderSet,
  by: AgreementBy,
): (GroupKey & { articles: FinishedArticle[] })[] {
  if (by === 'outlet')
    return [...Map.groupBy(set.articles, ({ outlet }) => outlet)]
      .map(([outlet, articles]) => ({ outlet, from: null, articles }))
      .sort((a, b) => b.articles.length - a.articles.length || ((a.outlet ?? '') < (b.outlet ?? '') ? -1 : 1));
  const days = listFinishedDays(open, set);
  return [...Map.groupBy(set.articles, ({ id }) => toBin(days.get(id)!, by)!)]
    .sort(([a], [b]) => a - b)
    .map(([bin, articles]) => ({ outlet: null, from: fromBin(bin, by), articles }));
}

/** When the last of the coders finished an article, by its id. Unit: year, month and day as one number; UTC. */
function listFinishedDays({ db, coders }: OpenAgreement, { places, articles }: CoderSet): Map<number, number> {
  const ids = places.map((place) => coders[place]!.id);
  const times = listFinishedTimes(
    db,
    articles.map(({ id }) => id),
    ids,
  );
  const days = new Map<number, number>();
  for (const { article, at } of times)
    days.set(article, Math.max(days.get(article) ?? 0, Number(at.slice(0, 10).replaceAll('-', ''))));
  return days;
}
