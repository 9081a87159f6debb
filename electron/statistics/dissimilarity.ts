import type { Segment } from './continuum.ts';

/** A unit that has one place: of an annotation of several spans from its beginning to its end. */
export type Place = Segment;

/** Of position and of label, as γ was reckoned by its authors. What is compared with nothing costs 1. */
export const WEIGHTS = { a: 1, b: 1 } as const;

/** How unlike two units are: by place, squared, and by label. Source: Mathet, Widlöcher, Métivier 2015, §4. */
export function toDissimilarity(one: Place, other: Place): number {
  const apart = Math.abs(one.start - other.start) + Math.abs(one.end - other.end);
  const place = (apart / (one.end - one.start + other.end - other.start)) ** 2;
  return WEIGHTS.a * place + (one.label === other.label ? 0 : WEIGHTS.b);
}
