import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import type { Step } from '#shared/domain/journal';
import { keepingMessages } from '#shared/messages/en/keeping';
import { CORPUS_EXTENSION } from '#shared/domain/corpus';
import { allDerived, rebuildTable } from '../../corpus/derived/all-derived.ts';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { readMended } from '../../corpus/journal/mended.ts';
import { iterateInOrder } from '../../corpus/journal/read-rows.ts';
import { getStep, type StepRow } from '../../corpus/journal/steps.ts';
import { createIsOwn, createWasTaken, findTaker, isOwn } from '../../corpus/journal/taken-strands.ts';
import { copyTextsAndSources, openDraftCorpus } from '../../corpus/draft-corpus.ts';
import { openSnapshot, type Corpus } from '../../corpus/open-corpus.ts';
import { pause, type Job } from '../job.ts';
import { deleteAllRemoved } from '../discard-batch.ts';
import { createReplay } from '../replay-journal.ts';
import { toStep } from '../describe-step.ts';

/** A corpus as it was after a step, in a private folder of its own. */
export type AsOfView = { path: string; asOf: Step };

/** Between two slices other calls are answered. Unit: journal rows; 200 take about 15 ms. */
const ROWS_A_SLICE = 200;

/** The last step of the file's own line that had ended by a moment; undefined where there is none. */
export const findStepAt = (db: ReadDb, at: string): StepRow | undefined => {
  const id = statement<[string], number>(
    db,
    `SELECT id FROM step WHERE at <= ? AND ${isOwn('step')} ORDER BY id DESC LIMIT 1`,
  )
    .pluck()
    .get(at);
  return id === undefined ? undefined : getStep(db, id);
};

/**
 * Replays the journal up to a step's last row into a corpus of its own, with texts, sources and history. A step of another copy was
 * never here without the merge that brought it: as of that.
 *
 * `problems` names rows that could not be replayed. Errors: cancelled, disk-full.
 */
export async function buildAsOf(
  corpus: Corpus,
  chosen: StepRow,
  job: Job,
): Promise<{ view: AsOfView; problems: string[] }> {
  const step = getStep(corpus.read, findTaker(corpus.read, chosen.id) ?? chosen.id);
  const folder = mkdtempSync(join(tmpdir(), 'galley-as-of-'));
  const name = `${keepingMessages.asOfName(basename(corpus.path, extname(corpus.path)))}${CORPUS_EXTENSION}`;
  const view = { path: join(folder, name), asOf: toStep(corpus.read, step) };
  const snapshot = openSnapshot(corpus);
  try {
    const built = openDraftCorpus(view.path);
    try {
      copyTextsAndSources(built, corpus.place);
      const problems = await replayUpTo(snapshot, built, step, job);
      for (const derived of allDerived) {
        for (const { done, total } of rebuildTable(built, derived)) {
          job.report({ done, total, what: derived.name });
          await pause(job);
        }
      }
      return { view, problems };
    } finally {
      built.close();
    }
  } catch (error) {
    removeView(view.path);
    throw error;
  } finally {
    snapshot.close();
  }
}

async function replayUpTo(db: ReadDb, built: ReturnType<typeof openDraftCorpus>, step: StepRow, job: Job) {
  const problems: string[] = [];
  const isOwnRow = createIsOwn(db);
  const replay = createReplay(built, readMended(db), (problem) => problems.push(problem), {
    keepsRows: true,
    isOwn: isOwnRow,
  });
  const { last, total } = statement<[number], { last: number; total: number }>(
    db,
    'SELECT max(lamport) AS last, (SELECT max(id) FROM journal) AS total FROM journal WHERE step_id = ?',
  ).get(step.id)!;
  const strand = statement<[number], { strand: string }>(
    db,
    'SELECT s.uid AS strand FROM step JOIN strand s ON s.id = step.strand_id WHERE step.id = ?',
  ).get(step.id)!.strand;
  const wasTaken = createWasTaken(db, last);
  let done = 0;
  built.exec('BEGIN');
  for (const row of iterateInOrder(db)) {
    if (row.lamport > last || (row.lamport === last && row.strand > strand)) break;
    if (isOwnRow(row) || wasTaken(row)) replay(row);
    done += 1;
    if (done % ROWS_A_SLICE > 0) continue;
    job.report({ done, total, what: 'journal' });
    await pause(job);
  }
  deleteAllRemoved(built);
  built.exec('COMMIT');
  return problems;
}

/** Takes what was shown away again. */
export const removeView = (path: string): void => rmSync(dirname(path), { recursive: true, force: true });
