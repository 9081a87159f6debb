import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { countStale } from '../../../electron/corpus/derived/entity-tally.ts';
import { tallyWhenIdle } from '../../../electron/services/tally-when-idle.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../helpers/corpus.ts';

async function createStale() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 4, 11);
  const failures: string[] = [];
  return { made, failures, idle: tallyWhenIdle(made.corpus, (why) => failures.push(why)) };
}

test('what is stale is counted again some time after the last change, without being asked for', async () => {
  const { made, failures, idle } = await createStale();
  idle.wait();
  expect(countStale(made.corpus.read)).toBe(1);
  await expect.poll(() => countStale(made.corpus.read), { timeout: 5000 }).toBe(0);
  expect(failures).toEqual([]);
});

test('a corpus that is closed was counted before, and is not touched after', async () => {
  const { made, failures, idle } = await createStale();
  idle.wait();
  idle.end();
  expect(countStale(made.corpus.read)).toBe(0);
  made.reopen();
  idle.wait();
  await wait(700);
  expect(failures).toEqual([]);
});
