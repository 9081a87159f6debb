import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { Decision } from '#shared/domain/review';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { getRelation } from '../../../electron/corpus/repositories/relation-repository.ts';
import { listReviews } from '../../../electron/corpus/repositories/review-repository.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { setAssignments } from '../../../electron/services/assignments.ts';
import { createRelation, updateRelation } from '../../../electron/services/relations.ts';
import { updateAnnotation } from '../../../electron/services/annotate.ts';
import {
  addMissing,
  commentReview,
  createReview,
  removeReview,
  updateReview,
  type NewReview,
} from '../../../electron/services/reviews.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

let made: TestCorpus;
let article: string;
let tag: Annotation;
beforeEach(async () => {
  made = createTestCorpus();
  article = await made.importText(SAMPLE_TEXT);
  tag = made.tag(article, 'actor', 0, 7);
});

const all = { offset: 0, limit: 100 };
const review = (by: string, decision: Decision, more: Partial<NewReview> = {}) =>
  createReview(made.corpus, made.person(by), { annotation: tag.uid, decision, reason: 'edge', comment: '', ...more });
const settled = () => listAnnotations(made.corpus.read, { layer: 'settled' }, all).annotations;
const reviews = () => listReviews(made.corpus.read, {}, all).reviews;
const toCouncil = { correction: { spans: [{ start: 0, end: 15 }] } };

