import { foldForm } from '#shared/text/fold';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { isSeen } from '../../corpus/model/rows.ts';

type Found = { entity: string; neverAlone: number; isOutlets: number };

/**
 * The one entity of a label, by uid, that these words are an alias of; undefined where there is none, or several.
 *
 * In an article of an outlet that uses an alias with this form, the outlet's aliases alone decide; else all do, whoever uses
 * them. A form that is marked “never by itself” still makes it unclear which of two entities is meant.
 * Source: index `entity_alias_by_folded`.
 */
export function findEntityByRule(db: ReadDb, label: string, quote: string, article?: string): string | undefined {
  const folded = foldForm(quote);
  if (folded === '') return undefined;
  const found = statement<[{ folded: string; label: string; article: string | null }], Found>(
    db,
    `SELECT s.uid AS entity, k.never_alone AS neverAlone, coalesce(k.outlet_id IN (${OUTLETS_OF_ARTICLE}), 0) AS isOutlets
     FROM entity_alias k JOIN entity e ON e.id = k.entity_id JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id)
     WHERE k.folded = @folded AND s.label_id = (SELECT id FROM label WHERE uid = @label)
       AND ${isSeen('k')} AND ${isSeen('s')}`,
  ).all({ folded, label, article: article ?? null });
  return pickByRule(found)?.entity;
}

/** The alias that decides, of those of one form and label: where all that decide are of one entity, and may stand by themselves. */
export function pickByRule<Alias extends Found>(found: readonly Alias[]): Alias | undefined {
  const own = found.filter(({ isOutlets }) => isOutlets === 1);
  const deciding = own.length > 0 ? own : found;
  const entities = new Set(deciding.map(({ entity }) => entity));
  if (entities.size !== 1 || deciding.some(({ neverAlone }) => neverAlone === 1)) return undefined;
  return deciding[0];
}

/** The outlet of the article, with all that were merged into the same. */
const OUTLETS_OF_ARTICLE = `
  SELECT o.id FROM article a JOIN outlet b ON b.id = a.outlet_id
    JOIN outlet o ON coalesce(o.merged_into_id, o.id) = coalesce(b.merged_into_id, b.id) WHERE a.uid = @article`;
