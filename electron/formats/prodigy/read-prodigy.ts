import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { prodigyMessages } from '#shared/messages/en/formats/prodigy';
import type { Found, FormatReader } from '../found.ts';
import { readFileValues } from '../json/read-file-values.ts';
import { isObject, listFilesWith } from '../json/recognise-values.ts';
import { readParagraphs } from './read-paragraphs.ts';
import { readSentences, listSentenceFiles } from './read-sentences.ts';
import { isTrainingData, listSpans, listTasks } from './spacy-values.ts';
import { toDocument, type Where } from './to-document.ts';

const isTag = (value: unknown) => isObject(value) && 'start' in value && 'end' in value;

const isParagraph = (value: unknown) =>
  isObject(value) && (Array.isArray(value['sentences']) || typeof value['raw'] === 'string');

/** A task, or what spaCy writes or is trained on. */
function isTask(value: unknown): boolean {
  if (!isObject(value)) return isTrainingData(value);
  const { paragraphs, text, cats, answer, tokens, spans, ents } = value;
  if ((Array.isArray(paragraphs) && paragraphs.some(isParagraph)) || isTrainingData(value)) return true;
  return (
    typeof text === 'string' &&
    (isObject(cats) ||
      typeof answer === 'string' ||
      (Array.isArray(tokens) && tokens.every(isTag)) ||
      ((Array.isArray(spans) || Array.isArray(ents)) && listSpans(value).every(isTag)))
  );
}

/** Reads tasks of Prodigy, with or without tokens, and what spaCy trains on: texts with categories, sentences with tags. */
export const prodigyReader: FormatReader = {
  name: 'prodigy',
  unit: 'codepoint',
  recognises: (files) => listFilesWith(files, isTask).length > 0 || listSentenceFiles(files).length > 0,
  *read(files) {
    for (const file of listSentenceFiles(files)) yield readSentences(files, file);
    for (const file of listFilesWith(files, isTask)) {
      let n = 0;
      for (const each of readFileValues(files, file)) {
        if ('reason' in each) yield { refused: { file, line: each.line, reason: each.reason } };
        else for (const task of listTasks(each.value)) yield* readTask(task, { file, line: each.line, n: (n += 1) });
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
