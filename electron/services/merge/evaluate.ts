import type { MergeSide } from '#shared/domain/merge';
import type { RowPayload } from '../../corpus/journal/read-rows.ts';
import { hasBatch, isKindName, kinds, type KindName } from '../../corpus/model/kinds.ts';
import type { Place } from '../../corpus/repositories/merge-repository.ts';
import { putLeftOutBack } from './left-out-values.ts';
import { inOrder, type Union, type UnionRow } from './union.ts';

export type Fields = Record<string, unknown>;

/** Fields that somebody set, and where; `isBase`: it is no work, and counts before all that is. `id`: the journal row, in its own copy. */
export type Edit = Place & {
  id: number | null;
  fields: Fields;
  isBase: boolean;
  rank: number;
  annotator: string;
  at: string;
  side: MergeSide;
};
/** Somebody took the row away, or took back what had put it in. */
export type Removal = Place & { annotator: string; at: string; side: MergeSide };

/** What a row comes to. `record` is null where it was never put in; it is there also for one that is gone. */
export type State = {
  kind: KindName;
  exists: boolean;
  record: Fields | null;
  edits: Edit[];
  removals: Removal[];
};

/** The rank of what people do. */
const WORK = 2;

/** Acts whose rows only say again, or take back, what other steps did. */
const ECHOES: readonly string[] = ['undo', 'redo', 'merge', 'discard', 'recover'];

/**
 * What a row comes to by all that both copies know of it, in whatever order they heard: field by field the newest edit that stands;
 * gone only where every edit was seen by somebody who removed it. Undefined for what no journal row puts in and nobody has.
 *
 * `known`: the row as it stands here, for one whose first row is gone. `also`: rows that are found to mean the same. Throws where one uid is of two kinds.
 */
export function evaluate(
  union: Union,
  target: string,
  { known, also = [] }: { known?: () => Fields | undefined; also?: readonly string[] } = {},
): State | undefined {
  const rows = [target, ...also].flatMap((each) => union.rowsOf(each)).sort(inOrder);
  const [first] = rows;
  if (!first || !isKindName(first.kind)) return undefined;
  if (rows.some(({ kind }) => kind !== first.kind)) throw new Error(`${target} is of two kinds`);
  const reading = readRows(union, rows);
  if (first.kind !== 'codebook_version') reading.edits.push(...listRevivals(union, rows));
  for (const { set, stays, ...place } of union.settledOf(target)) {
    if (stays === false) reading.removals.push(place);
    else reading.edits.push({ ...place, id: null, fields: set ?? {}, isBase: false, rank: WORK });
  }
  reading.edits.sort((a, b) => a.rank - b.rank || inOrder(a, b));
  const bottom = reading.bottom ?? (reading.inserts > 0 ? {} : known?.());
  if (!bottom) return undefined;
  const exists = first.kind === 'codebook_version' ? isVersionThere(union, rows, reading) : isThere(union, reading);
  const record = complete(
    first.kind,
    Object.assign({}, bottom, ...reading.edits.map(({ fields }) => fields)) as Fields,
  );
  return { kind: first.kind, record, exists, ...reading };
}

type Reading = {
  edits: Edit[];
  removals: Removal[];
  /** Work that took it away, whether that stands or not. */
  deletions: (Place & { step: string })[];
  inserts: number;
  /** As it was put in by what was taken back, or is not finished. */
  bottom: Fields | undefined;
};

