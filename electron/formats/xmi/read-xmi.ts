import { casRefusals } from '#shared/messages/en/formats/cas';
import type { TypeSystem } from '../cas/cas.ts';
import { readViews } from '../cas/read-views.ts';
import type { FileSet, Found } from '../found.ts';
import { folderOf } from '../side-files/read-table.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { parseXmi } from './parse-xmi.ts';
import { readTypeSystem } from './read-type-system.ts';

/** Whether a file is XMI, by its name or by how it begins. */
export const isXmi = (files: FileSet, name: string) =>
  /\.xmi$/iu.test(name) || (/\.xml$/iu.test(name) && /<(?:\w+:)?XMI\b/u.test(files.head(name).slice(0, 2000)));

/** A document for each view with a text of each XMI file, by the type systems beside or above it, or elsewhere. */
export function* readXmi(files: FileSet): Generator<Found> {
  const systems = new Map<string, TypeSystem>();
  for (const name of files.names) {
    if (isXmi(files, name) || !/\.xml$/iu.test(name) || !files.head(name).includes('typeSystemDescription')) continue;
    try {
      const folder = folderOf(name);
      systems.set(folder, merge(systems.get(folder), readTypeSystem(files.slices(name))));
    } catch (error) {
      yield refuseFile(name, error);
    }
  }
  for (const name of files.names) if (isXmi(files, name)) yield* readOne(files, name, findTypes(systems, name));
}

function* readOne(files: FileSet, file: string, types: TypeSystem): Generator<Found> {
  try {
    const documents = readViews(parseXmi(files.slices(file), types), { file, unit: null });
    if (documents.length === 0) yield { refused: { file, line: null, reason: casRefusals.noText } };
    for (const document of documents) yield { document };
  } catch (error) {
    yield refuseFile(file, error);
  }
}

function merge(known: TypeSystem | undefined, more: TypeSystem): TypeSystem {
  const types: TypeSystem = new Map(known);
  for (const [name, { supertype, ranges }] of more)
    types.set(name, { supertype, ranges: new Map([...(types.get(name)?.ranges ?? []), ...ranges]) });
  return types;
}

/** Those of the nearest folder above that has any, else all that are there. */
function findTypes(systems: ReadonlyMap<string, TypeSystem>, name: string): TypeSystem {
  for (let folder = folderOf(name); ; folder = folderOf(folder.slice(0, -1))) {
    const types = systems.get(folder);
    if (types) return types;
    if (folder === '') return [...systems.values()].reduce(merge, new Map());
  }
}
