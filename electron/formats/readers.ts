import { TABLE_LIMIT_MB } from '#shared/domain/import-table';
import type { Reader, Sample, TableReader } from './reader.ts';
import { findDelimiter } from './table/find-delimiter.ts';
import { readCsv } from './table/read-csv.ts';
import { readJson, readJsonLines } from './table/read-json.ts';
import { isCsv, isJson, isJsonLines, isTsv } from './table/recognise-table.ts';
import { readTextPage } from './text/read-text-page.ts';

const table = (reader: Pick<TableReader, 'name' | 'mediaType' | 'recognises' | 'open'>): TableReader => ({
  kind: 'table',
  limitMb: TABLE_LIMIT_MB,
  ...reader,
});

/** Everything that articles can come from; the first that recognises a file reads it, and what none does is a text. */
const readers: readonly Reader[] = [
  table({
    name: 'jsonl',
    mediaType: 'application/jsonl',
    recognises: isJsonLines,
    open: (slices, { name }) => readJsonLines(slices, name),
  }),
  table({
    name: 'json',
    mediaType: 'application/json',
    recognises: isJson,
    open: (slices, { name }) => readJson(slices, name),
  }),
  table({
    name: 'tsv',
    mediaType: 'text/tab-separated-values',
    recognises: isTsv,
    open: (slices, { name }) => readCsv(slices, '\t', name),
  }),
  table({
    name: 'csv',
    mediaType: 'text/csv',
    recognises: isCsv,
    open: (slices, { name, text, isWhole }) => readCsv(slices, findDelimiter(text, isWhole), name),
  }),
  { kind: 'page', name: 'text', mediaType: 'text/plain', limitMb: 32, recognises: () => true, read: readTextPage },
];

/** The reader of a file: the one that was named, else the one that recognises it. */
export const chooseReader = (sample: Sample, format: Reader['name'] | 'auto'): Reader =>
  readers.find((reader) => (format === 'auto' ? reader.recognises(sample) : reader.name === format))!;
