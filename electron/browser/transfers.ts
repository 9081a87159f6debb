import { createReadStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { UPLOAD_LIMIT_MB } from '#shared/api/host-routes';
import { CORPUS_EXTENSION, toFileName } from '#shared/domain/corpus';
import { ExpectedError } from '#shared/errors';
import { newToken, OneTimeTokens, type Clock } from './one-time-tokens.ts';
import { packZip } from '../zip/pack-zip.ts';
import { createPrivateFolder } from './private-folder.ts';
import { readParts } from './read-body.ts';

const UPLOAD_LIFE_MS = 60_000;
const DOWNLOAD_LIFE_MS = 30_000;

type Ready = { path: string; name: string };
export type Download = { name: string; sizeBytes: number; stream: Readable };

/** Files that a page sends, and what goes out to it, in a private folder that is removed at the end. */
export class Transfers {
  readonly #folder = createPrivateFolder();
  readonly #uploads: OneTimeTokens<{ name: string; sizeBytes: number }>;
  readonly #downloads: OneTimeTokens<Ready>;

  constructor(now: Clock) {
    this.#uploads = new OneTimeTokens(UPLOAD_LIFE_MS, now);
    this.#downloads = new OneTimeTokens(DOWNLOAD_LIFE_MS, now);
  }

  /** A ticket to send one file in. Errors: upload-too-large. */
  offer(name: string, sizeBytes: number): string {
    const file = basename(name.replaceAll('\\', '/'));
    if (sizeBytes > UPLOAD_LIMIT_MB * 1e6)
      throw new ExpectedError('upload-too-large', { file, limitMb: UPLOAD_LIMIT_MB });
    return this.#uploads.issue({ name: file, sizeBytes });
  }

  /** Takes in what a page sends for a ticket; no more than it offered. Errors: handle-unknown, disk-full, disk-failed. */
  async takeUpload(ticket: string, request: IncomingMessage): Promise<Ready> {
    const offered = this.#uploads.take(ticket);
    if (offered === undefined) throw new ExpectedError('handle-unknown');
    const { name, sizeBytes } = offered;
    const path = this.#newUploadPath(name);
    let file: FileHandle | undefined;
    try {
      const target = (file = await open(path, 'wx', 0o600));
      await readParts(request, sizeBytes, new ExpectedError('handle-unknown'), (part) => target.appendFile(part));
      return { path, name };
    } catch (error) {
      rmSync(path, { force: true });
      throw toDiskFailure(error, name);
    } finally {
      await file?.close();
    }
  }

  /** A corpus lies in a folder of its own under its own name, by which it is called wherever it is spoken of. */
  #newUploadPath(name: string): string {
    const place = join(this.#folder, newToken());
    if (!name.endsWith(CORPUS_EXTENSION)) return place;
    mkdirSync(place, { mode: 0o700 });
    return join(place, toFileName(name));
  }

  /** Where a dataset may be written: nothing is there yet; its name is that of the download. Errors: disk-full, disk-failed. */
  newExportFolder(name: string): string {
    try {
      return join(mkdtempSync(join(this.#folder, 'export-')), name);
    } catch (error) {
      throw toDiskFailure(error, name);
    }
  }

  /** A ticket to fetch what was written into a folder: the file itself, or a ZIP of several. Errors: disk-full, disk-failed. */
  async newDownload(folder: string): Promise<string> {
    try {
      const files = listFiles(folder);
      if (files.length === 1) return this.#downloads.issue({ path: files[0]!.path, name: basename(files[0]!.path) });
      const path = `${folder}.zip`;
      await packZip(files, path);
      rmSync(folder, { recursive: true });
      return this.#downloads.issue({ path, name: basename(path) });
    } catch (error) {
      throw toDiskFailure(error, basename(folder));
    }
  }

  /** What a ticket stands for, which is then spent; undefined where it is wrong, late or spent. */
  openDownload(ticket: string): Download | undefined {
    const ready = this.#downloads.take(ticket);
    if (!ready) return undefined;
    const stream = createReadStream(ready.path);
    stream.on('close', () => rmSync(ready.path, { force: true }));
    return { name: ready.name, sizeBytes: statSync(ready.path).size, stream };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** All files below a folder with their names from there, in order. */
function listFiles(folder: string): Ready[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }));
}

/** The failure that a person can act on where the disk refused; anything else stays as it is. */
function toDiskFailure(error: unknown, file: string): unknown {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ExpectedError('disk-full', { file });
  return path === undefined && code !== 'EIO' ? error : new ExpectedError('disk-failed', { file, detail: message });
}
