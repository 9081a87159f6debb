import type { FileSet } from '../found.ts';
import { readColumns, readRows } from '../csv/read-records.ts';
import type { JsonValue } from '../json/read-values.ts';
import { isObject, type Json } from '../json/recognise-values.ts';

/** What the short exports say of how a task was worked on. */
const WORK = ['annotation_id', 'annotator', 'created_at', 'updated_at', 'lead_time', 'agreement'];
/** So many rows of a table tell what it is. */
const ENOUGH = 20;

const isLabels = ([key, value]: [string, unknown]) => /labels$/u.test(key) && Array.isArray(value);
const hasLabels = (value: Json) => Object.entries(value).some(isLabels);
const isPlace = (value: unknown): value is Json => isObject(value) && 'start' in value && 'end' in value;
const areRegions = (value: unknown): value is Json[] =>
  Array.isArray(value) && value.every(isPlace) && value.some(hasLabels);

/** Whether a value is a task as the short exports (JSON-MIN, CSV, TSV) have it: its regions beside its data, by their control. */
export const isFlatTask = (value: Json): boolean => Object.values(value).some(areRegions);

/** Such tasks as the full export has them; those of several people that follow one another are one task. */
export function* joinFlatTasks(values: Iterable<JsonValue>): Generator<JsonValue> {
  let open: { task: FlatTask; line: number } | null = null;
  for (const each of values) {
    if (!('value' in each) || !isObject(each.value) || isObject(each.value['data'])) {
      if (open) yield { value: open.task, line: open.line };
      open = null;
      yield each;
      continue;
    }
    const task = toTask(each.value);
    if (open && task.id !== undefined && task.id === open.task.id) addPerson(open.task, task);
    else {
      if (open) yield { value: open.task, line: open.line };
      open = { task, line: each.line };
    }
  }
  if (open) yield { value: open.task, line: open.line };
}

type FlatTask = { id: unknown; data: Json; annotations: { completed_by: unknown; result: Json[] }[] };

function toTask(row: Json): FlatTask {
  const { id, annotator } = row;
  const others = Object.entries(row).filter(
    ([name, value]) => name !== 'id' && !WORK.includes(name) && !areRegions(value),
  );
  const result = Object.entries(row).flatMap(([control, regions]) =>
    areRegions(regions) ? regions.map((value, n) => toResult(control, value, n)) : [],
  );
  return { id, data: Object.fromEntries(others), annotations: [{ completed_by: annotator, result }] };
}

const toResult = (control: string, value: Json, n: number): Json => ({
  id: `${control} ${n + 1}`,
  from_name: control,
  to_name: 'text',
  type: Object.entries(value).find(isLabels)?.[0] ?? 'labels',
  value,
});

/** What another says of the whole task otherwise than the first goes along with what they tagged. */
function addPerson({ data, annotations }: FlatTask, { data: other, annotations: [theirs] }: FlatTask): void {
  for (const [control, value] of Object.entries(other))
    if (JSON.stringify(value) !== JSON.stringify(data[control]))
      theirs!.result.push({ from_name: control, type: 'choices', value: { choices: [value] } });
  annotations.push(theirs!);
}

/** Tables of which one of the first rows is such a task. */
export const listFlatTables = (files: FileSet): string[] =>
  files.names.filter((name) => {
    if (!/\.[ct]sv$/iu.test(name) || !/labels/u.test(files.head(name))) return false;
    let n = 0;
    for (const each of readFlatTable(files, name)) {
      if ('value' in each && isFlatTask(each.value as Json)) return true;
      n += 1;
      if (n === ENOUGH) return false;
    }
    return false;
  });

/** The rows of a table as tasks of a short export: cells of JSON as what they hold, empty ones left out. */
export function* readFlatTable(files: FileSet, name: string): Generator<JsonValue> {
  const columns = readColumns(files, name);
  if (columns.length === 0) return;
  for (const row of readRows(files, name, columns)) {
    const { line } = row;
    if ('reason' in row) yield { reason: row.reason, line };
    else yield { value: Object.fromEntries(row.cells.flatMap((cell, at) => toField(columns[at]!, cell))), line };
  }
}

function toField(column: string, cell: string): [string, unknown][] {
  if (cell === '') return [];
  if (!/^[[{]/u.test(cell)) return [[column, cell]];
  try {
    return [[column, JSON.parse(cell)]];
  } catch {
    return [[column, cell]];
  }
}
