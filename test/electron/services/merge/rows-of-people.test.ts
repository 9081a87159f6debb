import { expect, test } from 'vitest';
import type { Correction } from '#shared/api/review-calls';
import { getAnnotation, listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listReviews } from '../../../../electron/corpus/repositories/review-repository.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { updatePerson } from '../../../../electron/services/people.ts';
import { addMissing, commentReview, createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import type { TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, problemsOf } from '../../../helpers/merge.ts';

/** A Zaid whom each copy knows by themselves decided on one tag in each, and Sara said something about either. */
async function fork() {
  const { copies, article, annotation } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  const decide = (copy: TestCorpus, decision: 'accepted' | 'rejected' | 'unsure', reason: string) =>
    createReview(copy.corpus, copy.person('Zaid'), { annotation, decision, reason, comment: '' });
  commentReview(mine.corpus, mine.sara, decide(mine, 'accepted', '').uid, 'in mine');
  theirs.tag(article, 'claim', 30, 33);
  commentReview(theirs.corpus, theirs.sara, decide(theirs, 'rejected', 'no actor').uid, 'in theirs');
  const reviewsIn = ({ corpus }: TestCorpus) =>
    listReviews(corpus.read, { annotation }, { offset: 0, limit: 9 }).reviews.map(
      ({ checker, decision, reason, comments }) => [checker, decision, reason, comments.map(({ text }) => text).sort()],
    );
  return { mine, theirs, decide, reviewsIn };
}

test('what two uids of one person decided on one tag is one review, the later, with what was said about either', async () => {
  const { mine, theirs, reviewsIn } = await fork();
  const before = contentsOf(mine);
  const { conflicts } = await merge(mine, theirs, { sameNames: true });
  const shown = conflicts.filter(({ kind }) => kind === 'review');
  expect(shown.map(({ field, mine: own, theirs: other, taken }) => [field, own.value, other.value, taken])).toEqual([
    ['decision', 'accepted', 'rejected', 'theirs'],
    ['reason', null, 'no actor', 'theirs'],
  ]);
  const later = [['Zaid', 'rejected', 'no actor', ['in mine', 'in theirs']]];
  expect(reviewsIn(mine)).toEqual(later);
  await merge(theirs, mine, { sameNames: true });
  expect(reviewsIn(theirs)).toEqual(later);
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
  expect((await merge(mine, theirs)).same).toBe(true);
  for (const copy of [mine, theirs]) expect(await problemsOf(copy)).toEqual([]);
  undo(mine.corpus, mine.sara, false);
  expect(contentsOf(mine)).toBe(before);
  expect(await problemsOf(mine)).toEqual([]);
});

test('a person may choose the earlier one; whoever decides anew decides on the one that is there', async () => {
  const { mine, theirs, decide, reviewsIn } = await fork();
  const decisionsIn = (copy: TestCorpus) => reviewsIn(copy).map((review) => review.slice(0, 3));
  const { conflicts } = await merge(mine, theirs, { sameNames: true });
  undo(mine.corpus, mine.sara, false);
  const choices = Object.fromEntries(conflicts.map(({ key }) => [key, 'mine' as const]));
  await merge(mine, theirs, { sameNames: true, choices });
  expect(decisionsIn(mine)).toEqual([['Zaid', 'accepted', '']]);
  await merge(theirs, mine, { sameNames: true });
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
  decide(theirs, 'unsure', 'once more');
  expect(decisionsIn(theirs)).toEqual([['Zaid', 'unsure', 'once more']]);
  await merge(mine, theirs);
  expect(reviewsIn(mine)).toEqual(reviewsIn(theirs));
});

test('where checker and annotator turn out to be one, what they decided on their own work stays and does not count', async () => {
  const tags: string[] = [];
  const { copies, article } = await forkCorpora(2, {
    before: (made, text) => {
      for (const start of [0, 8, 16, 26]) tags.push(made.tag(text, 'actor', start, start + 4, 'Zaid').uid);
      markArticle(made.corpus, made.person('Zaid'), text, 'done');
    },
  });
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  const [accepted, rejected, corrected, twice] = tags as [string, string, string, string];
  const zaid = theirs.person('Zayd');
  const decide = (
    by: string,
    annotation: string,
    decision: 'accepted' | 'rejected' | 'corrected',
    correction?: Correction,
  ) =>
    createReview(theirs.corpus, by, {
      annotation,
      decision,
      reason: 'seen',
      comment: '',
      ...(correction && { correction }),
    });
  decide(zaid, accepted, 'accepted');
  decide(zaid, rejected, 'rejected');
  decide(zaid, corrected, 'corrected', { spans: [{ start: 16, end: 22 }] });
  decide(zaid, twice, 'rejected');
  decide(theirs.sara, twice, 'accepted');
  const missing = { article, label: 'location', spans: [{ start: 30, end: 33 }], note: '', reason: '', comment: '' };
  const { annotation: added } = addMissing(theirs.corpus, zaid, missing);
  updatePerson(mine.corpus, mine.sara, 'Zaid', { name: 'Zayd' });

  const statesIn = ({ corpus }: TestCorpus) => [...tags, added!].map((uid) => getAnnotation(corpus.read, uid).state);
  const ownIn = ({ corpus }: TestCorpus) =>
    listReviews(corpus.read, { article }, { offset: 0, limit: 9 })
      .reviews.filter(({ checker }) => checker === 'Zayd')
      .map(({ isOwn, annotation }) => [annotation, isOwn]);
  expect(statesIn(theirs)).toEqual(['accepted', 'rejected', 'corrected', 'unsure', 'accepted']);
  await merge(mine, theirs, { sameNames: true });
  await merge(theirs, mine, { sameNames: true });
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
  for (const copy of [mine, theirs]) {
    expect(statesIn(copy)).toEqual(['unchecked', 'unchecked', 'unchecked', 'accepted', 'accepted']);
    expect(Object.fromEntries(ownIn(copy))).toEqual({
      [accepted]: true,
      [rejected]: true,
      [corrected]: true,
      [twice]: true,
      [added!]: false,
    });
    const result = listAnnotations(copy.corpus.read, { layer: 'result' }, { offset: 0, limit: 9 }).annotations;
    expect(result.map(({ uid }) => uid).sort()).toEqual([...tags, added].sort());
    expect(await problemsOf(copy)).toEqual([]);
  }
});
