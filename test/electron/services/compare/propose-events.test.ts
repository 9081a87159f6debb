import { expect, test } from 'vitest';
import type { SideName } from '#shared/domain/comparison';
import { proposeEvents, type Candidate } from '../../../../electron/services/compare/propose-events.ts';

let made = 0;
const claim = (
  side: SideName,
  day: number,
  things: string[],
  { figures = ['killed'], cards = [] }: { figures?: string[]; cards?: number[] } = {},
): Candidate => {
  const named = (names: string[]) => names.map((name) => ({ key: name, name }));
  made += 1;
  return { side, claim: made, rank: made, day, cards, figures: named(figures), things: named(things) };
};
const propose = async (...candidates: Candidate[]) =>
  (await proposeEvents(candidates, 10, noPause)).map(({ a, b, card }) => [
    candidates.indexOf(a),
    candidates.indexOf(b),
    card,
  ]);
const noPause = () => undefined;

test('claims of the two sides with days, a place and a kind of figure in common are proposed', async () => {
  expect(await propose(claim('a', 10, ['Murayn']), claim('b', 12, ['Murayn']))).toEqual([[0, 1, null]]);
});

const never: [it: string, a: Candidate, b: Candidate][] = [
  ['of one side', claim('a', 10, ['Murayn']), claim('a', 10, ['Murayn'])],
  ['days apart', claim('a', 10, ['Murayn']), claim('b', 14, ['Murayn'])],
  ['of other places', claim('a', 10, ['Murayn']), claim('b', 10, ['Ras Ilun'])],
  ['of other figures', claim('a', 10, ['Murayn']), claim('b', 10, ['Murayn'], { figures: ['boats'] })],
  ['on one card already', claim('a', 10, ['Murayn'], { cards: [1] }), claim('b', 10, ['Murayn'], { cards: [1] })],
  ['on cards of their own', claim('a', 10, ['Murayn'], { cards: [1] }), claim('b', 10, ['Murayn'], { cards: [2] })],
];
test.each(never)('claims %s are not', async (_, a, b) => {
  expect(await propose(a, b)).toEqual([]);
});

test('a claim on no card is proposed for the card that the other stands on', async () => {
  expect(await propose(claim('a', 10, ['Murayn'], { cards: [7] }), claim('b', 10, ['Murayn']))).toEqual([[0, 1, 7]]);
});

test('what few have in common comes before what all name, and no claim is proposed twice', async () => {
  const everybody = ['Temsar'];
  const a = [claim('a', 10, [...everybody]), claim('a', 10, [...everybody, 'jetty'])];
  const b = [claim('b', 10, [...everybody, 'jetty']), claim('b', 10, [...everybody])];
  expect(await propose(...a, ...b)).toEqual([
    [1, 2, null],
    [0, 3, null],
  ]);
});

test('the other way round the same pairs are proposed, in the same order', async () => {
  const there = [
    ...[claim('a', 10, ['x', 'y']), claim('a', 11, ['x']), claim('b', 10, ['x', 'y']), claim('b', 12, ['x'])],
    ...[claim('a', 30, ['v']), claim('a', 30, ['w']), claim('b', 30, ['w']), claim('b', 30, ['v'])],
  ];
  const back = there.map((each) => ({ ...each, side: each.side === 'a' ? ('b' as const) : ('a' as const) }));
  const pairs = async (of: Candidate[]) =>
    (await proposeEvents(of, 10, noPause)).map(({ a, b }) => [a.claim, b.claim].sort((x, y) => x - y));
  expect(await pairs(back)).toEqual(await pairs(there));
});
