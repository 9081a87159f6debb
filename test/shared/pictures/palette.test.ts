import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palette, resolveProperties, synonyms } from '#shared/pictures/palette';

const tokens = readFileSync('renderer/styles/tokens.css', 'utf8');

test('pictures that leave the page have the colours of the page', () => {
  for (const [name, [light, dark]] of Object.entries(palette))
    expect(new RegExp(`--${name}:\\s*(light-dark\\([^)]*\\))`, 'u').exec(tokens)?.[1]).toBe(
      `light-dark(${light}, ${dark})`,
    );
  for (const [name, of] of Object.entries(synonyms))
    expect(tokens).toMatch(new RegExp(`--${name}:\\s*var\\(--${of}\\)`, 'u'));
});

test('a custom property is put by its value, one that is not known is left', () => {
  expect(resolveProperties('fill="var(--side-a)" stroke="var(--conflict)" x="var(--nobody)"')).toBe(
    'fill="#2F3034" stroke="#A51C34" x="var(--nobody)"',
  );
});
