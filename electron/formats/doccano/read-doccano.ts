import { doccanoMessages } from '#shared/messages/en/formats/doccano';
import { jsonMessages } from '#shared/messages/en/formats/json-values';
import type { Found, FormatReader } from '../found.ts';
import { readValues } from '../json/read-values.ts';
import { isObject, listFilesOf } from '../json/recognise-values.ts';
import { findText, isDoccano } from './columns.ts';
import { toDocument } from './to-document.ts';

/** Reads what doccano exports and imports, under the column names that people give; JSON however it is laid out. */
export const doccanoReader: FormatReader = {
  name: 'doccano',
  unit: 'utf16',
  recognises: (files) => listFilesOf(files, isDoccano).length > 0,
  *read(files) {
    for (const file of listFilesOf(files, isDoccano)) {
      let n = 0;
      for (const each of readValues(files.slices(file))) {
        n += 1;
        yield toFound(each, file, n);
      }
    }
  },
};

function toFound(
  each: { value: unknown; line: number } | { reason: string; line: number },
  file: string,
  n: number,
): Found {
  const { line } = each;
  if ('reason' in each) return { refused: { file, line, reason: each.reason } };
  if (!isObject(each.value)) return { refused: { file, line, reason: jsonMessages.noObject } };
  const text = findText(each.value);
  if (text === undefined) return { refused: { file, line, reason: doccanoMessages.noText } };
  return { document: toDocument(each.value, { file, n, line, textColumn: text }) };
}
