import { expect, test } from 'vitest';
import { NewPrediction } from '#shared/domain/suggestion';
import { deleteSomeRemoved } from '../../../../electron/services/discard-batch.ts';
import type { Job } from '../../../../electron/services/job.ts';
import { addPredictions } from '../../../../electron/services/suggestions/add-predictions.ts';
import { listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

const MANY = 120;
const WORD = 'zorn ';

/** An article of many words that no finder takes for names, and how a tool says something of one of them. */
async function createWords() {
  const made = createTestCorpus();
  const article = await made.importText(WORD.repeat(MANY));
  const of = (n: number) =>
    NewPrediction.parse({ article, label: 'actor', spans: [{ start: n * WORD.length, end: n * WORD.length + 4 }] });
  const add = (predictions: NewPrediction[], { tool = 'a tool', job = noJob } = {}) =>
    addPredictions(made.corpus, made.sara, { tool, predictions }, job);
  return {
    ...{ made, article, of, add, all: Array.from({ length: MANY }, (_, n) => of(n)) },
    listed: () => listSuggestions(made.corpus.read, article, 'Sara').length,
    stored: () => made.corpus.read.prepare<[], number>('SELECT count(*) FROM prediction').pluck().get(),
  };
}

test('many are seen at once, when all are there, and go as one step', async () => {
  const { made, add, all, listed } = await createWords();
  const seen = new Set<number>();
  const job: Job = { report: () => void seen.add(listed()), isCancelled: () => false };
  expect(await add(all, { job })).toEqual({ added: MANY, alreadyThere: 0 });
  expect([[...seen], listed()]).toEqual([[0], MANY]);
  undo(made.corpus, made.sara, false);
  expect(listed()).toBe(0);
});

test('nothing stays of many that are stopped, or of which a late one cannot be kept', async () => {
  const { made, article, add, all, listed, stored } = await createWords();
  let reports = 0;
  const stopped: Job = { report: () => void (reports += 1), isCancelled: () => reports === 3 };
  await expect(add(all, { job: stopped })).rejects.toMatchObject({ code: 'cancelled' });
  const past = NewPrediction.parse({ article, label: 'actor', spans: [{ start: 0, end: 100_000 }] });
  await expect(add([...all, past])).rejects.toMatchObject({ code: 'span-past-end' });
  expect(listed()).toBe(0);
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(stored()).toBe(0);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  expect(await add(all)).toEqual({ added: MANY, alreadyThere: 0 });
});

test('the same of the same tool is kept once, of another tool as well', async () => {
  const { of, add, stored } = await createWords();
  expect(await add([of(0), of(1), of(0)])).toEqual({ added: 2, alreadyThere: 1 });
  expect(await add([of(0), of(2)], { tool: 'another' })).toEqual({ added: 2, alreadyThere: 0 });
  expect(await add([of(2), of(0)])).toEqual({ added: 1, alreadyThere: 1 });
  expect(stored()).toBe(5);
});
