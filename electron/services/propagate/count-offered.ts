import { ArticleId } from '#shared/domain/ids';
import { createFormFinder } from '#shared/text/find-forms';
import { tokenise } from '#shared/text/tokens';
import type { ReadDb } from '../../corpus/connection.ts';
import { getArticleText } from '../../corpus/repositories/article-repository.ts';
import { listRules } from '../../corpus/repositories/propagation-repository.ts';
import { listRuleForms } from './rule-forms.ts';

/** So many articles are looked through, each in some milliseconds; of a larger import nothing is counted. */
const MOST_ARTICLES = 200;
/** Unit: UTF-16. */
const LONGEST_TEXT = 200_000;

/** In how many places of articles that have just come kept rules would tag; null where there are no rules or too many articles. */
export async function countOffered(
  db: ReadDb,
  articles: readonly string[],
): Promise<{ places: number; articles: number } | null> {
  if (articles.length > MOST_ARTICLES || listRules(db).every(({ retired }) => retired)) return null;
  const counts: number[] = [];
  for (const uid of articles) {
    await new Promise((resolve) => setImmediate(resolve)); // a tag meanwhile does not wait
    const text = getArticleText(db, ArticleId.parse(uid));
    if (text.length > LONGEST_TEXT) continue; // nobody waits for this, but tags would
    const tokens = tokenise(text);
    const spans = listRuleForms(db, uid).flatMap((rule) => createFormFinder(rule.forms, rule)(text, tokens));
    counts.push(new Set(spans.map(({ start, end }) => `${start}-${end}`)).size);
  }
  const places = counts.reduce((sum, count) => sum + count, 0);
  return places === 0 ? null : { places, articles: counts.filter((count) => count > 0).length };
}
