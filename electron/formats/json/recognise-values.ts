import type { FileSet } from '../found.ts';
import { readValues } from './read-values.ts';

/** So many values of a file tell what it is. */
const ENOUGH = 5;

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The files of JSON of which one of the first values is an object as expected. */
export const listFilesOf = (files: FileSet, isIt: (value: Json) => boolean): string[] =>
  listFilesWith(files, (value) => isObject(value) && isIt(value));

/** The same of values that need not be objects. */
export const listFilesWith = (files: FileSet, isIt: (value: unknown) => boolean): string[] =>
  files.names.filter((name) => /\.(?:jsonl?|ndjson)$/iu.test(name) && beginsWith(files, name, isIt));

function beginsWith(files: FileSet, name: string, isIt: (value: unknown) => boolean): boolean {
  if (!/^\uFEFF?\s*[[{]/u.test(files.head(name))) return false;
  let n = 0;
  for (const each of readValues(files.slices(name))) {
    if ('value' in each && isIt(each.value)) return true;
    n += 1;
    if (n === ENOUGH) break;
  }
  return false;
}
