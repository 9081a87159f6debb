import { statement, type ReadDb } from '../connection.ts';

/** A label that is not an alias of another. `excludes`: labels that cannot be meant at once with it, by id of their rows, whichever of the two says so. */
export type AgreedLabel = { id: number; name: string; isRetired: boolean; excludes: number[] };

/** In the order of the codebook. */
export function listAgreedLabels(db: ReadDb): AgreedLabel[] {
  const excluding = statement<[], { label: number; other: number }>(
    db,
    `SELECT coalesce(l.merged_into_id, l.id) AS label, coalesce(x.merged_into_id, x.id) AS other
     FROM label_exclusion e JOIN label l ON l.id = e.label_id JOIN label x ON x.id = e.excluded_id`,
  ).all();
  const both = [...excluding, ...excluding.map(({ label, other }) => ({ label: other, other: label }))];
  return statement<[], Omit<AgreedLabel, 'isRetired' | 'excludes'> & { retired: number }>(
    db,
    'SELECT id, name, retired FROM label WHERE merged_into_id IS NULL ORDER BY position, uid',
  )
    .all()
    .map(({ retired, ...label }) => ({
      ...label,
      isRetired: retired === 1,
      excludes: [...new Set(both.filter((each) => each.label === label.id).map(({ other }) => other))],
    }));
}
