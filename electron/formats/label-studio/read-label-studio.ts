import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { labelStudioMessages } from '#shared/messages/en/formats/label-studio';
import type { Found, FormatReader } from '../found.ts';
import { readFileValues } from '../json/read-file-values.ts';
import type { JsonValue } from '../json/read-values.ts';
import { isObject, listFilesOf, type Json } from '../json/recognise-values.ts';
import { isFlatTask, joinFlatTasks, listFlatTables, readFlatTable } from './flat-tasks.ts';
import { readConfiguration, type Configuration } from './read-configuration.ts';
import { toDocuments } from './to-documents.ts';

const isTask = (value: Json) =>
  isFlatTask(value) ||
  (isObject(value['data']) && ['annotations', 'predictions', 'completions'].some((name) => Array.isArray(value[name])));

/** Reads tasks with their regions, in full or in short; the labelling configuration is asked where it is among the files. */
export const labelStudioReader: FormatReader = {
  name: 'label-studio',
  unit: 'codepoint',
  recognises: (files) => listFilesOf(files, isTask).length > 0 || listFlatTables(files).length > 0,
  *read(files) {
    const configuration = readConfiguration(files);
    for (const file of listFilesOf(files, isTask)) yield* readTasks(readFileValues(files, file), file, configuration);
    for (const file of listFlatTables(files)) yield* readTasks(readFlatTable(files, file), file, configuration);
  },
};

function* readTasks(values: Iterable<JsonValue>, file: string, configuration: Configuration): Generator<Found> {
  let n = 0;
  for (const each of joinFlatTasks(values)) {
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
