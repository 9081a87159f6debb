import { verifyMessages } from '#shared/messages/en/verify';
import { statement } from '../connection.ts';
import { readMentions } from '../repositories/mention-repository.ts';
import type { Derived } from './derived.ts';
import { makeMentions } from './make-mentions.ts';
import { packMentions } from './pack-mentions.ts';
import { noteEmptied } from './revisions.ts';

/** So many articles are read in one transaction: about 30 ms, so that a tag hardly waits. */
const SLICE = 50;

type Row = { article: number; annotator: number | null; mentions: Buffer };

/**
 * What counts of an article, mention by mention. Articles that are stale are made again where their tallies are
 * (`stale-articles.ts`); until then whoever reads reads them anew (docs/decisions/0019-comparing.md).
 */
export const articleMentions: Derived = {
  name: 'article_mentions',
  version: 1,
  isQuick: false,

  follow() {
    // the entity tally marks what is stale, for both
  },

  *listProblems(db) {
    const forms = new Map(
      statement<[], { id: number; written: string }>(db, 'SELECT id, written FROM form')
        .all()
        .map(({ id, written }) => [written, id]),
    );
    const there = statement<[string], Row>(
      db,
      `SELECT article_id AS article, annotator_id AS annotator, mentions FROM article_mentions
       WHERE article_id IN (SELECT value FROM json_each(?))`,
    );
    let n = statement<[], number>(
      db,
      `SELECT count(*) FROM article_mentions WHERE article_id NOT IN (SELECT id FROM article)
         AND article_id NOT IN (SELECT article_id FROM stale_article)`,
    )
      .pluck()
      .get()!;
    for (const slice of iterateAnnotated(db)) {
      const fresh = slice.filter((id) => !statement(db, 'SELECT 1 FROM stale_article WHERE article_id = ?').get(id));
      const rows = new Map(there.all(JSON.stringify(fresh)).map((row) => [row.article, row]));
      for (const { article, annotator, mentions } of readMentions(db, fresh)) {
        const row = rows.get(article);
        const isSame =
          row?.annotator === annotator && row.mentions.equals(packMentions(mentions, (form) => forms.get(form) ?? -1));
        if (!isSame) n += 1;
        rows.delete(article);
      }
      for (const { mentions } of rows.values()) if (mentions.length > 0) n += 1;
      yield null;
    }
    if (n > 0) yield verifyMessages.derivedDiffers('article_mentions', n);
  },

  *rebuild(db) {
    noteEmptied(db, 'article_mentions');
    db.exec('DELETE FROM article_mentions; DELETE FROM form;');
    const total = statement<[], number>(db, 'SELECT count(*) FROM article').pluck().get()!;
    let done = 0;
    for (const slice of iterateAnnotated(db)) {
      makeMentions(db, slice);
      done += slice.length;
      yield { done, total };
    }
  },
};

/** Articles with annotations, by id, a slice at a time. Source: index `annotation_by_article`. */
function* iterateAnnotated(db: Parameters<NonNullable<Derived['listProblems']>>[0]): Generator<number[]> {
  const next = statement<[number, number], number>(
    db,
    'SELECT DISTINCT article_id FROM annotation WHERE article_id > ? ORDER BY article_id LIMIT ?',
  ).pluck();
  for (let last = 0; ;) {
    const slice = next.all(last, SLICE);
    if (slice.length === 0) return;
    yield slice;
    last = slice.at(-1)!;
  }
}
