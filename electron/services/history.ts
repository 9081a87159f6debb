import { HistoryRow } from '#shared/domain/journal';
import type { HistoryRecord, RowPayload } from '../corpus/journal/read-rows.ts';

/** A journal row as people and programs read it; what was erased is null on both sides. */
export function toHistoryRow(record: HistoryRecord): HistoryRow {
  const { id, at, annotator, act, step, op, kind, target, payload } = record;
  const { before, after }: RowPayload =
    payload === null ? { before: null, after: null } : (JSON.parse(payload) as RowPayload);
  return HistoryRow.parse({ seq: id, at, annotator, act, step, op, kind, target, before, after });
}
