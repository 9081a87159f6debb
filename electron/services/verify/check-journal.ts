import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import type { Head } from '../../corpus/journal/chain.ts';
import { hashRow, sha256 } from '../../corpus/journal/hash.ts';
import { iterateStrands, type JournalRow } from '../../corpus/journal/read-rows.ts';

export type JournalCheck = { rows: number; strands: number; erased: number; problems: string[] };

/**
 * Checks each strand's chain: numbers without a gap, clocks that rise, payloads and rows that hash to what they say, and
 * that the heads which a strand stands on are there: so the end of one that others stand on cannot go unseen.
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
      check.problems.push(...listMissingHeads(db, row));
    }
    check.rows += 1;
    if (row.payload === null) check.erased += 1;
    check.problems.push(...listProblems(row, before));
    before = row;
  }
  return check;
}

const name = ({ id, op, kind, target }: JournalRow) => verifyMessages.row(id, op, kind, target);

function* listProblems(row: JournalRow, before: JournalRow | undefined): Generator<string> {
  if (row.number !== (before ? before.number + 1 : 0)) yield verifyMessages.rowsMissing(name(row));
  if (before && row.lamport <= before.lamport) yield verifyMessages.clockStands(name(row));
  if (row.payload !== null && !sha256(row.payload).equals(row.payloadSha256))
    yield verifyMessages.payloadChanged(name(row));
  const { strand, number, lamport, step, op, kind, target, article } = row;
  const header = { strand, number, lamport, step, op, kind, target, article };
  if (!hashRow(header, row.payloadSha256, before?.hash ?? null).equals(row.hash))
    yield verifyMessages.chainBroken(name(row));
}

/** The heads that a strand's first row names and that are not in the journal as it names them. */
function* listMissingHeads(db: ReadDb, first: JournalRow): Generator<string> {
  for (const { strand, number, hash } of parseHeads(first.payload)) {
    const found = statement<[string, number], { hash: string }>(
      db,
      `SELECT lower(hex(j.hash)) AS hash FROM journal j JOIN strand s ON s.id = j.strand_id WHERE s.uid = ? AND j.number = ?`,
    ).get(strand, number);
    if (found?.hash !== hash) yield verifyMessages.headMissing(name(first), strand, number);
  }
}

/** None where the row is damaged: that is said by its hash. */
function parseHeads(payload: string | null): Head[] {
  try {
    return (JSON.parse(payload ?? '{}') as { heads?: Head[] }).heads ?? [];
  } catch {
    return [];
  }
}
