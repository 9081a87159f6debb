import type { Match, MatchedSide, Matches, MatchesInput, MatchKind } from '#shared/domain/agreement';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { ReadDb } from '../../corpus/connection.ts';
import { mapShownAnnotations, type ShownAnnotation } from '../../corpus/repositories/agreement-annotations.ts';
import { listAgreedLabels } from '../../corpus/repositories/agreement-labels.ts';
import { getSearchedArticle, type SearchedArticle } from '../../corpus/repositories/search-repository.ts';
import { listPairs } from '../../statistics/agreement-sums.ts';
import { createPacer, type Job } from '../job.ts';
import { toHit } from '../search/to-hit.ts';
import { chooseSet, splitBlind, toWrittenDate } from './choose-articles.ts';
import { getLabelGroup, listLabelGroups } from './label-groups.ts';
import { matchKinds, type Pairing } from './match-kinds.ts';
import { openAgreement, type FinishedArticle, type Made } from './open-agreement.ts';

/** Characters on each side of what a list shows. */
const CONTEXT = 60;

type Found = Pairing<Made> & { article: FinishedArticle; coders: [string, string] };

/**
 * Where coders agree and where they do not, pair by pair; what `person` has yet to tag blind is not shown. Errors: those of
 * `agreement:matches`.
 */
export async function listMatches(
  db: ReadDb,
  { label, among, kinds, group, offset, limit, ...agreed }: MatchesInput,
  person: string | null,
  job: Job,
): Promise<Matches> {
  const open = await openAgreement(db, agreed, job);
  const { ids } = getLabelGroup(listLabelGroups(db, open.articles, agreed.labels), label, among);
  const set = chooseSet(open, group);
  const { shown, hidden } = splitBlind(db, set?.articles ?? [], person);
  const excludes = new Map(listAgreedLabels(db).map((each) => [each.id, new Set(each.excludes)]));
  const isNear = (id: number) => ids.includes(id) || ids.some((own) => excludes.get(own)?.has(id));
  const breathe = createPacer(job);
  const counts: Record<MatchKind, number> = { label: 0, boundary: 0, 'only-one': 0, agree: 0 };
  const found: Found[] = [];
  for (const article of shown) {
    for (const [left, right] of listPairs(set!.places.length)) {
      const made = [left, right].map((n) => article.made[set!.places[n]!]!.filter((each) => isNear(each.label)));
      const pairings = matchKinds(made[0]!, made[1]!, (one, other) => excludes.get(one)?.has(other) === true);
      for (const pairing of pairings) {
        if (![pairing.left, pairing.right].some((each) => each && ids.includes(each.label))) continue;
        counts[pairing.kind] += 1;
        if (kinds.includes(pairing.kind))
          found.push({ ...pairing, article, coders: [set!.names[left]!, set!.names[right]!] });
      }
    }
    await breathe();
  }
  return { total: found.length, hidden, counts, matches: toMatches(db, found.slice(offset, offset + limit)) };
}

function toMatches(db: ReadDb, page: readonly Found[]): Match[] {
  const show = createShow(
    db,
    page.flatMap(({ left, right }) => [...(left ? [left] : []), ...(right ? [right] : [])]),
  );
  return page.map(({ kind, coders, article, left, right }) => ({
    ...toShownArticle(article),
    kind,
    coders,
    left: left && show(left, article),
    right: right && show(right, article),
  }));
}

/** What a list says of an article. */
export const toShownArticle = ({ uid, title, outlet, date }: FinishedArticle) => ({
  article: ArticleId.parse(uid),
  title,
  outlet,
  date: toWrittenDate(date),
});

/** Gives what a list says of an annotation, of those that it shows; texts are read one after the other. */
export function createShow(db: ReadDb, made: readonly Made[]): (each: Made, article: FinishedArticle) => MatchedSide {
  const annotations = mapShownAnnotations(
    db,
    made.map(({ annotation }) => annotation),
  );
  const labels = new Map(listAgreedLabels(db).map(({ id, name }) => [id, name]));
  let read: { id: number; article: SearchedArticle } | undefined;
  return ({ annotation, label, origin }, { id }) => {
    const { uid, spans }: ShownAnnotation = annotations.get(annotation)!;
    if (read?.id !== id) read = { id, article: getSearchedArticle(db, id) };
    const whole = { start: spans[0]!.start, end: spans.at(-1)!.end, where: 'text' } as const;
    const { left: before, right: after } = toHit(read.article, whole, CONTEXT);
    return { annotation: AnnotationId.parse(uid), label: labels.get(label)!, spans, before, after, origin };
  };
}
