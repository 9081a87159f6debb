import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { prodigyMessages } from '#shared/messages/en/formats/prodigy';
import type { Found, FormatReader } from '../found.ts';
import { readValues } from '../json/read-values.ts';
import { isObject, listFilesOf, type Json } from '../json/recognise-values.ts';
import { readParagraphs } from './read-paragraphs.ts';
import { readSentences, listSentenceFiles } from './read-sentences.ts';
import { toDocument, type Where } from './to-document.ts';

const isTag = (value: unknown) => isObject(value) && 'start' in value && 'end' in value;

/** A task, or a document of spaCy's older training files. */
const isTask = (value: Json) =>
  Array.isArray(value['paragraphs']) ||
  (typeof value['text'] === 'string' &&
    (isObject(value['cats']) ||
      typeof value['answer'] === 'string' ||
      (Array.isArray(value['spans']) && value['spans'].every(isTag)) ||
      (Array.isArray(value['tokens']) && value['tokens'].every(isTag))));

/** Reads tasks of Prodigy, with or without tokens, and what spaCy trains on: texts with categories, sentences with tags. */
export const prodigyReader: FormatReader = {
  name: 'prodigy',
  unit: 'codepoint',
  recognises: (files) => listFilesOf(files, isTask).length > 0 || listSentenceFiles(files).length > 0,
  *read(files) {
    for (const file of listSentenceFiles(files)) yield readSentences(files, file);
    for (const file of listFilesOf(files, isTask)) {
      let n = 0;
      for (const each of readValues(files.slices(file))) {
        n += 1;
        if ('reason' in each) yield { refused: { file, line: each.line, reason: each.reason } };
        else yield* readTask(each.value, { file, line: each.line, n });
      }
    }
  },
};

function* readTask(value: unknown, where: Where): Generator<Found> {
  const { file, line } = where;
  if (!isObject(value)) yield { refused: { file, line, reason: jsonMessages.noObject } };
  else if (Array.isArray(value['paragraphs'])) yield* readParagraphs(value, where);
  else if (typeof value['text'] !== 'string') yield { refused: { file, line, reason: prodigyMessages.noText } };
  else yield { document: toDocument(value, value['text'], where) };
}
