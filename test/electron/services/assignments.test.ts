import { expect, test } from 'vitest';
import { DealChoice } from '#shared/domain/work';
import { listAssignments } from '../../../electron/corpus/repositories/assignment-repository.ts';
import { getProgress, listWorkArticles } from '../../../electron/corpus/repositories/work-repository.ts';
import { applyDeal, previewDeal, setAssignments } from '../../../electron/services/assignments.ts';
import { discardUnfinished } from '../../../electron/services/discard-batch.ts';
import { editArticle, markArticle } from '../../../electron/services/edit-article.ts';
import { findChanges, giveArticles, type Gift } from '../../../electron/services/give-articles.ts';
import { addPerson } from '../../../electron/services/people.ts';
import { createReview } from '../../../electron/services/reviews.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

const toChoice = (choice: object) => DealChoice.parse({ people: ['Omar', 'Lina'], mode: 'double', ...choice });
const list = ({ corpus }: TestCorpus) => listAssignments(corpus.read, {});
const page = { offset: 0, limit: 100 };

/** Ten articles: six of one outlet, three of another, one of none; and two people besides Sara. */
async function importTen() {
  const made = createTestCorpus();
  const files = Array.from({ length: 10 }, (_, n) => [`${n}.txt`, `${SAMPLE_TEXT} Number ${n}.`] as const);
  const report = await made.import(Object.fromEntries(files), { options: { split: 'never' } });
  const articles = report.articles.map(({ uid }): string => uid);
  for (const [n, article] of articles.entries()) {
    const outlet = n < 6 ? 'Morrow Post' : n < 9 ? 'Ferry News' : null;
    editArticle(made.corpus, made.sara, article, { outlet, date: n < 6 ? '2024-01-05' : '2024-02-05' });
  }
  for (const name of ['Omar', 'Lina']) addPerson(made.corpus, name);
  return { made, articles };
}

test('a preview says by outlet and person what giving out would come to, and writes nothing; then it comes to that, as one step', async () => {
  const { made } = await importTen();
  const choice = toChoice({ share: 1 / 3, blind: true });
  const report = await previewDeal(made.corpus.read, choice);
  expect(report).toMatchObject({ articles: 10, leftOut: 0 });
  expect(report.pairs).toBe(10 + report.shared);
  expect(report.outlets.map(({ outlet, articles, shared }) => ({ outlet, articles, shared }))).toEqual([
    { outlet: 'Ferry News', articles: 3, shared: 1 },
    { outlet: 'Morrow Post', articles: 6, shared: 2 },
    { outlet: null, articles: 1, shared: report.shared - 3 },
  ]);
  expect(list(made)).toEqual([]);
  expect(await applyDeal(made.corpus, made.sara, choice, noJob)).toEqual(report);
  const given = list(made);
  expect(given).toHaveLength(report.pairs);
  for (const { person, articles } of report.people)
    expect(given.filter(({ annotator }) => annotator === person)).toHaveLength(articles);
  expect(given.filter(({ blind }) => blind)).toHaveLength(report.shared * 2);
  undo(made.corpus, made.sara, false);
  expect(list(made)).toEqual([]);
});

test('what somebody has is left out, or given to others too; nobody loses an article', async () => {
  const { made, articles } = await importTen();
  setAssignments(made.corpus, made.sara, { articles: [articles[0]!], people: ['Omar'], blind: false });
  const choice = toChoice({ mode: 'all' });
  expect(await previewDeal(made.corpus.read, choice)).toMatchObject({ articles: 9, leftOut: 1, changed: 18 });
  const all = { ...choice, unassignedOnly: false };
  expect(await previewDeal(made.corpus.read, all)).toMatchObject({ articles: 10, leftOut: 0, pairs: 20, changed: 19 });
  await applyDeal(made.corpus, made.sara, all, noJob);
  expect(list(made)).toHaveLength(20);
  expect(await previewDeal(made.corpus.read, all)).toMatchObject({ changed: 0 });
  expect(await applyDeal(made.corpus, made.sara, { ...all, blind: true }, noJob)).toMatchObject({ changed: 20 });
});

test('giving out that is stopped, at any moment, leaves all as it was, and can be done again and undone', async () => {
  const { made, articles } = await importTen();
  setAssignments(made.corpus, made.sara, { articles: [articles[0]!], people: ['Omar'], blind: false });
  const before = list(made);
  const choice = toChoice({ mode: 'all', unassignedOnly: false, blind: true });
  let given = 0;
  const stopping = { report: ({ done }: { done: number }) => void (given = done), isCancelled: () => given > 0 };
  await expect(applyDeal(made.corpus, made.sara, choice, stopping)).rejects.toMatchObject({ code: 'cancelled' });
  expect(given).toBeGreaterThan(0);
  expect(list(made)).toEqual(before);
  await applyDeal(made.corpus, made.sara, choice, noJob);
  expect(list(made)).toHaveLength(20);
  undo(made.corpus, made.sara, false);
  expect(list(made)).toEqual(before);
  redo(made.corpus, made.sara, false);
  expect(list(made)).toHaveLength(20);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
});