describe('a review', () => {
  test('says who decided what on whose work, why and when', () => {
    const made1 = review('Omar', 'rejected', { comment: 'a council is no person' });
    expect(made1).toEqual({
      uid: made1.uid,
      annotation: tag.uid,
      relation: null,
      article,
      annotator: 'Sara',
      checker: 'Omar',
      decision: 'rejected',
      reason: 'edge',
      comment: 'a council is no person',
      rule: null,
      isMissing: false,
      isOutdated: false,
      isOwn: false,
      correction: null,
      comments: [],
      at: made1.at,
    });
    expect(reviews()).toEqual([made1]);
    expect(made1.at).toMatch(/^2026-01-02T/u);
  });

  test.each<[string, () => unknown, string]>([
    ['of one’s own work', () => review('Sara', 'accepted'), 'review-of-own'],
    ['without a reason', () => review('Omar', 'unsure', { reason: ' ' }), 'review-needs-reason'],
    ['that corrects nothing', () => review('Omar', 'corrected'), 'review-needs-correction'],
    [
      'whose correction says the same',
      () => review('Omar', 'corrected', { correction: { spans: [{ start: 0, end: 7 }], label: 'actor' } }),
      'review-needs-correction',
    ],
    ['that accepts and corrects', () => review('Omar', 'accepted', toCouncil), 'review-without-correction'],
    ['of what is not there', () => review('Omar', 'accepted', { annotation: 'ffffffff' }), 'annotation-unknown'],
    [
      'whose correction ends past the text',
      () => review('Omar', 'corrected', { correction: { spans: [{ start: 0, end: 9999 }] } }),
      'span-past-end',
    ],
  ])('%s is refused and leaves nothing', (_, act, code) => {
    const before = computeContentFingerprint(made.corpus.read);
    expect(codeOf(act)).toBe(code);
    expect([reviews(), settled(), computeContentFingerprint(made.corpus.read)]).toEqual([[], [], before]);
  });

  test('that is decided anew replaces the word that was given before', () => {
    const { uid } = review('Omar', 'rejected');
    review('Lina', 'unsure');
    expect(review('Omar', 'accepted', { reason: '' }).uid).toBe(uid);
    expect(reviews().map(({ checker, decision }) => [checker, decision])).toEqual([
      ['Omar', 'accepted'],
      ['Lina', 'unsure'],
    ]);
  });

  test('is changed and taken back by its checker alone; anybody may answer it', () => {
    const { uid } = review('Omar', 'rejected');
    expect(commentReview(made.corpus, made.sara, uid.slice(0, 8), 'but why?').comments).toMatchObject([
      { annotator: 'Sara', text: 'but why?' },
    ]);
    expect(codeOf(() => updateReview(made.corpus, made.sara, uid, { reason: 'x' }))).toBe('review-of-another');
    expect(codeOf(() => removeReview(made.corpus, made.sara, uid))).toBe('review-of-another');
    expect(updateReview(made.corpus, made.person('Omar'), uid, { reason: 'label' })).toMatchObject({
      reason: 'label',
      decision: 'rejected',
    });
    removeReview(made.corpus, made.person('Omar'), uid);
    expect(reviews()).toEqual([]);
    undo(made.corpus, made.person('Omar'), false);
    expect(reviews()).toMatchObject([{ reason: 'label', comments: [{ text: 'but why?' }] }]);
  });

  test('may be of a relation, which is accepted or rejected but not corrected', () => {
    const claim = made.tag(article, 'claim', 0, 21);
    const other = made.tag(article, 'claim', 22, 40);
    const ends = { from: claim.uid, to: other.uid };
    const relation = createRelation(made.corpus, made.sara, { ...ends, kind: 'contradicts', note: '' });
    const subject = { annotation: undefined, relation: relation.uid };
    expect(codeOf(() => review('Omar', 'corrected', { ...subject, ...toCouncil }))).toBe('review-without-correction');
    expect(codeOf(() => review('Omar', 'corrected', subject))).toBe('review-needs-correction');
    expect(codeOf(() => review('Sara', 'accepted', subject))).toBe('review-of-own');
    expect(review('Omar', 'rejected', subject)).toMatchObject({ relation: relation.uid, annotation: null, article });
    expect(listReviews(made.corpus.read, { article }, all).total).toBe(1);
    expect(listReviews(made.corpus.read, { relation: relation.uid }, all).total).toBe(1);
    setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: true });
    expect(codeOf(() => review('Omar', 'accepted', subject))).toBe('still-blind');
  });

  test('is found by annotation, article, checker and decision', () => {
    review('Omar', 'rejected');
    review('Lina', 'unsure');
    const find = (filter: Parameters<typeof listReviews>[1]) => listReviews(made.corpus.read, filter, all).total;
    expect(find({ annotation: tag.uid })).toBe(2);
    expect(find({ article, checker: made.person('Omar') })).toBe(1);
    expect(find({ decisions: ['accepted', 'unsure'] })).toBe(1);
    expect(find({ relation: tag.uid })).toBe(0);
  });
});

describe('a correction', () => {
  test('is the checker’s annotation in the settled layer, with all else as it was', () => {
    const { correction } = review('Omar', 'corrected', toCouncil);
    expect(settled()).toMatchObject([
      {
        uid: correction,
        label: 'actor',
        annotator: 'Omar',
        layer: 'settled',
        origin: 'hand',
        revises: tag.uid,
        spans: [{ start: 0, end: 15, quote: 'Harbour council' }],
      },
    ]);
    expect(listAnnotations(made.corpus.read, { layer: 'own' }, all).annotations).toMatchObject([
      { uid: tag.uid, state: 'corrected', correctedBy: correction, spans: tag.spans },
    ]);
  });

  test('is changed with its review, and goes with it', () => {
    const { uid, correction } = review('Omar', 'corrected', toCouncil);
    const again = updateReview(made.corpus, made.person('Omar'), uid, { correction: { label: 'claim' } });
    expect(again.correction).toBe(correction);
    expect(settled()).toMatchObject([{ label: 'claim', spans: [{ end: 15 }] }]);
    review('Omar', 'accepted', { reason: '' });
    expect(settled()).toEqual([]);
    review('Omar', 'corrected', toCouncil);
    removeReview(made.corpus, made.person('Omar'), uid);
    expect([settled(), reviews()]).toEqual([[], []]);
  });

  test('stays while somebody else’s work stands on it', () => {
    const { correction } = review('Omar', 'corrected', toCouncil);
    review('Lina', 'accepted', { annotation: correction!, reason: '' });
    expect(codeOf(() => review('Omar', 'accepted', { reason: '' }))).toBe('annotation-in-use');
    expect(settled()).toHaveLength(1);
  });
});

