import { ACTS_THAT_STAY, type Act } from '#shared/domain/journal';
import { statement, type ReadDb } from '../connection.ts';
import { isInEffect, isOwn } from './taken-strands.ts';
import { toBounds, type Chosen } from './read-rows.ts';

export type StepRecord = {
  id: number;
  uid: string;
  act: Act;
  at: string;
  annotator: string;
  annotatorUid: string;
  takenBack: number;
  takes: string;
  /** Whether it was done in this file, and whether it counts in it: another copy's does while the merge that brought it stands. */
  isOwn: number;
  counts: number;
};

/** Steps that touched what is meant, newest first. Source: indexes `journal_by_article` and `journal_by_target`. */
export function listSteps(db: ReadDb, query: Chosen & { before?: number; limit: number }): StepRecord[] {
  const { article, target, annotator, from, to } = query;
  const by = [
    article !== undefined && 's.id IN (SELECT step_id FROM journal WHERE article_uid = @article)',
    target !== undefined && 's.id IN (SELECT step_id FROM journal WHERE target = @target)',
    annotator !== undefined && 's.annotator_uid = @annotator',
    (from !== undefined || to !== undefined) && 's.at >= @from AND s.at < @to',
  ].filter((part) => part !== false);
  return statement<[Record<string, unknown>], StepRecord>(
    db,
    `SELECT s.id, s.uid, s.act, s.at, coalesce(person.name, s.annotator_uid) AS annotator, s.annotator_uid AS annotatorUid,
       s.taken_back AS takenBack, ${isOwn('s')} AS isOwn, ${isInEffect('s')} AS counts,
       (SELECT json_group_array(taken.uid) FROM step_takes t JOIN step taken ON taken.id = t.taken_id WHERE t.step_id = s.id) AS takes
     FROM step s LEFT JOIN annotator person ON person.uid = s.annotator_uid
     WHERE ${[...by, 's.id < @before'].join(' AND ')} ORDER BY s.id DESC LIMIT @limit`,
  ).all({ ...query, ...toBounds(query) });
}

/** How many rows of which kind a step changed. Source: index `journal_by_step` alone. */
export const countStepRows = (db: ReadDb, stepId: number): { kind: string; rows: number }[] =>
  statement<[number], { kind: string; rows: number }>(
    db,
    `SELECT kind, count(*) AS rows FROM journal WHERE step_id = ? AND kind <> 'step' GROUP BY kind ORDER BY 2 DESC, 1`,
  ).all(stepId);

/** Articles that a step changed something of, by uid. Source: index `journal_by_step`. */
export const listArticlesOf = (db: ReadDb, stepId: number): string[] =>
  statement<[number], string>(
    db,
    'SELECT DISTINCT article_uid FROM journal WHERE step_id = ? AND article_uid IS NOT NULL',
  )
    .pluck()
    .all(stepId);

/** What the first row of a kind in a step is about. */
export const findFirstTarget = (db: ReadDb, stepId: number, kind: string): string | undefined =>
  statement<[number, string], { target: string }>(
    db,
    'SELECT target FROM journal WHERE step_id = ? AND kind = ? ORDER BY id LIMIT 1',
  ).get(stepId, kind)?.target;

export const isStaying = (act: Act) => ACTS_THAT_STAY.includes(act);
