import { expect, test } from 'vitest';
import { listKindsThatFit, type RelationKind } from '#shared/domain/relation';

const kind = (name: string, from: string[], to: string[], retired = false): RelationKind => ({
  uid: '00000001-0000-7000-8000-000000000000',
  name,
  from,
  to,
  isSymmetric: false,
  guideline: '',
  retired,
  sets: null,
});
const kinds = [
  kind('about', ['claim'], ['actor', 'location']),
  kind('anything', [], []),
  kind('old', [], [], true),
  kind('from claim', ['claim'], []),
];

test.each<[string, string, string[]]>([
  ['claim', 'actor', ['about', 'anything', 'from claim']],
  ['claim', 'claim', ['anything', 'from claim']],
  ['actor', 'claim', ['anything']],
])('from %s to %s only kinds fit whose ends may be these, and that are not retired', (from, to, names) => {
  expect(listKindsThatFit(kinds, { from, to }).map(({ name }) => name)).toEqual(names);
});
