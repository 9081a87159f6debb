import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** No time of day, so that the same files give the same bytes. */
const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** Packs files under their names into a ZIP that only its owner may read. */
export async function packZip(files: { path: string; name: string }[], target: string): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(target, { mode: 0o600, flags: 'wx' }));
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  for (const { path, name } of files) zip.addFile(path, name, options);
  zip.end();
  await Promise.race([written, failed]);
}
