import type { FileSet } from '../found.ts';
import { isStray } from './read-file-values.ts';
import { readValues } from './read-values.ts';

/** The first doccano called its lines `file.json1`. */
const JSON_NAME = /\.(?:json[l1]?|ndjson)$/iu;

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
  files.names.filter((name) => JSON_NAME.test(name) && beginsWith(files, name, isIt));

function beginsWith(files: FileSet, name: string, isIt: (value: unknown) => boolean): boolean {
  const head = files.head(name);
  if (!/^\uFEFF?\s*[[{]/u.test(head)) return false;
  try {
    return areFirst(files.slices(name), isIt);
  } catch (error) {
    if (isStray(error)) return areFirst([head], isIt); // who reads it is told where it is broken
    throw error;
  }
}

function areFirst(slices: Iterable<string>, isIt: (value: unknown) => boolean): boolean {
  let n = 0;
  for (const each of readValues(slices)) {
    if ('value' in each && isIt(each.value)) return true;
    n += 1;
    if (n === ENOUGH) break;
  }
  return false;
}
