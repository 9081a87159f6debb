import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { hashContent } from '../model/hash-content.ts';
import type { Derived, RowChange } from './derived.ts';

/** What people decide on; a note is none of it. */
const FIELDS = ['label', 'spans', 'entity', 'values'];
/** So many reviews are looked at in one transaction of a rebuild. */
const SLICE = 1000;

type Given = { id: number; annotation: string; content: string };

const isStale = (db: ReadDb, { annotation, content }: Given): boolean => hashContent(db, [annotation]) !== content;

/** Reviews of annotations, by uid, that say what they were given on. Source: index `review_by_annotation`. */
const listGiven = (db: ReadDb, annotations: readonly string[]): Given[] =>
  statement<[string], Given>(
    db,
    `SELECT r.id, n.uid AS annotation, r.content
     FROM json_each(?) named CROSS JOIN annotation n ON n.uid = named.value CROSS JOIN review r ON r.annotation_id = n.id
     WHERE r.content IS NOT NULL`,
  ).all(JSON.stringify(annotations));

function enter(db: WriteDb, given: readonly Given[]): void {
  for (const each of given)
    statement(
      db,
      isStale(db, each)
        ? 'INSERT OR IGNORE INTO stale_review (review_id) VALUES (?)'
        : 'DELETE FROM stale_review WHERE review_id = ?',
    ).run(each.id);
}

/** The annotation of which a review may be otherwise because of a change. */
function toAnnotation({ kind, op, uid, before, after }: RowChange): string[] {
  if (kind === 'annotation' && op === 'update' && FIELDS.some((field) => field in after!)) return [uid];
  const named = (after ?? before)?.['annotation'];
  return kind === 'review' && op === 'insert' && typeof named === 'string' ? [named] : [];
}

/** Reviews of what has been changed since they were given: they do not count until somebody decides anew. */
export const staleReviews: Derived = {
  name: 'stale_review',
  version: 1,
  isQuick: true,

  follow(db, changes) {
    const annotations = new Set(changes.flatMap(toAnnotation));
    const decided = changes.filter(({ kind, op }) => kind === 'review' && op === 'update').map(({ uid }) => uid);
    for (const uid of decided) {
      const named = statement<[string], string | null>(
        db,
        'SELECT n.uid FROM review r LEFT JOIN annotation n ON n.id = r.annotation_id WHERE r.uid = ?',
      )
        .pluck()
        .get(uid);
      if (typeof named === 'string') annotations.add(named);
    }
    if (changes.some(({ kind, op }) => kind === 'review' && op === 'delete'))
      db.exec('DELETE FROM stale_review WHERE review_id NOT IN (SELECT id FROM review)');
    if (annotations.size > 0) enter(db, listGiven(db, [...annotations]));
  },

  *listProblems(db) {
    const there = new Set(statement<[], number>(db, 'SELECT review_id FROM stale_review').pluck().all());
    let n = 0;
    for (const given of iterateGiven(db)) if (isStale(db, given) !== there.delete(given.id)) n += 1;
    n += there.size;
    if (n > 0) yield verifyMessages.derivedDiffers('stale_review', n);
  },

  *rebuild(db) {
    db.exec('DELETE FROM stale_review');
    const given = [...iterateGiven(db)];
    for (let done = 0; done < given.length; done += SLICE) {
      enter(db, given.slice(done, done + SLICE));
      yield { done: Math.min(done + SLICE, given.length), total: given.length };
    }
  },
};

const iterateGiven = (db: ReadDb): IterableIterator<Given> =>
  db
    .prepare<[], Given>(
      `SELECT r.id, n.uid AS annotation, r.content FROM review r JOIN annotation n ON n.id = r.annotation_id
       WHERE r.content IS NOT NULL`,
    )
    .iterate();
