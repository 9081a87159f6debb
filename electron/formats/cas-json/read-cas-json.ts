import { casRefusals } from '#shared/messages/en/formats/cas';
import { readViews } from '../cas/read-views.ts';
import type { FileSet, Found } from '../found.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { findLine } from './find-line.ts';
import { parseCasJson } from './parse-cas-json.ts';

/** What stands in a CAS; in one as UIMA wrote it before, which is refused with the reason. */
const KEYS = /"(?:%(?:TYPES|FEATURE_STRUCTURES|VIEWS|HEADER)|_(?:context|views|referenced_fss))"\s*:/u;
const OLDER = ['_views', '_referenced_fss'];

/** Whether a file is a CAS, by what stands in it first. */
export const isCasJson = (files: FileSet, name: string) => /\.json$/iu.test(name) && KEYS.test(files.head(name));

/** A document for each view with a text of each file. */
export function* readCasJson(files: FileSet): Generator<Found> {
  const found = files.names.filter((name) => isCasJson(files, name));
  // where none is, each says why not
  for (const file of found.length > 0 ? found : files.names.filter((name) => /\.json$/iu.test(name))) {
    try {
      yield* readOne(files.text(file), file);
    } catch (error) {
      yield refuseFile(file, error);
    }
  }
}

function readOne(text: string, file: string): Found[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    return [{ refused: { file, line: findLine(text, message), reason: casRefusals.notJson(message) } }];
  }
  const parsed = parseCasJson(json);
  if (!parsed) {
    const isOlder = typeof json === 'object' && json !== null && OLDER.some((key) => key in json);
    return [{ refused: { file, line: null, reason: isOlder ? casRefusals.olderJson : casRefusals.notCas } }];
  }
  const documents = readViews(parsed.cas, { file, unit: parsed.unit });
  if (documents.length === 0) return [{ refused: { file, line: null, reason: casRefusals.noText } }];
  return documents.map((document) => ({ document }));
}
