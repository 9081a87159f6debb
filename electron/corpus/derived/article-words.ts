import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { readTerms, readWords } from '../repositories/word-repository.ts';
import { eachCount, packCounts } from './count-bytes.ts';
import type { Derived, RowChange } from './derived.ts';
import { noteEmptied, raiseRevision } from './revisions.ts';

/** So many articles are counted in one transaction: about 25 ms, so that a tag hardly waits. */
const SLICE = 25;
/** Terms by word, of which so many are kept at hand; `last`: the term that was entered last. */
type Known = { terms: Map<string, number>; last: number };
const known = new WeakMap<WriteDb, Known>();
const MOST_KNOWN = 200_000;

const isOtherwise = ({ op, kind, after }: RowChange): boolean =>
  kind === 'article' && op !== 'delete' && ('text' in after! || 'blocks' in after!);

const markStale = (db: WriteDb, uids: Iterable<string>) =>
  statement(
    db,
    `INSERT OR IGNORE INTO stale_words (article_id)
     SELECT a.id FROM json_each(?) j CROSS JOIN article a ON a.uid = j.value`,
  ).run(JSON.stringify([...uids]));

export const hasStaleWords = (db: ReadDb): boolean =>
  statement<[], unknown>(db, 'SELECT 1 FROM stale_words LIMIT 1').get() !== undefined;

/** Counts the words of some stale articles; gives how many are left. The caller holds a transaction. */
export function countStaleWords(db: WriteDb, most = SLICE): number {
  const stale = statement<[number], number>(db, 'SELECT article_id FROM stale_words LIMIT ?').pluck().all(most);
  if (stale.length > 0) {
    countWordsOf(db, stale);
    dropOf(db, 'stale_words', stale);
  }
  return howManyStale(db);
}

const howManyStale = (db: ReadDb): number =>
  statement<[], number>(db, 'SELECT count(*) FROM stale_words').pluck().get()!;

function countWordsOf(db: WriteDb, articles: readonly number[]): void {
  const revision = raiseRevision(db, 'article_words');
  const terms = getKnown(db);
  const insert = statement(
    db,
    'INSERT OR REPLACE INTO article_words (article_id, revision, tokens, left_out, counts) VALUES (?, ?, ?, ?, ?)',
  );
  for (const article of articles) {
    const { counts, tokens, leftOut } = readWords(db, article);
    const packed = packCounts(Array.from(counts, ([word, count]) => [enterTerm(db, terms, word), count] as const));
    insert.run(article, revision, tokens, leftOut, packed);
  }
}

function getKnown(db: WriteDb): Known {
  const last = statement<[], number | null>(db, 'SELECT max(id) FROM term').pluck().get() ?? 0;
  let found = known.get(db);
  // what a transaction entered that was rolled back is not there
  if (!found || found.last !== last || found.terms.size >= MOST_KNOWN)
    known.set(db, (found = { terms: new Map(), last }));
  return found;
}

function enterTerm(db: WriteDb, entered: Known, word: string): number {
  const { terms } = entered;
  let id = terms.get(word);
  if (id === undefined) {
    id = statement<[string], number>(db, 'SELECT id FROM term WHERE token = ?').pluck().get(word);
    if (id === undefined) {
      id = Number(statement(db, 'INSERT INTO term (token) VALUES (?)').run(word).lastInsertRowid);
      entered.last = id;
    }
    terms.set(word, id);
  }
  return id;
}

const dropOf = (db: WriteDb, table: 'stale_words' | 'article_words', articles: readonly number[]) =>
  statement(db, `DELETE FROM ${table} WHERE article_id IN (SELECT value FROM json_each(?))`).run(
    JSON.stringify(articles),
  );

/** Articles that are deleted without changes of their own: what a discarded long write left behind. */
export function forgetWords(db: WriteDb, articles: readonly number[]): void {
  dropOf(db, 'stale_words', articles);
  dropOf(db, 'article_words', articles);
}

/**
 * Which words stand how often in an article, outside boilerplate and repeats; also of articles in batches that are not published.
 *
 * An import marks its articles as stale, and so does a block of another kind; they are counted while nobody works, and until
 * then whoever reads counts them itself (docs/decisions/0019-comparing.md).
 */
export const articleWords: Derived = {
  name: 'article_words',
  version: 1,
  isQuick: false,

  follow(db, changes) {
    if (changes.some(({ op, kind }) => op === 'delete' && kind === 'article'))
      for (const table of ['stale_words', 'article_words'])
        statement(db, `DELETE FROM ${table} WHERE article_id NOT IN (SELECT id FROM article)`).run();
    const uids = new Set(changes.filter(isOtherwise).map(({ uid }) => uid));
    if (uids.size > 0) markStale(db, uids);
  },

  *listProblems(db) {
    let n = statement<[], number>(
      db,
      `SELECT (SELECT count(*) FROM article
           WHERE id NOT IN (SELECT article_id FROM article_words) AND id NOT IN (SELECT article_id FROM stale_words))
         + (SELECT count(*) FROM article_words WHERE article_id NOT IN (SELECT id FROM article))`,
    )
      .pluck()
      .get()!;
    const terms = readTerms(db);
    type Row = { article: number; tokens: number; leftOut: number; counts: Buffer };
    const next = statement<[number, number], Row>(
      db,
      `SELECT article_id AS article, tokens, left_out AS leftOut, counts FROM article_words
       WHERE article_id > ? AND article_id NOT IN (SELECT article_id FROM stale_words)
         AND article_id IN (SELECT id FROM article) ORDER BY article_id LIMIT ?`,
    );
    for (let slice = next.all(0, SLICE); slice.length > 0; slice = next.all(slice.at(-1)!.article, SLICE)) {
      for (const { article, counts, ...sums } of slice) {
        const made = readWords(db, article);
        let isSame = made.tokens === sums.tokens && made.leftOut === sums.leftOut;
        let words = 0;
        eachCount(counts, 0, counts.length, (term, count) => {
          words += 1;
          isSame &&= made.counts.get(terms[term] ?? '') === count;
        });
        if (!isSame || words !== made.counts.size) n += 1;
      }
      yield null;
    }
    if (n > 0) yield verifyMessages.derivedDiffers('article_words', n);
  },

  *rebuild(db) {
    noteEmptied(db, 'article_words');
    known.delete(db);
    db.exec('DELETE FROM article_words; DELETE FROM term; DELETE FROM stale_words;');
    const total = statement<[], number>(db, 'SELECT count(*) FROM article').pluck().get()!;
    const next = statement<[number, number], number>(
      db,
      'SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?',
    ).pluck();
    for (let done = 0, last = 0; ; done += SLICE) {
      const slice = next.all(last, SLICE);
      countWordsOf(db, slice);
      if (slice.length < SLICE) return;
      last = slice.at(-1)!;
      yield { done: done + SLICE, total };
    }
  },
};
