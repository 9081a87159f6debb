import { ExpectedError } from '#shared/errors';
import { AnnotatorId } from '#shared/domain/ids';
import type { Person } from '#shared/domain/person';
import { statement, type ReadDb } from '../connection.ts';
import { findAnnotatorByName, findAnnotatorByUid } from './annotator-repository.ts';

/** Everybody who works or worked on the corpus, by name. Source: indexes `annotation_by_annotator`, `review_by_annotator`. */
export const listPeople = (db: ReadDb): Person[] =>
  statement<[], Omit<Person, 'uid'> & { uid: string }>(
    db,
    `SELECT p.uid, p.name, p.initials, p.colour,
       (SELECT count(*) FROM annotation n WHERE n.annotator_id = p.id) - (
         SELECT count(*) FROM batch b CROSS JOIN annotation n ON n.batch_id = b.id
         WHERE b.state <> 'published' AND +n.annotator_id = p.id) AS tags,
       (SELECT count(*) FROM review r WHERE r.annotator_id = p.id) AS reviews
     FROM annotator p WHERE p.merged_into_id IS NULL ORDER BY p.name COLLATE NOCASE, p.uid`,
  )
    .all()
    .map((row) => ({ ...row, uid: AnnotatorId.parse(row.uid) }));

/** The uid of the person of that name or uid. Errors: person-unknown. */
export function getPersonUid(db: ReadDb, nameOrUid: string): string {
  const found = findAnnotatorByName(db, nameOrUid) ?? findAnnotatorByUid(db, nameOrUid);
  if (found) return found.uid;
  const known = listPeople(db).map(({ name }) => name);
  throw new ExpectedError('person-unknown', { person: nameOrUid, known: known.join(', ') });
}
