import type { SuggestedEntity } from '#shared/domain/entity';
import { EntityId } from '#shared/domain/ids';
import { foldForm } from '#shared/text/fold';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';
import { STALE_DELTA } from '../derived/entity-tally.ts';
import { listForms, sumForms } from './entity-counts.ts';

type Row = Omit<SuggestedEntity, 'count'> & { id: number };
type Values = { folded: string; label: string | null; limit: number; found: string; without: string };

/** The alias that is nearest to what was typed (of several, the first by its letters) stands for its entity; then the more frequent one comes first. */
const toSearch = (matches: string) => `
  WITH delta (id, n) AS MATERIALIZED (
    SELECT coalesce(e.merged_into_id, e.id), sum(d.n) FROM (${STALE_DELTA}) d JOIN entity e ON e.id = d.entity_id GROUP BY 1
  )
  SELECT s.id, s.uid, s.name, l.name AS label, s.kind, k.form, length(k.folded) AS length,
    min(format('%06d %s', length(k.folded), k.form)) AS nearest
  FROM entity_alias k JOIN entity e ON e.id = k.entity_id JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id)
    JOIN label l ON l.id = s.label_id LEFT JOIN entity_total t ON t.entity_id = s.id
    LEFT JOIN delta g ON g.id = s.id
  WHERE ${matches} AND (@label IS NULL OR l.name = @label COLLATE NOCASE) AND ${isSeen('k')} AND ${isSeen('s')}
    AND s.id NOT IN (SELECT value FROM json_each(@found))
  GROUP BY s.id ORDER BY length = length(@folded) DESC, coalesce(t.n, 0) + coalesce(g.n, 0) + coalesce((
      SELECT sum(u.n) FROM entity m JOIN entity_total u ON u.entity_id = m.id WHERE m.merged_into_id = s.id), 0) DESC, s.name COLLATE NOCASE, s.uid LIMIT @limit`;
/** Source: index `entity_alias_by_folded`. */
const BEGINNING = toSearch('k.folded >= @folded AND k.folded < @folded || char(1114111)');
const WITHIN = toSearch('instr(k.folded, @folded) > 0');

/**
 * Entities that are meant by what somebody has begun to type: those with an alias that begins so, then those with one that has
 * it anywhere. `label`: by name. `without`: ids of articles that are not counted.
 */
export function suggestEntities(
  db: ReadDb,
  { query, label, limit }: { query: string; label?: string | undefined; limit: number },
  without: readonly number[] = [],
): SuggestedEntity[] {
  const folded = foldForm(query);
  const search = (sql: string, found: readonly Row[]) =>
    statement<[Values], Row>(db, sql).all({
      folded,
      label: label ?? null,
      limit: limit - found.length,
      found: JSON.stringify(found.map(({ id }) => id)),
      without: JSON.stringify(without),
    });
  const rows = search(BEGINNING, []);
  if (rows.length < limit && folded !== '') rows.push(...search(WITHIN, rows));
  const forms = listForms(
    db,
    rows.map(({ id }) => id),
    without,
  );
  return rows.map(({ id, uid, label: of, kind, name, form }) => ({
    uid: EntityId.parse(uid),
    label: of,
    kind,
    name,
    form,
    count: sumForms(forms.get(id) ?? []).count,
  }));
}
