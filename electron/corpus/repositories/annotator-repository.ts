import { statement, type ReadDb } from '../connection.ts';

export type AnnotatorRow = { uid: string; name: string; initials: string };

/** The annotator of that name; of one who was found to be another, that one. Source: index `annotator_by_name`. */
export const findAnnotatorByName = (db: ReadDb, name: string): AnnotatorRow | undefined =>
  statement<[string], AnnotatorRow>(
    db,
    `SELECT s.uid, s.name, s.initials FROM annotator p JOIN annotator s ON s.id = coalesce(p.merged_into_id, p.id)
     WHERE p.name = ? ORDER BY p.merged_into_id IS NOT NULL, s.uid LIMIT 1`,
  ).get(name);

export const findAnnotatorByUid = (db: ReadDb, uid: string): AnnotatorRow | undefined =>
  statement<[string], AnnotatorRow>(db, 'SELECT uid, name, initials FROM annotator WHERE uid = ?').get(uid);
