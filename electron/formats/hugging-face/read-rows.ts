import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects, type Compressors, type FileMetaData } from 'hyparquet';
import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { huggingFaceMessages } from '#shared/messages/en/formats/hugging-face';
import type { FileSet } from '../found.ts';
import { isStray, readFileValues } from '../json/read-file-values.ts';
import { isObject } from '../json/recognise-values.ts';

/** A row of a file as an object, or why it cannot be read. `line`: from 1, where rows are lines. */
export type HubRow = { n: number; line: number | null } & ({ row: Record<string, unknown> } | { reason: string });

/** So many rows are in memory at a time, or as many as come to so many bytes: a group of rows is decoded from its start each time. */
const AT_ONCE = 1000;
const BYTES_AT_ONCE = 1 << 25;

const inflate =
  (decompress: (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array) =>
  (bytes: Uint8Array, outputLength: number) =>
    decompress(bytes, { maxOutputLength: outputLength });
/** What others compress Parquet with, beside Snappy. */
const compressors: Compressors = {
  GZIP: inflate(gunzipSync),
  ZSTD: inflate(zstdDecompressSync),
  BROTLI: inflate(brotliDecompressSync),
};

/** Words may begin with what is a BOM elsewhere: without it, all offsets would be wrong. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
const parsers = { stringFromBytes: (bytes: Uint8Array) => decoder.decode(bytes) };

/** The rows of a JSONL file, one by one; from a byte that is no character of its encoding on it is refused. */
export function* readLines(files: FileSet, name: string): Generator<HubRow> {
  let n = 0;
  let line = 0;
  try {
    for (const text of files.lines(name)) {
      line += 1;
      if (text.trim() === '') continue;
      n += 1;
      yield { n, line, ...parseRow(text) };
    }
  } catch (error) {
    if (!isStray(error)) throw error;
    yield { n: n + 1, line: error.values.line, reason: error.values.reason };
  }
}

function parseRow(text: string): { row: Record<string, unknown> } | { reason: string } {
  try {
    const row = JSON.parse(text) as unknown;
    return isObject(row) ? { row } : { reason: huggingFaceMessages.notJson('no object') };
  } catch (error) {
    return { reason: huggingFaceMessages.notJson((error as Error).message) };
  }
}

/** The rows of a JSON file, whether they are items of a list or stand in lines. */
export function* readList(files: FileSet, name: string): Generator<HubRow> {
  let n = 0;
  for (const { line, ...read } of readFileValues(files, name)) {
    n += 1;
    if ('reason' in read) yield { n, line, reason: read.reason };
    else if (isObject(read.value)) yield { n, line, row: read.value };
    else yield { n, line, reason: jsonMessages.noObject };
  }
}

/** In a buffer of its own: what a file's bytes lie in may hold others too. */
const copy = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const toBuffer = (bytes: Uint8Array) => ({
  byteLength: bytes.length,
  slice: (start: number, end = bytes.length) => copy(bytes.subarray(start, end)),
});

/** What a Parquet file says of itself; undefined where it is none. */
export function readMetadata(bytes: Uint8Array): FileMetaData | undefined {
  try {
    return parquetMetadata(copy(bytes));
  } catch {
    return undefined;
  }
}

/** The rows of a Parquet file, some at a time. */
export async function* readParquet(files: FileSet, name: string): AsyncGenerator<HubRow> {
  const bytes = files.bytes(name);
  const metadata = readMetadata(bytes);
  if (!metadata) {
    yield { n: 0, line: null, reason: huggingFaceMessages.notParquet('its footer is not there') };
    return;
  }
  const file = toBuffer(bytes);
  for (const [rowStart, rowEnd] of listParts(metadata)) {
    let rows: Record<string, unknown>[];
    try {
      rows = await parquetReadObjects({ file, metadata, compressors, parsers, rowStart, rowEnd });
    } catch (error) {
      yield { n: rowStart + 1, line: null, reason: huggingFaceMessages.notParquet((error as Error).message) };
      return;
    }
    if (rows.length === 0) return; // fewer than its footer says
    for (const [at, row] of rows.entries()) yield { n: rowStart + at + 1, line: null, row };
  }
}

/** Stretches of rows, none over two groups. */
function* listParts({ row_groups: groups }: FileMetaData): Generator<[number, number]> {
  let first = 0;
  for (const { num_rows: count, total_byte_size: bytes } of groups) {
    const behind = first + Number(count);
    const most = Math.max(AT_ONCE, Math.floor((Number(count) * BYTES_AT_ONCE) / Math.max(1, Number(bytes))));
    for (; first < behind; first += most) yield [first, Math.min(first + most, behind)];
    first = behind;
  }
}
