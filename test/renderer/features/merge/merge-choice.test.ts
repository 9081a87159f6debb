import { expect, test } from 'vitest';
import type { MergePlan } from '#shared/domain/merge';
import {
  countLeft,
  isReady,
  listKinds,
  startChoice,
  toChoices,
  type MergeChoice,
} from '../../../../renderer/features/merge/merge-choice.ts';

const plan: MergePlan = {
  plan: 'one',
  other: { file: 'b.galley', title: 'War', isSameCorpus: true, isPackage: false, people: ['Omar'], newest: null },
  same: false,
  steps: 3,
  erased: 0,
  add: { annotation: 2, codebook_version: 1 },
  change: {},
  remove: {},
  conflictCount: 2,
  sameNames: [],
};
const settle = (...settled: [string, 'mine' | 'theirs' | 'rule'][]): MergeChoice => ({
  ...startChoice,
  settled: new Map(settled),
});

test('each conflict is asked about until it is settled for a side or by the rule', () => {
  expect(countLeft(plan, startChoice)).toBe(2);
  const one = settle(['a', 'theirs']);
  expect(countLeft(plan, one)).toBe(1);
  expect(isReady(plan, one)).toBe(false);
  const both = settle(['a', 'theirs'], ['b', 'rule']);
  expect(isReady(plan, both)).toBe(true);
  expect(toChoices(both.settled)).toEqual({ a: 'theirs' });
});

test('where the rule decides, nothing is left, and what somebody settled stands', () => {
  const byRule: MergeChoice = { ...settle(['a', 'mine']), who: 'rule' };
  expect(isReady(plan, byRule)).toBe(true);
  expect(toChoices(byRule.settled)).toEqual({ a: 'mine' });
});

test('conflicts that are too many to be listed do not hold the merge up', () => {
  const settled = new Map(Array.from({ length: 20_000 }, (_, n) => [String(n), 'rule' as const]));
  expect(countLeft({ ...plan, conflictCount: 30_000 }, { ...startChoice, settled })).toBe(0);
});

test('names that are one have to be agreed to, and where nothing is new there is nothing to merge', () => {
  const name = { kind: 'label', name: 'Vessel', of: null, mine: 'x', theirs: 'y', stays: 'mine' } as const;
  const named = { ...plan, conflictCount: 0, sameNames: [name] };
  expect(isReady(named, startChoice)).toBe(false);
  expect(isReady(named, { ...startChoice, sameNames: true })).toBe(true);
  expect(isReady({ ...plan, conflictCount: 0, same: true }, startChoice)).toBe(false);
});

test('kinds that people do not know are not told of', () => {
  expect(listKinds(plan.add, { label: 1, annotation: 1 })).toEqual(['annotation', 'label']);
});
