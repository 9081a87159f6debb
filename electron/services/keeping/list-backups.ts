import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseBackupName, type Backup, type BackupName } from '#shared/domain/backup';
import { CORPUS_EXTENSION } from '#shared/domain/corpus';
import type { Handle } from '#shared/domain/ids';
import { keepingMessages } from '#shared/messages/en/keeping';

export type BackupFile = BackupName & { path: string; sizeBytes: number };
/** A corpus that made room for a backup. `at` is when, ISO 8601 UTC. */
export type AsideFile = { path: string; sizeBytes: number; at: string };

const toStem = (path: string) => basename(path, extname(path));

/** `<name> backups` beside the corpus, or in the folder that the settings name. */
export const findBackupFolder = (corpusPath: string, chosen: string | null) =>
  join(chosen ?? dirname(corpusPath), keepingMessages.folderName(toStem(corpusPath)));

/** The backups that lie in a folder, of one corpus or of any, by their names, newest first. Others' files are none of ours. */
export function listBackupFiles(folder: string, corpusUid: string | null): BackupFile[] {
  return listNames(folder)
    .flatMap((name) => {
      const parsed = parseBackupName(name);
      if (!parsed || (corpusUid !== null && parsed.corpus !== corpusUid.slice(-8))) return [];
      const path = join(folder, name);
      return [{ ...parsed, path, sizeBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 }];
    })
    .sort((a, b) => b.number - a.number);
}

/** The name under which a corpus is kept when a backup takes its place. */
export function toAsidePath(corpusPath: string, at: string): string {
  const when = at.slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  return join(dirname(corpusPath), `${toStem(corpusPath)} (${keepingMessages.setAside} ${when})${CORPUS_EXTENSION}`);
}

/** What was set aside when backups took its place, newest first. */
export function listAsideFiles(corpusPath: string): AsideFile[] {
  const beginning = `${toStem(corpusPath)} (${keepingMessages.setAside} `;
  return listNames(dirname(corpusPath))
    .flatMap((name) => {
      const [, day, hour, minute, second] =
        /^(\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d)\)\.galley$/.exec(name.slice(beginning.length)) ?? [];
      if (!name.startsWith(beginning) || day === undefined) return [];
      const path = join(dirname(corpusPath), name);
      return [
        {
          path,
          sizeBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
          at: `${day}T${hour}:${minute}:${second}Z`,
        },
      ];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // there is none yet
  }
}

/** All that a corpus can be made again from, newest first; `grant` gives a handle for a path. */
export function listBackups(corpusPath: string, chosen: string | null, grant: (path: string) => Handle): Backup[] {
  const folder = findBackupFolder(corpusPath, chosen);
  const backups = listBackupFiles(folder, null).map(({ path, kept, ...told }): Backup => ({
    handle: grant(path),
    name: basename(path),
    kind: kept ? 'kept' : 'automatic',
    at: told.at,
    sizeBytes: told.sizeBytes,
    steps: told.steps,
    articles: told.articles,
    fingerprint: told.fingerprint,
  }));
  const aside = listAsideFiles(corpusPath).map(({ path, at, sizeBytes }): Backup => {
    const told = { steps: null, articles: null, fingerprint: null };
    return { handle: grant(path), name: basename(path), kind: 'set aside', at, sizeBytes, ...told };
  });
  return [...backups, ...aside].sort((a, b) => b.at.localeCompare(a.at));
}
