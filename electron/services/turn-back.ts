import { ExpectedError } from '#shared/errors';
import { statement } from '../corpus/connection.ts';
import { findRemoval, parsePayload, type JournalRow, type RowPayload } from '../corpus/journal/read-rows.ts';
import { getStep } from '../corpus/journal/steps.ts';
import { isKindName, kinds, type KindName, type Records } from '../corpus/model/kinds.ts';
import { listThere } from '../corpus/model/row-sets.ts';
import { isSeen, isThere, listNamed, listReferrersOf } from '../corpus/model/rows.ts';
import { describeStep } from './describe-step.ts';
import { putVersion, type TouchedVersions } from './undo-versions.ts';
import type { StepWriter } from './write-step.ts';

/** So many rows are turned back between two reports. */
const ROWS_A_REPORT = 1000;
/** So many rows of one kind are turned back at once. */
const MOST_AT_ONCE = 500;

/** A writer that says how far it is: rows come to light while others are turned back. */
export type Counted = StepWriter & { expect(rows: number): void; tick(rows: number): void };

export function countWork(writer: StepWriter, say: (progress: { done: number; total: number }) => void): Counted {
  let [done, total, said] = [0, 0, 0];
  return {
    ...writer,
    expect: (rows) => void (total += rows),
    tick: (rows) => {
      done += rows;
      if (done - said < ROWS_A_REPORT) return;
      said = done;
      say({ done, total });
    },
  };
}

/**
 * Turns journal rows back, newest first: what came goes, what went comes, what was changed is as before. Rows of one kind that came or
 * went one after the other are read and removed by the hundred. `touched`: is told of the codebook versions that they name.
 *
 * Errors: undo-needs-others.
 */
export function turnBack(writer: Counted, rows: readonly JournalRow[], touched: TouchedVersions | null): void {
  writer.expect(rows.length);
  for (const alike of groupAlike(rows)) {
    const [first] = alike as [JournalRow, ...JournalRow[]];
    const { kind, op } = first;
    if (!isKindName(kind)) throw new Error(`The journal has a row of unknown kind ${kind}`);
    if (touched && 'codebook_version' in kinds[kind].columns)
      for (const row of alike) touched.noteNamed(parsePayload(row));
    if (kind === 'codebook_version') writer.tick(alike.length);
    else if (op === 'update') changeBack(writer, kind, first);
    else if (op === 'delete') putBack(writer, kind, alike);
    else takeOut(writer, kind, alike);
  }
}

/** Rows one after the other of one kind that came, or that went; a row that changed stands alone. */
function* groupAlike(rows: readonly JournalRow[]): Generator<JournalRow[]> {
  let alike: JournalRow[] = [];
  for (const row of rows) {
    const [first] = alike;
    const isAlike = first?.kind === row.kind && first.op === row.op && row.op !== 'update';
    if (first && (!isAlike || alike.length === MOST_AT_ONCE)) {
      yield alike;
      alike = [];
    }
    alike.push(row);
  }
  if (alike.length > 0) yield alike;
}

function takeOut(writer: Counted, kind: KindName, rows: readonly JournalRow[]): void {
  if (kind === 'outlet') for (const { target } of rows) removeOutlet(writer, target);
  else
    removeWithHidden(
      writer,
      kind,
      rows.map(({ target }) => target),
    );
  writer.tick(rows.length);
}

function putBack(writer: Counted, kind: KindName, rows: readonly JournalRow[]): void {
  const named = new Set<string>();
  const targets = rows.map(({ target }) => target);
  const there = new Set(listThere(writer.db, kind, targets));
  for (const row of rows) {
    const { before } = parsePayload(row);
    requireNamed(writer, kind, before, named);
    // a merge that is taken back with it had brought the row again, and leaves it where nobody sees it
    if (there.has(row.target)) writer.update(kind, row.target, before!);
    else writer.insert(kind, row.target, before as Records[KindName]);
    there.add(row.target);
  }
  writer.tick(rows.length);
}

function changeBack(writer: Counted, kind: KindName, row: JournalRow): void {
  const { before, after } = parsePayload(row);
  if (kind === 'batch') {
    // a batch that was being written was never seen: taking its publication back withdraws it
    const to = after?.['state'] === 'published' ? 'withdrawn' : 'published';
    writer.update('batch', row.target, { state: to });
    if (to === 'published') showOutletsOf(writer, row.target);
  } else {
    requireNamed(writer, kind, before, new Set());
    writer.update(kind, row.target, before!);
  }
  writer.tick(1);
}

/** What is put back may name what somebody else has taken away since. `known`: what was found to be there. Errors: undo-needs-others. */
function requireNamed(writer: StepWriter, kind: KindName, record: RowPayload['before'], known: Set<string>): void {
  const { db } = writer;
  for (const [other, uid] of listNamed(kind, record)) {
    if (known.has(uid)) continue;
    if (isThere(db, other, uid)) known.add(uid);
    else if (other === 'codebook_version') putVersion(writer, uid);
    else {
      const gone = findRemoval(db, uid);
      const act = gone === undefined ? other : describeStep(db, getStep(db, gone));
      throw new ExpectedError('undo-needs-others', { act });
    }
  }
}

/** What a long write that was taken back put in may still name the rows: it is seen by nobody, and goes and comes with them. */
export function removeWithHidden(writer: Counted, kind: KindName, uids: readonly string[]): void {
  const hasWithdrawn = statement<[], unknown>(writer.db, `SELECT 1 FROM batch WHERE state = 'withdrawn' LIMIT 1`).get();
  if (hasWithdrawn !== undefined) removeReferrers(writer, kind, uids, new Set(uids));
  writer.removeAll(kind, uids);
}

/** `going`: rows that go with these anyhow, and may name each other. */
function removeReferrers(writer: Counted, kind: KindName, uids: readonly string[], going: ReadonlySet<string>): void {
  for (const [of, referrers] of listReferrersOf(writer.db, kind, uids)) {
    const all = referrers.filter((uid) => !going.has(uid));
    writer.expect(all.length);
    for (let from = 0; from < all.length; from += MOST_AT_ONCE) {
      const some = all.slice(from, from + MOST_AT_ONCE);
      // they may have gone with others that they name
      const left = () => listThere(writer.db, of, some);
      removeReferrers(writer, of, left(), new Set([...going, ...some]));
      writer.removeAll(of, left());
      writer.tick(some.length);
    }
  }
}

/** An outlet that articles of a withdrawn import still name is not seen any more, but stays for them. */
function removeOutlet(writer: StepWriter, uid: string): void {
  const naming = statement<[string], { batch: string }>(
    writer.db,
    `SELECT b.uid AS batch FROM outlet o JOIN article a ON a.outlet_id = o.id JOIN batch b ON b.id = a.batch_id
     WHERE o.uid = ? AND b.state <> 'published' LIMIT 1`,
  ).get(uid);
  if (naming) writer.update('outlet', uid, { batch: naming.batch });
  else writer.remove('outlet', uid);
}

/** Articles that are seen again bring the outlets that they name along. */
function showOutletsOf(writer: StepWriter, batch: string): void {
  const hidden = statement<[string], { uid: string }>(
    writer.db,
    `SELECT DISTINCT o.uid FROM batch b JOIN article a ON a.batch_id = b.id JOIN outlet o ON o.id = a.outlet_id
     WHERE b.uid = ? AND NOT ${isSeen('o')}`,
  ).all(batch);
  for (const { uid } of hidden) writer.update('outlet', uid, { batch });
}
