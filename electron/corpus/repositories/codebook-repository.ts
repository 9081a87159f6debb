import { LabelColour, LineStyle, type Codebook, type Label } from '#shared/domain/codebook';
import { LabelId } from '#shared/domain/ids';
import { statement, type ReadDb } from '../connection.ts';
import { sha256Hex, toCanonicalJson } from '../journal/hash.ts';

type Row = Omit<Label, 'uid' | 'excludes' | 'retired'> & { uid: string; retired: number; excludes: string };

/** The codebook as it stands. Its version is the SHA-256 of its content, so equal codebooks have one name everywhere. */
export function getCodebook(db: ReadDb): Codebook {
  const rows = statement<[], Row>(
    db,
    `SELECT l.uid, l.name, l.key, l.colour, l.line, l.guideline, l.retired,
       (SELECT json_group_array(x.name) FROM label_exclusion e JOIN label x ON x.id = e.excluded_id
        WHERE e.label_id = l.id) AS excludes
     FROM label l ORDER BY l.position, l.uid`,
  ).all();
  const labels = rows.map((row): Label => ({
    ...row,
    uid: LabelId.parse(row.uid),
    colour: LabelColour.parse(row.colour),
    line: LineStyle.parse(row.line),
    retired: row.retired === 1,
    excludes: (JSON.parse(row.excludes) as string[]).sort(),
  }));
  return { version: toVersion(labels), labels };
}

const toVersion = (labels: Label[]) => sha256Hex(toCanonicalJson(labels));

/** What a codebook version's row holds. */
export const toVersionContent = ({ labels }: Codebook) => toCanonicalJson(labels);

export const hasVersion = (db: ReadDb, version: string) =>
  statement<[string], { n: number }>(db, 'SELECT count(*) AS n FROM codebook_version WHERE uid = ?').get(version)!.n ===
  1;
