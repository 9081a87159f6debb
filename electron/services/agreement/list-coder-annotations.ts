import { Origin } from '#shared/domain/annotation';
import type { CoderAnnotations, CoderWorkInput } from '#shared/domain/agreement';
import type { ReadDb } from '../../corpus/connection.ts';
import { getCoderId } from '../../corpus/repositories/agreement-work.ts';
import { getPersonUid } from '../../corpus/repositories/person-repository.ts';
import { createPacer, type Job } from '../job.ts';
import { chooseSet, splitBlind } from './choose-articles.ts';
import { sortWork } from './coder-work.ts';
import { getLabelGroup, listLabelGroups } from './label-groups.ts';
import { createShow, toShownArticle } from './list-matches.ts';
import { openAgreement, type FinishedArticle, type Made } from './open-agreement.ts';

/**
 * The annotations that a number of a coder's work counts; what `person` has yet to tag blind is not shown. Errors: those of
 * `agreement:annotations`.
 */
export async function listCoderAnnotations(
  db: ReadDb,
  { label, among, coder, of, group, offset, limit, ...agreed }: CoderWorkInput,
  person: string | null,
  job: Job,
): Promise<CoderAnnotations> {
  const id = getCoderId(db, getPersonUid(db, coder));
  const open = await openAgreement(db, agreed, job);
  const labels = getLabelGroup(listLabelGroups(db, open.articles, agreed.labels), label, among);
  const place = open.coders.findIndex((each) => each.id === id);
  const { shown, hidden } = splitBlind(db, (place < 0 ? undefined : chooseSet(open, group))?.articles ?? [], person);
  const origin = Origin.safeParse(of);
  const breathe = createPacer(job);
  const found: { made: Made; article: FinishedArticle }[] = [];
  for (const article of shown) {
    const work = sortWork(article, place, labels);
    const meant = origin.success
      ? work.annotations.filter((each) => each.origin === origin.data)
      : work[of as Exclude<typeof of, Origin>];
    // with labels as they are, no longer as categories
    for (const made of meant) found.push({ made: { ...made, label: labels.ids[made.label - 1]! }, article });
    await breathe();
  }
  const page = found.slice(offset, offset + limit);
  const show = createShow(
    db,
    page.map(({ made }) => made),
  );
  return {
    total: found.length,
    hidden,
    annotations: page.map(({ made, article }) => ({ ...show(made, article), ...toShownArticle(article) })),
  };
}
