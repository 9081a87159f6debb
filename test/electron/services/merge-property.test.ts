import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import type { ReadDb, WriteDb } from '../../../electron/corpus/connection.ts';
import { copyJournalRow } from '../../../electron/corpus/draft-corpus.ts';
import { listHeads, toFingerprint, type Head } from '../../../electron/corpus/journal/chain.ts';
import { insertStep, type StepPayload } from '../../../electron/corpus/journal/steps.ts';
import {
  iterateInOrder,
  iterateStrands,
  parsePayload,
  type JournalRow,
} from '../../../electron/corpus/journal/read-rows.ts';
import { isKindName, type KindName, type Records } from '../../../electron/corpus/model/kinds.ts';
import { findRecord, insertRecord, iterateUids, updateRecord } from '../../../electron/corpus/model/rows.ts';
import { openCorpus, type Corpus } from '../../../electron/corpus/open-corpus.ts';
import { openMemoryCorpus } from '../../../electron/corpus/open-memory.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { checkJournal, startJournalCheck } from '../../../electron/services/verify/check-journal.ts';
import { createEnvironment, createTestCorpus, SAMPLE_TEXT } from '../../helpers/corpus.ts';

type Act = { copy: 0 | 1; do: 'tag' | 'note' | 'move' | 'remove' | 'undo' | 'redo' | 'reopen'; which: number };
const anyAct = fc.record({
  copy: fc.constantFrom(0 as const, 1 as const),
  do: fc.constantFrom('tag', 'tag', 'note', 'note', 'move', 'remove', 'undo', 'redo', 'reopen'),
  which: fc.nat({ max: 20 }),
}) as fc.Arbitrary<Act>;

const uidsOf = (db: ReadDb) => [...iterateUids(db, 'annotation', { seen: true })];

/** One act of the person who works on both copies. */
function perform(corpus: Corpus, person: string, { do: what, which }: Act): void {
  const [article] = iterateUids(corpus.read, 'article', { seen: true });
  const uids = uidsOf(corpus.read);
  const uid = uids[which % Math.max(1, uids.length)];
  const spans = [{ start: which, end: which + 3 }];
  try {
    if (what === 'tag')
      createAnnotation(corpus, person, { article: article!, label: which % 2 ? 'actor' : 'claim', spans });
    else if (what === 'undo') undo(corpus, person, false);
    else if (what === 'redo') redo(corpus, person, false);
    else if (uid === undefined) return;
    else if (what === 'note') updateAnnotation(corpus, person, uid, { note: `${corpus.path.slice(-8)} ${which}` });
    else if (what === 'move') updateAnnotation(corpus, person, uid, { spans });
    else if (what === 'remove') removeAnnotations(corpus, person, [uid]);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error; // a span at a character's edge, nothing to undo
  }
}

/** Takes the strands that are not here over from another copy, row for row, unchanged. */
function takeStrands(into: WriteDb, from: ReadDb): void {
  const known = new Set(into.prepare('SELECT uid FROM strand').pluck().all());
  for (const row of [...iterateInOrder(from)].filter(({ strand }) => !known.has(strand))) {
    if (row.kind === 'strand') into.prepare('INSERT INTO strand (uid) VALUES (?)').run(row.strand);
    if (row.kind === 'step') {
      const strandId = into.prepare<[string], number>('SELECT id FROM strand WHERE uid = ?').pluck().get(row.strand)!;
      insertStep(into, {
        ...(JSON.parse(row.payload!) as StepPayload),
        uid: row.target,
        strandId,
        lamport: row.lamport,
      });
    }
    copyJournalRow(into, row);
  }
}

type Place = Pick<JournalRow, 'strand' | 'number'>;

/** Whether the writer of one row had the other one before their eyes: by their strand, or the heads that it stands on. */
function createSaw(db: ReadDb): (row: Place, other: Place) => boolean {
  const reach = new Map<string, Map<string, number>>();
  // strands stand on older ones only, and their first rows are ordered like that by their clocks
  for (const row of iterateInOrder(db)) {
    if (row.kind !== 'strand') continue;
    const seen = new Map<string, number>();
    for (const { strand, number } of (JSON.parse(row.payload!) as { heads: Head[] }).heads) {
      const all = [...(reach.get(strand) ?? []), [strand, number] as const];
      for (const [each, to] of all) seen.set(each, Math.max(to, seen.get(each) ?? -1));
    }
    reach.set(row.strand, seen);
  }
  return (row, other) =>
    row.strand === other.strand
      ? other.number < row.number
      : other.number <= (reach.get(row.strand)?.get(other.strand) ?? -1);
}

/**
 * Rebuilds the model from a journal of several people's strands: in order of (lamport, strand, number), the later one
 * stands, field by field; an annotation is gone only where whoever removed it had seen every edit of it.
 */
