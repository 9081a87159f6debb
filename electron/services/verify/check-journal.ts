import type { ReadDb } from '../../corpus/connection.ts';
import { hashRow, sha256 } from '../../corpus/journal/hash.ts';
import { iterateStrands, type JournalRow } from '../../corpus/journal/read-rows.ts';

export type JournalCheck = { rows: number; strands: number; erased: number; problems: string[] };

/**
 * Checks each strand's chain: numbers without a gap, clocks that rise, payloads and rows that hash to what they say.
 *
 * A payload that was erased counts as erased, not as damaged: its hash still stands in the chain.
 */
export function checkJournal(db: ReadDb): JournalCheck {
  const check: JournalCheck = { rows: 0, strands: 0, erased: 0, problems: [] };
  let before: JournalRow | undefined;
  for (const row of iterateStrands(db)) {
    if (before?.strand !== row.strand) {
      before = undefined;
      check.strands += 1;
    }
    check.rows += 1;
    if (row.payload === null) check.erased += 1;
    check.problems.push(...listProblems(row, before));
    before = row;
  }
  return check;
}

function* listProblems(row: JournalRow, before: JournalRow | undefined): Generator<string> {
  const where = `journal row ${row.id} (${row.op} ${row.kind} ${row.target})`;
  if (row.number !== (before ? before.number + 1 : 0)) yield `${where}: rows before it are missing`;
  if (before && row.lamport <= before.lamport) yield `${where}: its clock does not rise`;
  if (row.payload !== null && !sha256(row.payload).equals(row.payloadSha256))
    yield `${where}: what it says was changed`;
  const { strand, number, lamport, step, op, kind, target, article } = row;
  const hash = hashRow(
    { strand, number, lamport, step, op, kind, target, article },
    row.payloadSha256,
    before?.hash ?? null,
  );
  if (!hash.equals(row.hash)) yield `${where}: it does not follow from the row before it`;
}
