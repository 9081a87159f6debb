import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { drawMap } from '#shared/pictures/map';
import { outlines } from '#shared/pictures/outlines';
import type { DrawPicture } from '#shared/pictures/picture';
import { drawTimeline } from '#shared/pictures/timeline';

function draw(picture: DrawPicture): Element {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return picture(document, 600);
}
const colours = (element: Element) =>
  [...element.querySelectorAll('[fill], [stroke]')].flatMap((each) => [
    each.getAttribute('fill'),
    each.getAttribute('stroke'),
  ]);

const places = [
  { uid: '1', name: 'Ras Ilun', latitude: 34.5, longitude: 36, a: 4, b: 0 },
  { uid: '2', name: 'Marsa', latitude: 35.5, longitude: 38, a: 1, b: 9 },
];

test('a map shows the half discs of both sides, names, coasts and borders, in the page’s colours', () => {
  const map = draw(drawMap(places, outlines, '2'));
  const discs = [...map.querySelectorAll('path[fill="var(--side-a)"], path[fill="var(--side-b-fill)"]')];
  expect(discs).toHaveLength(3 + 2); // one of Ras Ilun, two of Marsa, two of the key
  expect(map.textContent).toContain('Ras Ilun');
  expect(map.textContent).toContain('largest: 9 mentions');
  expect(map.querySelectorAll('circle[stroke="var(--accent)"]')).toHaveLength(1);
  expect(
    colours(map).every((colour) => colour === null || /^(var\(--[a-z0-9-]+\)|none|currentColor)$/u.test(colour)),
  ).toBe(true);
  expect(map.outerHTML.length).toBeLessThan(60_000);
});

test('a map of all the world takes the coarse outlines, and holds places on both sides of the date line', () => {
  const far = [
    ...places,
    { uid: '3', name: 'Suva', latitude: -18, longitude: 178, a: 1, b: 1 },
    { uid: '4', name: 'Apia', latitude: -14, longitude: -172, a: 1, b: 1 },
  ];
  const map = draw(drawMap([...far, { uid: '5', name: 'Lima', latitude: -12, longitude: -77, a: 1, b: 1 }], outlines));
  expect(map.outerHTML.length).toBeLessThan(250_000);
  expect(map.textContent).toContain('Apia');
});

test('time is drawn measure by measure, A above and B below; what nobody has is left out', () => {
  const counts = (articles: number, mentions: number) => ({ articles, mentions, claims: 0 });
  const bins = [
    { from: '2024-02-29', a: counts(2, 5), b: counts(1, 0) },
    { from: '2024-03-01', a: counts(0, 0), b: counts(3, 4) },
  ];
  const picture = draw(drawTimeline({ unit: 'day', bins }));
  expect(picture.querySelectorAll('svg')).toHaveLength(2);
  expect(picture.textContent).not.toContain('claims');
  const heights = (fill: string) =>
    [...picture.querySelectorAll(`g[fill="${fill}"] rect`)].filter((bar) => Number(bar.getAttribute('height')) > 0)
      .length;
  expect(heights('var(--side-a)')).toBe(2);
  expect(heights('var(--side-b-fill)')).toBe(3);
});
