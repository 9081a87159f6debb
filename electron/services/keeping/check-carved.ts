import { createHash } from 'node:crypto';
import type { Carved, CarvedJournalRow } from '../../corpus/carve/carve-corpus.ts';
import type { Head } from '../../corpus/journal/chain.ts';
import { hashRow, sha256 } from '../../corpus/journal/hash.ts';
import type { LostRows } from '../../corpus/journal/mended.ts';
import type { JournalRow } from '../../corpus/journal/read-rows.ts';

/** Rows whose chain holds, in the order that they took effect, and what is missing between them. */
export type SoundJournal = {
  rows: JournalRow[];
  lost: LostRows[];
  /** Strands whose own first row is gone. */
  strands: string[];
  /** Uids of steps that rows name and whose own row is gone. */
  steps: string[];
};

/**
 * The journal rows that hold: the payload hashes to what the row says, and the row follows from the one before it.
 *
 * Where the one before is gone a row is taken by its payload's hash; that its own hash is right is then shown by the next.
 */
export function checkCarvedJournal(carved: Carved): SoundJournal {
  const named = nameRows(carved);
  const byStrand = Map.groupBy(named, ({ strand }) => strand);
  const sound: SoundJournal = { rows: [], lost: [], strands: [], steps: [] };
  for (const [strand, rows] of byStrand) {
    const kept = chooseRows(rows);
    if (kept.length === 0) continue;
    sound.rows.push(...kept);
    sound.lost.push(...listGaps(strand, kept));
    if (kept[0]!.number > 0) sound.strands.push(strand);
  }
  sound.lost.push(...listCutOff(sound));
  const ownRows = new Set(sound.rows.filter(({ kind }) => kind === 'step').map(({ target }) => target));
  sound.steps = [...new Set(sound.rows.flatMap(({ step }) => (step === null || ownRows.has(step) ? [] : [step])))];
  sound.rows.sort(
    (a, b) => a.lamport - b.lamport || (a.strand < b.strand ? -1 : a.strand > b.strand ? 1 : a.number - b.number),
  );
  return sound;
}

/** Rows with the uids of their strand and step; a row of which one is not known cannot be checked. */
function nameRows({ journal, strands, steps }: Carved): JournalRow[] {
  const strandUids = new Map(strands);
  const stepUids = new Map([...steps].map(([id, { uid }]) => [id, uid]));
  for (const { kind, target, strandId, stepId } of journal) {
    if (kind === 'strand') strandUids.set(strandId, target);
    if (kind === 'step' && stepId !== null) stepUids.set(stepId, target);
  }
  return journal.flatMap(({ strandId, ...row }: CarvedJournalRow) => {
    const strand = strandUids.get(strandId);
    const step = row.stepId === null ? null : stepUids.get(row.stepId);
    return strand === undefined || step === undefined ? [] : [{ ...row, strand, step }];
  });
}

function chooseRows(rows: JournalRow[]): JournalRow[] {
  const byNumber = Map.groupBy(
    rows.filter(({ payload, payloadSha256 }) => payload === null || sha256(payload).equals(payloadSha256)),
    ({ number }) => number,
  );
  const kept: JournalRow[] = [];
  for (const number of [...byNumber.keys()].sort((a, b) => a - b)) {
    const before = kept.at(-1);
    const previous = before?.number === number - 1 ? before.hash : null;
    const isFirst = number === 0;
    const row = byNumber.get(number)!.find((each) => (previous === null && !isFirst) || follows(each, previous));
    if (row) kept.push(row);
  }
  return kept;
}

function follows(
  { strand, number, lamport, step, op, kind, target, article, payloadSha256, hash }: JournalRow,
  previous: Buffer | null,
) {
  const header = { strand, number, lamport, step, op, kind, target, article };
  return hashRow(header, payloadSha256, previous).equals(hash);
}

function* listGaps(strand: string, rows: JournalRow[]): Generator<LostRows> {
  let next = 0;
  for (const { number } of rows) {
    if (number > next) yield { strand, from: next, to: number - 1 };
    next = number + 1;
  }
}

/** The ends of strands that others stand on and that are not there. */
function* listCutOff({ rows }: SoundJournal): Generator<LostRows> {
  const last = new Map<string, number>();
  for (const { strand, number } of rows) last.set(strand, Math.max(number, last.get(strand) ?? -1));
  const named = new Map<string, number>();
  for (const { kind, payload } of rows) {
    if (kind !== 'strand' || payload === null) continue;
    for (const { strand, number } of (JSON.parse(payload) as { heads?: Head[] }).heads ?? [])
      named.set(strand, Math.max(number, named.get(strand) ?? -1));
  }
  for (const [strand, number] of named) {
    const end = last.get(strand) ?? -1;
    if (number > end) yield { strand, from: end + 1, to: number };
  }
}

/** The row, or the first of several, that came after the newest of these. */
export function findCutEnd(rows: readonly JournalRow[]): LostRows[] {
  const [first] = rows;
  if (!first) return [];
  const { strand, number } = rows.reduce((newest, row) => (row.id > newest.id ? row : newest), first);
  return [{ strand, from: number + 1, to: number + 1 }];
}

/** Texts by their hash, in hex; null for one that was erased. One that does not hash to its name is left out. */
export function checkCarvedTexts({ texts }: Carved): Map<string, string | null> {
  const sound = new Map<string, string | null>();
  for (const { sha256: hash, text } of texts.values()) {
    const name = hash.toString('hex');
    if (text !== null && sha256(text).equals(hash)) sound.set(name, text);
    else if (text === null && !sound.has(name)) sound.set(name, null);
  }
  return sound;
}

/** The bytes of a source, chunk by chunk; undefined where they do not hash to its name. Null chunks were erased. */
export function checkCarvedSource({ sources, chunks }: Carved, id: number): (Buffer | null)[] | undefined {
  const source = sources.get(id);
  const parts = chunks.get(id);
  if (!source) return undefined;
  const ordered = [...(parts ?? [])].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
  if (ordered.includes(null)) return ordered;
  const hash = createHash('sha256');
  for (const bytes of ordered) hash.update(bytes!);
  return hash.digest().equals(source.sha256) ? ordered : undefined;
}
