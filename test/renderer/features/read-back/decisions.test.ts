import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DifferenceKind } from '#shared/domain/interchange';
import {
  countAll,
  countTaken,
  decide,
  decideKinds,
  isTaken,
  kinds,
  toTake,
  undecided,
  type KindCounts,
} from '../../../../renderer/features/read-back/decisions.ts';

type Known = { key: string; kind: DifferenceKind };
const known: Known[] = [
  { key: 'n1', kind: 'new' },
  { key: 'n2', kind: 'new' },
  { key: 'c1', kind: 'changed' },
  { key: 'd1', kind: 'deleted' },
  { key: 'd2', kind: 'deleted' },
];
const countOf = (list: Known[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, list.filter((each) => each.kind === kind).length])) as KindCounts;
const listKeys = (asked: DifferenceKind[]) =>
  Promise.resolve(known.filter(({ kind }) => asked.includes(kind)).map(({ key }) => key));
const never = () => Promise.reject(new Error('Nobody has to list keys'));

it('what files no longer hold is left until a person says so', async () => {
  expect(known.filter((each) => isTaken(undecided, each)).map(({ key }) => key)).toEqual(['n1', 'n2', 'c1']);
  expect(await toTake(undecided, countOf(known), never)).toEqual({ kinds: ['new', 'changed'] });
});

it('all of them are asked for as all, without a key', async () => {
  expect(await toTake(decideKinds(undecided, ['deleted'], true), countOf(known), never)).toBe('all');
  const without = known.filter(({ kind }) => kind !== 'deleted');
  expect(await toTake(undecided, countOf(without), never)).toBe('all');
});

it('nothing is asked for where nothing is taken', async () => {
  const none = decideKinds(undecided, kinds, false);
  expect(await toTake(none, countOf(known), never)).toBeUndefined();
  const left = known.slice(0, 1).reduce((now, each) => decide(now, each, false), undecided);
  expect(await toTake(left, countOf(known.slice(0, 1)), () => Promise.resolve(['n1']))).toBeUndefined();
});

it('one that is left, and one that is taken of a kind that is not, are told by their keys', async () => {
  const decisions = decide(decide(undecided, known[0]!, false), known[4]!, true);
  expect(await toTake(decisions, countOf(known), listKeys)).toEqual({ keys: ['n2', 'c1', 'd2'] });
});

it('a decision about a kind overrules those about single ones of it, and of no other', () => {
  const decisions = decideKinds(decide(decide(undecided, known[0]!, false), known[2]!, false), ['new'], true);
  expect(isTaken(decisions, known[0]!)).toBe(true);
  expect(isTaken(decisions, known[2]!)).toBe(false);
});

it('whatever is pressed, what is counted as taken is what is asked for', async () => {
  const act = fc.oneof(
    fc.tuple(fc.constantFrom(...known), fc.boolean()),
    fc.tuple(fc.subarray([...kinds], { minLength: 1 }), fc.boolean()),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const decisions = acts.reduce(
        (now, [what, isOn]) => (Array.isArray(what) ? decideKinds(now, what, isOn) : decide(now, what, isOn)),
        undecided,
      );
      const taken = known.filter((each) => isTaken(decisions, each)).map(({ key }) => key);
      expect(countTaken(decisions, countOf(known))).toBe(taken.length);
      const take = await toTake(decisions, countOf(known), listKeys);
      const asked =
        take === undefined
          ? []
          : take === 'all'
            ? known.map(({ key }) => key)
            : 'keys' in take
              ? take.keys
              : await listKeys(take.kinds);
      expect([...asked].sort()).toEqual([...taken].sort());
    }),
    { numRuns: 200 },
  );
});

it('counts of some kinds are those of these alone', () => {
  expect(countAll(countOf(known), ['deleted'])).toBe(2);
  expect(countTaken(decide(undecided, known[3]!, true), countOf(known), ['deleted'])).toBe(1);
});
