import { teiRefusals } from '#shared/messages/en/formats/tei';
import type { FileSet, Found } from '../found.ts';
import { refuseFile } from '../xml/refuse-file.ts';
import { parseTei, TEI } from './parse-tei.ts';
import { toDocument } from './to-document.ts';

const root = new RegExp(`<(?:\\w+:)?(?:TEI|teiCorpus)\\b[^>]*["']${TEI}["']`, 'u');

/** Whether a file is TEI, by how it begins. */
export const isTei = (files: FileSet, name: string) => /\.(?:xml|tei)$/iu.test(name) && root.test(files.head(name));

/** A document for each text of each file. */
export function* readTei(files: FileSet): Generator<Found> {
  const found = files.names.filter((name) => isTei(files, name));
  // where none is, each says why not
  for (const file of found.length > 0 ? found : files.names.filter((name) => /\.(?:xml|tei)$/iu.test(name))) {
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:xml|tei)$/iu, '');
    try {
      let n = 0;
      for (const parsed of parseTei(files.slices(file))) {
        n += 1;
        if (parsed.builder.text === '') yield { refused: { file, line: parsed.line, reason: teiRefusals.noText } };
        else yield { document: toDocument(parsed, n === 1 ? name : `${name} (${n})`, file) };
      }
    } catch (error) {
      yield refuseFile(file, error);
    }
  }
}
