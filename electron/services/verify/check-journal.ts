import { verifyMessages } from '#shared/messages/en/verify';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { hashRow, sha256 } from '../../corpus/journal/hash.ts';
import { isPackageStart, parseHeads } from '../../corpus/journal/merges.ts';
import { isLost, readMended, type Mended } from '../../corpus/journal/mended.ts';
import { iterateStrands, type JournalRow } from '../../corpus/journal/read-rows.ts';

import type { Slice } from './check-contents.ts';

export type JournalCheck = { rows: number; strands: number; erased: number; problems: string[] };

const ROWS_A_SLICE = 2000;

/**
 * Checks each strand's chain: numbers without a gap, clocks that rise, payloads and rows that hash to what they say, and
 * that the heads which a strand stands on are there: so the end of one that others stand on cannot go unseen.
 *
 * A payload that was erased counts as erased, not as damaged: its hash still stands in the chain. Rows that a recovery says
 * are gone are no problem. Gives how far it is now and then.
 */
export function* checkJournal(db: ReadDb, check: JournalCheck): Generator<Slice> {
  const mended = readMended(db);
  const total = statement<[], { n: number }>(db, 'SELECT max(id) AS n FROM journal').get()!.n;
  let before: JournalRow | undefined;
  for (const row of iterateStrands(db)) {
    if (before?.strand !== row.strand) {
      before = undefined;
      check.strands += 1;
      check.problems.push(...listMissingHeads(db, row, mended));
    }
    check.rows += 1;
    if (row.payload === null) check.erased += 1;
    check.problems.push(...listProblems(row, before, mended));
    before = row;
    if (check.rows % ROWS_A_SLICE === 0) yield { done: check.rows, total, what: verifyMessages.at.journal };
  }
}

export const startJournalCheck = (): JournalCheck => ({ rows: 0, strands: 0, erased: 0, problems: [] });

const name = ({ id, op, kind, target }: JournalRow) => verifyMessages.row(id, op, kind, target);

function* listProblems(row: JournalRow, before: JournalRow | undefined, mended: Mended): Generator<string> {
  const isAfterGap = row.number !== (before ? before.number + 1 : 0);
  const isKnownGap = isAfterGap && isLost(mended, row.strand, row.number - 1);
  if (isAfterGap && !isKnownGap) yield verifyMessages.rowsMissing(name(row));
  if (before && row.lamport <= before.lamport) yield verifyMessages.clockStands(name(row));
  if (row.payload !== null && !sha256(row.payload).equals(row.payloadSha256))
    yield verifyMessages.payloadChanged(name(row));
  if (isKnownGap) return; // what it follows from is gone
  const { strand, number, lamport, step, op, kind, target, article } = row;
  const header = { strand, number, lamport, step, op, kind, target, article };
  if (!hashRow(header, row.payloadSha256, before?.hash ?? null).equals(row.hash))
    yield verifyMessages.chainBroken(name(row));
}

/** The heads that a strand's first row names and that are not in the journal as it names them. */
function* listMissingHeads(db: ReadDb, first: JournalRow, mended: Mended): Generator<string> {
  for (const { strand, number, hash } of parseHeads(first.payload)) {
    const found = statement<[string, number], { hash: string }>(
      db,
      `SELECT lower(hex(j.hash)) AS hash FROM journal j JOIN strand s ON s.id = j.strand_id WHERE s.uid = ? AND j.number = ?`,
    ).get(strand, number);
    const isElsewhere = found === undefined && isPackageStart(first.payload); // in the corpus that it was cut from
    if (found?.hash !== hash && !isElsewhere && !isLost(mended, strand, number))
      yield verifyMessages.headMissing(name(first), strand, number);
  }
}
