import { ExpectedError } from '#shared/errors';
import type { ArticleId, Handle } from '#shared/domain/ids';
import type { PageChoice, ReadOptions } from '#shared/domain/import';
import type { TableReading } from '#shared/domain/import-table';
import { rowReason } from '#shared/messages/en/import';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { sha256Hex } from '../../corpus/journal/hash.ts';
import type { Sample, TableReader } from '../../formats/reader.ts';
import type { Row, Table } from '../../formats/table/table.ts';
import { TableSurveyor, type TableSurvey } from '../../formats/table/survey-table.ts';
import { toArticle, type RowArticle } from '../../formats/table/to-article.ts';
import { decodeSlices } from '../../formats/text/decode-slices.ts';
import type { Job } from '../job.ts';
import { iterateBytes, type SourceFile } from '../read-source-file.ts';
import { SourceDigest } from '../source-digest.ts';
import { Turn } from './turn.ts';

/** A file that is a table, and how it is to be read. */
export type OpenTable = {
  file: SourceFile;
  handle: Handle;
  sample: Sample;
  reader: TableReader;
  stray: 'refuse' | 'mark' | 'auto';
  choice: PageChoice;
  options: ReadOptions;
};

/** A table that was gone through once: what the whole of it says of how a row is read. Its rows are read again when needed. */
export type TableFile = OpenTable & { sha256: string; delimiter: string | null; survey: TableSurvey };

/** A row's article, with its uid and the SHA-256 of its text. */
export type TableArticle = RowArticle & { uid: ArticleId; sha256: string };

/** One reading of a table from its beginning. */
export class TablePass {
  readonly table: Table;
  bytesRead = 0;
  readonly digest = new SourceDigest();

  constructor({ file, sample, reader, stray }: OpenTable) {
    this.table = reader.open(
      decodeSlices(this.#read(file), { file: file.name, encoding: sample.encoding, stray }),
      sample,
    );
  }

  *#read(file: SourceFile): Generator<Uint8Array> {
    for (const chunk of iterateBytes(file)) {
      this.digest.add(chunk);
      this.bytesRead += chunk.length;
      yield chunk;
    }
  }

  /** The SHA-256 of the file, once all rows were read. */
  finish(): string {
    return this.digest.sha256;
  }
}

/**
 * Reads a table through once: which column is what, in which order its dates are written, what cannot be read.
 *
 * Errors: file-empty, file-changed, encoding-unknown, table-stray-bytes, table-quote-open, table-broken, table-two-lists,
 * table-row-too-long, table-no-text, column-unknown, cancelled.
 */
export async function surveyTable(opened: Omit<OpenTable, 'stray'>, job: Job): Promise<TableFile> {
  const { file, choice, options } = opened;
  const source: OpenTable = { ...opened, stray: choice.stray ?? options.stray ?? 'auto' };
  const pass = new TablePass(source);
  const surveyor = new TableSurveyor(file.name, pass.table, choice.table ?? options);
  const turn = new Turn(job);
  for (const row of pass.table.rows) {
    surveyor.add(row);
    if (turn.isOver()) await turn.next(file, pass.bytesRead);
  }
  const sha256 = pass.finish();
  if (choice.sha256 !== undefined && choice.sha256 !== sha256)
    throw new ExpectedError('file-changed', { file: file.name });
  return { ...source, sha256, delimiter: pass.table.delimiter, survey: surveyor.finish() };
}

/** The article of a row; null where it holds no text. */
export function toTableArticle({ sha256: file, survey, choice, options }: TableFile, row: Row): TableArticle | null {
  const article = toArticle(row, survey.reading);
  if (!article) return null;
  return {
    ...article,
    outlet: article.outlet ?? choice.outlet ?? options.outlet,
    uid: deriveUid('article', file, 'row', article.start, article.end) as ArticleId,
    sha256: sha256Hex(article.text),
  };
}

/** How a table was read, in words. */
export function toTableReading(
  { file, sample, reader, sha256, delimiter, survey }: TableFile,
  empty: number[],
): TableReading {
  return {
    source: file.name,
    sha256,
    format: reader.name,
    delimiter,
    encoding: sample.encoding,
    columns: survey.reading.columns.map((name) => ({ name, field: survey.reading.fields.get(name) ?? null })),
    dates: survey.dates,
    rows: survey.rows,
    refused: survey.refused,
    empty,
    problems: survey.faults.map(({ row, fault }) => ({ row, reason: rowReason(fault) })),
    strayBytes: survey.strayBytes,
    stray: survey.stray,
  };
}
