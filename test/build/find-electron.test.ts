import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findElectron } from '../../build/find-electron.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-electron-'));
  mkdirSync(join(folder, 'dist'));
  const files = {
    'package.json': '{"version":"45.4.1"}',
    'path.txt': 'electron',
    'dist/version': 'v45.4.1\n',
    'dist/electron': '',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('Electron is found where it was fetched whole', () => {
  expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'));
});

it.each(['path.txt', 'dist/version', 'dist/electron'])('without %s it is not there', (path) => {
  rmSync(join(folder, path));
  expect(findElectron(folder)).toBeUndefined();
});

it('another version is not ours', () => {
  writeFileSync(join(folder, 'dist/version'), '45.4.0');
  expect(findElectron(folder)).toBeUndefined();
});
