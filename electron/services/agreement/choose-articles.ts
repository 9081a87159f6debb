import type { AgreedArticlesInput } from '#shared/domain/agreement';
import type { PartialDate } from '#shared/domain/partial-date';
import { toPartialDate } from '#shared/domain/partial-date';
import type { ReadDb } from '../../corpus/connection.ts';
import { listBlindIds } from '../../corpus/repositories/assignment-repository.ts';
import { listCoderSets, type CoderSet } from './coder-sets.ts';
import { groupArticles } from './groups.ts';
import type { FinishedArticle, OpenAgreement } from './open-agreement.ts';

/** The coders and articles that a list is about, by title. Undefined where there are fewer than two coders. */
export function chooseSet(open: OpenAgreement, group: AgreedArticlesInput['group']): CoderSet | undefined {
  const [all] = listCoderSets(open);
  if (!all) return undefined;
  const articles = group
    ? (groupArticles(open, all, group.by).find((each) => each.outlet === group.outlet && each.from === group.from)
        ?.articles ?? [])
    : all.articles;
  return { ...all, articles: articles.toSorted(byTitle) };
}

const byTitle = (a: FinishedArticle, b: FinishedArticle) =>
  a.title.localeCompare(b.title, 'en') || (a.uid < b.uid ? -1 : 1);

/** The articles whose tags somebody may be shown, and how many they have yet to tag blind, whoever else has finished them. */
export function splitBlind(
  db: ReadDb,
  articles: readonly FinishedArticle[],
  person: string | null,
): { shown: FinishedArticle[]; hidden: number } {
  const blind = new Set(listBlindIds(db, person));
  const shown = articles.filter(({ id }) => !blind.has(id));
  return { shown, hidden: articles.length - shown.length };
}

/** A date as it is written, of year, month and day as one number; null where the year is not known. */
export function toWrittenDate(date: number): PartialDate | null {
  if (date === 0) return null;
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  return toPartialDate({ year, month: month || null, day: day || null });
}
