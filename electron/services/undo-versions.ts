import { statement, type ReadDb } from '../corpus/connection.ts';
import { isInEffect } from '../corpus/journal/taken-strands.ts';
import { parsePayload, type JournalRow, type RowPayload } from '../corpus/journal/read-rows.ts';
import type { Records } from '../corpus/model/kinds.ts';
import { isThere } from '../corpus/model/rows.ts';
import type { StepWriter } from './write-step.ts';

/**
 * A codebook version is named by its hash and only says what a tag was made by: nobody's work stands on its row. It is there
 * while something names it, or work that put it in stands.
 */
export class TouchedVersions {
  /** To be looked at in the end. */
  readonly #all = new Set<string>();

  /** Those that a row which is turned back names. */
  noteNamed({ before, after }: RowPayload): void {
    for (const record of [before, after]) {
      const named = record?.['codebook_version'];
      if (typeof named === 'string') this.#all.add(named);
    }
  }

  /** Those that a step put in or took away, and those that what it wrote into a batch names. Source: index `journal_by_step`. */
  noteStep(db: ReadDb, stepId: number): void {
    const rows = statement<[{ stepId: number }], { version: string }>(
      db,
      `SELECT target AS version FROM journal WHERE step_id = @stepId AND kind = 'codebook_version'
       UNION SELECT v.uid FROM batch b JOIN annotation n ON n.batch_id = b.id
         JOIN codebook_version v ON v.id = n.codebook_version_id WHERE b.step_id = @stepId`,
    ).all({ stepId });
    for (const { version } of rows) this.#all.add(version);
  }

  /** Gives those that have to be there and are not, and those that are there for nothing. */
  sort(db: ReadDb): { lacking: string[]; needless: string[] } {
    const isNeeded = (version: string) => isNamed(db, version) || isPutByStandingWork(db, version);
    const all = [...this.#all].map((version) => ({
      version,
      is: isThere(db, 'codebook_version', version),
      needed: isNeeded(version),
    }));
    return {
      lacking: all.filter(({ is, needed }) => needed && !is).map(({ version }) => version),
      needless: all.filter(({ is, needed }) => is && !needed).map(({ version }) => version),
    };
  }
}

/** Puts a version in again as the journal knows it. Source: index `journal_by_target`. */
export function putVersion(writer: StepWriter, version: string): void {
  const row = statement<[string], JournalRow>(
    writer.db,
    `SELECT * FROM journal WHERE target = ? AND kind = 'codebook_version' ORDER BY id DESC LIMIT 1`,
  ).get(version);
  if (!row) throw new Error(`The journal does not know the codebook version ${version}`);
  const { before, after } = parsePayload(row);
  writer.insert('codebook_version', version, (after ?? before) as Records['codebook_version']);
}

/** Rows of a long write that was taken back go and come with the version. */
const isNamed = (db: ReadDb, version: string): boolean => {
  const names = (table: 'annotation' | 'relation') =>
    `EXISTS (SELECT 1 FROM ${table} t WHERE t.codebook_version_id = v.id
       AND (t.batch_id IS NULL OR +t.batch_id NOT IN (SELECT id FROM batch WHERE state = 'withdrawn')))`;
  return (
    statement<[string], unknown>(
      db,
      `SELECT 1 FROM codebook_version v WHERE v.uid = ? AND (${names('annotation')} OR ${names('relation')})`,
    ).get(version) !== undefined
  );
};

const isPutByStandingWork = (db: ReadDb, version: string): boolean =>
  statement<[string], unknown>(
    db,
    `SELECT 1 FROM journal j JOIN step s ON s.id = j.step_id
     WHERE j.target = ? AND j.kind = 'codebook_version' AND j.op = 'insert'
       AND s.taken_back = 0 AND s.act NOT IN ('undo', 'redo', 'merge') AND ${isInEffect('j')} LIMIT 1`,
  ).get(version) !== undefined;
