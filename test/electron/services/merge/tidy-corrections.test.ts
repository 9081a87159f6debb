import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import type { Decision } from '#shared/domain/review';
import { listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { createReview, removeReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import type { TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, problemsOf } from '../../../helpers/merge.ts';

async function fork() {
  const { copies, article, annotation } = await forkCorpora(2);
  const [one, other] = copies as [TestCorpus, TestCorpus];
  const review = ({ corpus, person }: { corpus: TestCorpus; person: string }, decision: Decision, label?: string) =>
    createReview(corpus.corpus, corpus.person(person), {
      ...{ annotation, decision, reason: 'as I see it', comment: '' },
      ...(label !== undefined && { correction: { label } }),
    });
  const labelsIn = ({ corpus }: TestCorpus, layer: 'settled' | 'result') =>
    listOfArticle(corpus.read, ArticleId.parse(article), layer).map(({ label }) => label);
  return { one, other, review, labelsIn };
}

/** Merges both ways, and once more; both copies then hold the same. */
async function mergeAll(one: TestCorpus, other: TestCorpus): Promise<void> {
  await merge(one, other, { sameNames: true });
  await merge(other, one, { sameNames: true });
  expect((await merge(one, other)).same).toBe(true);
  expect(contentsOf(other)).toBe(contentsOf(one));
  for (const copy of [one, other]) expect(await problemsOf(copy)).toEqual([]);
}

test('of two corrections that one checker made in two copies the later stands, in both; the merge can be undone', async () => {
  const { one, other, review, labelsIn } = await fork();
  review({ corpus: one, person: 'Omar' }, 'corrected', 'location');
  other.tag(other.corpus.read.prepare('SELECT uid FROM article').pluck().get() as string, 'claim', 30, 33);
  review({ corpus: other, person: 'Omar' }, 'corrected', 'claim');
  const before = contentsOf(one);
  await merge(one, other);
  expect(labelsIn(one, 'settled')).toEqual(['claim']);
  expect(labelsIn(one, 'result')).toEqual(['claim', 'claim']);
  undo(one.corpus, one.sara, false);
  expect(contentsOf(one)).toBe(before);
  await mergeAll(one, other);
  expect(labelsIn(other, 'settled')).toEqual(['claim']);
});

test('a correction stands no more where the same checker decided otherwise later, and does not come again', async () => {
  const { one, other, review, labelsIn } = await fork();
  review({ corpus: one, person: 'Omar' }, 'corrected', 'location');
  other.tag(other.corpus.read.prepare('SELECT uid FROM article').pluck().get() as string, 'claim', 30, 33);
  review({ corpus: other, person: 'Omar' }, 'unsure');
  const { uid } = review({ corpus: other, person: 'Omar' }, 'accepted');
  await mergeAll(one, other);
  expect(labelsIn(one, 'settled')).toEqual([]);
  removeReview(other.corpus, other.person('Omar'), uid);
  await mergeAll(one, other);
  expect(labelsIn(one, 'settled')).toEqual([]);
});
