import type { ReadDb } from '../../corpus/connection.ts';
import { articleMentions } from '../../corpus/derived/article-mentions.ts';
import { FIELDS, FORM, packMentions } from '../../corpus/derived/pack-mentions.ts';
import { readMentions } from '../../corpus/repositories/mention-repository.ts';
import type { Job } from '../job.ts';
import { followTable } from './follow-table.ts';
import { GrowingNumbers, type Place } from './growing-numbers.ts';
import { Writings } from './writings.ts';

/** What counts of an article. `annotator`: null where people settled it. */
type Range = Place<Int32Array> & { annotator: number | null };

/** What counts, as it was when it was asked for; later changes are not in it. */
export type Mentions = {
  getRange(article: number): Range | undefined;
  toForm(writing: number): number;
  getForm(form: number): string;
};

/** Where so many numbers were replaced all is read again. */
const MOST_REPLACED = 4_000_000;

const stores = new WeakMap<ReadDb, MentionStore>();

/** What counts of these articles, and of what else was read before. Errors: cancelled. */
export async function readAllMentions(db: ReadDb, articles: readonly number[], job: Job): Promise<Mentions> {
  let store = stores.get(db);
  if (!store || store.replaced > MOST_REPLACED) stores.set(db, (store = new MentionStore()));
  await store.refresh(db, articles, job);
  return store.show();
}

/** The mentions of every article of a corpus as numbers (`pack-mentions.ts`), with the numbers of `Writings` for their words. */
class MentionStore {
  readonly #numbers = new GrowingNumbers<Int32Array>((length) => new Int32Array(length), 2 ** 18);
  readonly #writings = new Writings();
  #ranges = new Map<number, Range>();
  #shown: Mentions | undefined;
  replaced = 0;

  readonly refresh = followTable<{ annotator: number | null; mentions: Buffer }>({
    derived: articleMentions,
    name: 'article_mentions',
    columns: 'annotator_id AS annotator, mentions',
    stale: 'stale_article',
    forget: () => {
      this.#ranges = new Map();
      this.#shown = undefined;
      this.#writings.forgetStored();
      this.replaced = this.#numbers.length;
    },
    has: (article) => this.#ranges.has(article),
    take: (article, { annotator, mentions }, db) => {
      const numbers = toNumbers(mentions);
      for (let at = FORM; at < numbers.length; at += FIELDS) numbers[at] = this.#writings.fromStored(db, numbers[at]!);
      this.#take(article, annotator, numbers);
    },
    readAnew: (db, articles) => {
      const empty = new Set(articles);
      for (const { article, annotator, mentions } of readMentions(db, articles)) {
        empty.delete(article);
        this.#take(article, annotator, toNumbers(packMentions(mentions, (form) => this.#writings.enter(form))));
      }
      for (const article of empty) this.#take(article, null, new Int32Array(0));
    },
  });

  #take(article: number, annotator: number | null, numbers: Int32Array): void {
    const before = this.#ranges.get(article);
    if (before) this.replaced += before.end - before.start;
    const place = this.#numbers.append(numbers);
    this.#ranges = this.#shown ? new Map(this.#ranges) : this.#ranges; // who was shown them keeps them
    this.#ranges.set(article, { ...place, annotator });
    this.#shown = undefined;
  }

  show(): Mentions {
    if (this.#shown) return this.#shown;
    const [ranges, writings] = [this.#ranges, this.#writings];
    let forms: string[] | undefined;
    const listForms = () => writings.listMostFrequent(countWritings(ranges.values(), writings.size));
    this.#shown = {
      getRange: (article) => ranges.get(article),
      toForm: writings.toForm,
      getForm: (form) => (forms ??= listForms())[form]!,
    };
    return this.#shown;
  }
}

/** The bytes themselves, where numbers may begin there. */
const toNumbers = ({ buffer, byteOffset, byteLength }: Buffer): Int32Array =>
  byteOffset % Int32Array.BYTES_PER_ELEMENT === 0
    ? new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT)
    : new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength));

function countWritings(ranges: Iterable<Range>, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const { numbers, start, end } of ranges)
    for (let at = start + FORM; at < end; at += FIELDS) counts[numbers[at]!]! += 1;
  return counts;
}
