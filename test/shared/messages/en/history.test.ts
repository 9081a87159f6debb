import { expect, test } from 'vitest';
import { changeOf } from '#shared/messages/en/history';

const value = (attribute: string, held: Record<string, unknown>) => ({
  attribute,
  path: '0',
  text: null,
  number: null,
  entity: null,
  article: null,
  start_offset: null,
  end_offset: null,
  quote: null,
  ...held,
});

test('values are told by attribute and by what they hold, named by name', () => {
  const after = {
    values: [
      value('u-min', { number: 14 }),
      value('u-who', { entity: 'u-hts' }),
      value('u-words', { quote: 'it said' }),
    ],
  };
  const names = { 'u-min': 'min', 'u-who': 'who', 'u-words': 'words', 'u-hts': 'HTS' };
  expect(changeOf({ kind: 'annotation', before: { values: [] }, after }, names)).toEqual([
    { field: 'values', before: 'nothing', after: 'min 14; who HTS; words it said' },
  ]);
});

test('spans are told by their words', () => {
  const spans = (...quotes: string[]) => ({
    spans: quotes.map((quote, n) => ({ start_offset: n, end_offset: n + 1, quote })),
  });
  expect(changeOf({ kind: 'annotation', before: spans('the army'), after: spans('the', 'army') }, {})).toEqual([
    { field: 'words', before: 'the army', after: 'the … army' },
  ]);
});

test('a saved filter reads as it is written, not as it is stored', () => {
  const after = { name: 'Winter', annotator: 'p', filter: '{"from":"2019-01","outlets":["FNA"]}' };
  expect(changeOf({ kind: 'saved_filter', before: null, after }, { p: 'Sara' })).toContainEqual({
    field: 'filter',
    before: '',
    after: 'outlet=FNA from=2019-01',
  });
});
