import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { DecisionFilter } from '#shared/domain/decision';
import { openForReading } from '../../../../electron/corpus/open-connection.ts';
import { openDecisions } from '../../../../electron/corpus/repositories/decision-repository.ts';
import { commentSettlement, settleDifference } from '../../../../electron/services/adjudication/adjudicate.ts';
import { readAdjudication } from '../../../../electron/services/adjudication/read-adjudication.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { listDecisions } from '../../../../electron/services/review/list-decisions.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { addMissing, commentReview, createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';
import { importTaggedTwice } from '../../../helpers/tagged-twice.ts';

let made: TestCorpus;
let article: string;
let tags: Annotation[];
beforeEach(async () => {
  made = createTestCorpus();
  article = await made.importText(SAMPLE_TEXT);
  tags = [made.tag(article, 'actor', 0, 7), made.tag(article, 'actor', 8, 15), made.tag(article, 'location', 16, 20)];
});

const page = { offset: 0, limit: 100, seenBy: null };
const list = (filter: DecisionFilter = {}, more: Partial<typeof page> = {}) =>
  listDecisions(made.corpus.read, made.sara, filter, { ...page, ...more });
const decisions = (filter?: DecisionFilter) => list(filter).items.map(({ decision }) => decision);

function checkAll() {
  const by = made.person('Omar');
  const opinion = { comment: '', reason: 'loose boundary' };
  const accepted = createReview(made.corpus, by, {
    annotation: tags[0]!.uid,
    decision: 'accepted',
    ...opinion,
    reason: '',
  });
  const rejected = createReview(made.corpus, by, { annotation: tags[1]!.uid, decision: 'rejected', ...opinion });
  const corrected = createReview(made.corpus, by, {
    annotation: tags[2]!.uid,
    decision: 'corrected',
    ...opinion,
    correction: { label: 'actor' },
  });
  const missing = addMissing(made.corpus, by, {
    article,
    label: 'location',
    spans: [{ start: 21, end: 25 }],
    note: '',
    reason: 'left out',
    comment: '',
  });
  return { accepted, rejected, corrected, missing };
}

test('each decision is listed, newest first, with the annotation that it is about and what stands in its place', () => {
  const { corrected, missing } = checkAll();
  const { total, items, byReason, byDecision, byChecker } = list();
  expect(total).toBe(4);
  expect(
    items.map(({ decision, annotation, stands }) => [decision, annotation?.uid, stands.map(({ uid }) => uid)]),
  ).toEqual([
    ['missing', undefined, [missing.annotation]],
    ['corrected', tags[2]!.uid, [corrected.correction]],
    ['rejected', tags[1]!.uid, []],
    ['accepted', tags[0]!.uid, []],
  ]);
  expect(items[0]).toMatchObject({ kind: 'review', by: 'Omar', article, reason: 'left out', isOutdated: false });
  expect(byReason).toEqual([
    { value: 'loose boundary', n: 2 },
    { value: 'left out', n: 1 },
  ]);
  expect(byDecision.map(({ n }) => n)).toEqual([1, 1, 1, 1]);
  expect(byChecker).toEqual([{ value: 'Omar', n: 4 }]);
  expect(listDecisions(made.corpus.read, made.person('Omar'), {}, page).total).toBe(0);
  expect(listDecisions(made.corpus.read, null, {}, page).total).toBe(0);
});

test('a filter keeps what it names; each count leaves its own part of the filter out', () => {
  checkAll();
  expect(decisions({ reasons: ['loose boundary'] })).toEqual(['corrected', 'rejected']);
  expect(decisions({ labels: ['LOCATION'] })).toEqual(['missing', 'corrected']);
  expect(decisions({ decisions: ['accepted', 'missing'] })).toEqual(['missing', 'accepted']);
  expect(decisions({ checkers: ['Nour'] })).toEqual([]);
  expect(decisions({ kinds: ['settlement'] })).toEqual([]);
  expect(list({ reasons: ['left out'], decisions: ['missing'] }).byReason).toEqual([{ value: 'left out', n: 1 }]);
  expect(list({ reasons: ['left out'] }).byReason).toHaveLength(2);
  const newest = list().items[0]!.at;
  expect(decisions({ since: newest })).toEqual([]);
  expect(decisions({ since: '2000-01-01T00:00:00.000Z' })).toHaveLength(4);
  expect(list({}, { offset: 1, limit: 2 }).items.map(({ decision }) => decision)).toEqual(['corrected', 'rejected']);
});

test('what agrees asks for no answer, what was answered none any more, and an undo takes a decision out', () => {
  const { rejected } = checkAll();
  expect(decisions({ unanswered: true })).toEqual(['missing', 'corrected', 'rejected']);
  commentReview(made.corpus, made.person('Omar'), rejected.uid, 'look again');
  expect(decisions({ unanswered: true })).toHaveLength(3);
  commentReview(made.corpus, made.sara, rejected.uid, 'it is a council');
  expect(decisions({ unanswered: true })).toEqual(['missing', 'corrected']);
  expect(
    list()
      .items.find(({ uid }) => uid === rejected.uid)
      ?.comments.map(({ annotator, text }) => [annotator, text]),
  ).toEqual([
    ['Omar', 'look again'],
    ['Sara', 'it is a council'],
  ]);
  updateAnnotation(made.corpus, made.sara, tags[1]!.uid, { label: 'location' });
  expect(list().items.find(({ uid }) => uid === rejected.uid)?.isOutdated).toBe(true);
  expect(list({ outdated: true }).items.map(({ uid }) => uid)).toEqual([rejected.uid]);
  undo(made.corpus, made.sara, false);
  expect(list().items.find(({ uid }) => uid === rejected.uid)?.isOutdated).toBe(false);
});

test('what was decided on a relation is listed to whoever drew it, with its kind and both of its ends', () => {
  const relate = (by: string) => {
    const ends = { from: tags[0]!.uid, to: tags[2]!.uid };
    return createRelation(made.corpus, made.person(by), { ...ends, kind: 'located at', note: '' }).uid;
  };
  const [own, anothers] = [relate('Sara'), relate('Nour')];
  const decide = (relation: string, decision: 'accepted' | 'rejected') =>
    createReview(made.corpus, made.person('Omar'), { relation, decision, reason: 'not said', comment: '' });
  const review = decide(own, 'rejected');
  decide(anothers, 'accepted');
  const of = (name: string, filter: DecisionFilter = {}) =>
    listDecisions(made.corpus.read, made.person(name), filter, page).items;
  expect(of('Sara')).toMatchObject([
    {
      kind: 'review',
      uid: review.uid,
      decision: 'rejected',
      annotation: null,
      stands: [],
      relation: { uid: own, kind: 'located at', from: { annotation: tags[0]!.uid }, to: { annotation: tags[2]!.uid } },
    },
  ]);
  expect(of('Nour').map(({ relation, decision }) => [relation?.uid, decision])).toEqual([[anothers, 'accepted']]);
  expect(of('Omar')).toEqual([]);
  createReview(made.corpus, made.person('Omar'), {
    annotation: tags[0]!.uid,
    decision: 'accepted',
    reason: '',
    comment: '',
  });
  expect(of('Sara', { relations: true }).map(({ relation }) => relation?.uid)).toEqual([own]);
  expect(of('Sara', { labels: ['actor'] }).map(({ annotation }) => annotation?.uid)).toEqual([tags[0]!.uid]);
  expect(of('Sara', { unanswered: true, reasons: ['not said'] })).toHaveLength(1);
});

test('a settlement is told as what it did to one’s own tag, and to the other’s the other way round', async () => {
  const twice = await importTaggedTwice(made);
  const nour = made.person('Nour');
  const { differences, left } = readAdjudication(made.corpus.read, nour, twice);
  const settle = (kind: string, decision: 'left' | 'right' | 'neither' | 'unsure') => {
    const { uid } = differences.find((each) => each.kind === kind)!;
    settleDifference(made.corpus, nour, {
      article: twice,
      difference: uid,
      decision,
      reason: 'wrong label',
      comment: '',
      rule: null,
    });
    return uid;
  };
  const label = settle('label', 'left');
  settle('boundary', 'right');
  settle('entity', 'neither');
  settle('attributes', 'unsure');
  const of = (name: string) => listDecisions(made.corpus.read, made.person(name), {}, page);
  const right = left === 'Sara' ? 'Omar' : 'Sara';
  expect(of(left).items.map(({ decision }) => decision)).toEqual(['unsure', 'neither', 'other', 'kept']);
  expect(of(right).items.map(({ decision }) => decision)).toEqual(['unsure', 'neither', 'kept', 'other']);
  const kept = of(left).items[3]!;
  expect(kept).toMatchObject({ kind: 'settlement', uid: label, by: 'Nour', isOutdated: false });
  expect(kept.stands.map((each) => each.label)).toEqual([kept.annotation!.label]);
  commentSettlement(made.corpus, made.person(right), { article: twice, difference: label, text: 'why?' });
  expect(of(right).items.find(({ uid }) => uid === label)?.comments).toMatchObject([
    { annotator: right, text: 'why?' },
  ]);
  updateAnnotation(made.corpus, made.person(left), kept.annotation!.uid, { spans: [{ start: 0, end: 8 }] });
  for (const name of [left, right])
    expect(
      listDecisions(made.corpus.read, made.person(name), { outdated: true }, page).items.map(({ uid }) => uid),
    ).toEqual([label]);
  expect(
    listDecisions(made.corpus.read, made.person(right), { unanswered: true }, page).items.map(
      ({ decision }) => decision,
    ),
  ).toEqual(['unsure', 'neither']);
});

test('articles that the reader tags blind still are left out', () => {
  checkAll();
  setAssignments(made.corpus, made.person('Omar'), { articles: [article], people: ['Sara', 'Omar'], blind: true });
  expect(list({}, { seenBy: null }).total).toBe(4);
  expect(listDecisions(made.corpus.read, made.sara, {}, { ...page, seenBy: made.sara })).toMatchObject({
    total: 0,
    items: [],
  });
});

test('decisions are found by their maker: no article and no annotation is gone through', async () => {
  checkAll();
  const db = openForReading(made.path);
  try {
    const plans = await listPlans(db as never, (read) => {
      const all = openDecisions(
        read,
        made.sara,
        { labels: ['actor'], unanswered: true, outdated: true, since: '2020-01-01T00:00:00.000Z' },
        null,
      );
      return [all.count(), all.countBy('reason', 'reasons'), all.list(0, 10)];
    });
    expect(
      plans.filter((step) => /^SCAN (a|n|r|t|s|m|c|journal|review|settlement)\b(?!.*json_each)/u.test(step)),
    ).toEqual([]);
    expect(plans.join('\n')).toContain('review_by_annotator');
    expect(plans.join('\n')).toContain('settlement_by_annotator');
  } finally {
    db.close();
  }
});
