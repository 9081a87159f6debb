import { PackageNote } from '#shared/domain/corpus';
import type { MergeConflict } from '#shared/domain/merge';
import type { KindName } from '../model/kinds.ts';
import type { Head } from './chain.ts';
import type { JournalRow } from './read-rows.ts';
import type { TakenStrand } from './taken-strands.ts';

/**
 * What a person settled in a merge, of one row: fields as they then stand (`set`), or that the row stays or goes although one side
 * removed, or changed, it.
 */
export type Settled = {
  kind: KindName;
  target: string;
  set?: Record<string, unknown>;
  stays?: boolean;
};

/** What a merge says in the payload of its step. `conflicts`: the first of them, as they were shown; `conflictCount`: all. */
export type MergePayload = {
  file: string;
  corpus: string;
  people: string[];
  steps: number;
  taken: TakenStrand[];
  settled: Settled[];
  conflicts: MergeConflict[];
  conflictCount: number;
};

/** Undefined for the payload of any other step, and where it was erased or damaged. */
export function parseMerged(payload: string | null): MergePayload | undefined {
  try {
    return (JSON.parse(payload ?? '{}') as { merged?: MergePayload }).merged;
  } catch {
    return undefined;
  }
}

/** The heads that a strand's first row names; none where it was erased or damaged. */
export function parseHeads(payload: string | null): Head[] {
  try {
    return (JSON.parse(payload ?? '{}') as { heads?: Head[] }).heads ?? [];
  } catch {
    return [];
  }
}

/** Whether a strand's first row says that it begins a package: a part of a corpus that was handed out. */
export function isPackageStart(payload: string | null): boolean {
  try {
    return (JSON.parse(payload ?? '{}') as { package?: unknown }).package != null;
  } catch {
    return false;
  }
}

/** What a strand's first row says of the package that it begins; null where it begins none. */
export function parsePackage(payload: string | null): PackageNote | null {
  try {
    return PackageNote.safeParse((JSON.parse(payload ?? '{}') as { package?: unknown }).package).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Asks of rows, where they are all that is left of a corpus, whether they are of its own line: of what the strand of its newest row
 * stands on. A foreign strand is one that a merge of the own line took over.
 */
export function createIsOwnOf(rows: readonly JournalRow[]): (row: JournalRow) => boolean {
  const merges = rows.flatMap((row) => {
    const merged = row.kind === 'step' ? parseMerged(row.payload) : undefined;
    return merged ? [{ ...row, taken: merged.taken }] : [];
  });
  if (merges.length === 0) return () => true;
  const heads = new Map(
    rows.flatMap(({ kind, strand, payload }) => (kind === 'strand' ? [[strand, parseHeads(payload)]] : [])),
  );
  const newest = rows.reduce((last, row) => (row.id > last.id ? row : last));
  const own = new Map([[newest.strand, Infinity]]);
  const open = [newest.strand];
  for (let strand = open.pop(); strand !== undefined; strand = open.pop())
    for (const { strand: under, number } of heads.get(strand) ?? []) {
      if (number <= (own.get(under) ?? -1)) continue;
      own.set(under, number);
      open.push(under);
    }
  const since = new Map<string, number>();
  for (const { strand, number, taken } of merges)
    if (number <= (own.get(strand) ?? -1)) for (const each of taken) since.set(each.strand, each.since);
  return ({ strand, lamport }) => lamport < (since.get(strand) ?? Infinity);
}
