import { expect, test } from 'vitest';
import { mergeMessages } from '#shared/messages/en/merge';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { createAnnotation, removeAnnotations, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import type { TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, problemsOf, refusalOf } from '../../../helpers/merge.ts';

const TAGS = 400;

/** A copy of Sara's, and one in which she tagged much. */
async function fork() {
  const { copies, article, annotation } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  const record = findRecord(theirs.corpus.read, 'annotation', annotation)!;
  writeStep(theirs.corpus, theirs.sara, 'tag many', (step) => {
    for (let n = 0; n < TAGS; n += 1)
      step.insert('annotation', theirs.environment.newUid(), { ...record, note: `${n}` });
  });
  updateAnnotation(theirs.corpus, theirs.sara, annotation, { note: 'theirs' });
  return { mine, theirs, article, annotation };
}

test.for(['reading', 'writing', 'history'] as const)(
  'stopped while it is about “%s”, a merge leaves nothing, or was done',
  async (when) => {
    const { mine, theirs } = await fork();
    const before = contentsOf(mine);
    let isStopped = false;
    const job = {
      report: ({ what }: { what: string }) => void (isStopped ||= what === mergeMessages.at[when]),
      isCancelled: () => isStopped,
    };
    const refusal = await refusalOf(merge(mine, theirs, {}, job));
    if (refusal === 'cancelled') expect(contentsOf(mine)).toBe(before);
    expect(await problemsOf(mine)).toEqual([]);
    await merge(mine, theirs);
    await merge(theirs, mine);
    expect(contentsOf(theirs)).toBe(contentsOf(mine));
    expect(await problemsOf(mine)).toEqual([]);
  },
);

test('what is done here while a merge is written is taken in, and lost in neither copy', async () => {
  const { mine, theirs, article, annotation } = await fork();
  let added: string | undefined;
  const job = {
    report({ what }: { what: string }) {
      if (added !== undefined || what !== mergeMessages.at.history) return;
      added = createAnnotation(mine.corpus, mine.sara, {
        article,
        label: 'location',
        spans: [{ start: 8, end: 15 }],
      }).uid;
      removeAnnotations(mine.corpus, mine.sara, [annotation]); // which they changed meanwhile
    },
    isCancelled: () => false,
  };
  await merge(mine, theirs, {}, job);
  await merge(theirs, mine);
  for (const { corpus } of [mine, theirs]) {
    expect(findRecord(corpus.read, 'annotation', annotation)?.note).toBe('theirs');
    expect(findRecord(corpus.read, 'annotation', added!)).toBeDefined();
  }
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
  for (const copy of [mine, theirs]) expect(await problemsOf(copy)).toEqual([]);
});

test('what is changed here while a merge is written is not written over by what they had changed of it before', async () => {
  const { mine, theirs, annotation } = await fork();
  let isChanged = false;
  const job = {
    report({ what }: { what: string }) {
      if (isChanged || what !== mergeMessages.at.history) return;
      isChanged = true;
      updateAnnotation(mine.corpus, mine.sara, annotation, { note: 'meanwhile' });
    },
    isCancelled: () => false,
  };
  await merge(mine, theirs, {}, job);
  await merge(theirs, mine);
  for (const { corpus } of [mine, theirs])
    expect(findRecord(corpus.read, 'annotation', annotation)?.note).toBe('meanwhile');
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
  for (const copy of [mine, theirs]) expect(await problemsOf(copy)).toEqual([]);
});
