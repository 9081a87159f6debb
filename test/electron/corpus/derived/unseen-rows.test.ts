import { expect, test } from 'vitest';
import { countAgain, countStale } from '../../../../electron/corpus/derived/stale-articles.ts';
import { continueStep, openStep, type StepWriter } from '../../../../electron/services/write-step.ts';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

test('what is put into a batch is listed and counted when that is published, not before', async () => {
  const made = createTestCorpus();
  const { corpus, sara } = made;
  const article = await made.importText(SAMPLE_TEXT);
  const pattern = made.tag(article, 'actor', 0, 7);
  const record = findRecord(corpus.read, 'annotation', pattern.uid)!;
  const claim = corpus.read.prepare<[], string>(`SELECT uid FROM label WHERE name = 'claim'`).pluck().get()!;
  const { db } = corpus.writer!;
  db.transaction(() => countAgain(db)).immediate();
  const labels = () =>
    corpus.read.prepare<[], number>('SELECT count(DISTINCT label_id) FROM article_mark').pluck().get();
  const step = openStep(corpus, sara, 'import annotations');
  const batch = corpus.environment.newUid();
  const act = (change: (writer: StepWriter) => void) => continueStep(corpus, step, change, { isSeen: false });
  act((writer) => {
    writer.insert('batch', batch, { step: step.uid, state: 'open' });
    writer.insert('annotation', corpus.environment.newUid(), { ...record, label: claim, batch });
  });
  expect([labels(), countStale(corpus.read)]).toEqual([1, 0]);
  act((writer) => writer.update('batch', batch, { state: 'published' }));
  expect([labels(), countStale(corpus.read)]).toEqual([2, 1]);
});
