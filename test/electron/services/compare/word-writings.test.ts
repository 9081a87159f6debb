import { expect, test } from 'vitest';
import { openSides } from '../../../../electron/services/compare/comparison.ts';
import { readWritten } from '../../../../electron/services/compare/word-writings.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

test('a word is as most of the articles that are read write it, else as the first that has it does', async () => {
  const made = createTestCorpus();
  for (const text of ['NATO met. Nato nato NATO', 'Nobody reads this: Nato, Nato, Nato. Dara’a', 'The end'])
    await made.importText(text);
  const ids = made.corpus.read.prepare<[], number>('SELECT id FROM article ORDER BY id').pluck().all();
  const sides = await openSides(made.corpus.read, { a: {}, b: {}, checkedOnly: false }, noJob);
  const first = new Map([
    ['nato', ids[0]!],
    ['daraa', ids[1]!],
  ]);
  const some = await readWritten(sides, first, 2);
  expect([...some]).toEqual([
    ['nato', 'NATO'],
    ['daraa', 'Dara’a'],
  ]);
  expect((await readWritten(sides, first)).get('nato')).toBe('Nato');
});
