import { expect, test } from 'vitest';
import { mergeSlice } from '../../../../electron/corpus/derived/merge-index.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';

test('what many commits left in the search index is merged slice by slice, and found before and after', async () => {
  const made = createTestCorpus();
  const { db } = made.corpus.writer!;
  const countSegments = () => db.prepare('SELECT count(DISTINCT segid) FROM search_index_idx').pluck().get() as number;
  const find = (word: string) =>
    db.prepare('SELECT count(*) FROM search_index WHERE search_index MATCH ?').pluck().get(`text:${word}`);
  for (let n = 0; n < 40; n += 1) await made.importText(`The ferry of day ${n} was late.\n`, `day-${n}.txt`);
  expect(countSegments()).toBeGreaterThan(30);
  expect(find('ferry')).toBe(40);
  while (mergeSlice(db));
  expect(countSegments()).toBeLessThan(16);
  expect([find('ferry'), find('17')]).toEqual([40, 1]);
  expect(mergeSlice(db)).toBe(false);
});
