import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Gives a file its name, on its way to the disk when this returns. Unless `replace` is said, it never takes another's place.
 *
 * Throws EEXIST where there is a file of that name.
 */
export function placeFile(from: string, to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) renameSync(from, to);
  else moveIfFree(from, to);
  syncFolder(dirname(to));
}

function moveIfFree(from: string, to: string): void {
  try {
    linkSync(from, to); // fails where `to` exists
    rmSync(from);
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST' || existsSync(to)) throw error;
    renameSync(from, to); // a file system without hard links
  }
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return; // directories cannot be synced there
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
