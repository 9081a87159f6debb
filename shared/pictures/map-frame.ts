/** A point on the earth. Unit: degrees, WGS 84. */
export type Point = { latitude: number; longitude: number };

/**
 * The part of the world that a map shows. `centre`: the meridian in its middle; `west` and `east` are counted from it, so that a
 * map may lie across the date line. `isWide`: too much for a map on which angles hold.
 */
export type MapFrame = { centre: number; west: number; east: number; south: number; north: number; isWide: boolean };

/** So much of the world is shown around a single place. Unit: degrees. */
const LEAST_SPAN = 3;
/** Beyond these a map on which angles hold grows beyond measure. */
const WIDEST = 120;
const HIGHEST = 78;

/** Longitude as counted from another meridian, from -180 to 180. */
export const toRelative = (longitude: number, centre: number): number =>
  ((((longitude - centre + 180) % 360) + 360) % 360) - 180;

/** The smallest frame around all points, with some room at its sides. */
export function findFrame(points: readonly Point[]): MapFrame {
  if (points.length === 0) return { centre: 0, west: -180, east: 180, south: -60, north: HIGHEST, isWide: true };
  const centre = findCentre(points.map(({ longitude }) => longitude));
  const [west, east] = widen(points.map(({ longitude }) => toRelative(longitude, centre)));
  const [south, north] = widen(points.map(({ latitude }) => latitude));
  const isWide = east - west > WIDEST || north > HIGHEST || south < -HIGHEST;
  return { centre, west, east, south: Math.max(south, -90), north: Math.min(north, 90), isWide };
}

/** Opposite to the middle of the widest stretch of meridians without a point. */
function findCentre(longitudes: readonly number[]): number {
  const sorted = [...longitudes].sort((x, y) => x - y);
  let widest = { gap: -1, centre: 0 };
  sorted.forEach((longitude, n) => {
    const next = sorted[n + 1] ?? sorted[0]! + 360;
    const gap = next - longitude;
    if (gap > widest.gap) widest = { gap, centre: longitude + gap / 2 + 180 };
  });
  return toRelative(widest.centre, 0);
}

function widen(values: readonly number[]): [number, number] {
  const [least, most] = values.reduce(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [Infinity, -Infinity]);
  const span = Math.max((most - least) * 1.2, LEAST_SPAN);
  const middle = (least + most) / 2;
  return [middle - span / 2, middle + span / 2];
}

/** How high a map of this frame is, of its width; within what fits a page. */
export function toAspect({ west, east, south, north, isWide }: MapFrame): number {
  if (isWide) return 0.5;
  const toHeight = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  const aspect = (toHeight(north) - toHeight(south)) / (((east - west) * Math.PI) / 180);
  return Math.min(0.75, Math.max(0.5, aspect));
}

const GRID_STEPS = [1, 2, 5, 10, 20, 30] as const;

/** As GeoJSON has it. Unit: degrees, longitude before latitude. */
type Lines = { type: 'MultiLineString'; coordinates: [number, number][][] };

/** Meridians and parallels round about the frame, about six of each. */
export function toGrid({ centre, west, east, south, north }: MapFrame): Lines {
  const step = GRID_STEPS.find((each) => (east - west) / each <= 8) ?? 30;
  const around = (from: number, to: number, [least, most]: readonly [number, number]) => {
    const lines: number[] = [];
    for (let at = Math.floor((from - (to - from)) / step) * step; at <= to + (to - from); at += step)
      if (at >= least && at <= most) lines.push(at);
    return lines;
  };
  const meridians = around(centre + west, centre + east, [centre - 180, centre + 180]);
  const parallels = around(south, north, [-80, 80]);
  const [low, high] = [parallels[0] ?? -80, parallels.at(-1) ?? 80];
  return {
    type: 'MultiLineString',
    coordinates: [
      ...meridians.map((longitude) => [low, (low + high) / 2, high].map((latitude) => toPair(longitude, latitude))),
      ...parallels.map((latitude) => meridians.map((longitude) => toPair(longitude, latitude))),
    ],
  };
}

const toPair = (longitude: number, latitude: number): [number, number] => [longitude, latitude];

const KM_A_DEGREE = 111.32;
const BAR_LENGTHS_KM = [10, 20, 50, 100, 200, 500, 1000, 2000] as const;

/** So many kilometres from one longitude to another, along a parallel. */
export type ScaleBar = { km: number; from: number; to: number; latitude: number };

/** A scale at the lower left corner, about a fifth of the frame long; none on a map where lengths differ by place. */
export function toScaleBar({ centre, west, east, south, north, isWide }: MapFrame): ScaleBar | undefined {
  if (isWide) return undefined;
  const latitude = south + (north - south) * 0.04;
  const kmADegree = KM_A_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const widest = (east - west) * kmADegree * 0.2;
  const km = [...BAR_LENGTHS_KM].reverse().find((length) => length <= widest) ?? BAR_LENGTHS_KM[0];
  const from = centre + west + (east - west) * 0.03;
  return { km, from, to: from + km / kmADegree, latitude };
}
