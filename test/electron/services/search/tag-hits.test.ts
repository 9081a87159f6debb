import { expect, test } from 'vitest';
import type { Job } from '../../../../electron/services/job.ts';
import { deleteSomeRemoved } from '../../../../electron/services/discard-batch.ts';
import { searchText } from '../../../../electron/services/search/search-text.ts';
import { tagHits, type HitsToTag } from '../../../../electron/services/search/tag-hits.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const list = ({ corpus }: TestCorpus) => listAnnotations(corpus.read, {}, { offset: 0, limit: 1000 }).annotations;

/** A text of many ferries, and the hits of a search for them. */
async function createFerries(count = 120): Promise<{ made: TestCorpus; request: HitsToTag }> {
  const made = createTestCorpus();
  await made.importText(Array.from({ length: count }, (_, n) => `Line ${n} has a ferry in it.`).join('\n'));
  const { hits } = searchText(made.corpus.read, {
    query: 'ferry',
    filter: {},
    sort: 'newest',
    limit: 1000,
    context: 0,
    thorough: false,
  });
  return { made, request: { hits, label: 'actor', query: 'ferry' } };
}

test('hits are tagged as one step, each with what it was found by', async () => {
  const { made, request } = await createFerries();
  expect(await tagHits(made.corpus, made.sara, request, noJob)).toEqual({ tagged: 120, alreadyThere: 0 });
  const annotations = list(made);
  expect(annotations).toHaveLength(120);
  expect(annotations[0]).toMatchObject({ label: 'actor', origin: 'hand', spans: [{ quote: 'ferry' }] });
  expect(made.corpus.read.prepare('SELECT DISTINCT origin_reference FROM annotation').pluck().all()).toEqual(['ferry']);
});

test('one undo takes all of them back and one redo brings them again', async () => {
  const { made, request } = await createFerries();
  await tagHits(made.corpus, made.sara, request, noJob);
  undo(made.corpus, made.sara, false);
  expect(list(made)).toEqual([]);
  redo(made.corpus, made.sara, false);
  expect(list(made)).toHaveLength(120);
});

test('places that have that tag already are left as they are', async () => {
  const { made, request } = await createFerries();
  const [first] = request.hits;
  made.tag(first!.article, 'actor', first!.start, first!.end);
  expect(
    await tagHits(made.corpus, made.sara, { ...request, hits: [...request.hits, request.hits[5]!] }, noJob),
  ).toEqual({
    tagged: 119,
    alreadyThere: 2,
  });
});

test('nothing is seen before all is done, and nothing stays of a job that is stopped', async () => {
  const { made, request } = await createFerries();
  const seen: number[] = [];
  const job: Job = {
    report: ({ done }) => void (seen.push(list(made).length), done),
    isCancelled: () => seen.length === 2,
  };
  await expect(tagHits(made.corpus, made.sara, request, job)).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen).toEqual([0, 0]);
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(made.corpus.read.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(0);
});

test('a place that cannot be tagged takes the rest back with it', async () => {
  const { made, request } = await createFerries();
  const hits = [...request.hits, { ...request.hits[0]!, end: 1_000_000 }];
  await expect(tagHits(made.corpus, made.sara, { ...request, hits }, noJob)).rejects.toMatchObject({
    code: 'span-past-end',
  });
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(made.corpus.read.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(0);
  await expect(tagHits(made.corpus, made.sara, { ...request, label: 'nothing' }, noJob)).rejects.toMatchObject({
    code: 'label-unknown',
  });
});
