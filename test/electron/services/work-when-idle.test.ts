import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hasStaleWords } from '../../../electron/corpus/derived/article-words.ts';
import { countStale } from '../../../electron/corpus/derived/stale-articles.ts';
import { discardBatch, hasRemoved } from '../../../electron/services/discard-batch.ts';
import { workWhenIdle } from '../../../electron/services/work-when-idle.ts';
import { writeStep } from '../../../electron/services/write-step.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../helpers/corpus.ts';

async function createStale() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 4, 11);
  const failures: string[] = [];
  return { made, failures, idle: workWhenIdle(made.corpus, (why) => failures.push(why)) };
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

test('what a discarded import left behind is deleted while nobody works', async () => {
  const { made, failures, idle } = await createStale();
  await made.import({ 'other.txt': 'Other words of a ferry.\n' });
  const batch = made.corpus.read.prepare<[], string>('SELECT uid FROM batch ORDER BY id DESC').pluck().get()!;
  writeStep(made.corpus, made.sara, 'import', (step) => step.update('batch', batch, { state: 'open' }));
  discardBatch(made.corpus, batch);
  expect(hasRemoved(made.corpus.read)).toBe(true);
  idle.wait();
  await expect.poll(() => hasRemoved(made.corpus.read), { timeout: 5000 }).toBe(false);
  expect(failures).toEqual([]);
});

test('the words of articles that have come are counted, and nothing of a discarded import is left of them', async () => {
  const { made, failures, idle } = await createStale();
  const counted = () => made.corpus.read.prepare('SELECT count(*) FROM article_words').pluck().get();
  expect([hasStaleWords(made.corpus.read), counted()]).toEqual([true, 0]);
  idle.wait();
  await expect.poll(() => hasStaleWords(made.corpus.read), { timeout: 5000 }).toBe(false);
  expect(counted()).toBe(1);
  await made.import({ 'other.txt': 'Other words of a ferry.\n' });
  const batch = made.corpus.read.prepare<[], string>('SELECT uid FROM batch ORDER BY id DESC').pluck().get()!;
  writeStep(made.corpus, made.sara, 'import', (step) => step.update('batch', batch, { state: 'open' }));
  discardBatch(made.corpus, batch);
  idle.end();
  expect([hasRemoved(made.corpus.read), hasStaleWords(made.corpus.read), counted()]).toEqual([false, false, 1]);
  expect(failures).toEqual([]);
});
