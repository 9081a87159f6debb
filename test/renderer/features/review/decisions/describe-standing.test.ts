import { expect, test } from 'vitest';
import type { Annotation, AnnotationState } from '#shared/domain/annotation';
import type { DecisionOnWork, WorkDecision } from '#shared/domain/decision';
import { describeStanding } from '../../../../../renderer/features/review/decisions/describe-standing.ts';

type Case = { kind?: 'review' | 'settlement'; decision: WorkDecision; state?: AnnotationState; stands?: number };

const describe = ({ kind = 'review', decision, state, stands = 0 }: Case) =>
  describeStanding({
    kind,
    decision,
    relation: null,
    annotation: state === undefined ? null : ({ state } as Annotation),
    stands: Array.from({ length: stands }, () => ({}) as Annotation),
  } as DecisionOnWork);

test('what stands is what all reviews come to, not what one checker said', () => {
  expect(describe({ decision: 'rejected', state: 'rejected' }).said).toBe('Nothing stands here.');
  expect(describe({ decision: 'rejected', state: 'unsure' }).said).toBe('Yours stands until it is decided.');
  expect(describe({ decision: 'rejected', state: 'unchecked' }).said).toBe(
    'Yours stands; somebody will look at it again.',
  );
  expect(describe({ decision: 'unsure', state: 'accepted' }).said).toBe('Yours stands as it is.');
});

test('a correction stands in its place only while it counts', () => {
  expect(describe({ decision: 'corrected', state: 'corrected', stands: 1 })).toEqual({
    name: 'What stands instead',
    said: null,
  });
  expect(describe({ decision: 'corrected', state: 'unchecked', stands: 1 })).toEqual({
    name: 'What was put in its place',
    said: 'Yours stands; somebody will look at it again.',
  });
});

test('of what was settled the tags that stand say it, and of what was missing what was added', () => {
  expect(describe({ kind: 'settlement', decision: 'kept', state: 'unchecked', stands: 1 }).said).toBeNull();
  expect(describe({ kind: 'settlement', decision: 'unsure', state: 'unchecked' }).said).toBe(
    'Yours stands until it is decided.',
  );
  expect(describe({ kind: 'settlement', decision: 'neither', state: 'unchecked' }).said).toBe('Nothing stands here.');
  expect(describe({ decision: 'missing', stands: 1 })).toEqual({ name: 'What was added', said: null });
});
