import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { labelStudioMessages } from '#shared/messages/en/formats/label-studio';
import type { FormatReader } from '../found.ts';
import { readValues } from '../json/read-values.ts';
import { isObject, listFilesOf, type Json } from '../json/recognise-values.ts';
import { readConfiguration } from './read-configuration.ts';
import { toDocuments } from './to-documents.ts';

const isTask = (value: Json) =>
  isObject(value['data']) && ['annotations', 'predictions', 'completions'].some((name) => Array.isArray(value[name]));

/** Reads tasks with their regions; the labelling configuration is asked where it is among the files. */
export const labelStudioReader: FormatReader = {
  name: 'label-studio',
  unit: 'codepoint',
  recognises: (files) => listFilesOf(files, isTask).length > 0,
  *read(files) {
    const configuration = readConfiguration(files);
    for (const file of listFilesOf(files, isTask)) {
      let n = 0;
      for (const each of readValues(files.slices(file))) {
        n += 1;
        const { line } = each;
        if ('reason' in each) yield { refused: { file, line, reason: each.reason } };
        else if (!isObject(each.value)) yield { refused: { file, line, reason: jsonMessages.noObject } };
        else if (!isObject(each.value['data'])) yield { refused: { file, line, reason: labelStudioMessages.notATask } };
        else {
          const documents = toDocuments(each.value, { file, n, configuration });
          for (const document of documents) yield { document };
          if (documents.length === 0) yield { refused: { file, line, reason: labelStudioMessages.noText } };
        }
      }
    }
  },
};
