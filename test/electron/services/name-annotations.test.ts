import { expect, test } from 'vitest';
import type { RowChange } from '../../../electron/corpus/derived/derived.ts';
import { nameAnnotations } from '../../../electron/services/name-annotations.ts';
import { createReview } from '../../../electron/services/reviews.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../helpers/corpus.ts';

test('a change names the annotations that it wrote or reviewed, and what a correction revises', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const named: (string[] | null)[] = [];
  made.corpus.onChange = ({ annotations }) => named.push(annotations);
  const { uid } = made.tag(article, 'actor', 0, 7);
  expect(named.at(-1)).toEqual([uid]);
  const opinion = { reason: 'edge', comment: '' };
  const correction = { spans: [{ start: 0, end: 15 }] };
  createReview(made.corpus, made.person('Omar'), { annotation: uid, decision: 'corrected', ...opinion, correction });
  const settled = made.corpus.read
    .prepare<[], string>("SELECT uid FROM annotation WHERE layer = 'settled'")
    .pluck()
    .get()!;
  expect(named.at(-1)?.toSorted()).toEqual([uid, settled].sort());
  createReview(made.corpus, made.person('Nora'), { annotation: settled, decision: 'rejected', ...opinion });
  expect(named.at(-1)?.toSorted()).toEqual([uid, settled].sort());
});

test('too many are not named one by one', () => {
  const { corpus } = createTestCorpus();
  const removed = (uid: string): RowChange => ({
    op: 'delete',
    kind: 'annotation',
    uid,
    article: null,
    before: {},
    after: null,
  });
  const rows = Array.from({ length: 51 }, (_, n) => removed(`${n}`));
  expect(nameAnnotations(corpus.read, rows.slice(1))).toHaveLength(50);
  expect(nameAnnotations(corpus.read, rows)).toBeNull();
});
