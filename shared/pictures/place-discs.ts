import type { RenderFunction } from '@observablehq/plot';
import { timeWords as words } from '../messages/en/compare-time.ts';
import type { Point } from './map-frame.ts';
import { placeLabels } from './place-labels.ts';

/** How often either side means a place. */
export type MapPlace = Point & { uid: string; name: string; a: number; b: number };

/** Unit: pixels. The area of a half disc goes with its count, but for the smallest, which would not be seen. */
const LARGEST_RADIUS = 20;
const SMALLEST_RADIUS = 2.5;
const MOST_NAMES = 40;

const SVG = 'http://www.w3.org/2000/svg';
type Attributes = Record<string, string | number>;

/**
 * Draws places at their points: the left half of a disc for A, the right half for B; the largest, which come first, with their
 * names, as far as these do not lie over one another.
 */
export function drawPlaces(places: readonly MapPlace[], selected: string | undefined): RenderFunction {
  const most = places.reduce((found, { a, b }) => Math.max(found, a, b), 1);
  const toRadius = (count: number) =>
    count === 0 ? 0 : Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(count / most));
  return (index, _scales, values, { width, height }, { document }) => {
    const draw: Draw = (name, attributes, text) => {
      const element = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
      if (text !== undefined) element.textContent = text;
      return element;
    };
    const [xs, ys] = [values.x as ArrayLike<number>, values.y as ArrayLike<number>];
    const points = Array.from(index, (n) => {
      const { uid, name, a, b } = places[n]!;
      const [left, right] = [toRadius(a), toRadius(b)];
      return {
        x: xs[n]!,
        y: ys[n]!,
        left,
        right,
        radius: Math.max(left, right),
        text: name,
        isSelected: uid === selected,
      };
    });
    const group = draw('g', {});
    for (const { x, y, left, right, radius, isSelected } of points) {
      if (isSelected) group.append(draw('circle', { cx: x, cy: y, r: radius + 4, ...ring }));
      if (left > 0) group.append(draw('path', { d: toHalf(x, y, left, 0), ...solid }));
      if (right > 0) group.append(draw('path', { d: toHalf(x, y, right, 1), ...outlined }));
    }
    const firsts = [...points].sort((one, other) => Number(other.isSelected) - Number(one.isSelected));
    const frame = { left: 0, right: width, top: 0, bottom: height };
    for (const { index: n, x, y, anchor } of placeLabels(firsts, frame, MOST_NAMES)) {
      const weight = firsts[n]!.isSelected ? 600 : 400;
      group.append(draw('text', { x, y, 'text-anchor': anchor, 'font-weight': weight, ...name }, firsts[n]!.text));
    }
    group.append(...drawKey(draw, width - KEY.right, height - KEY.bottom, most));
    return group;
  };
}

type Draw = (name: string, attributes: Attributes, text?: string) => SVGElement;

/** Unit: pixels from the lower right corner. */
const KEY = { right: 150, bottom: 16, radius: 6 };

/** Which half is whose, and how many mentions the largest stands for. */
function drawKey(draw: Draw, x: number, y: number, most: number): SVGElement[] {
  const written = { ...name, 'font-family': 'var(--font-ui)', 'font-size': 11, fill: 'var(--ink-2)', y };
  const beside = KEY.radius + 5;
  return [
    draw('path', { d: toHalf(x, y, KEY.radius, 0), ...solid }),
    draw('path', { d: toHalf(x, y, KEY.radius, 1), ...outlined }),
    draw('text', { ...written, x: x - beside, 'text-anchor': 'end' }, 'A'),
    draw('text', { ...written, x: x + beside, 'text-anchor': 'start' }, 'B'),
    draw('text', { ...written, x: x + beside + 16, 'text-anchor': 'start' }, words.picture.largest(most)),
  ];
}

/** Half of a disc: the left one with `sweep` 0, the right one with 1. */
const toHalf = (x: number, y: number, r: number, sweep: 0 | 1) =>
  `M${x},${y - r}A${r},${r} 0 0 ${sweep} ${x},${y + r}Z`;

const solid: Attributes = { fill: 'var(--side-a)', stroke: 'var(--side-a)', 'stroke-width': 1 };
const outlined: Attributes = { fill: 'var(--side-b-fill)', stroke: 'var(--side-b)', 'stroke-width': 1.4 };
const ring: Attributes = { fill: 'none', stroke: 'var(--accent)', 'stroke-width': 2.5 };
const name: Attributes = {
  ...{ 'font-family': 'var(--font-read)', 'font-size': 12, 'dominant-baseline': 'central' },
  ...{
    fill: 'var(--ink)',
    stroke: 'var(--paper)',
    'stroke-width': 3,
    'paint-order': 'stroke',
    'stroke-linejoin': 'round',
  },
};
