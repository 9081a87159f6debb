/**
 * One figure. `reference` is the same measure of something simpler in the same run, so that `ratio` can be compared on other
 * machines; `reach` is what is asked for, in the unit of `value`.
 */
export type Row = {
  name: string;
  size: string;
  value: number;
  unit: string;
  reference: number | null;
  ratio: number | null;
  reach: number | null;
  ok: boolean | null;
};

/** The value below which the share `p` (0…1) of the values lies; nearest rank. */
export function toQuantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}

export function toRow({
  reference = null,
  reach = null,
  ...row
}: Pick<Row, 'name' | 'size' | 'value' | 'unit'> & Partial<Pick<Row, 'reference' | 'reach'>>): Row {
  return {
    ...row,
    reference,
    ratio: reference === null || reference === 0 ? null : row.value / reference,
    reach,
    ok: reach === null ? null : row.value <= reach,
  };
}
