import type { BlockKind } from '#shared/domain/block';
import type { Span } from '#shared/domain/span';
import { tokenise, type Token } from '#shared/text/tokens';
import { statement, type ReadDb } from '../connection.ts';

/** The words of an article that count, by how often; and how many words stand in boilerplate and in repeats, which do not count. */
export type ArticleWords = { counts: ReadonlyMap<string, number>; tokens: number; leftOut: number };

/** SQL: whether nothing counts that begins in block `b`. */
export const IS_LEFT_OUT = `(b.kind = 'boilerplate' OR b.repeat_of IS NOT NULL)`;

/** Source: the primary keys of `article`, `article_text` and `block`. */
export function readWords(db: ReadDb, article: number): ArticleWords {
  const { text, leftOut } = readCounted(db, article);
  const counts = new Map<string, number>();
  let tokens = 0;
  const all = eachCounted(text, leftOut, ({ token }) => {
    counts.set(token, (counts.get(token) ?? 0) + 1);
    tokens += 1;
  });
  return { counts, tokens, leftOut: all - tokens };
}

/** Goes through the words of an article that count, folded and as they are written. Source: as `readWords`. */
export function eachWord(db: ReadDb, article: number, use: (word: string, written: string) => void): void {
  const { text, leftOut } = readCounted(db, article);
  eachCounted(text, leftOut, ({ token, start, end }) => use(token, text.slice(start, end)));
}

/** The text of an article, and the blocks of it that are left out, in order. */
function readCounted(db: ReadDb, article: number): { text: string; leftOut: Span[] } {
  const text = statement<[number], string | null>(
    db,
    'SELECT x.text FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.id = ?',
  )
    .pluck()
    .get(article);
  const leftOut = statement<[number], Span>(
    db,
    `SELECT b.start_offset AS start, b.end_offset AS end FROM block b WHERE b.article_id = ? AND ${IS_LEFT_OUT} ORDER BY b.n`,
  ).all(article);
  return { text: text ?? '', leftOut };
}

/** The blocks of an article, and whether the words that begin in them are left out. */
export const listWordBlocks = (db: ReadDb, article: number): (Span & { kind: BlockKind; isLeftOut: number })[] =>
  statement<[number], Span & { kind: BlockKind; isLeftOut: number }>(
    db,
    `SELECT b.start_offset AS start, b.end_offset AS end, b.kind, ${IS_LEFT_OUT} AS isLeftOut
     FROM block b WHERE b.article_id = ? ORDER BY b.n`,
  ).all(article);

/** Every word that is stored, by its number. */
export function readTerms(db: ReadDb): string[] {
  const terms: string[] = [];
  for (const [id, token] of statement<[], [number, string]>(db, 'SELECT id, token FROM term').raw().all())
    terms[id] = token;
  return terms;
}

/** The number that a folded word is stored by; undefined where no stored article has it. */
export const findTerm = (db: ReadDb, word: string): number | undefined =>
  statement<[string], number>(db, 'SELECT id FROM term WHERE token = ?').pluck().get(word);

/** `leftOut`: in order, without overlap. Gives how many words the text has, with those that are left out. */
function eachCounted(text: string, leftOut: readonly Span[], use: (token: Token) => void): number {
  let place = 0;
  const all = tokenise(text);
  for (const token of all) {
    while (place < leftOut.length && leftOut[place]!.end <= token.start) place += 1;
    if (place === leftOut.length || leftOut[place]!.start > token.start) use(token);
  }
  return all.length;
}
