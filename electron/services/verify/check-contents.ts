import { createHash } from 'node:crypto';
import { verifyMessages } from '#shared/messages/en/verify';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { sha256 } from '../../corpus/journal/hash.ts';
import {
  countTexts,
  iterateChunks,
  iterateTexts,
  listSources,
  type StoredSource,
} from '../../corpus/repositories/source-repository.ts';

export type ContentsCheck = {
  articles: number;
  annotations: number;
  quotes: number;
  sources: number;
  problems: string[];
  notes: string[];
};

type ArticleRow = { id: number; uid: string; title: string; text: string | null };
type SpanRow = { uid: string; start: number; end: number; quote: string };
type BlockRow = { n: number; start: number; end: number };

/** What SQLite itself finds wrong: pages, indexes, references. */
export function checkStructure(db: ReadDb): string[] {
  const integrity = db.pragma('integrity_check(100)') as { integrity_check: string }[];
  const problems = integrity
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => verifyMessages.file(row.integrity_check));
  const dangling = db.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
  return [...problems, ...dangling.map(({ table, rowid, parent }) => verifyMessages.dangling(table, rowid, parent))];
}

/** How far a check is; between two of them other work is done. */
export type Slice = { done: number; total: number; what: string };

const TEXTS_A_SLICE = 100;

/**
 * Whether each text and each source's bytes still hash to what names them; an erased one has nothing to hash.
 *
 * Gives how far it is now and then, and at the end how many sources there are.
 */
export function* checkHashes(db: ReadDb, problems: string[]): Generator<Slice, number> {
  const total = countTexts(db);
  let done = 0;
  for (const { sha256: hash, text } of iterateTexts(db)) {
    if (text !== null && !sha256(text).equals(hash)) problems.push(verifyMessages.textChanged(hash.toString('hex')));
    done += 1;
    if (done % TEXTS_A_SLICE === 0) yield { done, total, what: verifyMessages.at.texts };
  }
  const sources = listSources(db);
  for (const [n, source] of sources.entries()) {
    if (!isSourceSound(db, source)) problems.push(verifyMessages.sourceChanged(source.name));
    yield { done: n + 1, total: sources.length, what: verifyMessages.at.sources };
  }
  return sources.length;
}

function isSourceSound(db: ReadDb, source: StoredSource): boolean {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for (const { bytes } of iterateChunks(db, source.id)) {
    if (bytes === null) return true; // erased
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  if (source.isNamed === 0 && sizeBytes < source.sizeBytes) return true; // an import was cut off
  return sizeBytes === source.sizeBytes && hash.digest().equals(source.sha256);
}

/** One article: its blocks are in order and cover the text, and each quote stands at its offsets, those that values name too. */
export function checkArticle(db: ReadDb, id: number, check: ContentsCheck): void {
  const article = statement<[number], ArticleRow>(
    db,
    'SELECT a.id, a.uid, a.title, x.text FROM article a JOIN article_text x ON x.id = a.text_id WHERE a.id = ?',
  ).get(id)!;
  check.articles += 1;
  if (article.text === null) return;
  check.problems.push(...listBlockProblems(db, article, article.text));
  const spans = statement<[number], SpanRow>(
    db,
    `SELECT n.uid, s.start_offset AS start, s.end_offset AS end, s.quote
     FROM annotation n JOIN annotation_span s ON s.annotation_id = n.id WHERE n.article_id = ? ORDER BY n.id, s.n`,
  ).all(id);
  check.annotations += new Set(spans.map(({ uid }) => uid)).size;
  const named = statement<[number], SpanRow>(
    db,
    `SELECT n.uid, v.start_offset AS start, v.end_offset AS end, v.quote
     FROM annotation_value v JOIN annotation n ON n.id = v.annotation_id WHERE v.article_id = ? ORDER BY n.id, v.n`,
  ).all(id);
  checkSuggested(db, { id, title: article.title, text: article.text }, check);
  for (const { uid, start, end, quote } of [...spans, ...named]) {
    check.quotes += 1;
    if (article.text.slice(start, end) !== quote)
      check.problems.push(verifyMessages.quoteMoved(uid, article.title, start, end));
    else if (!isGraphemeBorder(article.text, start) || !isGraphemeBorder(article.text, end))
      check.notes.push(verifyMessages.cutsCharacter(uid));
  }
}

/** What was dismissed, or said by other tools, stands where it says too. */
function checkSuggested(db: ReadDb, { id, title, text }: Omit<ArticleRow, 'uid'>, check: ContentsCheck): void {
  for (const kind of ['dismissal', 'prediction'] as const) {
    const rows = statement<[number], SpanRow>(
      db,
      `SELECT o.uid, s.start_offset AS start, s.end_offset AS end, s.quote
       FROM ${kind} o JOIN ${kind}_span s ON s.${kind}_id = o.id WHERE o.article_id = ? ORDER BY o.id, s.n`,
    ).all(id);
    for (const { uid, start, end, quote } of rows) {
      check.quotes += 1;
      if (text!.slice(start, end) !== quote)
        check.problems.push(verifyMessages.suggestedMoved(kind, uid, title, start, end));
    }
  }
}

function* listBlockProblems(db: ReadDb, article: ArticleRow, text: string): Generator<string> {
  const blocks = statement<[number], BlockRow>(
    db,
    'SELECT n, start_offset AS start, end_offset AS end FROM block WHERE article_id = ? ORDER BY n',
  ).all(article.id);
  let covered = 0;
  for (const { n, start, end } of blocks) {
    if (start < covered || end > text.length) yield verifyMessages.blockOutOfPlace(article.title, n);
    else if (/\S/u.test(text.slice(covered, start))) yield verifyMessages.textBeforeBlock(article.title, n);
    covered = Math.max(covered, end);
  }
  if (/\S/u.test(text.slice(covered))) yield verifyMessages.textAfterBlocks(article.title);
}

/** All but what discarded imports left behind. */
export const listArticleIds = (db: ReadDb): number[] =>
  statement<[], { id: number }>(
    db,
    `SELECT a.id FROM article a LEFT JOIN batch b ON b.id = a.batch_id
     WHERE b.id IS NULL OR b.state <> 'removed' ORDER BY a.id`,
  )
    .all()
    .map(({ id }) => id);
