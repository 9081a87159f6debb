import { CsvError, parse } from 'csv-parse/sync';
import { ExpectedError } from '#shared/errors';
import { sideFileMessages } from '#shared/messages/en/formats/side-files';
import type { FileSet } from '../found.ts';
import { unguardCell } from './guard-cell.ts';

/** The folder that a file is in, with its stroke; empty for the outermost. */
export const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1);

/**
 * The rows of a table that Galley wrote beside others, cell by cell; none where its columns are not those, since then it is
 * somebody else's. Errors: format-invalid.
 */
export function readTable(files: FileSet, name: string, columns: readonly string[]): string[][] {
  const head = columns.join(',');
  if (!files.head(name).startsWith(head)) return [];
  try {
    const rows: string[][] = parse(files.text(name), { relax_column_count: true });
    return rows.slice(1).map((row) => row.map(unguardCell));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    throw new ExpectedError('format-invalid', { file: name, line, reason: sideFileMessages.noTable });
  }
}

/** Files of this name in any folder. */
export const listTables = ({ names }: FileSet, table: string) =>
  names.filter((name) => name.slice(folderOf(name).length) === table);
