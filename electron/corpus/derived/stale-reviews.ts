import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import { hashSubject, type Subject } from '../model/hash-content.ts';
import type { Derived, RowChange } from './derived.ts';

/** What people decide on in an annotation, and in a relation; a note is none of it. */
const FIELDS = { annotation: ['label', 'spans', 'entity', 'values'], relation: ['relation_kind'] } as const;
/** So many reviews are looked at in one transaction of a rebuild. */
const SLICE = 1000;

type Given = Subject & { id: number; content: string };

const isStale = (db: ReadDb, given: Given): boolean => hashSubject(db, given) !== given.content;

/**
 * SQL: the reviews of annotations whose uids are `@annotations`, and of relations from or to them or whose uids are `@relations`, that say
 * what they were given on. Source: indexes `review_by_annotation`, `review_by_relation`, `relation_by_from`, `relation_by_to`.
 */
const GIVEN = `
  SELECT r.id, 'annotation' AS kind, n.uid, r.content
  FROM json_each(@annotations) named CROSS JOIN annotation n ON n.uid = named.value
    CROSS JOIN review r ON r.annotation_id = n.id
  WHERE r.content IS NOT NULL
  UNION ALL
  SELECT r.id, 'relation', z.uid, r.content
  FROM (
    SELECT i.id FROM json_each(@relations) named CROSS JOIN relation i ON i.uid = named.value
    UNION SELECT i.id FROM json_each(@annotations) named CROSS JOIN annotation n ON n.uid = named.value
      CROSS JOIN relation i ON i.from_annotation_id = n.id
    UNION SELECT i.id FROM json_each(@annotations) named CROSS JOIN annotation n ON n.uid = named.value
      CROSS JOIN relation i ON i.to_annotation_id = n.id
  ) touched CROSS JOIN relation z ON z.id = touched.id CROSS JOIN review r ON r.relation_id = z.id
  WHERE r.content IS NOT NULL`;

const listGiven = (db: ReadDb, touched: Record<Subject['kind'], ReadonlySet<string>>): Given[] =>
  statement<[object], Given>(db, GIVEN).all({
    annotations: JSON.stringify([...touched.annotation]),
    relations: JSON.stringify([...touched.relation]),
  });

function enter(db: WriteDb, given: readonly Given[]): void {
  for (const each of given)
    statement(
      db,
      isStale(db, each)
        ? 'INSERT OR IGNORE INTO stale_review (review_id) VALUES (?)'
        : 'DELETE FROM stale_review WHERE review_id = ?',
    ).run(each.id);
}

/** The annotation or relation of which a review may be otherwise because of a change. */
function findTouched(db: ReadDb, { kind, op, uid, before, after }: RowChange): Subject | undefined {
  if (kind === 'annotation' || kind === 'relation')
    return op === 'update' && FIELDS[kind].some((field) => field in after!) ? { kind, uid } : undefined;
  if (kind !== 'review' || op === 'delete') return undefined;
  if (op === 'update') return findReviewed(db, uid);
  const { annotation, relation } = after ?? before ?? {};
  if (typeof annotation === 'string') return { kind: 'annotation', uid: annotation };
  return typeof relation === 'string' ? { kind: 'relation', uid: relation } : undefined;
}

const findReviewed = (db: ReadDb, review: string): Subject | undefined =>
  statement<[string], Subject>(
    db,
    `SELECT iif(n.id IS NULL, 'relation', 'annotation') AS kind, coalesce(n.uid, z.uid) AS uid
     FROM review r LEFT JOIN annotation n ON n.id = r.annotation_id LEFT JOIN relation z ON z.id = r.relation_id WHERE r.uid = ?`,
  ).get(review);

/** Reviews of what has been changed since they were given: they do not count until somebody decides anew. */
export const staleReviews: Derived = {
  name: 'stale_review',
  version: 1,
  isQuick: true,

  follow(db, changes) {
    const touched = { annotation: new Set<string>(), relation: new Set<string>() };
    for (const change of changes) {
      const subject = findTouched(db, change);
      if (subject) touched[subject.kind].add(subject.uid);
    }
    if (changes.some(({ kind, op }) => kind === 'review' && op === 'delete'))
      db.exec('DELETE FROM stale_review WHERE review_id NOT IN (SELECT id FROM review)');
    if (touched.annotation.size + touched.relation.size > 0) enter(db, listGiven(db, touched));
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
      `SELECT r.id, iif(n.id IS NULL, 'relation', 'annotation') AS kind, coalesce(n.uid, z.uid) AS uid, r.content
       FROM review r LEFT JOIN annotation n ON n.id = r.annotation_id LEFT JOIN relation z ON z.id = r.relation_id
       WHERE r.content IS NOT NULL`,
    )
    .iterate();
