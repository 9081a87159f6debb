import { expect, test } from 'vitest';
import type { Decision } from '#shared/domain/review';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

const correction = (at: number) => ({ spans: [{ start: at, end: at + 7 }] });

test.each<[Decision[], string]>([
  [[], 'unchecked'],
  [['accepted'], 'accepted'],
  [['rejected'], 'rejected'],
  [['corrected'], 'corrected'],
  [['unsure'], 'unsure'],
  [['accepted', 'accepted'], 'accepted'],
  [['rejected', 'rejected'], 'rejected'],
  [['unsure', 'accepted'], 'accepted'],
  [['rejected', 'unsure'], 'rejected'],
  [['corrected', 'unsure'], 'corrected'],
  [['accepted', 'rejected'], 'unsure'],
  [['corrected', 'accepted'], 'unsure'],
  [['corrected', 'corrected'], 'unsure'],
  [['accepted', 'accepted', 'rejected'], 'unsure'],
  [['unsure', 'unsure'], 'unsure'],
])('reviews %j make an annotation %s', async (decisions, state) => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { uid } = made.tag(article, 'actor', 0, 7);
  decisions.forEach((decision, n) => {
    createReview(made.corpus, made.person(`checker ${n}`), {
      annotation: uid,
      decision,
      reason: 'because',
      comment: '',
      ...(decision === 'corrected' && { correction: correction(8 + n) }),
    });
  });
  const find = (states: string[]) =>
    listAnnotations(made.corpus.read, { layer: 'own', annotationStates: states as never }, { offset: 0, limit: 9 });
  const { annotations } = find([state]);
  expect(annotations.map((each) => [each.uid, each.state])).toEqual([[uid, state]]);
  expect(
    find(['accepted', 'unchecked', 'rejected', 'corrected', 'unsure'].filter((other) => other !== state)).total,
  ).toBe(0);
  expect(annotations[0]!.correctedBy === null).toBe(state !== 'corrected');
});

test('a correction is corrected until somebody checks it in turn, and names what it revises', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { uid } = made.tag(article, 'actor', 0, 7);
  const opinion = { decision: 'corrected', reason: 'because', comment: '', correction: correction(8) } as const;
  const { correction: settled } = createReview(made.corpus, made.person('Omar'), { annotation: uid, ...opinion });
  const list = () => listAnnotations(made.corpus.read, { layer: 'settled' }, { offset: 0, limit: 9 }).annotations;
  expect(list()).toMatchObject([
    { uid: settled, revises: uid, state: 'corrected', correctedBy: null, annotator: 'Omar' },
  ]);
  createReview(made.corpus, made.person('Lina'), {
    annotation: settled!,
    decision: 'accepted',
    reason: '',
    comment: '',
  });
  expect(list()).toMatchObject([{ state: 'accepted' }]);
});
