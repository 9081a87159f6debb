import type { AgreedArticles, AgreedArticlesInput } from '#shared/domain/agreement';
import { ArticleId } from '#shared/domain/ids';
import type { ReadDb } from '../../corpus/connection.ts';
import { listAgreedTexts } from '../../corpus/repositories/agreement-annotations.ts';
import type { Job } from '../job.ts';
import { chooseSet, toWrittenDate } from './choose-articles.ts';
import { isBlindFor, listCoderSets, listUnfinished, type CoderSet } from './coder-sets.ts';
import { openAgreement, type OpenAgreement } from './open-agreement.ts';

/** The articles that count, and those that would if everybody had finished them. Errors: those of `agreement:articles`. */
export async function listAgreedArticles(
  db: ReadDb,
  { of, group, offset, limit, ...agreed }: AgreedArticlesInput,
  job: Job,
): Promise<AgreedArticles> {
  const open = await openAgreement(db, agreed, job);
  const [all] = listCoderSets(open);
  if (!all) return { total: 0, articles: [] };
  const ids = of === 'unfinished' ? listUnfinished(open, all) : listCounted(open, group, of);
  const page = ids.slice(offset, offset + limit);
  return {
    total: ids.length,
    articles: listAgreedTexts(db, page).map(({ id, uid, title, outlet, date }) => ({
      ...{ article: ArticleId.parse(uid), title, outlet, date: toWrittenDate(date) },
      ...toPeople(open, all, id),
    })),
  };
}

function listCounted(open: OpenAgreement, group: AgreedArticlesInput['group'], of: 'articles' | 'blind'): number[] {
  const set = chooseSet(open, group)!;
  return set.articles.flatMap((article) => (of === 'blind' && !isBlindFor(article, set) ? [] : [article.id]));
}

function toPeople({ coders, work }: OpenAgreement, { places, names }: CoderSet, article: number) {
  const own = work.get(article) ?? [];
  const is = (n: number, what: 'isDone' | 'isBlind') =>
    own.some((each) => each.coder === coders[places[n]!]!.id && each[what]);
  return {
    finished: names.filter((_, n) => is(n, 'isDone')),
    waitsFor: names.filter((_, n) => !is(n, 'isDone')),
    blind: names.every((_, n) => is(n, 'isBlind')),
  };
}
