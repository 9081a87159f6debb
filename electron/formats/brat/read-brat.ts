import { ExpectedError } from '#shared/errors';
import { bratLeft, bratPlaces, bratRefusals } from '#shared/messages/en/formats/brat';
import { emptyDocument, type FileSet, type Found, type FoundDocument } from '../found.ts';
import { readSideFiles } from '../side-files/read-side-files.ts';
import { folderOf } from '../side-files/read-table.ts';
import { chooseText } from './choose-text.ts';
import { Standoff } from './standoff.ts';
import { parseLine } from './parse-lines.ts';
import { readShown } from './read-shown.ts';
import { listDocuments } from './standoff-files.ts';

/** One document a text. Lines that brat could not read either are listed; a file without one that it could is refused. */
export function* readBrat(files: FileSet): Generator<Found> {
  const side = readSideFiles(files);
  const shown = readShown(files);
  for (const { name, text, annotations } of listDocuments(files.names)) {
    const folder = folderOf(name);
    if (text === null) {
      for (const file of annotations) yield { refused: { file, line: null, reason: bratRefusals.noText } };
      continue;
    }
    const document = emptyDocument(name.slice(folder.length), annotations[0]!);
    try {
      document.textFile = text;
      document.text = readText(files, text);
      const refused = readLines(files, annotations, document, (type) => shown(folder, type));
      if (refused) {
        yield { refused };
        continue;
      }
      document.text = chooseText(document.text, document.annotations);
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'format-invalid') throw error;
      yield { refused: (error as ExpectedError<'format-invalid'>).values };
      continue;
    }
    side.describe(document, document.name, folder);
    yield { document };
  }
}

/** With the mark at its beginning, if it has one: brat counts it. */
function readText(files: FileSet, name: string): string {
  const [a, b, c] = files.bytes(name);
  return (a === 0xef && b === 0xbb && c === 0xbf ? '\uFEFF' : '') + files.text(name);
}

type Refused = Extract<Found, { refused: unknown }>['refused'];

function readLines(
  files: FileSet,
  names: readonly string[],
  document: FoundDocument,
  shown: (type: string) => string,
): Refused | undefined {
  const standoff = new Standoff(shown);
  let firstWrong: Refused | undefined;
  for (const file of names) {
    let n = 0;
    for (const line of files.lines(file)) {
      n += 1;
      if (line.trim() === '') continue;
      const place = names.length > 1 ? bratPlaces.lineOf(file, n) : bratPlaces.line(n);
      const parsed = parseLine(line);
      if (parsed) standoff.add(parsed, place, line);
      else {
        firstWrong ??= { file, line: n, reason: bratRefusals.nothing };
        standoff.leave(bratLeft.unreadable, place, line);
      }
    }
  }
  if (firstWrong && standoff.isEmpty) return firstWrong;
  standoff.fill(document);
  return undefined;
}
