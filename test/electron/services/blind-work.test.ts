import { expect, test } from 'vitest';
import { isBlind, listBlindIds } from '../../../electron/corpus/repositories/assignment-repository.ts';
import { listReviews } from '../../../electron/corpus/repositories/review-repository.ts';
import { setAssignments } from '../../../electron/services/assignments.ts';
import { markArticle } from '../../../electron/services/edit-article.ts';
import { createRelation } from '../../../electron/services/relations.ts';
import { listDecisions } from '../../../electron/services/review/list-decisions.ts';
import { addMissing, commentReview, createReview, updateReview } from '../../../electron/services/reviews.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../helpers/corpus.ts';

const page = { offset: 0, limit: 100 };
const said = { reason: 'edge', comment: '' };

test('an article is blind to all who tag it so until each of them is done, whatever anybody else is', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  for (const name of ['Omar', 'Nour']) made.tag(article, 'actor', 0, 7, name);
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Sara', 'Omar'], blind: true });
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Nour'], blind: false });
  const { read } = made.corpus;
  const blindTo = () =>
    ['Sara', 'Omar', 'Nour'].filter((name) => {
      const is = isBlind(read, article, made.person(name));
      expect([name, listBlindIds(read, made.person(name)).length]).toEqual([name, Number(is)]);
      return is;
    });
  const mark = (name: string, state: 'tagging' | 'done') =>
    void markArticle(made.corpus, made.person(name), article, state);
  expect(blindTo()).toEqual(['Sara', 'Omar']);
  mark('Sara', 'done');
  mark('Omar', 'tagging');
  mark('Nour', 'done');
  expect(blindTo()).toEqual(['Sara', 'Omar']);
  mark('Nour', 'tagging');
  mark('Omar', 'done');
  expect(blindTo()).toEqual([]);
  mark('Sara', 'tagging');
  expect(blindTo()).toEqual(['Sara', 'Omar']);
});

/** Omar's claims in two articles, a relation from the first into the second, and reviews of both by Nour; Sara tags the second blind. */
async function reviewAcross() {
  const made = createTestCorpus();
  const first = await made.importText(SAMPLE_TEXT);
  const second = await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
  const [from, to] = [first, second].map((article) => made.tag(article, 'claim', 0, 15, 'Omar').uid);
  const ends = { from: from!, to: to! };
  const relation = createRelation(made.corpus, made.person('Omar'), { kind: 'contradicts', ...ends, note: '' }).uid;
  const [nour, decision] = [made.person('Nour'), 'rejected'] as const;
  createReview(made.corpus, nour, { annotation: ends.from, decision, ...said });
  const ofRelation = createReview(made.corpus, nour, { relation, decision, ...said }).uid;
  const own = createReview(made.corpus, made.sara, { relation, decision: 'unsure', ...said }).uid;
  setAssignments(made.corpus, nour, { articles: [second], people: ['Sara'], blind: true });
  return { made, first, second, relation, ofRelation, own };
}

test('what others say of a relation is not told to whoever tags the article at either end of it blind', async () => {
  const { made, own } = await reviewAcross();
  const { read } = made.corpus;
  const seen = (by: string | null) => listReviews(read, {}, { ...page, seenBy: by });
  expect(seen(null).total).toBe(3);
  expect(seen(made.sara)).toMatchObject({ total: 2, reviews: [{ uid: own }, { checker: 'Nour', relation: null }] });
  const decided = (seenBy: string | null) => listDecisions(read, made.person('Omar'), {}, { ...page, seenBy }).total;
  expect([decided(null), decided(made.sara)]).toEqual([3, 1]);
});

test('nobody decides on, adds to or talks about what they tag blind still', async () => {
  const { made, second, relation, ofRelation, own } = await reviewAcross();
  const { corpus, sara } = made;
  const missing = { article: second, label: 'actor', spans: [{ start: 0, end: 7 }], note: '', ...said };
  const refused = [
    () => createReview(corpus, sara, { relation, decision: 'accepted', ...said }),
    () => updateReview(corpus, sara, own, { decision: 'accepted' }),
    () => commentReview(corpus, sara, ofRelation, 'Which?'),
    () => addMissing(corpus, sara, missing),
  ];
  expect(refused.map(codeOf)).toEqual(refused.map(() => 'still-blind'));
  markArticle(corpus, sara, second, 'done');
  expect(refused.map(codeOf)).toEqual(refused.map(() => undefined));
});
