import { verifyMessages } from '#shared/messages/en/verify';
import { tokenise } from '#shared/text/tokens';
import { statement, type WriteDb } from '../connection.ts';
import type { Derived, RowChange } from './derived.ts';
import { countSegment } from './merge-index.ts';

type ArticleText = { id: number; title: string; text: string };

/** So many articles are indexed in one transaction of a rebuild: about 50 ms, so that a tag hardly waits. */
const SLICE = 100;

/** A text as the index takes it, which parts at blanks. */
const toTokens = (text: string) => tokenise(text).reduce((line, { token }) => `${line}${token} `, '');

const indexArticle = (db: WriteDb, { id, title, text }: ArticleText) =>
  statement(db, 'INSERT OR REPLACE INTO search_index (rowid, title, text) VALUES (?, ?, ?)').run(
    id,
    toTokens(title),
    toTokens(text),
  );

const ARTICLES = `SELECT a.id, a.title, coalesce(x.text, '') AS text FROM article a JOIN article_text x ON x.id = a.text_id`;

const isOtherwise = ({ op, kind, after }: RowChange): boolean =>
  kind === 'article' && op !== 'delete' && after !== null && ('title' in after || 'text' in after);

/** Articles that are deleted without changes of their own: what a discarded long write left behind. */
export const forgetArticles = (db: WriteDb, ids: readonly number[]): void =>
  void statement(db, 'DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(ids),
  );

/**
 * The words of each article by its id, also of those in batches that are not published: who reads it joins what is seen. The
 * texts themselves are not in it; hits are placed by cutting an article into words again.
 */
export const searchIndex: Derived = {
  name: 'search_index',
  version: 1,
  isQuick: false,

  follow(db, changes) {
    if (changes.some(({ op, kind }) => op === 'delete' && kind === 'article')) {
      statement(
        db,
        'DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_index_docsize WHERE id NOT IN (SELECT id FROM article))',
      ).run();
    }
    const uids = new Set(changes.filter(isOtherwise).map(({ uid }) => uid));
    for (const uid of uids) {
      const article = statement<[string], ArticleText>(db, `${ARTICLES} WHERE a.uid = ?`).get(uid);
      if (article) indexArticle(db, article); // else it went in the same step
    }
    if (uids.size > 0) countSegment(db);
  },

  *listProblems(db) {
    const { n } = statement<[], { n: number }>(
      db,
      `SELECT (SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM search_index_docsize))
         + (SELECT count(*) FROM search_index_docsize WHERE id NOT IN (SELECT id FROM article)) AS n`,
    ).get()!;
    if (n > 0) yield verifyMessages.derivedDiffers('search_index', n);
  },

  *rebuild(db) {
    statement(db, `INSERT INTO search_index (search_index) VALUES ('delete-all')`).run();
    const total = statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM article').get()!.n;
    const next = statement<[number, number], ArticleText>(db, `${ARTICLES} WHERE a.id > ? ORDER BY a.id LIMIT ?`);
    let last = 0;
    let done = 0;
    for (;;) {
      const slice = next.all(last, SLICE);
      for (const article of slice) indexArticle(db, article);
      countSegment(db);
      done += slice.length;
      if (slice.length < SLICE) return;
      last = slice.at(-1)!.id;
      yield { done, total };
    }
  },
};
