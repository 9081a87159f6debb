import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import type { RowChange } from './derived.ts';
import { makeMentions } from './make-mentions.ts';
import { tallyArticles } from './tally-articles.ts';
import { createUnseenTest } from './unseen-rows.ts';

/** So many articles are counted in one transaction: a tag that waits for it does not wait long. */
const ARTICLES_A_SLICE = 100;

/** Fields that what counts of an article comes from; a note is none. */
const FIELDS_OF_ANNOTATION = [
  'annotator',
  'layer',
  'origin',
  'revises',
  'entity',
  'entity_link',
  'batch',
  'spans',
  'label',
  'values',
];
const FIELDS_OF_ARTICLE = ['outlet', 'batch', 'blocks'];

function tells({ kind, op, after }: RowChange): boolean {
  if (kind === 'review' || kind === 'article_work' || kind === 'adjudication') return true;
  if (kind === 'article') return op === 'update' && FIELDS_OF_ARTICLE.some((field) => field in after!);
  return kind === 'annotation' && (op !== 'update' || FIELDS_OF_ANNOTATION.some((field) => field in after!));
}

const OF_UIDS = 'SELECT id FROM article WHERE uid IN (SELECT value FROM json_each(@of))';
/** Those of a batch that hold an annotation, and those whose annotations stand in it. */
const OF_BATCH = `
  SELECT a.id FROM article a WHERE a.batch_id = (SELECT id FROM batch WHERE uid = @of)
    AND EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id)
  UNION SELECT n.article_id FROM annotation n WHERE n.batch_id = (SELECT id FROM batch WHERE uid = @of)`;
const OF_REMOVED = `
  SELECT article_id FROM article_tally WHERE article_id NOT IN (SELECT id FROM article)
  UNION SELECT article_id FROM article_mentions WHERE article_id NOT IN (SELECT id FROM article)`;
/** Those of outlets whose own word may now be another's: what an outlet is, or what that was merged into, has changed. */
const OF_OUTLETS = `
  WITH named AS (SELECT id FROM entity WHERE uid IN (SELECT value FROM json_each(@of))),
  actor AS (SELECT id FROM named UNION SELECT e.id FROM named JOIN entity e ON e.merged_into_id = named.id),
  changed AS (SELECT id, merged_into_id FROM outlet WHERE uid IN (SELECT value FROM json_each(@of))
    UNION SELECT o.id, o.merged_into_id FROM actor JOIN outlet o ON o.entity_id = actor.id)
  SELECT a.id FROM article a JOIN article_mentions m ON m.article_id = a.id WHERE a.outlet_id IN (
    SELECT id FROM changed UNION SELECT merged.id FROM changed JOIN outlet merged ON merged.merged_into_id = changed.id)`;

const mark = (db: WriteDb, articles: string, of?: string) =>
  statement(db, `INSERT OR IGNORE INTO stale_article (article_id) ${articles}`).run(of === undefined ? {} : { of });

const isAnyActor = (db: ReadDb, outlets: readonly string[]): boolean =>
  statement(db, 'SELECT 1 FROM json_each(?) j JOIN outlet o ON o.uid = j.value WHERE o.entity_id IS NOT NULL').get(
    JSON.stringify(outlets),
  ) !== undefined;

/** Marks the articles of which something else counts now, before the commit of what changed. */
export function markStale(db: WriteDb, changes: readonly RowChange[]): void {
  const articles = new Set<string>();
  const speakers = new Set<string>();
  const isUnseen = createUnseenTest(db);
  for (const change of changes) {
    const { kind, op, uid, article, before, after } = change;
    if (kind === 'batch' && op === 'update') mark(db, OF_BATCH, uid);
    else if (article !== null && tells(change)) {
      if (!isUnseen(change)) articles.add(article);
    } else if (op === 'update' && kind === 'outlet' && 'entity' in after!) speakers.add(uid);
    else if (op === 'update' && (kind === 'outlet' || kind === 'entity') && 'merged_into' in after!) {
      const merged = [uid, before!['merged_into'], after['merged_into']].filter((each) => typeof each === 'string');
      if (kind === 'entity' || isAnyActor(db, merged)) for (const each of merged) speakers.add(each);
    }
  }
  if (changes.some(({ op, kind }) => op === 'delete' && kind === 'article')) mark(db, OF_REMOVED);
  if (articles.size > 0) mark(db, OF_UIDS, JSON.stringify([...articles]));
  if (speakers.size > 0) mark(db, OF_OUTLETS, JSON.stringify([...speakers]));
}

export const countStale = (db: ReadDb): number =>
  statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM stale_article').get()!.n;

/** Counts what counts of some stale articles again; gives how many are left. The caller holds a transaction. */
export function countAgain(db: WriteDb, most = ARTICLES_A_SLICE): number {
  const stale = statement<[number], number>(db, 'SELECT article_id FROM stale_article LIMIT ?').pluck().all(most);
  if (stale.length === 0) return 0;
  tallyArticles(db, stale);
  makeMentions(db, stale);
  statement(db, 'DELETE FROM stale_article WHERE article_id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(stale),
  );
  return countStale(db);
}