test('what was being given out when the program was ended is taken back at the next opening', async () => {
  const { made, articles } = await importTen();
  const person = made.person('Omar');
  const gifts = articles.map((article): Gift => ({ article, person, blind: 0 }));
  const changes = await findChanges(made.corpus.read, gifts, () => undefined);
  await giveArticles(made.corpus, made.sara, changes, noJob);
  expect(list(made)).toHaveLength(10);
  made.reopen();
  expect(discardUnfinished(made.corpus)).toBe(1);
  expect(list(made)).toEqual([]);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
});

test('articles are chosen by a filter; one person cannot tag twice, and somebody unknown is refused by name', async () => {
  const { made } = await importTen();
  const of = (choice: object) => previewDeal(made.corpus.read, toChoice(choice));
  expect(await of({ filter: { outlets: ['Ferry News'] } })).toMatchObject({
    articles: 3,
    outlets: [{ outlet: 'Ferry News' }],
  });
  expect(await of({ filter: { from: '2024-02' } })).toMatchObject({ articles: 4 });
  expect(await of({ filter: { search: '"number 7"' } })).toMatchObject({ articles: 1 });
  await expect(of({ people: ['Omar', 'Omar'] })).rejects.toMatchObject({ code: 'too-few-people' });
  await expect(of({ people: ['Omar', 'Nobody'] })).rejects.toMatchObject({ code: 'person-unknown' });
});

test('progress counts by person and by outlet, and lists the articles behind each number', async () => {
  const { made, articles } = await importTen();
  const [first, second, third, fourth] = articles as [string, string, string, string];
  setAssignments(made.corpus, made.sara, { articles: [first, second], people: ['Omar', 'Lina'], blind: true });
  setAssignments(made.corpus, made.sara, { articles: [third], people: ['Lina'], blind: false });
  for (const name of ['Omar', 'Lina']) markArticle(made.corpus, made.person(name), first, 'done');
  markArticle(made.corpus, made.person('Omar'), second, 'tagging');
  const { uid } = made.tag(fourth, 'actor', 0, 7, 'Omar');
  markArticle(made.corpus, made.person('Omar'), fourth, 'done');
  createReview(made.corpus, made.sara, { annotation: uid, decision: 'accepted', reason: '', comment: '' });
  const { people, outlets } = getProgress(made.corpus.read);
  expect(people).toEqual([
    {
      person: 'Lina',
      articles: 3,
      assigned: 3,
      waiting: 2,
      tagging: 0,
      done: 1,
      inReview: 0,
      checked: 0,
      shared: 2,
      sharedDone: 1,
      blind: 2,
    },
    {
      person: 'Omar',
      articles: 3,
      assigned: 2,
      waiting: 0,
      tagging: 1,
      done: 2,
      inReview: 0,
      checked: 1,
      shared: 2,
      sharedDone: 1,
      blind: 2,
    },
  ]);
  expect(outlets).toEqual([
    {
      outlet: 'Ferry News',
      articles: 3,
      assigned: 0,
      waiting: 3,
      tagging: 0,
      done: 0,
      inReview: 0,
      checked: 0,
      shared: 0,
      sharedDone: 0,
    },
    {
      outlet: 'Morrow Post',
      articles: 6,
      assigned: 3,
      waiting: 3,
      tagging: 1,
      done: 1,
      inReview: 0,
      checked: 1,
      shared: 2,
      sharedDone: 1,
    },
    {
      outlet: null,
      articles: 1,
      assigned: 0,
      waiting: 1,
      tagging: 0,
      done: 0,
      inReview: 0,
      checked: 0,
      shared: 0,
      sharedDone: 0,
    },
  ]);
  for (const { person, ...numbers } of people)
    for (const [stage, n] of Object.entries(numbers)) {
      const wish = { person: made.person(person), stage: stage as keyof typeof numbers };
      expect(listWorkArticles(made.corpus.read, wish, page).total).toBe(n);
    }
  for (const { outlet, ...numbers } of outlets)
    for (const [stage, n] of Object.entries(numbers)) {
      const wish = { outlet, stage: stage as keyof typeof numbers };
      expect(listWorkArticles(made.corpus.read, wish, page).articles).toHaveLength(n);
    }
  expect(listWorkArticles(made.corpus.read, { stage: 'sharedDone' }, page).articles).toMatchObject([
    {
      article: first,
      outlet: 'Morrow Post',
      state: 'done',
      people: [
        { person: 'Lina', mark: 'done', isAssigned: true, isBlind: true },
        { person: 'Omar', mark: 'done' },
      ],
    },
  ]);
});
