/**
 * Of rows of something and what it is known by: the next that is known by this, each once; null where there is none. What another
 * tool left as it was is told so from what it changed.
 */
export function createQueue<T>(rows: unknown): (...key: unknown[]) => T | null {
  const lists = Array.isArray(rows) ? (rows as unknown[]).filter((row) => Array.isArray(row)) : [];
  const known = Map.groupBy(lists as [T, ...unknown[]][], ([, ...key]) => JSON.stringify(key));
  return (...key) => known.get(JSON.stringify(key))?.shift()?.[0] ?? null;
}
