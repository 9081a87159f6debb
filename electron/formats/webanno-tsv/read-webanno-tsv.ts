import { ExpectedError } from '#shared/errors';
import { createUnitMap } from '#shared/text/offset-units';
import { emptyDocument, type FileSet, type Found } from '../found.ts';
import { readPlaceInProject } from '../in-project.ts';
import { FEATURES } from '../side-files/columns.ts';
import { readSideFiles, type SideFiles } from '../side-files/read-side-files.ts';
import { folderOf, readTable } from '../side-files/read-table.ts';
import { layOut, stands, type LaidOut } from './lay-out.ts';
import { isOlder, readRows, type Sheet } from './read-rows.ts';
import { fillDocument } from './to-document.ts';

const HEADS_TRIED = 20;

/** Older versions too, which are refused with the reason. */
const isIt = (files: FileSet, name: string) => {
  const head = files.head(name);
  return head.startsWith('#FORMAT=WebAnno TSV 3') || isOlder(head);
};

const listCandidates = ({ names }: FileSet) => {
  const named = names.filter((name) => name.endsWith('.tsv'));
  return named.length > 0 ? named : names;
};

/** By the first line of a file. */
export const isWebannoTsv = (files: FileSet) =>
  listCandidates(files)
    .slice(0, HEADS_TRIED)
    .some((name) => isIt(files, name));

/** One document a file. A file with a line that does not fit is refused. */
export function* readWebannoTsv(files: FileSet): Generator<Found> {
  const side = readSideFiles(files);
  const nameOf = createFeatureNames(files);
  const names = new Set(files.names);
  for (const file of listCandidates(files)) {
    try {
      yield readFile(files, file, { names, side, nameOf });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'format-invalid') throw error;
      yield { refused: (error as ExpectedError<'format-invalid'>).values };
    }
  }
}

/** What is known of the files beside one. `nameOf`: what features stand for in a folder. */
type Beside = { names: ReadonlySet<string>; side: SideFiles; nameOf(folder: string): (feature: string) => string };

function readFile(files: FileSet, file: string, { names, side, nameOf }: Beside): Found {
  const sheet = readRows(files.lines(file));
  if ('reason' in sheet) return { refused: { file, ...sheet } };
  const folder = folderOf(file);
  const name = file.slice(folder.length).replace(/\.tsv$/u, '');
  const said = layOut(sheet);
  if ('reason' in said) return { refused: { file, ...said } };
  const beside = `${folder}texts/${name}.txt`;
  const laidOut = (names.has(beside) ? layOn(files.text(beside), sheet) : undefined) ?? said;
  const project = readPlaceInProject(file);
  const document = emptyDocument(project?.document ?? name, file);
  document.text = laidOut.text;
  document.unit = laidOut.unit;
  side.describe(document, name, folder);
  fillDocument(document, sheet, laidOut, nameOf(folder));
  for (const each of document.annotations) each.annotator ??= project?.annotator ?? null;
  return { document };
}

/** On the text that lies beside it, where all its tokens stand in it. */
function layOn(text: string, { sentences }: Sheet): Pick<LaidOut, 'text' | 'map' | 'unit'> | undefined {
  const map = createUnitMap(text, 'utf16');
  return sentences.every(({ units }) => units.every((unit) => stands(text, map, unit)))
    ? { text, map, unit: 'utf16' }
    : undefined;
}

/** What features stand for, where Galley said it: each folder's table is read once. */
function createFeatureNames(files: FileSet): Beside['nameOf'] {
  const names = new Set(files.names);
  const known = new Map<string, ReadonlyMap<string, string>>();
  const read = (folder: string) => {
    const file = `${folder}features.csv`;
    const rows = names.has(file) ? readTable(files, file, FEATURES) : [];
    return new Map(rows.map(([feature = '', attribute = '']) => [feature, attribute]));
  };
  return (folder) => {
    const attributes = known.get(folder) ?? read(folder);
    known.set(folder, attributes);
    return (feature) => attributes.get(feature) ?? feature;
  };
}
