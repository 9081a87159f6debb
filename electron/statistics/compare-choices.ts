/** How often A and B chose one thing among several. */
export type Chosen = { a: number; b: number };

/** `a` and `b`: how often each side chose at all. `all` things were chosen by anybody, `shared` by both. */
export type ChoiceDifference = {
  a: number;
  b: number;
  all: number;
  shared: number;
  g2: number | null;
  overlap: number | null;
};

/**
 * How unlike two choices among the same things are; `g2` and `overlap` are null where a side chose nothing.
 *
 * `g2`: `2 Σ O ln(O/E)` over all cells of the table of things and sides. `overlap`: `Σ min(share a, share b)`, from 0 to 1.
 * Source: Dunning 1993, by the row totals and column totals of a table of any length.
 */
export function compareChoices(chosen: readonly Chosen[]): ChoiceDifference {
  const a = sum(chosen, (each) => each.a);
  const b = sum(chosen, (each) => each.b);
  const all = chosen.filter((each) => each.a + each.b > 0).length;
  const shared = chosen.filter((each) => each.a > 0 && each.b > 0).length;
  if (a === 0 || b === 0) return { a, b, all, shared, g2: null, overlap: null };
  const g2 = sum(chosen, (each) => {
    const both = (each.a + each.b) / (a + b);
    return 2 * (toTerm(each.a, both * a) + toTerm(each.b, both * b));
  });
  const overlap = sum(chosen, (each) => Math.min(each.a / a, each.b / b));
  return { a, b, all, shared, g2: Math.max(0, g2), overlap: Math.min(1, overlap) };
}

/** A cell that holds nothing adds nothing. */
const toTerm = (observed: number, expected: number) => (observed === 0 ? 0 : observed * Math.log(observed / expected));

const sum = (chosen: readonly Chosen[], of: (each: Chosen) => number) =>
  chosen.reduce((total, each) => total + of(each), 0);
