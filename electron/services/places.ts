import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, extname, join, parse } from 'node:path';
import { CORPUS_EXTENSION } from '#shared/domain/corpus';
import { ExpectedError } from '#shared/errors';

const MOST_ENTRIES = 2000;

export type PlaceEntry = { name: string; kind: 'folder' | 'corpus' };

/** The person's own folder for corpora, made where it is missing. Errors: folder-read-only. */
export function ensureOwnFolder(documents: string): string {
  const folder = join(documents, 'Galley');
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    throw new ExpectedError('folder-read-only', { folder: documents });
  }
}

export const findParent = (path: string) => (parse(path).root === path ? undefined : dirname(path));

/** Where people look first: their own folder for corpora, their home, and where their recent corpora lie. */
export function listPlaces({ documents, home }: { documents: string; home: string }, recent: string[]): string[] {
  const places = [join(documents, 'Galley'), home, ...recent.map((path) => dirname(path))];
  return [...new Set(places)].filter((place) => existsSync(place));
}

/** Folders and corpora, without hidden ones, folders first. Errors: folder-missing, folder-read-only. */
export function listFolder(path: string): PlaceEntry[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new ExpectedError('folder-missing', { folder: path });
  try {
    const found: PlaceEntry[] = [];
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) found.push({ name: entry.name, kind: 'folder' });
      else if (extname(entry.name) === CORPUS_EXTENSION) found.push({ name: entry.name, kind: 'corpus' });
    }
    return found.sort((a, b) => b.kind.localeCompare(a.kind) || a.name.localeCompare(b.name)).slice(0, MOST_ENTRIES);
  } catch {
    throw new ExpectedError('folder-read-only', { folder: path });
  }
}

/** What the system calls the person; empty where it does not know them. */
export function getSystemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
