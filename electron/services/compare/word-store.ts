import type { ReadDb } from '../../corpus/connection.ts';
import { articleWords } from '../../corpus/derived/article-words.ts';
import { readWords, type ArticleWords } from '../../corpus/repositories/word-repository.ts';
import type { Job } from '../job.ts';
import { followTable } from './follow-table.ts';
import { GrowingNumbers, type Place } from './growing-numbers.ts';

/** The packed counts of an article, and its tokens. */
type Range = Place<Uint8Array> & { tokens: number; leftOut: number };

/** The words of articles, as they were when they were asked for. */
export type Words = {
  getRange(article: number): Range;
  /** The words of an article whose counts are not stored; what its range names is empty. */
  getUnstored(article: number): ArticleWords['counts'] | undefined;
};

/** Unit: bytes. Where so many were replaced all is read again. */
const MOST_REPLACED = 10_000_000;
const nothing: Range = { numbers: new Uint8Array(0), start: 0, end: 0, tokens: 0, leftOut: 0 };

const stores = new WeakMap<ReadDb, WordStore>();

/** The words of these articles, and of what else was read before. Errors: cancelled. */
export async function readAllWords(db: ReadDb, articles: readonly number[], job: Job): Promise<Words> {
  let store = stores.get(db);
  if (!store || store.replaced > MOST_REPLACED) stores.set(db, (store = new WordStore()));
  await store.refresh(db, articles, job);
  return store.show();
}

/** The packed counts of every article of a corpus: half a kilobyte for one of 400 words. */
class WordStore {
  readonly #bytes = new GrowingNumbers<Uint8Array>((length) => new Uint8Array(length), 2 ** 20);
  #ranges = new Map<number, Range>();
  #unstored = new Map<number, ArticleWords['counts']>();
  #isShown = false;
  replaced = 0;

  readonly refresh = followTable<{ tokens: number; leftOut: number; counts: Buffer }>({
    derived: articleWords,
    name: 'article_words',
    columns: 'tokens, left_out AS leftOut, counts',
    stale: 'stale_words',
    forget: () => {
      this.#part();
      this.#ranges.clear();
      this.replaced = this.#bytes.length;
    },
    has: (article) => this.#ranges.has(article),
    take: (article, { tokens, leftOut, counts }) => {
      this.#part();
      this.replaced += this.#length(article);
      this.#ranges.set(article, { ...this.#bytes.append(counts), tokens, leftOut });
      this.#unstored.delete(article);
    },
    readAnew: (db, articles) => {
      this.#part();
      for (const article of articles) {
        const { tokens, leftOut, counts } = readWords(db, article);
        this.replaced += this.#length(article);
        this.#ranges.set(article, { ...nothing, tokens, leftOut });
        this.#unstored.set(article, counts);
      }
    },
  });

  #length(article: number): number {
    const { start, end } = this.#ranges.get(article) ?? nothing;
    return end - start;
  }

  /** Who was shown the articles keeps them as they are. */
  #part(): void {
    if (!this.#isShown) return;
    this.#ranges = new Map(this.#ranges);
    this.#unstored = new Map(this.#unstored);
    this.#isShown = false;
  }

  show(): Words {
    this.#isShown = true;
    const [ranges, unstored] = [this.#ranges, this.#unstored];
    return {
      getRange: (article) => ranges.get(article) ?? nothing,
      getUnstored: (article) => unstored.get(article),
    };
  }
}
