import { appendFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import type { WorkerStart } from './messages.ts';

/** The project's folder, both from here and from a bundle in out/desktop. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const LOG_LIMIT = 5_000_000;

export const readVersion = () =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** Where settings and log lie: the system's folder for them, or `GALLEY_CONFIG_FOLDER`. */
const findSettingsFolder = () => process.env['GALLEY_CONFIG_FOLDER'] || envPaths('galley', { suffix: '' }).config;

/** The folders that a worker uses; the same for every door. */
export const findFolders = (): WorkerStart['folders'] => ({
  settings: findSettingsFolder(),
  documents: join(homedir(), 'Documents'),
  home: homedir(),
  sample: join(root, 'out', 'sample', 'sample.galley'),
});

/** Writes to the log, which starts anew when it has grown large; a log that cannot be written stops nothing. */
export function logBug(text: string): void {
  const folder = findSettingsFolder();
  const path = join(folder, 'galley.log');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const flag = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT ? 'w' : 'a';
    appendFileSync(path, `${new Date().toISOString()} ${text}\n`, { mode: 0o600, flag });
  } catch {
    process.stderr.write(`${text}\n`);
  }
}

/** How long looking at a corpus may take, by its size; beyond that it is ended. */
export function toCheckLimitMs(path: string): number {
  const sizeMb = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1e6;
  return Math.ceil(20_000 + sizeMb * 200);
}
