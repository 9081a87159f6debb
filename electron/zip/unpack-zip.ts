import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry } from 'yauzl';
import { ExpectedError } from '#shared/errors';
import { archiveReasons } from '#shared/messages/en/interchange';

/** Nothing that people exchange unpacks to more. Unit: bytes. */
const MOST_BYTES = 2e9;
/** Nor to more than so many times its size, once it is more than a megabyte. */
const MOST_TIMES = 100;
const MOST_FILES = 200_000;

/** A ZIP: `name` is what a person calls it. */
export type Archive = { path: string; name: string; sizeBytes: number };

/**
 * Unpacks a ZIP into a folder and gives the names of its files. Bytes are counted as they come, whatever the archive says of itself.
 *
 * Errors: archive-bomb, archive-unreadable (damaged, encrypted, or with a name that leads out of its folder).
 */
export async function unpackZip(archive: Archive, folder: string): Promise<string[]> {
  const limit = { left: toLimit(archive) };
  const names = new Set<string>();
  try {
    const zip = await openPromise(archive.path);
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (name.endsWith('/') || isBesideTheFiles(name)) continue;
      if (names.size === MOST_FILES) throw toBomb(archive);
      refuseUnreadable(archive, entry, names);
      const target = join(folder, name);
      mkdirSync(dirname(target), { recursive: true });
      const stream = await zip.openReadStreamPromise(entry);
      await pipeline(stream, countBytes(archive, limit), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
      names.add(name);
    }
    return [...names];
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    const reason = archiveReasons.damaged((error as Error).message);
    throw new ExpectedError('archive-unreadable', { file: archive.name, reason });
  }
}

const toLimit = ({ sizeBytes }: Archive) => Math.min(MOST_BYTES, Math.max(1e6, sizeBytes * MOST_TIMES));

/** What systems put beside the files: hidden ones, and folders of their own. */
export const isBesideTheFiles = (name: string) => /(?:^|\/)(?:__MACOSX\/|\.[^./])/u.test(name);

function refuseUnreadable({ name: file }: Archive, entry: Entry, names: ReadonlySet<string>): void {
  const name = entry.fileName;
  if (entry.isEncrypted())
    throw new ExpectedError('archive-unreadable', { file, reason: archiveReasons.encrypted(name) });
  if (names.has(name)) throw new ExpectedError('archive-unreadable', { file, reason: archiveReasons.twice(name) });
}

const toBomb = (archive: Archive) =>
  new ExpectedError('archive-bomb', { file: archive.name, limitMb: Math.round(toLimit(archive) / 1e6) });

function countBytes(archive: Archive, limit: { left: number }): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      limit.left -= chunk.length;
      if (limit.left < 0) done(toBomb(archive));
      else done(null, chunk);
    },
  });
}
