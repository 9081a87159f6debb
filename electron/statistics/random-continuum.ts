import type { Place } from './dissimilarity.ts';

/** So often places are drawn anew that would lie too near to each other; in a short text there may be no others. */
const MOST_TRIES = 20;

/**
 * Units as they would lie by chance: for each coder those of any of the coders, moved on by a random number of characters and round the end
 * of the text to its beginning; no two moved alike, within the mean length of a unit.
 *
 * Source: Mathet, Widlöcher, Métivier 2015, §5.2.
 */
export function drawContinuum(coders: readonly (readonly Place[])[], length: number, random: () => number): Place[][] {
  const draw = (end: number) => Math.floor(random() * end);
  const made = coders.flat();
  const mean = made.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, made.length);
  const moves: number[] = [];
  return coders.map(() => {
    const isNear = (move: number) =>
      moves.some((other) => Math.min(Math.abs(move - other), length - Math.abs(move - other)) < mean);
    const units = coders[draw(coders.length)]!;
    let move = draw(length);
    for (let tries = 1; tries < MOST_TRIES && isNear(move); tries += 1) move = draw(length);
    moves.push(move);
    return units.map(({ start, end, label }) => {
      const from = (start + move) % length;
      return { start: from, end: from + end - start, label };
    });
  });
}
