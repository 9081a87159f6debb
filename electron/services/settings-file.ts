import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { ExpectedError } from '#shared/errors';
import { Settings } from '#shared/domain/settings';
import { settingsSetAside } from '#shared/messages/en/notices';
import { toDiskError } from '../corpus/disk-error.ts';

/** `notice`: what a person should read about how the settings were found. */
export type LoadedSettings = { settings: Settings; notice: string | null };

const settingsPath = (folder: string) => join(folder, 'settings.json');

/**
 * The settings, or fresh ones; a file that cannot be understood is set aside under another name, and said. What can be understood of
 * it, as of one that a newer Galley wrote, is kept.
 */
export function loadSettings(folder: string, now: Date): LoadedSettings {
  const path = settingsPath(folder);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { settings: Settings.parse({}), notice: null };
  }
  try {
    return { settings: Settings.parse(JSON.parse(text)), notice: null };
  } catch {
    const aside = join(folder, `settings.damaged-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.json`);
    const kept = parseWhatHolds(text);
    const settings = kept ?? Settings.parse({});
    try {
      renameSync(path, aside);
      if (kept) saveSettings(folder, kept);
    } catch {
      return { settings, notice: null }; // it stays where it is until it can be written over
    }
    return { settings, notice: settingsSetAside(aside, kept !== undefined) };
  }
}

/** The fields that can be understood, with fresh ones for the others; undefined where it is no settings at all. */
function parseWhatHolds(text: string): Settings | undefined {
  try {
    const fields = Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
    const schemas = new Map<string, z.ZodType>(Object.entries(Settings.shape));
    return Settings.parse(
      Object.fromEntries(fields.filter(([name, value]) => schemas.get(name)?.safeParse(value).success)),
    );
  } catch {
    return undefined;
  }
}

/** On the disk when this returns. Errors: folder-read-only, disk-full, disk-failed. */
export function saveSettings(folder: string, settings: Settings): void {
  const path = settingsPath(folder);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileAtomic.sync(path, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
      throw new ExpectedError('folder-read-only', { folder });
    throw toDiskError(error, path) ?? new ExpectedError('disk-failed', { file: path, detail: message });
  }
}
