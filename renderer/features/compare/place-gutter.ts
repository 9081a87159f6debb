import type { SideName } from '#shared/domain/comparison';
import type { GutterItem } from './gutter-items.ts';
import { placePills } from './place-pills.ts';

/** How far from its text half a line reaches, in pixels. */
const HALF = 22;

/** Middle of a line of text in the window, in pixels; null where there is none. */
type Measure = (side: SideName, item: GutterItem) => number | null;

/**
 * Puts the marks of a gutter level with the words that they lead to: the n-th path and the n-th button are those of the n-th item.
 * What is out of sight on either side keeps its place in the list, at the edge, and is seen while it has the focus.
 */
export function placeGutter(gutter: HTMLElement, items: readonly GutterItem[], measure: Measure): void {
  const { top, width, height } = gutter.getBoundingClientRect();
  const paths = [...gutter.querySelectorAll('path')];
  const pills = [...gutter.querySelectorAll<HTMLElement>('.pill')];
  const placed = items.map((item, n) => {
    const a = measure('a', item);
    const b = measure('b', item);
    const ends = { a: a === null ? null : a - top, b: b === null ? null : b - top };
    const there = [ends.a, ends.b].filter((end) => end !== null);
    const isOut = there.length === 0 || there.every((end) => end < 0) || there.every((end) => end > height);
    const middle = there.reduce((sum, end) => sum + Math.min(height, Math.max(0, end)), 0) / Math.max(1, there.length);
    return { n, ends, isOut, middle, height: pills[n]!.offsetHeight };
  });
  const inSight = placed.filter(({ isOut }) => !isOut);
  const middles = placePills(inSight);
  for (const { n, middle, isOut, height: own } of placed) {
    pills[n]!.classList.toggle('is-out', isOut);
    if (!isOut) continue;
    pills[n]!.style.top = `${Math.min(height - own / 2, Math.max(own / 2, middle))}px`;
    paths[n]!.removeAttribute('d');
  }
  inSight.forEach(({ n, ends }, at) => {
    const middle = middles[at]!;
    pills[n]!.style.top = `${middle}px`;
    paths[n]!.setAttribute('d', toPath(ends.a, ends.b, middle, width));
  });
}

/** From the one text to the pill and on to the other; half of it where there is but one end. Lines of SVG run left to right. */
function toPath(a: number | null, b: number | null, pill: number, width: number): string {
  const [quarter, half] = [width / 4, width / 2];
  if (b === null) return `M0 ${a} C${HALF / 2} ${a} ${HALF / 2} ${pill} ${HALF} ${pill}`;
  if (a === null) return `M${width} ${b} C${width - HALF / 2} ${b} ${width - HALF / 2} ${pill} ${width - HALF} ${pill}`;
  return `M0 ${a} C${quarter} ${a} ${quarter} ${pill} ${half} ${pill} S${width - quarter} ${b} ${width} ${b}`;
}
