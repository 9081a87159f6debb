import type { HistoryRow } from '#shared/domain/journal';

/** An annotation that a step touched. `stands`: it is there now. Unit of `start`: UTF-16. */
export type TouchedTag = { annotation: string; article: string; start: number; quote: string; stands: boolean };

/**
 * The one annotation that a step touched; undefined where it touched none, or several.
 *
 * `past`: all rows of that annotation, for a row of a change holds only what changed.
 */
export function findTouchedTag(rows: readonly HistoryRow[], past: readonly HistoryRow[]): TouchedTag | undefined {
  const [tag, another] = rows.filter(({ kind }) => kind === 'annotation');
  if (!tag || another) return undefined;
  const known = Object.assign({}, ...[...past].reverse().map(({ before, after }) => after ?? before)) as {
    article?: unknown;
    spans?: unknown;
  };
  const first = Array.isArray(known.spans) ? (known.spans[0] as { start_offset: number; quote: string }) : undefined;
  if (typeof known.article !== 'string' || !first) return undefined;
  return {
    annotation: tag.target,
    article: known.article,
    start: first.start_offset,
    quote: first.quote,
    stands: tag.op !== 'delete',
  };
}
