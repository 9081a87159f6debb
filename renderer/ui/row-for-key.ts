/** A list of rows of one height, of which one is active. Unit: pixels. */
type Rows = { active: number; count: number; rowHeight: number; viewHeight: number };

/** The row that a key leads to: by one, by a view of them, to the ends; undefined for any other key. It stays within the list. */
export function findRowForKey(key: string, { active, count, rowHeight, viewHeight }: Rows): number | undefined {
  const end = Math.max(0, count - 1);
  const page = Math.max(1, Math.floor(viewHeight / rowHeight) - 1);
  const target = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: end,
  }[key];
  return target === undefined ? undefined : Math.min(end, Math.max(0, target));
}
