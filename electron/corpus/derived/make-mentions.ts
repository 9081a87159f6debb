import { statement, type WriteDb } from '../connection.ts';
import { readMentions } from '../repositories/mention-repository.ts';
import { packMentions } from './pack-mentions.ts';
import { raiseRevision } from './revisions.ts';

/** Keeps what counts of these articles; of those without annotations nothing. The caller holds a transaction. */
export function makeMentions(db: WriteDb, articles: readonly number[]): void {
  const revision = raiseRevision(db, 'article_mentions');
  const made = readMentions(db, articles);
  const insert = statement(
    db,
    'INSERT OR REPLACE INTO article_mentions (article_id, revision, annotator_id, mentions) VALUES (?, ?, ?, ?)',
  );
  const enter = (written: string) => enterForm(db, written);
  for (const { article, annotator, mentions } of made)
    insert.run(article, revision, annotator, packMentions(mentions, enter));
  const empty = new Set(articles);
  for (const { article } of made) empty.delete(article);
  const ids = JSON.stringify([...empty]);
  statement(
    db,
    `DELETE FROM article_mentions WHERE article_id IN (SELECT value FROM json_each(?))
       AND article_id NOT IN (SELECT id FROM article)`,
  ).run(ids);
  // a row that holds nothing tells who has read the article, kept or stale, that nothing counts any more
  statement(
    db,
    `INSERT OR REPLACE INTO article_mentions (article_id, revision, annotator_id, mentions)
     SELECT a.id, ?, NULL, x'' FROM json_each(?) j CROSS JOIN article a ON a.id = j.value`,
  ).run(revision, ids);
}

function enterForm(db: WriteDb, written: string): number {
  const id = statement<[string], number>(db, 'SELECT id FROM form WHERE written = ?').pluck().get(written);
  return id ?? Number(statement(db, 'INSERT INTO form (written) VALUES (?)').run(written).lastInsertRowid);
}
