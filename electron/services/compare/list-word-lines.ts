import type { SideName } from '#shared/domain/comparison';
import type { WordLine, WordLines, WordLinesInput } from '#shared/domain/keyness';
import { tokenise } from '#shared/text/tokens';
import { eachCount } from '../../corpus/derived/count-bytes.ts';
import { toListedCondition } from '../../corpus/repositories/article-filter.ts';
import { readVoices } from '../../corpus/repositories/mention-repository.ts';
import { getSearchedArticle, isIndexed, listMatches } from '../../corpus/repositories/search-repository.ts';
import { findTerm, listWordBlocks } from '../../corpus/repositories/word-repository.ts';
import type { ReadDb } from '../../corpus/connection.ts';
import { createPacer } from '../job.ts';
import { toHit } from '../search/to-hit.ts';
import type { Sides } from './comparison.ts';
import { readAllWords } from './word-store.ts';

/** An article that has a word, with how often it does. */
type FoundIn = { article: number; count: number };

/**
 * Where a word stands on a side, outside boilerplate and repeats, of the newest article first. Only articles that are shown are read:
 * the others are counted as they are stored. Errors: cancelled.
 */
export async function listWordLines(
  sides: Sides,
  { word, side, offset, limit, context }: WordLinesInput,
): Promise<WordLines> {
  const { db, job } = sides;
  const found = await findArticlesWith(sides, side, word);
  const breathe = createPacer(job);
  const lines: WordLine[] = [];
  let passed = 0;
  for (const { article, count } of found) {
    if (passed >= offset + limit) break;
    if (passed + count > offset) {
      await breathe();
      const own = readLines(db, article, word, context);
      lines.push(...own.slice(Math.max(0, offset - passed), offset + limit - passed));
    }
    passed += count;
  }
  return { total: found.reduce((sum, { count }) => sum + count, 0), articles: found.length, lines };
}

async function findArticlesWith(sides: Sides, side: SideName, word: string): Promise<FoundIn[]> {
  const { db, job } = sides;
  const candidates = listCandidates(sides, side, word);
  const words = await readAllWords(db, candidates, job);
  const term = findTerm(db, word);
  const breathe = createPacer(job);
  const found: FoundIn[] = [];
  for (const article of candidates) {
    await breathe();
    let count = words.getUnstored(article)?.get(word) ?? 0;
    const { numbers, start, end } = words.getRange(article);
    eachCount(numbers, start, end, (other, times) => {
      if (other === term) count += times;
    });
    if (count > 0) found.push({ article, count });
  }
  return found;
}

/** Articles that may have it, newest first. While the index is being made these are all. */
function listCandidates({ db, compared, articles }: Sides, side: SideName, word: string): number[] {
  if (isIndexed(db)) {
    const match = `"${word.replaceAll('"', '""')}"`;
    return listMatches(db, match, toListedCondition(db, compared[side])).map(({ id }) => id);
  }
  return articles[side].map(({ id }) => id);
}

function readLines(db: ReadDb, id: number, word: string, context: number): WordLine[] {
  const article = getSearchedArticle(db, id);
  const blocks = listWordBlocks(db, id);
  const toVoice = readVoices(db, id);
  return tokenise(article.text).flatMap(({ token, start, end }) => {
    if (token !== word) return [];
    const block = blocks.find((each) => each.start <= start && start < each.end);
    if (block?.isLeftOut) return [];
    const hit = toHit(article, { start, end, where: 'text' }, context);
    return { ...hit, voice: toVoice({ start, end }, block), block: block?.kind ?? null };
  });
}
