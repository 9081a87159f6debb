import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects, type Compressors, type FileMetaData } from 'hyparquet';
import { jsonMessages } from '#shared/messages/en/formats/json-values';
import { huggingFaceMessages } from '#shared/messages/en/formats/hugging-face';
import type { FileSet } from '../found.ts';
import { readValues } from '../json/read-values.ts';
import { isObject } from '../json/recognise-values.ts';

/** A row of a file as an object, or why it cannot be read. `line`: from 1, where rows are lines. */
export type HubRow = { n: number; line: number | null } & ({ row: Record<string, unknown> } | { reason: string });

/** So many rows are in memory at a time. */
const AT_ONCE = 1000;

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

/** The rows of a JSONL file, one by one. */
export function* readLines(files: FileSet, name: string): Generator<HubRow> {
  let n = 0;
  let line = 0;
  for (const text of files.lines(name)) {
    line += 1;
    if (text.trim() === '') continue;
    n += 1;
    try {
      const row = JSON.parse(text) as unknown;
      if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error('no object');
      yield { n, line, row: row as Record<string, unknown> };
    } catch (error) {
      yield { n, line, reason: huggingFaceMessages.notJson((error as Error).message) };
    }
  }
}

/** The rows of a JSON file, whether they are items of a list or stand in lines. */
export function* readList(files: FileSet, name: string): Generator<HubRow> {
  let n = 0;
  for (const { line, ...read } of readValues(files.slices(name))) {
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
  const total = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < total; rowStart += AT_ONCE) {
    const rowEnd = Math.min(rowStart + AT_ONCE, total);
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
