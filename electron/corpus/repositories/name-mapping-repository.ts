import type { NameMapping } from '#shared/domain/interchange';
import { statement, type ReadDb } from '../connection.ts';

/** What names of files of a format were taken for before. Source: index `import_mapping_by_format`. */
export const listNameMappings = (db: ReadDb, format: string): NameMapping[] =>
  statement<[string], NameMapping>(db, 'SELECT sort, theirs, ours FROM import_mapping WHERE format = ?').all(format);
