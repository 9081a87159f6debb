import { describe, expect, test } from 'vitest';
import { findFrame, toAspect, toGrid, toRelative, toScaleBar } from '#shared/pictures/map-frame';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe('the frame of a map', () => {
  test('fits the places with room at the sides', () => {
    const { centre, west, east, south, north, isWide } = findFrame([at(32, 36), at(37, 42)]);
    expect(centre).toBe(39);
    expect([west, east]).toEqual([expect.closeTo(-3.6, 9), expect.closeTo(3.6, 9)]);
    expect([south, north]).toEqual([expect.closeTo(31.5, 9), expect.closeTo(37.5, 9)]);
    expect(isWide).toBe(false);
  });

  test('is three degrees about a single place, and all the world where there is none', () => {
    expect(findFrame([at(34, 36)])).toEqual({
      centre: 36,
      west: -1.5,
      east: 1.5,
      south: 32.5,
      north: 35.5,
      isWide: false,
    });
    expect(findFrame([])).toMatchObject({ west: -180, east: 180, isWide: true });
  });

  test('lies across the date line where the places do', () => {
    const { centre, west, east } = findFrame([at(-18, 178), at(-14, -172)]);
    expect(Math.abs(centre)).toBeCloseTo(177, 9);
    expect(east - west).toBeCloseTo(12, 9);
    expect(toRelative(-172, 178)).toBeCloseTo(10, 9);
  });

  test('is wide over continents and at the poles', () => {
    expect(findFrame([at(38, -77), at(35, 149)]).isWide).toBe(true);
    expect(findFrame([at(79, 12)]).isWide).toBe(true);
  });
});

test('a map is as high as its frame asks, within what fits a page; a wide one has no scale', () => {
  const tall = findFrame([at(20, 36), at(40, 37)]);
  const flat = findFrame([at(34, 20), at(34, 60)]);
  expect([toAspect(tall), toAspect(flat)]).toEqual([0.75, 0.5]);
  expect(toScaleBar(findFrame([at(38, -77), at(35, 149)]))).toBeUndefined();
  const bar = toScaleBar(findFrame([at(32, 36), at(37, 42)]))!;
  expect(bar.km).toBe(100);
  // a degree of longitude at 31.74° north is 94.7 km
  expect(bar.to - bar.from).toBeCloseTo(100 / 94.67, 2);
});

test('meridians and parallels stand at whole steps, some beyond the frame', () => {
  const { coordinates } = toGrid(findFrame([at(32, 36), at(37, 42)]));
  const meridians = coordinates.filter((line) => line.every(([longitude]) => longitude === line[0]![0]));
  const longitudes = meridians.map((line) => line[0]![0]);
  expect(longitudes).toContain(39);
  expect(Math.min(...longitudes)).toBeLessThan(35.4);
});
