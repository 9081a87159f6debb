import type { Step } from '#shared/domain/journal';
import { StepId } from '#shared/domain/ids';
import type { ReadDb } from '../corpus/connection.ts';
import type { StepRow } from '../corpus/journal/steps.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';

export const toStep = (db: ReadDb, { uid, act, annotator, at }: StepRow): Step => ({
  uid: StepId.parse(uid),
  act,
  annotator: findAnnotatorByUid(db, annotator)?.name ?? annotator,
  at,
});

/** A step in words, for the sentence of a refusal. */
export const describeStep = (db: ReadDb, step: StepRow) => {
  const { act, annotator, at } = toStep(db, step);
  return `${act} by ${annotator} at ${at.slice(0, 16).replace('T', ' ')} UTC`;
};
