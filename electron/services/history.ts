import { StepId } from '#shared/domain/ids';
import { HistoryRow, type ListedStep } from '#shared/domain/journal';
import { statement, type ReadDb } from '../corpus/connection.ts';
import {
  countStepRows,
  findFirstTarget,
  isStaying,
  listArticlesOf,
  listSteps,
  type StepRecord,
} from '../corpus/journal/list-steps.ts';
import { listHistory, type HistoryQuery, type HistoryRecord, type RowPayload } from '../corpus/journal/read-rows.ts';
import { findUndoOf, listUndosToRedo } from '../corpus/journal/steps.ts';
import { isKindName, kinds, type Columns, type KindName } from '../corpus/model/kinds.ts';

/** A journal row as people and programs read it; what was erased is null on both sides. */
export function toHistoryRow(record: HistoryRecord): HistoryRow {
  const { id, at, annotator, act, step, op, kind, target, payload } = record;
  const { before, after }: RowPayload =
    payload === null ? { before: null, after: null } : (JSON.parse(payload) as RowPayload);
  return HistoryRow.parse({ seq: id, at, annotator, act, step, op, kind, target, before, after });
}

/** Rows with the names of what they are about and what they name by uid. */
export function listNamedHistory(db: ReadDb, query: HistoryQuery) {
  const rows = listHistory(db, query).map(toHistoryRow);
  const names: Record<string, string> = {};
  const add = (kind: KindName, uid: unknown) => {
    if (typeof uid === 'string') names[uid] ??= findName(db, kind, uid) ?? '';
  };
  for (const { kind, target, before, after } of rows) {
    if (!isKindName(kind)) continue;
    add(kind, target);
    for (const record of [before, after]) {
      if (record === null) continue;
      for (const [named, uid] of listNamed(kinds[kind].columns, record)) add(named, uid);
      for (const [field, { columns }] of Object.entries(kinds[kind].lists)) {
        const items = (record[field] ?? []) as Record<string, unknown>[];
        for (const item of items) for (const [named, uid] of listNamed(columns, item)) add(named, uid);
      }
    }
  }
  return { rows, names: Object.fromEntries(Object.entries(names).filter(([, name]) => name !== '')) };
}

/** The rows that a record, or an item of one of its lists, names by uid. */
const listNamed = (columns: Columns, record: Readonly<Record<string, unknown>>): [KindName, unknown][] =>
  Object.entries(columns).flatMap(([field, column]): [KindName, unknown][] =>
    column === 'value' || !('rowOf' in column) || column.rowOf === 'step' ? [] : [[column.rowOf, record[field]]],
  );

/** What a row is called, or was when it was last changed; undefined where its kind has no name. Source: `journal_by_target`. */
export function findName(db: ReadDb, kind: KindName, uid: string): string | undefined {
  const payloads = statement<[string], { payload: string | null }>(
    db,
    `SELECT payload FROM journal WHERE target = ? AND payload IS NOT NULL ORDER BY id DESC`,
  ).iterate(uid);
  for (const { payload } of payloads) {
    const name = toExample(kind, payload);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Where a row of a kind says what it is called. */
const naming: Partial<Record<KindName, readonly string[]>> = {
  annotation: ['spans'],
  entity_alias: ['form'],
  cluster: ['title'],
  article: ['title'],
  corpus: ['title'],
};

/** The name, title or words that a journal row's payload says. */
function toExample(kind: KindName, payload: string | null): string | undefined {
  if (payload === null) return undefined;
  const { before, after } = JSON.parse(payload) as RowPayload;
  for (const field of naming[kind] ?? ['name']) {
    const said = after?.[field] ?? before?.[field];
    if (typeof said === 'string') return said;
    if (Array.isArray(said)) return (said[0] as { quote?: string } | undefined)?.quote;
  }
  return undefined;
}

/** The kind that says best what a step was about. */
const tellingFirst: readonly KindName[] = [
  'annotation',
  'entity',
  'entity_alias',
  'cluster',
  'attribute',
  'relation_kind',
  'label',
  'article',
  'outlet',
  'annotator',
];

/** Steps for people to read, newest first; `annotator` (a uid) is who would go to one. */
export function listStepsForPeople(
  db: ReadDb,
  query: Parameters<typeof listSteps>[1],
  annotator: string | null,
): ListedStep[] {
  const undos = new Set(annotator === null ? [] : listUndosToRedo(db, annotator).map(({ id }) => id));
  const isReachable = (step: StepRecord) => {
    if (annotator === null || step.isOwn === 0) return false;
    if (step.annotatorUid !== annotator || isStaying(step.act) || step.takenBack === 0) return true;
    const undo = findUndoOf(db, step.id);
    return undo !== undefined && undos.has(undo);
  };
  const hidden = new Set(query.hidden?.articles);
  const isHidden = (step: StepRecord) =>
    hidden.size > 0 &&
    step.annotatorUid !== query.hidden!.from &&
    listArticlesOf(db, step.id).some((uid) => hidden.has(uid));
  return listSteps(db, query).map((step) => {
    const touched = countStepRows(db, step.id);
    return {
      uid: StepId.parse(step.uid),
      seq: step.id,
      act: step.act,
      annotator: step.annotator,
      at: step.at,
      state: isStaying(step.act) ? 'stays' : step.takenBack === 1 || step.counts === 0 ? 'taken back' : 'stands',
      isReachable: isReachable(step),
      takes: (JSON.parse(step.takes) as string[]).map((uid) => StepId.parse(uid)),
      rows: touched.reduce((sum, { rows }) => sum + rows, 0),
      touched,
      example: isHidden(step) ? null : findExample(db, step.id, touched),
    };
  });
}

function findExample(db: ReadDb, step: number, touched: { kind: string }[]): string | null {
  for (const kind of tellingFirst) {
    if (!touched.some((each) => each.kind === kind)) continue;
    const target = findFirstTarget(db, step, kind);
    const name = target === undefined ? undefined : findName(db, kind, target);
    if (name !== undefined) return name;
  }
  return null;
}
