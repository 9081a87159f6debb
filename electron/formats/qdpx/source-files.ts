import type { FileSet } from '../found.ts';
import { folderOf } from '../side-files/read-table.ts';

/** Files by their names without folders, in small letters. */
export type SourceFiles = ReadonlyMap<string, readonly string[]>;

export const listSourceFiles = (files: FileSet): SourceFiles => Map.groupBy(files.names, toBase);

const toBase = (path: string) => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** The file that a path of a project means, in whatever case and folder its tool put it; undefined where it is not there. */
export function findSourceFile(known: SourceFiles, project: string, path: string): string | undefined {
  const here = known.get(toBase(decode(path).replaceAll('\\', '/'))) ?? [];
  const folder = folderOf(project);
  return here.find((name) => name.startsWith(folder) && /(?:^|\/)sources\//iu.test(name)) ?? here[0];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** UTF-8, or UTF-16 with its mark, which some tools write. Errors: format-invalid. */
export function readSourceText(files: FileSet, name: string): { raw: string; hasMark: boolean } {
  const bytes = files.bytes(name);
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { raw: new TextDecoder('utf-16le').decode(bytes), hasMark: true };
  if (a === 0xfe && b === 0xff) return { raw: new TextDecoder('utf-16be').decode(bytes), hasMark: true };
  return { raw: files.text(name), hasMark: a === 0xef && b === 0xbb && c === 0xbf };
}
