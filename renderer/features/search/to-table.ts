import type { SearchHit } from '#shared/domain/search';

/** Words on one line, as a table shows them. */
export const toLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** Hits as a table that spreadsheets take: cells parted by tabs, a line each. */
export function toTable(hits: readonly SearchHit[]): string {
  const rows = hits.map(({ outlet, date, title, start, end, left, match, right, article }) => [
    outlet ?? '',
    date ?? '',
    title,
    left,
    match,
    right,
    article,
    String(start),
    String(end),
  ]);
  const heads = ['outlet', 'date', 'title', 'left', 'match', 'right', 'article', 'start', 'end'];
  return [heads, ...rows].map((cells) => cells.map(toLine).join('\t')).join('\n');
}
