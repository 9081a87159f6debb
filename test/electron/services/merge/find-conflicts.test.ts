import { expect, test } from 'vitest';
import { findRecord, iterateUids } from '../../../../electron/corpus/model/rows.ts';
import { getCodebook } from '../../../../electron/corpus/repositories/codebook-repository.ts';
import { listReviews } from '../../../../electron/corpus/repositories/review-repository.ts';
import { removeAnnotations, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { updateLabel } from '../../../../electron/services/codebook.ts';
import { pageChanges, pageConflicts } from '../../../../electron/services/merge/plans.ts';
import { listMerges, pagePastConflicts } from '../../../../electron/services/merge/past-merges.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, preview, problemsOf } from '../../../helpers/merge.ts';

const noteOf = ({ corpus }: TestCorpus, uid: string) => findRecord(corpus.read, 'annotation', uid)?.note;
const note = ({ corpus, sara }: TestCorpus, uid: string, words: string) =>
  updateAnnotation(corpus, sara, uid, { note: words });

async function fork() {
  const { copies, annotation, article } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  return { mine, theirs, annotation, article };
}

test('what both changed is a conflict, with both values; the later one stands, in both copies', async () => {
  const { mine, theirs, annotation, article } = await fork();
  note(mine, annotation, 'mine');
  note(theirs, annotation, 'first');
  note(theirs, annotation, 'theirs'); // two steps later than the fork, mine one

  const plan = await preview(mine, theirs);
  expect(plan).toMatchObject({ same: false, conflictCount: 1, change: { annotation: 1 } });
  const { conflicts, isWhole } = pageConflicts(mine.corpus.read, { plan: plan.plan, offset: 0, limit: 10 });
  expect(isWhole).toBe(true);
  const conflict = {
    kind: 'annotation',
    target: annotation,
    field: 'note',
    article,
    quote: 'Harbour',
    mine: { value: 'mine', isRemoved: false, annotator: 'Sara' },
    theirs: { value: 'theirs', isRemoved: false, annotator: 'Sara' },
    taken: 'theirs',
    isChosen: false,
  };
  expect(conflicts).toMatchObject([conflict]);
  const all = { kinds: [], changes: ['add', 'change', 'remove'] as const, offset: 0, limit: 10 };
  expect(pageChanges(mine.corpus.read, { plan: plan.plan, ...all }).changes).toMatchObject([
    { change: 'change', fields: [{ field: 'note', before: 'mine', after: 'theirs' }] },
  ]);

  const report = await merge(mine, theirs);
  expect(report.conflicts).toMatchObject([conflict]);
  await merge(theirs, mine);
  expect([noteOf(mine, annotation), noteOf(theirs, annotation)]).toEqual(['theirs', 'theirs']);
  const [past] = listMerges(mine.corpus.read);
  expect(past).toMatchObject({ step: report.step, isStanding: true, conflictCount: 1, people: ['Sara'] });
  const page = { step: report.step!, offset: 0, limit: 10 };
  expect(pagePastConflicts(mine.corpus.read, page).conflicts).toMatchObject([conflict]);
});

test('what was changed after the other’s change was seen is no conflict', async () => {
  const { mine, theirs, annotation } = await fork();
  note(mine, annotation, 'mine');
  await merge(theirs, mine);
  note(theirs, annotation, 'theirs, knowing');
  expect(await merge(mine, theirs)).toMatchObject({ conflictCount: 0, change: { annotation: 1 } });
  expect(noteOf(mine, annotation)).toBe('theirs, knowing');
});

test('a person settles a conflict, and the other copy then hears of it; undone, it is not settled', async () => {
  const { mine, theirs, annotation } = await fork();
  note(mine, annotation, 'mine');
  note(theirs, annotation, 'first');
  note(theirs, annotation, 'theirs');
  const before = contentsOf(mine);
  const { conflicts } = await merge(mine, theirs, { choices: { [`${annotation} note`]: 'mine' } });
  expect(conflicts).toMatchObject([{ taken: 'mine', isChosen: true }]);
  expect(noteOf(mine, annotation)).toBe('mine');

  await merge(theirs, mine);
  expect(noteOf(theirs, annotation)).toBe('mine');
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
  for (const copy of [mine, theirs]) expect(await problemsOf(copy)).toEqual([]);

  undo(mine.corpus, mine.sara, false);
  expect(contentsOf(mine)).toBe(before);
  await merge(mine, theirs, {});
  expect(noteOf(mine, annotation)).toBe('theirs');
});

test('a change beats a removal that did not know of it, unless a person says otherwise', async () => {
  for (const choice of [undefined, 'mine', 'theirs'] as const) {
    const { mine, theirs, annotation } = await fork();
    removeAnnotations(mine.corpus, mine.sara, [annotation]);
    note(theirs, annotation, 'kept');
    const key = `${annotation} removed`;
    const { conflicts } = await merge(mine, theirs, { choices: choice ? { [key]: choice } : {} });
    expect(conflicts).toMatchObject([
      { key, field: null, mine: { isRemoved: true }, theirs: { value: 'kept' }, taken: choice ?? 'theirs' },
    ]);
    await merge(theirs, mine);
    const kept = choice === 'mine' ? undefined : 'kept';
    expect([choice, noteOf(mine, annotation), noteOf(theirs, annotation)]).toEqual([choice, kept, kept]);
    expect(contentsOf(theirs)).toBe(contentsOf(mine));
    for (const copy of [mine, theirs]) expect(await problemsOf(copy)).toEqual([]);
  }
});

test('with a decision that a person chose goes what it was made on', async () => {
  const { mine, theirs, annotation } = await fork();
  const decide = (made: TestCorpus, decision: 'accepted' | 'rejected') =>
    createReview(made.corpus, made.person('Omar'), { annotation, decision, reason: 'edge', comment: '' }).uid;
  const uid = decide(mine, 'accepted');
  updateAnnotation(theirs.corpus, theirs.sara, annotation, { spans: [{ start: 0, end: 15 }] });
  expect(decide(theirs, 'rejected')).toBe(uid);
  const page = { offset: 0, limit: 10 };
  const reviews = () => listReviews(mine.corpus.read, { annotation }, page).reviews;
  const { conflicts } = await merge(mine, theirs, { choices: { [`${uid} decision`]: 'mine' } });
  expect(conflicts).toMatchObject([{ field: 'decision', taken: 'mine', isChosen: true }]);
  expect(reviews()).toMatchObject([{ decision: 'accepted', isOutdated: true }]); // it was of the tag as it was then
});

test('what a corpus is born with is nobody’s change: what another corpus changed of it is no conflict', async () => {
  const [mine, theirs] = [createTestCorpus(), createTestCorpus({ seed: 2 })];
  updateLabel(theirs.corpus, theirs.sara, 'actor', { guideline: 'Who acts.' });
  const asked = { otherCorpus: true, sameNames: true };
  expect(await merge(mine, theirs, asked)).toMatchObject({ conflictCount: 0, change: { label: 1 } });
  expect(getCodebook(mine.corpus.read).labels.find(({ name }) => name === 'actor')!.guideline).toBe('Who acts.');
});

test('a removal that knew of every change stands, and what a removed thing is still named by keeps it', async () => {
  const { mine, theirs, annotation } = await fork();
  removeAnnotations(theirs.corpus, theirs.sara, [annotation]);
  expect(await merge(mine, theirs)).toMatchObject({ remove: { annotation: 1 }, conflictCount: 0 });
  expect(noteOf(mine, annotation)).toBeUndefined();
});

test('what a merge brought again is brought back by a redo that takes the merge back', async () => {
  const { mine, theirs, annotation, article } = await fork();
  const omar = mine.person('Omar');
  const [tag] = [...iterateUids(mine.corpus.read, 'annotation', { seen: true })].filter((uid) => uid !== annotation);
  undo(mine.corpus, omar, false); // his tag
  updateAnnotation(theirs.corpus, theirs.person('Omar'), tag!, { note: 'kept' });
  theirs.tag(article, 'actor', 20, 25);
  expect((await merge(mine, theirs)).add).toEqual({ annotation: 2 });
  redo(mine.corpus, omar, true);
  expect(noteOf(mine, tag!)).toBe('');
  expect(await problemsOf(mine)).toEqual([]);
  await merge(mine, theirs);
  await merge(theirs, mine);
  expect([noteOf(mine, tag!), noteOf(theirs, tag!)]).toEqual(['kept', 'kept']);
  expect(contentsOf(theirs)).toBe(contentsOf(mine));
});
