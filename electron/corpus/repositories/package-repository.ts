import type { PackageNote } from '#shared/domain/corpus';
import { statement, type ReadDb } from '../connection.ts';
import { parseHeads, parsePackage } from '../journal/merges.ts';
import { parseOutside, type Outside } from '../journal/package-start.ts';
import { listReflected } from '../journal/taken-strands.ts';
import type { KindName } from '../model/kinds.ts';
import { isSeen } from '../model/rows.ts';
import { findFirstPayload } from './corpus-repository.ts';

/** What hangs on one article, kind by kind, each behind what it names. `@by`: whose own work alone; null for everybody's. */
const OF_ARTICLE: readonly (readonly [KindName, string])[] = [
  [
    'article_work',
    `SELECT w.uid FROM article_work w WHERE w.article_id = @id AND (@by IS NULL OR w.annotator_id = @by)`,
  ],
  ['assignment', `SELECT s.uid FROM assignment s WHERE s.article_id = @id AND (@by IS NULL OR s.annotator_id = @by)`],
  [
    'annotation',
    `SELECT n.uid FROM annotation n
     WHERE n.article_id = @id AND ${isSeen('n')} AND (@by IS NULL OR (n.annotator_id = @by AND n.layer = 'own'))
     ORDER BY n.layer, n.uid`,
  ],
  ['dismissal', `SELECT d.uid FROM dismissal d WHERE d.article_id = @id AND (@by IS NULL OR d.annotator_id = @by)`],
  ['prediction', `SELECT p.uid FROM prediction p WHERE p.article_id = @id AND @by IS NULL AND ${isSeen('p')}`],
  ['adjudication', `SELECT j.uid FROM adjudication j WHERE j.article_id = @id AND @by IS NULL`],
  ['settlement', `SELECT t.uid FROM settlement t WHERE t.article_id = @id AND @by IS NULL`],
  [
    'settlement_comment',
    `SELECT c.uid FROM settlement t JOIN settlement_comment c ON c.settlement_id = t.id
     WHERE t.article_id = @id AND @by IS NULL`,
  ],
];

/** What hangs on annotations of one article: their ends may be in another, so this comes when all articles are there. */
const OF_ANNOTATIONS: readonly (readonly [KindName, string])[] = [
  [
    'relation',
    `SELECT x.uid FROM annotation n JOIN relation x ON x.from_annotation_id = n.id
     WHERE n.article_id = @id AND ${isSeen('x')} AND (@by IS NULL OR x.annotator_id = @by)`,
  ],
  [
    'review',
    `SELECT r.uid FROM annotation n JOIN review r ON r.annotation_id = n.id WHERE n.article_id = @id AND @by IS NULL
     UNION ALL SELECT r.uid FROM annotation n JOIN relation x ON x.from_annotation_id = n.id JOIN review r ON r.relation_id = x.id
     WHERE n.article_id = @id AND @by IS NULL`,
  ],
  [
    'review_comment',
    `SELECT c.uid FROM annotation n JOIN review r ON r.annotation_id = n.id JOIN review_comment c ON c.review_id = r.id
     WHERE n.article_id = @id AND @by IS NULL
     UNION ALL SELECT c.uid FROM annotation n JOIN relation x ON x.from_annotation_id = n.id
       JOIN review r ON r.relation_id = x.id JOIN review_comment c ON c.review_id = r.id
     WHERE n.article_id = @id AND @by IS NULL`,
  ],
  [
    'cluster_member',
    `SELECT m.uid FROM annotation n JOIN cluster_member m ON m.annotation_id = n.id WHERE n.article_id = @id AND @by IS NULL`,
  ],
];

export type Hanging = 'article' | 'annotations';

/** Uids of what hangs on an article, or on its annotations. `by`: a person, by uid, whose own alone are meant. */
export function* iterateHanging(
  db: ReadDb,
  on: Hanging,
  { article, by }: { article: string; by: string | null },
): Generator<{ kind: KindName; uid: string }> {
  const find = (table: 'article' | 'annotator', uid: string) =>
    statement<[string], number>(db, `SELECT id FROM ${table} WHERE uid = ?`).pluck().get(uid) ?? null;
  const values = { id: find('article', article), by: by === null ? null : find('annotator', by) };
  for (const [kind, sql] of on === 'article' ? OF_ARTICLE : OF_ANNOTATIONS)
    for (const uid of statement<[object], string>(db, sql).pluck().all(values)) yield { kind, uid };
}

export type KeptFile = {
  id: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  encoding: string;
  strayBytes: string;
};

/** A file that articles come from, by its SHA-256 in hex. */
export const findKeptFile = (db: ReadDb, sha256: string): KeptFile | undefined =>
  statement<[string], KeptFile>(
    db,
    `SELECT id, name, media_type AS mediaType, size_bytes AS sizeBytes, encoding, stray_bytes AS strayBytes
     FROM source WHERE sha256 = unhex(?)`,
  ).get(sha256);

/** What packages say that they do not hold, by their files: it never changes, and may be long. */
const outsides = new WeakMap<ReadDb, Outside>();

/** What the package that a file is was made for; undefined where it is none, or took over by a merge all that it was cut from. */
export function findPackage(db: ReadDb): PackageNote | undefined {
  const payload = findFirstPayload(db);
  const note = parsePackage(payload);
  if (!note) return undefined;
  const here = listReflected(db);
  const isWhole = parseHeads(payload).every(({ strand, number }) => (here.get(strand) ?? -1) >= number);
  return isWhole ? undefined : note;
}

/** What the package that a file is does not hold; nothing where it is none. */
export function readOutside(db: ReadDb): Outside | undefined {
  if (!findPackage(db)) return undefined;
  let outside = outsides.get(db);
  if (!outside) outsides.set(db, (outside = parseOutside(findFirstPayload(db))));
  return outside;
}
