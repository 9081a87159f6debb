import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');

/** Each colour token: its light and its dark value, in hex. */
const tokens = new Map<string, [string, string]>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s+light-dark\((#\w+),\s*(#\w+)\)/g))
  if (!tokens.has(name!)) tokens.set(name!, [light!, dark!]);

type Rgba = [number, number, number, number];
const parseHex = (hex: string): Rgba => {
  const [r, g, b, a = 255] = hex
    .slice(1)
    .match(/../g)!
    .map((pair) => parseInt(pair, 16));
  return [r!, g!, b!, a / 255];
};
const lay = ([r, g, b, a]: Rgba, base: Rgba): Rgba => {
  const mix = (top: number, below: number) => top * a + below * (1 - a);
  return [mix(r, base[0]), mix(g, base[1]), mix(b, base[2]), 1];
};
const toLinear = (channel: number) =>
  channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
const toLuminance = ([r, g, b]: Rgba) => 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);

/** Contrast of one token on layers of others, the nearest first ("hover/panel"). Source: WCAG 2.2, contrast ratio. */
function measureContrast(front: string, layers: string, theme: 0 | 1): number {
  const get = (name: string) => parseHex(tokens.get(name)![theme]);
  const [ground, ...above] = layers.split('/').reverse();
  const back = above.reduce((base, name) => lay(get(name), base), get(ground!));
  const [low, high] = [toLuminance(lay(get(front), back)), toLuminance(back)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const TEXT = 4.5;
const LINES = 3;
const surfaces = ['chrome', 'panel', 'paper', 'raised', 'sunk'];
const labels = ['actor', 'location', 'claim', 'label-4', 'label-5', 'label-6', 'label-7', 'label-8'];
const builtIn = labels.slice(0, 3);

const rows: [need: number, front: string, back: string][] = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) =>
    [
      ...surfaces,
      'hover/panel',
      'hover/paper',
      'hover/raised',
      'accent-tint',
      'warn-tint',
      'danger-tint',
      'ok-tint',
    ].map((back): [number, string, string] => [TEXT, ink, back]),
  ),
  ...labels.flatMap((label): [number, string, string][] => [
    [TEXT, `${label}-text`, 'paper'],
    [TEXT, `${label}-text`, 'panel'],
    [TEXT, `${label}-text`, `${label}-tint`],
    [TEXT, 'ink', `${label}-tint`],
    [LINES, label, 'paper'],
    [LINES, label, 'panel'],
    [LINES, label, `${label}-tint`],
  ]),
  ...builtIn.flatMap((label): [number, string, string][] => [
    [TEXT, 'ink', `${label}-tint-2`],
    [LINES, `${label}-text`, `${label}-tint-2`],
    [LINES, 'accent', `${label}-tint-2`],
  ]),
  ...['ok', 'warn', 'danger'].flatMap((state) =>
    [...surfaces.slice(0, 4), `${state}-tint`].map((back): [number, string, string] => [TEXT, state, back]),
  ),
  ...['chrome', 'panel', 'paper', 'raised', 'accent-tint'].map((back): [number, string, string] => [
    TEXT,
    'accent',
    back,
  ]),
  [TEXT, 'on-accent', 'accent'],
  [TEXT, 'on-accent', 'accent-strong'],
  ...['paper', 'panel', 'raised', 'chrome'].map((back): [number, string, string] => [LINES, 'line-control', back]),
];

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('every pair of colours that the screens use has enough contrast: %s', (_, theme) => {
  const tooLow = rows.filter(([need, front, back]) => measureContrast(front, back, theme) < need);
  expect(tooLow).toEqual([]);
});