function readRows(union: Union, rows: readonly UnionRow[]): Reading {
  const reading: Reading = { edits: [], removals: [], deletions: [], inserts: 0, bottom: undefined };
  for (const row of rows) {
    if (row.payload === null || ECHOES.includes(row.act)) continue;
    const { strand, number, lamport, annotator, at, side } = row;
    const place = { strand, number, lamport, annotator, at, side };
    const stands = union.stands(row.step);
    if (row.op === 'delete') {
      reading.deletions.push({ ...place, step: row.step });
      if (stands) reading.removals.push(place);
      continue;
    }
    const fields: Fields = putLeftOutBack(union, rows, row, JSON.parse(row.payload) as RowPayload);
    const isFinished = row.op === 'update' || typeof fields['batch'] !== 'string' || union.isPublished(fields['batch']);
    delete fields['batch'];
    if (row.op === 'insert') {
      reading.inserts += 1;
      if (!stands || !isFinished) reading.bottom = { ...reading.bottom, ...fields };
      if (!stands) reading.removals.push(...listTakers(union, row));
    }
    if (!stands || !isFinished) continue;
    const rank = union.rankOf(row);
    reading.edits.push({ ...place, id: row.id, fields, rank, isBase: rank < WORK });
  }
  return reading;
}

/**
 * Where an undo or redo that stands brought the row again, by turning work on it back or forth: that says nothing of its fields, but whoever
 * did it, knowing that another had removed it too, wants it there.
 */
function listRevivals(union: Union, rows: readonly UnionRow[]): Edit[] {
  const works = rows.filter(({ act }) => !ECHOES.includes(act));
  const isLast = ({ step, number }: UnionRow) =>
    !rows.some((later) => later.op === 'delete' && later.step === step && later.number > number);
  const revived = rows.flatMap((row) => {
    if (row.op !== 'insert') return [];
    if (row.act === 'undo' || row.act === 'redo')
      return isLast(row) && union.stands(row.step) && works.some(({ step }) => union.turns(row.step, step))
        ? [row]
        : [];
    const { batch } = (JSON.parse(row.payload ?? '{}') as Partial<RowPayload>).after ?? {};
    if (typeof batch !== 'string' || !works.includes(row)) return [];
    return union.revivalsOf(batch).filter(({ step }) => union.turns(step, row.step));
  });
  return revived.map(({ strand, number, lamport, annotator, at, side }) => ({
    ...{ strand, number, lamport, annotator, at, side },
    ...{ id: null, fields: {}, isBase: false, rank: WORK },
  }));
}

const listTakers = (union: Union, row: UnionRow): Removal[] =>
  union
    .takersOf(row.step)
    .filter(({ taker }) => union.stands(taker))
    .map(({ strand, number, lamport, annotator, at, side }) => ({ strand, number, lamport, annotator, at, side }));

/**
 * Whether an edit is left that nobody who removed the row had seen. A removal says nothing of what had been removed before it already,
 * in its author's eyes.
 */
function isThere(union: Union, { edits, removals, deletions }: Reading): boolean {
  const wasGone = (edit: Edit, eyes: Removal) =>
    deletions.some((each) => union.saw(each, edit) && union.saw(eyes, each) && !union.wasTakenBack(each.step, eyes));
  const isOver = (edit: Edit) =>
    removals.some((removal) => edit.isBase || (union.saw(removal, edit) && !wasGone(edit, removal)));
  return edits.some((edit) => !isOver(edit));
}

/** A version is there while work that put it in stands; and where whoever took that back left it, since something named it still. */
function isVersionThere(union: Union, rows: readonly UnionRow[], { edits }: Reading): boolean {
  const own = rows.filter(({ act }) => act !== 'merge'); // which only follows
  const isGone = (row: UnionRow) => own.some((later) => later.op === 'delete' && union.saw(later, row));
  return edits.length > 0 || own.some((row) => row.op === 'insert' && !isGone(row));
}

/** With fields that an older format did not have. */
export function complete(kind: KindName, fields: Fields): Fields {
  const { columns, lists } = kinds[kind];
  const empty = { ...mapKeys(columns, null), ...mapKeys(lists, []) };
  const record: Fields = { ...empty, ...fields };
  if (hasBatch(kind)) record['batch'] = null;
  return record;
}

const mapKeys = (keys: object, value: unknown): Fields =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, value]));
