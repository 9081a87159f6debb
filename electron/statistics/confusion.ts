import { eachShared, toLength, type Segment } from './continuum.ts';

/**
 * How much of a text two coders gave which values: a table of `categories` rows (the left coder's) and columns, row by row, added to `into`
 * from `at` on.
 */
export function addConfusion(
  into: Float64Array,
  at: number,
  categories: number,
  { length, left, right }: { length: number; left: readonly Segment[]; right: readonly Segment[] },
): void {
  let shared = 0;
  const add = (row: number, column: number, n: number) => {
    into[at + row * categories + column]! += n;
  };
  for (const { label, start, end } of left) add(label, 0, end - start);
  for (const { label, start, end } of right) add(0, label, end - start);
  eachShared(left, right, (n, { label: row }, { label: column }) => {
    shared += n;
    add(row, column, n);
    add(row, 0, -n);
    add(0, column, -n);
  });
  add(0, 0, length - toLength(left) - toLength(right) + shared);
}

/** Both ways, and of all pairs: `Σ pairs / (coders − 1)`, which Krippendorff calls coincidences. `tables`: one a pair. */
export function toCoincidences(tables: readonly ArrayLike<number>[], coders: number, categories: number): Float64Array {
  const both = new Float64Array(categories ** 2);
  for (const table of tables)
    for (let row = 0; row < categories; row += 1)
      for (let column = 0; column < categories; column += 1) {
        const n = table[row * categories + column]! / (coders - 1);
        both[row * categories + column]! += n;
        both[column * categories + row]! += n;
      }
  return both;
}

/** Sums of the rows of a square table. */
export const toMargins = (table: ArrayLike<number>, categories: number): Float64Array =>
  Float64Array.from({ length: categories }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < categories; column += 1) sum += table[row * categories + column]!;
    return sum;
  });
