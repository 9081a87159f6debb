/** Something at a point of a picture. Unit: pixels. `radius`: of what is drawn there. */
export type Labelled = { x: number; y: number; radius: number; text: string };

/** Where a name begins or ends, beside its point. */
export type PlacedLabel = { index: number; x: number; y: number; anchor: 'start' | 'end' };

type Box = { left: number; right: number; top: number; bottom: number };

const LINE = 14;
const LETTER = 6.2;
const WIDE_LETTER = 12; // Chinese, Japanese, Korean
const GAP = 4;

const measure = (text: string): number =>
  Array.from(text).reduce((width, letter) => width + (letter >= '\u2e80' ? WIDE_LETTER : LETTER), 0);

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Places names beside their points, first ones first, each to the right or else to the left, where nothing is yet; the others are
 * left out.
 *
 * `frame`: what no name leaves.
 */
export function placeLabels(points: readonly Labelled[], frame: Box, most: number): PlacedLabel[] {
  const taken: Box[] = points.map(({ x, y, radius }) => ({
    ...{ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
  }));
  const placed: PlacedLabel[] = [];
  points.forEach(({ x, y, radius, text }, index) => {
    if (placed.length >= most) return;
    const width = measure(text);
    const edges = { top: y - LINE / 2, bottom: y + LINE / 2 };
    const right = { ...edges, left: x + radius + GAP, right: x + radius + GAP + width };
    const left = { ...edges, left: x - radius - GAP - width, right: x - radius - GAP };
    const box = [right, left].find(
      (each) =>
        each.left >= frame.left &&
        each.right <= frame.right &&
        each.top >= frame.top &&
        each.bottom <= frame.bottom &&
        !taken.some((other) => overlap(each, other)),
    );
    if (!box) return;
    taken.push(box);
    placed.push(box === right ? { index, x: box.left, y, anchor: 'start' } : { index, x: box.right, y, anchor: 'end' });
  });
  return placed;
}
