import { statement, type ReadDb } from '../connection.ts';
import type { KindName } from '../model/kinds.ts';
import type { StepPayload } from './steps.ts';

/** Rows of a strand that are gone, by their numbers; both ends count. */
export type LostRows = { strand: string; from: number; to: number };
/** A model row as the tables of a damaged file had it, where its journal rows are gone. */
export type MendedRow = { kind: KindName; uid: string; record: Record<string, unknown> };

/**
 * What a recovery says of a journal that has gaps: so that it can be replayed and checked all the same, and everybody can
 * read what is missing. It stands in the payload of the step `recover`.
 */
export type Mended = {
  lost: LostRows[];
  /** Hashes, in hex, of rows that are there but cannot be replayed, since what they stand on is gone. */
  skipped: string[];
  /** Strands and steps whose own journal rows are gone, while later rows name them. */
  strands: string[];
  steps: (StepPayload & { uid: string; strand: string; lamport: number })[];
  rows: MendedRow[];
};

export const nothingMended = (): Mended => ({ lost: [], skipped: [], strands: [], steps: [], rows: [] });

/** What all recoveries of a corpus say; nothing is mended in one that was never damaged. */
export function readMended(db: ReadDb): Mended {
  const all = nothingMended();
  const payloads = statement<[], { payload: string | null }>(
    db,
    `SELECT j.payload FROM step s JOIN journal j ON j.step_id = s.id AND j.kind = 'step' WHERE s.act = 'recover'`,
  ).all();
  for (const { payload } of payloads) {
    const mended = parseMended(payload);
    for (const key of ['lost', 'skipped', 'strands', 'steps', 'rows'] as const)
      (all[key] as unknown[]).push(...(mended?.[key] ?? []));
  }
  return all;
}

/** Undefined for the payload of any other step, and where it was erased or damaged. */
export function parseMended(payload: string | null): Mended | undefined {
  try {
    return (JSON.parse(payload ?? '{}') as { mended?: Mended }).mended;
  } catch {
    return undefined;
  }
}

export const isLost = ({ lost }: Mended, strand: string, number: number): boolean =>
  lost.some((gap) => gap.strand === strand && gap.from <= number && number <= gap.to);
