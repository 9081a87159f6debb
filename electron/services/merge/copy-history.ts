import { copyJournalRow } from '../../corpus/draft-corpus.ts';
import type { ReadDb, WriteDb } from '../../corpus/connection.ts';
import { statement } from '../../corpus/connection.ts';
import type { JournalRow } from '../../corpus/journal/read-rows.ts';
import { insertStep, type StepPayload } from '../../corpus/journal/steps.ts';
import { listSomeOfStrand } from '../../corpus/repositories/merge-repository.ts';
import type { NewsStrand } from './find-news.ts';

/** So many rows of a strand are read at once. */
const READ_AT_ONCE = 500;

type Reader = { next: JournalRow | undefined; step(): void };

function createReader(theirs: ReadDb, { strand, here, number }: NewsStrand): Reader {
  let waiting: JournalRow[] = [];
  let from = here + 1;
  const reader: Reader = {
    next: undefined,
    step() {
      if (waiting.length === 0 && from <= number) {
        waiting = listSomeOfStrand(theirs, strand, from, number, READ_AT_ONCE).reverse();
        from = (waiting[0]?.number ?? number) + 1;
      }
      reader.next = waiting.pop();
    },
  };
  reader.step();
  return reader;
}

/** Rows of the other copy's strands that this file does not hold, in the order in which they took effect. */
export function* iterateHistory(theirs: ReadDb, strands: readonly NewsStrand[]): Generator<JournalRow> {
  const readers = strands.map((strand) => createReader(theirs, strand)).filter(({ next }) => next);
  while (readers.length > 0) {
    const first = readers.reduce((least, reader) => (isBefore(reader.next!, least.next!) ? reader : least));
    yield first.next!;
    first.step();
    if (!first.next) readers.splice(readers.indexOf(first), 1);
  }
}

const isBefore = (a: JournalRow, b: JournalRow) =>
  a.lamport < b.lamport || (a.lamport === b.lamport && a.strand < b.strand);

/** Takes a row over as it is, with the strand or step that it begins. */
export function takeOver(db: WriteDb, row: JournalRow): void {
  if (row.kind === 'strand')
    statement(db, 'INSERT INTO strand (uid) VALUES (?) ON CONFLICT DO NOTHING').run(row.strand);
  if (row.kind === 'step') {
    const { id } = statement<[string], { id: number }>(db, 'SELECT id FROM strand WHERE uid = ?').get(row.strand)!;
    insertStep(db, {
      ...(JSON.parse(row.payload!) as StepPayload),
      uid: row.target,
      strandId: id,
      lamport: row.lamport,
    });
  }
  copyJournalRow(db, row);
}
