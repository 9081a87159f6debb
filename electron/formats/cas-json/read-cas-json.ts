import { casRefusals } from '#shared/messages/en/formats/cas';
import { readViews } from '../cas/read-views.ts';
import type { FileSet, Found } from '../found.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { parseCasJson } from './parse-cas-json.ts';

/** Whether a file is a CAS, by what stands in it first. */
export const isCasJson = (files: FileSet, name: string) =>
  /\.json$/iu.test(name) && /"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|HEADER)"\s*:/u.test(files.head(name));

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
    const line = /\(line (\d+) /u.exec(message)?.[1];
    return [{ refused: { file, line: line ? Number(line) : null, reason: casRefusals.notJson(message) } }];
  }
  const parsed = parseCasJson(json);
  if (!parsed) return [{ refused: { file, line: null, reason: casRefusals.notCas } }];
  const documents = readViews(parsed.cas, { file, unit: parsed.unit });
  if (documents.length === 0) return [{ refused: { file, line: null, reason: casRefusals.noText } }];
  return documents.map((document) => ({ document }));
}
