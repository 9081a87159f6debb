import { ExpectedError } from '#shared/errors';
import type { DealChoice, DealReport } from '#shared/domain/work';
import type { ReadDb } from '../corpus/connection.ts';
import { deriveUid } from '../corpus/derive-uid.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { listToDeal, type ArticleToDeal } from '../corpus/repositories/work-repository.ts';
import { getPersonUid } from '../corpus/repositories/person-repository.ts';
import { resolveArticle } from '../corpus/repositories/resolve-uid.ts';
import { dealArticles } from './deal-articles.ts';
import { findChanges, giveArticles, type Gift } from './give-articles.ts';
import { createPacer, type Breathe, type Job } from './job.ts';
import { writeStep, type StepWriter } from './write-step.ts';

type Choice = { articles: string[]; people: string[] };

/** Gives articles to people; gives how many pairs are new or changed. Errors: article-unknown, person-unknown. */
export function setAssignments(
  corpus: Corpus,
  annotator: string,
  { articles, people, blind }: Choice & { blind: boolean },
): number {
  return writeStep(corpus, annotator, 'assign', (step) => {
    let assigned = 0;
    for (const { uid, article, person } of listPairs(step, { articles, people })) {
      const known = findRecord(step.db, 'assignment', uid);
      if (known?.blind === Number(blind)) continue;
      assigned += 1;
      if (known) step.update('assignment', uid, { blind: Number(blind) });
      else step.insert('assignment', uid, { article, annotator: person, blind: Number(blind) });
    }
    return assigned;
  });
}

/** Takes articles from people; what they tagged stays. Gives how many pairs there were. */
export function removeAssignments(corpus: Corpus, annotator: string, choice: Choice): number {
  return writeStep(corpus, annotator, 'assign', (step) => {
    const there = listPairs(step, choice).filter(({ uid }) => findRecord(step.db, 'assignment', uid));
    for (const { uid } of there) step.remove('assignment', uid);
    return there.length;
  });
}

/** What giving articles out would come to. Errors: those of `assignments:preview`. */
export const previewDeal = async (db: ReadDb, choice: DealChoice): Promise<DealReport> =>
  (await planDeal(db, choice, () => undefined)).report;

/** Gives articles out, as one step; stopped, all is as it was. Errors: those of `assignments:deal`. */
export async function applyDeal(corpus: Corpus, annotator: string, choice: DealChoice, job: Job): Promise<DealReport> {
  const { changes, report } = await planDeal(corpus.read, choice, createPacer(job));
  const giving = await giveArticles(corpus, annotator, changes, job);
  giving.keep();
  return report;
}

/** Errors: person-unknown, too-few-people and those of a filter. */
async function planDeal(db: ReadDb, choice: DealChoice, breathe: Breathe) {
  const { filter, mode, share, seed, blind, unassignedOnly } = choice;
  const people = new Map(choice.people.map((name) => [getPersonUid(db, name), name]));
  if (mode === 'double' && people.size < 2) throw new ExpectedError('too-few-people');
  const all = listToDeal(db, filter);
  await breathe();
  const meant = all.filter(({ isAssigned }) => !unassignedOnly || isAssigned === 0);
  const dealt = dealArticles(meant, { people: [...people.keys()], mode, share, seed });
  await breathe();
  const gifts = meant.flatMap(({ uid: article, isAssigned }) => {
    const own = dealt.get(article)!;
    const isBlind = blind && (own.length > 1 || isAssigned === 1) ? 1 : 0;
    return own.map((person): Gift => ({ article, person, blind: isBlind }));
  });
  const changes = await findChanges(db, gifts, breathe);
  const counted = countDeal(meant, dealt, people);
  const outlets = [...Map.groupBy(meant, ({ outlet }) => outlet).values()].map((own) => ({
    outlet: own[0]!.outletName,
    ...countDeal(own, dealt, people),
  }));
  const counts = { leftOut: all.length - meant.length, pairs: gifts.length, changed: changes.length };
  return { changes, report: { ...counted, ...counts, outlets } };
}

/** How many of these articles each of the people gets, by uid with their names. */
function countDeal(
  articles: readonly ArticleToDeal[],
  dealt: ReadonlyMap<string, readonly string[]>,
  people: ReadonlyMap<string, string>,
) {
  const counts = new Map([...people].map(([uid, person]) => [uid, { person, articles: 0, shared: 0 }]));
  let shared = 0;
  for (const { uid } of articles) {
    const own = dealt.get(uid)!;
    const isShared = own.length > 1;
    if (isShared) shared += 1;
    for (const person of own) {
      const count = counts.get(person)!;
      count.articles += 1;
      if (isShared) count.shared += 1;
    }
  }
  return { articles: articles.length, shared, people: [...counts.values()] };
}

/** Every article with every person, once. The uid follows from the two, so that two copies know it as one. */
function listPairs({ db }: StepWriter, { articles, people }: Choice) {
  const persons = new Set(people.map((name) => getPersonUid(db, name)));
  const meant = new Set(articles.map((ref) => resolveArticle(db, ref)));
  return [...meant].flatMap((article) =>
    [...persons].map((person) => ({ uid: deriveUid('assignment', article, person), article, person })),
  );
}
