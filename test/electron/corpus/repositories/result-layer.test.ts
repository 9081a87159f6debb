import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import { ArticleId } from '#shared/domain/ids';
import type { Decision } from '#shared/domain/review';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { getArticleSummary } from '../../../../electron/corpus/repositories/article-repository.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

let made: TestCorpus;
let article: ArticleId;
let first: Annotation;
let second: Annotation;
beforeEach(async () => {
  made = createTestCorpus();
  article = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  first = made.tag(article, 'actor', 0, 7);
  second = made.tag(article, 'claim', 0, 21);
});

const result = () => listOfArticle(made.corpus.read, article, 'result').map(({ uid }) => uid);
const review = (by: string, annotation: string, decision: Decision, start = 8) =>
  createReview(made.corpus, made.person(by), {
    annotation,
    decision,
    reason: 'because',
    comment: '',
    ...(decision === 'corrected' && { correction: { spans: [{ start, end: start + 7 }] } }),
  });
/** Something in the settled layer that revises nothing: settled between people, or found missing by a checker. */
function settle(by: string, from: Annotation, origin: 'adjudication' | 'hand'): string {
  const uid = made.environment.newUid();
  writeStep(made.corpus, made.person(by), 'review', (step) => {
    const record = findRecord(step.db, 'annotation', from.uid)!;
    step.insert('annotation', uid, { ...record, annotator: made.person(by), layer: 'settled', origin });
  });
  return uid;
}

test('what was rejected is left out, and counted nowhere', () => {
  review('Omar', first.uid, 'rejected');
  expect(result()).toEqual([second.uid]);
  expect(getArticleSummary(made.corpus.read, article)).toMatchObject({ annotations: 1, byLabel: { claim: 1 } });
});

test('what is unsure or accepted stays', () => {
  review('Omar', first.uid, 'unsure');
  review('Omar', second.uid, 'accepted');
  expect(result()).toHaveLength(2);
});

test('a correction stands in place of what it revises', () => {
  const { correction } = review('Omar', first.uid, 'corrected');
  expect(result()).toEqual([second.uid, correction]);
});

test('a correction of a correction stands in place of both', () => {
  const { correction } = review('Omar', first.uid, 'corrected');
  const { correction: better } = review('Lina', correction!, 'corrected', 16);
  expect(result()).toEqual([second.uid, better]);
});

test('where a correction is rejected, what it revised stands again', () => {
  const { correction } = review('Omar', first.uid, 'corrected');
  review('Lina', correction!, 'rejected');
  expect(result().sort()).toEqual([first.uid, second.uid].sort());
});

test('where two checkers correct in ways of their own, the original stands until they agree', () => {
  review('Omar', first.uid, 'corrected');
  review('Lina', first.uid, 'corrected', 16);
  expect(result().sort()).toEqual([first.uid, second.uid].sort());
  undo(made.corpus, made.person('Lina'), false);
  expect(result()).not.toContain(first.uid);
});

test('what a checker found missing counts beside the annotator’s own', () => {
  const missing = settle('Omar', first, 'hand');
  expect(result().sort()).toEqual([first.uid, second.uid, missing].sort());
});

test('where an article was adjudicated its settled layer counts, without corrections of what was settled over', () => {
  review('Lina', second.uid, 'corrected');
  const settled = settle('Omar', first, 'adjudication');
  expect(result()).toEqual([settled]);
  review('Lina', settled, 'rejected');
  expect(result()).toEqual([]);
});

test('another’s layer is not mixed in, nor are corrections of it', () => {
  const other = made.tag(article, 'actor', 0, 15, 'Omar');
  markArticle(made.corpus, made.sara, article, 'done');
  review('Lina', other.uid, 'corrected');
  expect(result().sort()).toEqual([first.uid, second.uid].sort());
});
