import { createHash, type Hash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chunk } from '../../formats/format.ts';
import { packZip } from '../../zip/pack-zip.ts';
import type { DatasetFile } from './make-card.ts';

/** So many files may be open at a time; one that is written to again is opened again. */
const MOST_OPEN = 64;
/** Chunks are put together up to this before they are written. Unit: bytes. */
const WRITTEN_AT_ONCE = 1 << 20;
/** Waiting for the disk costs a millisecond a file: of a dataset in more files than this the system writes them out in its own time. */
const MOST_SYNCED = 1000;

export const toBytes = (chunk: Chunk): Uint8Array => ('text' in chunk ? Buffer.from(chunk.text) : chunk.bytes);

type Entry = {
  name: string;
  fd: number | null;
  hash: Hash;
  sizeBytes: number;
  waiting: Uint8Array[];
  waitingBytes: number;
};

/** Writes the files of a dataset below a folder, chunk by chunk, each with its hash. */
export class DatasetFiles {
  readonly #folder: string;
  readonly #entries = new Map<string, Entry>();
  /** Those that are open, the one that was opened first before the others. */
  readonly #open = new Set<Entry>();
  #last: Entry | null = null;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  take(file: string, chunk: Chunk): void {
    const bytes = toBytes(chunk);
    const entry = this.#last?.name === file ? this.#last : (this.#entries.get(file) ?? this.#begin(file));
    this.#last = entry;
    entry.waiting.push(bytes);
    entry.waitingBytes += bytes.length;
    entry.sizeBytes += bytes.length;
    if (entry.waitingBytes >= WRITTEN_AT_ONCE) this.#write(entry);
  }

  #begin(name: string): Entry {
    const within = dirname(join(this.#folder, name));
    if (!this.#made.has(within)) mkdirSync(within, { recursive: true });
    this.#made.add(within);
    const fd = openSync(join(this.#folder, name), 'wx');
    const entry: Entry = { name, fd, hash: createHash('sha256'), sizeBytes: 0, waiting: [], waitingBytes: 0 };
    this.#entries.set(name, entry);
    this.#keepOpen(entry);
    return entry;
  }

  #keepOpen(entry: Entry): void {
    if (this.#open.size >= MOST_OPEN) this.#close(this.#open.values().next().value!);
    this.#open.add(entry);
  }

  #write(entry: Entry): void {
    if (entry.fd === null) {
      entry.fd = openSync(join(this.#folder, entry.name), 'a');
      this.#keepOpen(entry);
    }
    const bytes = entry.waiting.length === 1 ? entry.waiting[0]! : Buffer.concat(entry.waiting);
    entry.waiting = [];
    entry.waitingBytes = 0;
    for (let at = 0; at < bytes.length;) at += writeSync(entry.fd, bytes, at);
    entry.hash.update(bytes);
  }

  #close(entry: Entry): void {
    if (entry.waitingBytes > 0) this.#write(entry);
    closeSync(entry.fd!);
    entry.fd = null;
    this.#open.delete(entry);
  }

  /** All files, in the order that they were begun; on the disk, but for those of a dataset in very many. `breathe`: asked between files. */
  async finish(breathe: () => Promise<void> | undefined = () => undefined): Promise<DatasetFile[]> {
    for (const entry of this.#entries.values()) if (entry.fd === null && entry.waitingBytes > 0) this.#write(entry);
    for (const entry of [...this.#open]) this.#close(entry);
    if (this.#entries.size <= MOST_SYNCED)
      for (const { name } of this.#entries.values()) {
        await breathe();
        syncFile(join(this.#folder, name));
      }
    return [...this.#entries.values()].map(({ name, sizeBytes, hash }) => ({
      name,
      sizeBytes,
      sha256: hash.digest('hex'),
    }));
  }

  abandon(): void {
    for (const { fd } of this.#open) closeSync(fd!);
  }
}

/** Waits until a file is on the disk. */
function syncFile(path: string): void {
  const fd = openSync(path, 'r+'); // some systems only let those who may write wait
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Packs files that were written below a folder into one ZIP beside them, and takes them away. */
export async function packFiles(folder: string, files: readonly DatasetFile[], archive: string): Promise<DatasetFile> {
  const target = join(folder, archive);
  const named = files.map(({ name }) => name).sort();
  await packZip(
    named.map((name) => ({
      path: join(folder, name),
      name: name.slice(dirname(archive).length > 1 ? dirname(archive).length + 1 : 0),
    })),
    target,
  );
  for (const name of named) rmSync(join(folder, name));
  const bytes = readFileSync(target);
  return { name: archive, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