function rebuild(db: ReadDb): WriteDb {
  const built = openMemoryCorpus();
  for (const table of ['article_text', 'source'] as const) {
    for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all())
      built
        .prepare(
          `INSERT INTO ${table} VALUES (${Object.keys(row)
            .map((key) => `@${key}`)
            .join(', ')})`,
        )
        .run(row);
  }
  const rows = [...iterateInOrder(db)];
  const saw = createSaw(db);
  const annotations = new Map<string, { record: Records['annotation']; edits: JournalRow[]; removals: JournalRow[] }>();
  for (const row of rows) {
    if (row.kind === 'strand') built.prepare('INSERT INTO strand (uid) VALUES (?)').run(row.strand);
    else if (row.kind === 'step') {
      const strandId = built.prepare<[string], number>('SELECT id FROM strand WHERE uid = ?').pluck().get(row.strand)!;
      insertStep(built, {
        ...(JSON.parse(row.payload!) as StepPayload),
        uid: row.target,
        strandId,
        lamport: row.lamport,
      });
    } else if (row.kind === 'annotation') {
      const { before, after } = parsePayload(row);
      const known = annotations.get(row.target) ?? { record: before as Records['annotation'], edits: [], removals: [] };
      if (row.op === 'delete') known.removals.push(row);
      else known.edits.push(row);
      const removal = known.removals.findLast((each) => saw(row, each));
      // what undo or redo brings back is edited in no field: it must not win over what another did to one meanwhile
      const changes = removal && row.op === 'insert' ? listDiffering(after!, parsePayload(removal).before!) : after;
      annotations.set(row.target, { ...known, record: { ...known.record, ...changes } });
    } else replay(built, row as JournalRow & { kind: KindName });
  }
  for (const [uid, { record, edits, removals }] of annotations) {
    const stands = edits.some((edit) => !removals.some((removal) => saw(removal, edit)));
    if (stands) insertRecord(built, 'annotation', uid, record);
  }
  return built;
}

const listDiffering = (after: object, before: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  );

function replay(built: WriteDb, row: JournalRow & { kind: KindName }): void {
  if (!isKindName(row.kind) || row.op === 'delete') throw new Error(`These acts do not ${row.op} a ${row.kind}`);
  const { after } = parsePayload(row);
  if (row.op === 'insert') insertRecord(built, row.kind, row.target, after as Records[KindName]);
  else updateRecord(built, row.kind, row.target, after!);
}

test('copies edited apart come to the same contents both ways, and no accepted edit is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 40 }), fc.nat({ max: 6 }), async (acts, common) => {
      const made = createTestCorpus();
      await made.importText(SAMPLE_TEXT);
      const person = made.sara;
      for (const act of acts.slice(0, common)) perform(made.corpus, person, act);
      const forked = annotationsOf(made.corpus.read);
      const shared = listHeads(made.corpus.read).length;
      made.corpus.close();
      const copies = ['one.galley', 'two.galley'].map((name, n) => {
        copyFileSync(made.path, join(made.folder, name));
        return openCorpus(join(made.folder, name), 'write', createEnvironment(100 + n));
      });
      for (const act of acts.slice(common)) {
        if (act.do !== 'reopen') perform(copies[act.copy]!, person, act);
        else {
          const { path, environment } = copies[act.copy]!;
          copies[act.copy]!.close();
          copies[act.copy] = openCorpus(path, 'write', environment);
        }
      }
      const versions = copies.map(({ read }) => ({
        annotations: annotationsOf(read),
        changed: listChanged(read, shared),
      }));
      const strands = copies.map(({ read }) => [...iterateStrands(read)].map(({ hash }) => hash.toString('hex')));

      takeStrands(copies[0]!.writer!.db, copies[1]!.read);
      takeStrands(copies[1]!.writer!.db, copies[0]!.read);
      const [a, b] = copies.map(({ read }) => rebuild(read)) as [WriteDb, WriteDb];

      expect(copies.map(({ read }) => listJournalProblems(read))).toEqual([[], []]);
      const heads = copies.map(({ read }) => toFingerprint(listHeads(read)));
      expect(heads[0]).toBe(heads[1]);
      const rows = new Set([...iterateStrands(copies[0]!.read)].map(({ hash }) => hash.toString('hex')));
      expect(strands.flat().every((hash) => rows.has(hash))).toBe(true);
      expect(computeContentFingerprint(a)).toBe(computeContentFingerprint(b));
      expectNothingLost(a, forked, versions);
      copies.forEach((copy) => copy.close());
    }),
    { numRuns: 25 },
  );
});

function listJournalProblems(db: ReadDb): string[] {
  const check = startJournalCheck();
  Array.from(checkJournal(db, check));
  return check.problems;
}

type Annotations = Map<string, Records['annotation']>;
const annotationsOf = (db: ReadDb): Annotations =>
  new Map(uidsOf(db).map((uid) => [uid, findRecord(db, 'annotation', uid)!]));

/** What one copy says: what stands in it, and which fields of which annotations it has changed since they parted. */
type Version = { annotations: Annotations; changed: Set<string> };

/** Of the strands that came after the first `shared` ones. */
const listChanged = (db: ReadDb, shared: number): Set<string> =>
  new Set(
    db
      .prepare<[number], string>(
        `SELECT target || ' ' || after.key FROM journal j, json_each(j.payload, '$.after') after
         WHERE kind = 'annotation' AND op = 'update' AND strand_id > ?`,
      )
      .pluck()
      .all(shared),
  );

/**
 * An annotation that a copy had changed, or that both have, is there; a field that one copy changed is as it left it; one
 * that both changed is as one of them left it.
 */
function expectNothingLost(merged: ReadDb, forked: Annotations, versions: Version[]): void {
  for (const uid of new Set([...forked.keys(), ...versions.flatMap(({ annotations }) => [...annotations.keys()])])) {
    const record = findRecord(merged, 'annotation', uid);
    const standing = versions.filter(({ annotations }) => annotations.has(uid));
    const fields = ['label', 'spans', 'note'] as const;
    const changers = (field: string) => standing.filter(({ changed }) => changed.has(`${uid} ${field}`));
    if (
      standing.length === 2 ||
      (standing.length === 1 && (!forked.has(uid) || fields.some((field) => changers(field).length)))
    )
      expect(record).toBeDefined();
    if (!record || (standing.length < 2 && forked.has(uid))) continue;
    for (const field of fields) {
      const authors = changers(field).length > 0 ? changers(field) : standing;
      const values = authors.map(({ annotations }) => JSON.stringify(annotations.get(uid)![field]));
      expect(values).toContain(JSON.stringify(record[field]));
    }
  }
}
