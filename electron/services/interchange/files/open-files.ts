import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ExpectedError } from '#shared/errors';
import { isBesideTheFiles, unpackZip } from '../../../zip/unpack-zip.ts';
import type { FileSet } from '../../../formats/found.ts';
import { isZipOfProject } from '../../../formats/in-project.ts';
import { pause, type Job } from '../../job.ts';
import { isPartOf, iterateBytes, readSourceFile } from '../../read-source-file.ts';
import { decodeSlices, decodeWhole, encodingOf } from './decode-slices.ts';

/** What a person gave to be read: `name` is what they call it. */
export type GivenFile = { path: string; name: string };

/** A file of a set: where it lies, and how large it is. */
type FileOfSet = GivenFile & { sizeBytes: number };

/** Files that are read as one; `close` removes what was unpacked. */
export type OpenFiles = FileSet & { fileOf(name: string): FileOfSet; close(): void };

/** Enough of a file to tell what it is. Unit: bytes. */
const HEAD_BYTES = 1 << 16;

/**
 * Folders with all that is in them, ZIPs with what they hold, and files as they are, as one set in order of name. `corpus`: the path
 * of the one that is open, whose files are not touched, since it would lose its locks.
 *
 * Errors: file-missing, file-unreadable, file-binary, archive-bomb, archive-unreadable, cancelled.
 */
export async function openFiles(
  given: readonly GivenFile[],
  job: Job,
  corpus: string | null = null,
): Promise<OpenFiles> {
  const files = new Map<string, FileOfSet>();
  const unpacked: string[] = [];
  const close = () => unpacked.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  try {
    for (const [n, each] of given.entries()) {
      job.report({ done: n, total: given.length, what: each.name });
      await pause(job);
      const within = given.length === 1 ? '' : `${basename(each.name)}/`;
      for (const [name, file] of await listFiles(each, { corpus, unpacked, within }))
        files.set(toFreeName(files, name), file);
    }
  } catch (error) {
    close();
    throw error;
  }
  return toFileSet(files, close);
}

/** `within`: where the files of a folder or ZIP stand, if it is not the only one. */
async function listFiles(
  given: GivenFile,
  { corpus, unpacked, within }: { corpus: string | null; unpacked: string[]; within: string },
): Promise<[string, FileOfSet][]> {
  const { path, name } = given;
  const stat = statOf(given);
  if (stat.isDirectory()) return unpackWithin(walk(path, within, corpus), unpacked);
  if (corpus !== null && isPartOf(corpus, stat)) throw new ExpectedError('file-binary', { file: name });
  if (!stat.isFile()) throw new ExpectedError('file-unreadable', { file: name, reason: 'it is not an ordinary file' });
  const file = { path, name, sizeBytes: stat.size };
  if (!isZip(file)) return [[basename(name), file]];
  return unpackWithin(await unpack(file, within, unpacked), unpacked);
}

async function unpack(file: FileOfSet, within: string, unpacked: string[]): Promise<[string, FileOfSet][]> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-read-'));
  unpacked.push(folder);
  await unpackZip(file, folder);
  return walk(folder, within, null);
}

/** ZIPs of formats whose files are one, in a folder of a dataset. */
const PACKED = /(?:^|\/)(?:xmi\.zip|[^/]+\.qdpx)$/iu;

/** What stands in ZIPs that are files of an annotation project or of a dataset, in their places; all other ZIPs stay as they are. */
async function unpackWithin(found: [string, FileOfSet][], unpacked: string[]): Promise<[string, FileOfSet][]> {
  const files: [string, FileOfSet][] = [];
  for (const [name, file] of found)
    if ((isZipOfProject(name) || PACKED.test(name)) && isZip(file))
      files.push(...(await unpack(file, `${name}/`, unpacked)));
    else files.push([name, file]);
  return files;
}

function statOf({ path, name }: GivenFile) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new ExpectedError('file-missing', { file: name });
  return stat;
}

/** Links are not followed: they may lead round in a circle, or out of the folder. */
function walk(folder: string, within: string, corpus: string | null): [string, FileOfSet][] {
  const found: [string, FileOfSet][] = [];
  const visit = (path: string, name: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = { path: join(path, entry.name), name: `${name}${entry.name}` };
      if (isBesideTheFiles(entry.name)) continue;
      if (entry.isDirectory()) visit(inside.path, `${inside.name}/`);
      if (!entry.isFile()) continue;
      const stat = statOf(inside);
      if (corpus === null || !isPartOf(corpus, stat)) found.push([inside.name, { ...inside, sizeBytes: stat.size }]);
    }
  };
  visit(folder, within);
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

const isZip = (file: GivenFile) => {
  const [first = new Uint8Array(0)] = iterateBytes(file, 4);
  return Buffer.from(first).toString('latin1') === 'PK\x03\x04';
};

/** Two files may have one name in two folders that were given by themselves. */
function toFreeName(files: ReadonlyMap<string, FileOfSet>, name: string): string {
  let free = name;
  for (let n = 2; files.has(free); n += 1) free = `${n}/${name}`;
  return free;
}

function toFileSet(files: ReadonlyMap<string, FileOfSet>, close: () => void): OpenFiles {
  const fileOf = (name: string) => {
    const file = files.get(name);
    if (!file) throw new Error(`There is no file ${name}`);
    return file;
  };
  const bytes = (name: string) => readSourceFile({ ...fileOf(name), sample: new Uint8Array(0) });
  const slices = (name: string) => decodeSlices(name, () => iterateBytes(fileOf(name)));
  return {
    names: [...files.keys()],
    fileOf,
    close,
    sizeOf: (name) => fileOf(name).sizeBytes,
    bytes,
    text: (name) => decodeWhole(name, bytes(name)),
    lines: (name) => toLines(slices(name)),
    slices,
    head(name) {
      const [bytes = new Uint8Array(0)] = iterateBytes(fileOf(name), HEAD_BYTES);
      return new TextDecoder(encodingOf(bytes)).decode(bytes);
    },
  };
}

const RETURN = 0x0d;

function* toLines(slices: Iterable<string>): Generator<string> {
  let rest = '';
  for (const slice of slices) {
    let from = 0;
    for (let at = slice.indexOf('\n'); at !== -1; at = slice.indexOf('\n', from)) {
      const line = slice.slice(from, at);
      yield withoutReturn(rest === '' ? line : rest + line);
      rest = ''; // only before the first: to look for lines in what was put together takes twice as long
      from = at + 1;
    }
    rest += slice.slice(from);
  }
  if (rest !== '') yield withoutReturn(rest);
}

const withoutReturn = (line: string) => (line.charCodeAt(line.length - 1) === RETURN ? line.slice(0, -1) : line);
