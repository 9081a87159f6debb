import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import type { ArticleId } from '#shared/domain/ids';
import { Decision } from '#shared/domain/review';
import { listAnnotations, listOfArticle } from '../../../electron/corpus/repositories/annotation-repository.ts';
import {
  getArticleSummary,
  listArticles,
  listArticleUids,
} from '../../../electron/corpus/repositories/article-repository.ts';
import { listAssignments } from '../../../electron/corpus/repositories/assignment-repository.ts';
import { getCluster, listClusters } from '../../../electron/corpus/repositories/cluster-repository.ts';
import { listReviews } from '../../../electron/corpus/repositories/review-repository.ts';
import { settleDifference, startAdjudication } from '../../../electron/services/adjudication/adjudicate.ts';
import { readAdjudication } from '../../../electron/services/adjudication/read-adjudication.ts';
import { removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { removeAssignments, setAssignments } from '../../../electron/services/assignments.ts';
import { addClaims, createCluster, removeClaims, removeCluster } from '../../../electron/services/clusters.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { markArticle } from '../../../electron/services/edit-article.ts';
import { listRelations } from '../../../electron/services/list-relations.ts';
import { createRelation, removeRelations, updateRelation } from '../../../electron/services/relations.ts';
import { commentReview, createReview, removeReview } from '../../../electron/services/reviews.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

const people = ['Sara', 'Omar', 'Lina'] as const;
const labels = ['actor', 'location', 'claim', 'claim'] as const;
const kinds = ['attributed to', 'about', 'contradicts', 'corroborates'] as const;
const doings = [
  'tag',
  'tag',
  'move',
  'remove',
  'relate',
  'relate',
  'change relation',
  'remove relation',
  'make card',
  'fill card',
  'empty card',
  'remove card',
  'review',
  'review',
  'answer',
  'remove review',
  'assign',
  'take',
  'mark',
  'settle',
  'settle',
  'undo',
  'redo',
] as const;

type Act = { who: (typeof people)[number]; what: (typeof doings)[number]; a: number; b: number; c: number };
const n = fc.nat({ max: 30 });
const anyAct: fc.Arbitrary<Act> = fc.record({
  who: fc.constantFrom(...people),
  what: fc.constantFrom(...doings),
  a: n,
  b: n,
  c: n,
});

const page = { offset: 0, limit: 1000 };
const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % Math.max(1, from.length)];

/** Every reading call about what people put on articles. */
function readAll({ corpus: { read } }: TestCorpus) {
  const articles = listArticleUids(read, {});
  const { clusters } = listClusters(read, {}, page);
  return {
    annotations: listAnnotations(read, {}, page),
    results: articles.map((uid) => listOfArticle(read, uid, 'result')),
    articles: articles.map((uid) => getArticleSummary(read, uid)),
    listed: ['new', 'tagging', 'done', 'in review', 'checked', 'changed'].map((state) =>
      listArticles(read, { states: [state as never] }, page).articles.map(({ uid }) => uid),
    ),
    relations: listRelations(read, page),
    computed: articles.map((article) => listRelations(read, { article, ...page })),
    cards: clusters.map(({ uid }) => getCluster(read, uid)),
    reviews: listReviews(read, {}, page),
    assignments: listAssignments(read, {}),
    fingerprint: computeContentFingerprint(read),
  };
}

