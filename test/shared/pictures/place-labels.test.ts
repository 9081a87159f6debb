import { expect, test } from 'vitest';
import { placeLabels } from '#shared/pictures/place-labels';

const frame = { left: 0, right: 300, top: 0, bottom: 200 };
const point = (x: number, y: number, text: string) => ({ x, y, radius: 5, text });
const place = (points: ReturnType<typeof point>[], most = 9) =>
  placeLabels(points, frame, most).map(({ index, anchor }) => [points[index]!.text, anchor]);

test('names stand to the right, at the edge to the left', () => {
  expect(place([point(20, 50, 'Marsa'), point(280, 150, 'Ras Ilun')])).toEqual([
    ['Marsa', 'start'],
    ['Ras Ilun', 'end'],
  ]);
});

test('a name that would lie over another, or over a point, gives way or is left out; the first ones win', () => {
  expect(place([point(100, 50, 'Marsa'), point(95, 55, 'Dock')])).toEqual([
    ['Marsa', 'start'],
    ['Dock', 'end'],
  ]);
  expect(place([point(100, 50, 'Marsa'), point(118, 52, 'Dock'), point(82, 52, 'Pier')])).not.toContainEqual([
    'Marsa',
    'start',
  ]);
  expect(place([point(20, 50, 'Marsa'), point(20, 150, 'Dock')], 1)).toEqual([['Marsa', 'start']]);
});
