import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../node_modules/electron/', import.meta.url));

/** Electron's program, where it was fetched whole and is of the version that the lock file names; nothing is fetched. */
export function findElectron(folder = installed): string | undefined {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  if (!['path.txt', 'dist/version'].every((path) => existsSync(join(folder, path)))) return undefined;
  const { version } = JSON.parse(read('package.json')) as { version: string };
  if (read('dist/version').trim().replace(/^v/, '') !== version) return undefined;
  const program = join(folder, 'dist', read('path.txt'));
  return existsSync(program) ? program : undefined;
}
