import type { Attribute } from '#shared/domain/attribute';
import type { Codebook, CodebookVersion, Label, LabelExample } from '#shared/domain/codebook';
import { statement, type ReadDb } from '../connection.ts';
import { toCanonicalJson } from '../journal/canonical-json.ts';
import { sha256Hex } from '../journal/hash.ts';
import { getCodebookRevision } from '../model/codebook-revision.ts';
import { listRelationKinds } from './relation-kind-repository.ts';

type LabelRow = Pick<Label, 'uid' | 'name' | 'key' | 'colour' | 'line' | 'guideline'> &
  Record<'examples' | 'excludes' | 'entityKinds', string> & { retired: number };
type AttributeRow = Pick<Attribute, 'uid' | 'name' | 'type' | 'guideline'> &
  Record<'isList' | 'isRequired' | 'retired', number> & { label: string; parent: string | null; options: string };

const read = new WeakMap<ReadDb, { stamp: string; codebook: Codebook }>();

/**
 * The codebook as it stands, retired parts too. Its version is the SHA-256 of its content, so equal codebooks have one
 * name everywhere.
 *
 * What was read before is given again while no connection has changed it: each tag names the version that it was made by.
 */
export function getCodebook(db: ReadDb): Codebook {
  const { data_version: dataVersion } = statement<[], { data_version: number }>(db, 'PRAGMA data_version').get()!;
  const stamp = `${dataVersion}:${getCodebookRevision(db)}`;
  const known = read.get(db);
  if (known?.stamp === stamp) return known.codebook;
  const content = { labels: listLabels(db), relationKinds: listRelationKinds(db) };
  const codebook = { version: sha256Hex(toCanonicalJson(content)), ...content };
  read.set(db, { stamp, codebook });
  return codebook;
}

function listLabels(db: ReadDb): Label[] {
  const rows = statement<[], LabelRow>(
    db,
    `SELECT l.uid, l.name, l.key, l.colour, l.line, l.guideline, l.retired,
       (SELECT json_group_array(json_object('quote', x.quote, 'remark', x.remark, 'fits', x.fits) ORDER BY x.n)
        FROM label_example x WHERE x.label_id = l.id) AS examples,
       (SELECT json_group_array(x.name) FROM label_exclusion e JOIN label x ON x.id = e.excluded_id
        WHERE e.label_id = l.id) AS excludes,
       (SELECT json_group_array(k.kind ORDER BY k.n) FROM label_entity_kind k WHERE k.label_id = l.id) AS entityKinds
     FROM label l WHERE l.merged_into_id IS NULL ORDER BY l.position, l.uid`,
  ).all();
  const attributes = Map.groupBy(listAttributeRows(db), ({ label, parent }) => parent ?? label);
  const toAttributes = (owner: string): Attribute[] =>
    (attributes.get(owner) ?? []).map(({ label: _, parent: __, ...row }) => ({
      ...row,
      isList: row.isList === 1,
      isRequired: row.isRequired === 1,
      retired: row.retired === 1,
      options: (JSON.parse(row.options) as { value: string; retired: number }[]).map(({ value, retired }) => ({
        value,
        retired: retired === 1,
      })),
      fields: toAttributes(row.uid),
    }));
  return rows.map((row) => ({
    ...row,
    examples: (JSON.parse(row.examples) as (Omit<LabelExample, 'fits'> & { fits: number })[]).map((example) => ({
      ...example,
      fits: example.fits === 1,
    })),
    excludes: (JSON.parse(row.excludes) as string[]).sort(),
    entityKinds: JSON.parse(row.entityKinds) as string[],
    attributes: toAttributes(row.uid),
    retired: row.retired === 1,
  }));
}

const listAttributeRows = (db: ReadDb): AttributeRow[] =>
  statement<[], AttributeRow>(
    db,
    `SELECT y.uid, l.uid AS label, p.uid AS parent, y.name, y.type, y.list AS isList, y.required AS isRequired,
       y.guideline, y.retired,
       (SELECT json_group_array(json_object('value', o.value, 'retired', o.retired) ORDER BY o.n)
        FROM attribute_option o WHERE o.attribute_id = y.id) AS options
     FROM attribute y JOIN label l ON l.id = y.label_id LEFT JOIN attribute p ON p.id = y.parent_id
     WHERE y.merged_into_id IS NULL ORDER BY y.position, y.uid`,
  ).all();

/** What a codebook version's row holds. */
export const toVersionContent = ({ labels, relationKinds }: Codebook) => toCanonicalJson({ labels, relationKinds });

export const hasVersion = (db: ReadDb, version: string) =>
  statement<[string], { n: number }>(db, 'SELECT count(*) AS n FROM codebook_version WHERE uid = ?').get(version)!.n ===
  1;

/** Where an attribute stands: its label, and the group that it is a field of. */
export type AttributePlace = { attribute: Attribute; group: Attribute | null; label: Label };

const places = new WeakMap<Codebook, ReadonlyMap<string, AttributePlace>>();

/** Every attribute and field of a codebook by uid. */
export function mapAttributes(codebook: Codebook): ReadonlyMap<string, AttributePlace> {
  const known = places.get(codebook);
  if (known) return known;
  const all = codebook.labels.flatMap((label) =>
    label.attributes.flatMap((attribute): AttributePlace[] => [
      { attribute, group: null, label },
      ...attribute.fields.map((field) => ({ attribute: field, group: attribute, label })),
    ]),
  );
  const map = new Map(all.map((place) => [place.attribute.uid as string, place]));
  places.set(codebook, map);
  return map;
}

/**
 * The states of the codebook that are kept, the newest first.
 *
 * Source: indexes `journal_by_target`, `annotation_by_version`, `annotation_by_batch`.
 */
export function listCodebookVersions(db: ReadDb): CodebookVersion[] {
  const { version: now } = getCodebook(db);
  return statement<[], Omit<CodebookVersion, 'isNow'>>(
    db,
    `SELECT v.uid AS version, s.at, p.name AS annotator,
       (SELECT count(*) FROM annotation n WHERE n.codebook_version_id = v.id) - (
         SELECT count(*) FROM batch b CROSS JOIN annotation n ON n.batch_id = b.id
         WHERE b.state <> 'published' AND +n.codebook_version_id = v.id) AS annotations -- but for those that nobody sees
     FROM codebook_version v
       JOIN journal j ON j.id = (
         SELECT k.id FROM journal k JOIN strand t ON t.id = k.strand_id WHERE k.target = v.uid ORDER BY k.lamport, t.uid LIMIT 1)
       JOIN step s ON s.id = j.step_id JOIN annotator p ON p.uid = s.annotator_uid
     ORDER BY j.lamport DESC, v.uid`,
  )
    .all()
    .map((row) => ({ ...row, isNow: row.version === now }));
}
