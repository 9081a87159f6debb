import { z } from 'zod';
import { NewAlias, OutsideId } from '#shared/domain/entity';
import type { FileSet, FoundEntity } from '../found.ts';
import { unguardFormula } from './cells.ts';
import { readColumns, readRows } from './read-records.ts';

const COLUMNS = [
  'entity_uid',
  'name',
  'label',
  'kind',
  'description',
  'latitude',
  'longitude',
  'refs',
  'aliases',
] as const;
type Cells = Record<(typeof COLUMNS)[number], string>;

const list = <T extends z.ZodType>(item: T) =>
  z
    .string()
    .transform((text): unknown => (text === '' ? [] : JSON.parse(text)))
    .pipe(z.array(item));
const Refs = list(OutsideId);
const Aliases = list(NewAlias);

/** The entities of the tables that we write beside those of annotations; a row that somebody broke is passed over by `refuse`. */
export function* readEntities(
  files: FileSet,
  tables: readonly string[],
  refuse: (file: string, line: number, reason: string) => void,
): Generator<FoundEntity> {
  for (const table of tables) {
    const columns = readColumns(files, table);
    if (!COLUMNS.every((name) => columns.includes(name))) continue;
    for (const row of readRows(files, table, columns)) {
      const read = 'reason' in row ? row.reason : toEntity(columns, row.cells);
      if (typeof read === 'string') refuse(table, row.line, read);
      else yield read;
    }
  }
}

function toEntity(columns: readonly string[], cells: readonly string[]): FoundEntity | string {
  const own = Object.fromEntries(columns.map((name, at) => [name, unguardFormula(cells[at]!)])) as Cells;
  const coordinate = (cell: string) => (cell === '' ? null : Number(cell));
  try {
    return {
      uid: own.entity_uid || null,
      label: own.label,
      kind: own.kind || null,
      name: own.name,
      description: own.description,
      latitude: coordinate(own.latitude),
      longitude: coordinate(own.longitude),
      refs: Refs.parse(own.refs),
      aliases: Aliases.parse(own.aliases),
    };
  } catch (error) {
    return error instanceof z.ZodError ? error.issues[0]!.message : (error as Error).message;
  }
}