test('undo takes a review with its correction back in one step, redo brings both again, and the journal replays', async () => {
  review('Omar', 'corrected', toCouncil);
  const after = computeContentFingerprint(made.corpus.read);
  undo(made.corpus, made.person('Omar'), false);
  expect([reviews(), settled()]).toEqual([[], []]);
  redo(made.corpus, made.person('Omar'), false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(after);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

const state = () => listAnnotations(made.corpus.read, { layer: 'own' }, all).annotations[0]!.state;

test('what is changed after it was reviewed is unchecked again, until somebody decides anew or it is as it was', async () => {
  review('Omar', 'accepted', { reason: '' });
  updateAnnotation(made.corpus, made.sara, tag.uid, { note: 'a note is nothing to decide on' });
  expect(state()).toBe('accepted');
  updateAnnotation(made.corpus, made.sara, tag.uid, { spans: [{ start: 0, end: 15 }] });
  expect([state(), reviews()[0]!.isOutdated]).toEqual(['unchecked', true]);
  undo(made.corpus, made.sara, false);
  expect([state(), reviews()[0]!.isOutdated]).toEqual(['accepted', false]);
  redo(made.corpus, made.sara, false);
  review('Omar', 'rejected');
  expect([state(), reviews()[0]!.isOutdated]).toEqual(['rejected', false]);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('so is a relation whose kind, or one of whose ends, was changed after it was reviewed', async () => {
  const ends = { from: made.tag(article, 'claim', 0, 21).uid, to: made.tag(article, 'claim', 22, 40).uid };
  const { uid } = createRelation(made.corpus, made.sara, { ...ends, kind: 'contradicts', note: '' });
  review('Omar', 'accepted', { annotation: undefined, relation: uid });
  const isOutdated = () => reviews()[0]!.isOutdated;
  updateRelation(made.corpus, made.sara, uid, { note: 'a note is nothing to decide on' });
  expect([isOutdated(), getRelation(made.corpus.read, uid).state]).toEqual([false, 'accepted']);
  updateRelation(made.corpus, made.sara, uid, { kind: 'corroborates' });
  expect([isOutdated(), getRelation(made.corpus.read, uid).state]).toEqual([true, 'unchecked']);
  undo(made.corpus, made.sara, false);
  expect(isOutdated()).toBe(false);
  updateAnnotation(made.corpus, made.sara, ends.to, { spans: [{ start: 22, end: 30 }] });
  expect(isOutdated()).toBe(true);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  review('Omar', 'rejected', { annotation: undefined, relation: uid });
  expect(isOutdated()).toBe(false);
});

test('what a checker found missing counts beside what was tagged, with its reason and the rule that it goes by', async () => {
  const missing = addMissing(made.corpus, made.person('Omar'), {
    article,
    label: 'location',
    spans: [{ start: 8, end: 15 }],
    note: '',
    reason: 'missing here',
    comment: '',
    rule: { label: 'Location', text: 'Buildings that are named.' },
  });
  expect(missing).toMatchObject({
    isMissing: true,
    checker: 'Omar',
    reason: 'missing here',
    rule: { label: 'location', text: 'Buildings that are named.' },
  });
  const result = () => listAnnotations(made.corpus.read, { layer: 'result' }, all).annotations;
  expect(result().map(({ label, state: of }) => [label, of])).toEqual([
    ['actor', 'unchecked'],
    ['location', 'accepted'],
  ]);
  undo(made.corpus, made.person('Omar'), false);
  expect([result().length, reviews().length]).toEqual([1, 0]);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});
