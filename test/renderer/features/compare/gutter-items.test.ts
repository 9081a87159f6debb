import { expect, test } from 'vitest';
import type { ComparedPair } from '#shared/domain/article-pair';
import { listGutterItems, listUndrawn } from '../../../../renderer/features/compare/gutter-items.ts';

const mention = (annotation: string, start: number, quote: string) => ({ annotation, start, end: start + 5, quote });
const claim = (uid: string, start: number) => ({ claim: uid, start, quote: uid, speakers: [], figures: [] });
const slot = { kind: 'figure', what: 'killed', unit: '' };
const ends = { one: { side: 'a', says: '14 or more' }, other: { side: 'b', says: '9' } };

/** Two joins, one of them in conflict; a claim of A alone; entities called alike, called otherwise, and in B alone. */
const pair = {
  joins: [
    {
      a: claim('a1', 10),
      b: claim('b1', 90),
      cards: [{}],
      shared: [slot],
      conflicts: [{ slot, ...ends, isComparable: true }],
    },
    { a: claim('a2', 30), b: claim('b2', 20), cards: [], shared: [slot], conflicts: [] },
  ],
  alone: { a: [claim('a3', 20)], b: [] },
  entities: [
    {
      entity: 'e1',
      name: 'Guard',
      a: [mention('m1', 1, 'Guard')],
      b: [mention('m2', 1, 'Guard')],
      onlyForms: { a: [], b: [] },
    },
    {
      entity: 'e2',
      name: 'Front',
      a: [mention('m3', 5, 'Front')],
      b: [mention('m4', 5, 'pirates')],
      onlyForms: { a: ['Front'], b: ['pirates'] },
    },
    { entity: 'e3', name: 'Mayor', a: [], b: [mention('m5', 9, 'Mayor')], onlyForms: { a: [], b: [] } },
  ],
} as unknown as ComparedPair;

const list = (
  ...[mode, isAside = () => false]: [Parameters<typeof listGutterItems>[1], Parameters<typeof listGutterItems>[2]?]
) =>
  listGutterItems(pair, mode, isAside).map(({ key, look, dashed, title }) => [
    key,
    look,
    dashed ? 'offered' : '',
    title,
  ]);

test('joined claims and those that stand alone are marks, in reading order', () => {
  expect(list('all')).toEqual([
    ['a1 b1', 'conflict', '', 'killed'],
    ['a a3', 'only', '', 'only A'],
    ['a2 b2', 'agreed', 'offered', 'killed'],
  ]);
});

test('differences are of claims and of what an entity is called', () => {
  expect(list('differences')).toEqual([
    ['e2', 'conflict', '', 'called'],
    ['a1 b1', 'conflict', '', 'killed'],
    ['a a3', 'only', '', 'only A'],
  ]);
});

test('only here are claims and entities of one article', () => {
  expect(list('only').map(([key]) => key)).toEqual(['b m5', 'a a3']);
});

test('of what is offered, what a person has put aside is no mark any more; what stands on a card is one all the same', () => {
  expect(list('all', () => true).map(([key]) => key)).toEqual(['a1 b1', 'a a3']);
});

test('each mode leaves undrawn what it is not about, and never what is not known yet', () => {
  expect([...listUndrawn(pair, 'all')]).toEqual([]);
  expect([...listUndrawn(pair, 'differences')].sort()).toEqual(['a2', 'b2', 'm1', 'm2']);
  expect([...listUndrawn(pair, 'only')].sort()).toEqual(['a1', 'a2', 'b1', 'b2', 'm1', 'm2', 'm3', 'm4']);
  expect([...listUndrawn(undefined, 'only')]).toEqual([]);
});
