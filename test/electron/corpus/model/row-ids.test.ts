import { expect, test } from 'vitest';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';

const aliases = { aliases: [] };
const outlet = (name: string) => ({ name, entity: null, merged_into: null, batch: null, ...aliases });
const [FIRST, OTHER, MERGED] = ['1', '2', '3'].map((n) => `00000000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];

test('a row that is taken away and put in anew within one act is named by its new id', () => {
  const { corpus, sara } = createTestCorpus();
  writeStep(corpus, sara, 'change outlet', (step) => {
    step.insert('outlet', FIRST, outlet('First'));
    step.insert('outlet', MERGED, { ...outlet('Merged'), merged_into: FIRST });
    step.update('outlet', MERGED, { merged_into: null });
    step.remove('outlet', MERGED);
    step.remove('outlet', FIRST);
    step.insert('outlet', OTHER, outlet('Other')); // has the id that First had
    step.insert('outlet', FIRST, outlet('First'));
    step.insert('outlet', MERGED, { ...outlet('Merged'), merged_into: FIRST });
  });
  expect(findRecord(corpus.read, 'outlet', MERGED)?.merged_into).toBe(FIRST);
});

test('what an act put in before it failed is not named by the next', () => {
  const { corpus, sara } = createTestCorpus();
  const put = (uids: readonly string[], isRefused: boolean) =>
    writeStep(corpus, sara, 'change outlet', (step) => {
      for (const uid of uids) step.insert('outlet', uid, outlet(uid));
      step.insert('outlet', MERGED, { ...outlet('Merged'), merged_into: FIRST });
      if (isRefused) throw new Error('refused');
    });
  expect(() => put([FIRST], true)).toThrow('refused');
  put([OTHER, FIRST], false);
  expect(findRecord(corpus.read, 'outlet', MERGED)?.merged_into).toBe(FIRST);
});
