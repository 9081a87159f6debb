import { doccanoMessages } from '#shared/messages/en/formats/doccano';
import { jsonMessages } from '#shared/messages/en/formats/json-values';
import type { Found, FormatReader } from '../found.ts';
import { readFileValues } from '../json/read-file-values.ts';
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
      let column: string | undefined;
      for (const each of readFileValues(files, file)) {
        n += 1;
        if ('value' in each && isObject(each.value)) column = findText(each.value, column) ?? column;
        yield toFound(each, { file, n, column });
      }
    }
  },
};

function toFound(
  each: { value: unknown; line: number } | { reason: string; line: number },
  { file, n, column }: { file: string; n: number; column: string | undefined },
): Found {
  const { line } = each;
  if ('reason' in each) return { refused: { file, line, reason: each.reason } };
  if (!isObject(each.value)) return { refused: { file, line, reason: jsonMessages.noObject } };
  const text = column;
  if (text === undefined || typeof each.value[text] !== 'string')
    return { refused: { file, line, reason: doccanoMessages.noText } };
  return { document: toDocument(each.value, { file, n, line, textColumn: text }) };
}
