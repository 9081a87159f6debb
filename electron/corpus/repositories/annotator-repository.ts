import { statement, type ReadDb } from '../connection.ts';

export type AnnotatorRow = { uid: string; name: string; initials: string };

/** The annotator of that name; the first one where a merge brought a second. Source: index `annotator_by_name`. */
export const findAnnotatorByName = (db: ReadDb, name: string): AnnotatorRow | undefined =>
  statement<[string], AnnotatorRow>(
    db,
    'SELECT uid, name, initials FROM annotator WHERE name = ? ORDER BY id LIMIT 1',
  ).get(name);

export const findAnnotatorByUid = (db: ReadDb, uid: string): AnnotatorRow | undefined =>
  statement<[string], AnnotatorRow>(db, 'SELECT uid, name, initials FROM annotator WHERE uid = ?').get(uid);