function perform(made: TestCorpus, articles: readonly ArticleId[], { who, what, a, b, c }: Act): void {
  const { corpus } = made;
  const { read } = corpus;
  const person = made.person(who);
  const all = listAnnotations(read, {}, page).annotations;
  const [one, other] = [pick(all, a)?.uid, pick(all, b)?.uid];
  const relation = pick(listRelations(read, page).relations, a)?.uid;
  const card = pick(listClusters(read, {}, page).clusters, a)?.uid;
  const review = pick(listReviews(read, {}, page).reviews, a)?.uid;
  const article = pick(articles, a)!;
  switch (what) {
    case 'tag':
      return void made.tag(article, pick(labels, c)!, b, b + 5, who);
    case 'move':
      return void (one && updateAnnotation(corpus, person, one, { spans: [{ start: b, end: b + 4 }] }));
    case 'remove':
      return void (one && removeAnnotations(corpus, person, [one], c % 2 === 0));
    case 'relate': {
      const kind = pick(kinds, c)!;
      const note = kind === 'attributed to' ? '' : `note ${b}`;
      return void (one && other && createRelation(corpus, person, { from: one, to: other, kind, note }));
    }
    case 'change relation':
      return void (relation && updateRelation(corpus, person, relation, { note: `note ${c}` }));
    case 'remove relation':
      return void (relation && removeRelations(corpus, person, [relation], c % 2 === 0));
    case 'make card':
      return void createCluster(corpus, person, { title: `card ${b}`, claims: one ? [one] : [] });
    case 'fill card':
      return void (card && other && addClaims(corpus, person, card, [other]));
    case 'empty card':
      return void (card && other && removeClaims(corpus, person, card, [other]));
    case 'remove card':
      if (card) removeCluster(corpus, person, card);
      return;
    case 'review': {
      const decision = pick(Decision.options, c)!;
      const correction = decision === 'corrected' ? { spans: [{ start: b, end: b + 7 }] } : undefined;
      const subject = c > 24 && relation ? { relation } : { annotation: one };
      const opinion = { decision, reason: 'r', comment: `${b}`, correction };
      return void ((one || relation) && createReview(corpus, person, { ...subject, ...opinion }));
    }
    case 'answer':
      return void (review && commentReview(corpus, person, review, `answer ${c}`));
    case 'remove review':
      if (review) removeReview(corpus, person, review);
      return;
    case 'assign':
      return void setAssignments(corpus, person, {
        articles: [article],
        people: [pick(people, b)!],
        blind: c % 2 === 0,
      });
    case 'take':
      return void removeAssignments(corpus, person, { articles: [article], people: [pick(people, b)!] });
    case 'mark':
      return void markArticle(corpus, person, article, c % 2 === 0 ? 'done' : 'tagging');
    case 'settle': {
      const { differences } = readAdjudication(read, person, article);
      const difference = pick(differences, b)?.uid;
      const decision = pick(['left', 'right', 'both', 'neither', 'unsure'] as const, c)!;
      if (difference === undefined) return void startAdjudication(corpus, person, { article });
      const said = { reason: '', comment: '', rule: null };
      return void settleDifference(corpus, person, { article, difference, decision, ...said });
    }
    case 'undo':
      return void undo(corpus, person, c % 2 === 0);
    case 'redo':
      return void redo(corpus, person, c % 2 === 0);
  }
}

/** Refusals are part of the game; anything else is a bug. Gives whether it was refused. */
function isRefused(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof ExpectedError) return true;
    throw error;
  }
}

/** Takes everything back, whoever did it; gives who did so, in turn. */
function undoAll(made: TestCorpus): string[] {
  const turns: string[] = [];
  for (const who of people) while (!isRefused(() => undo(made.corpus, made.person(who), true))) turns.push(who);
  return turns;
}

test('whatever people relate, gather, review, settle and assign, taking all back leaves nothing, bringing all back brings it back, and the journal replays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 40, size: 'max' }), async (acts) => {
      const made = createTestCorpus();
      try {
        const imported = [await made.importText(SAMPLE_TEXT), await made.importText(`b ${SAMPLE_TEXT}`, 'b.txt')];
        const articles = imported as ArticleId[];
        for (const who of people) made.tag(articles[0]!, 'claim', 0, 7, who);
        undoAll(made);
        const start = readAll(made);
        for (let step = 0; step < 3; step += 1) redo(made.corpus, made.sara, true);
        for (const act of acts) isRefused(() => perform(made, articles, act));
        expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
        const end = readAll(made);
        const turns = undoAll(made);
        expect(readAll(made)).toEqual(start);
        for (const who of turns.toReversed()) redo(made.corpus, made.person(who), true);
        expect(readAll(made)).toEqual(end);
        expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
      } finally {
        made.corpus.close();
      }
    }),
    { numRuns: 6 },
  );
});
