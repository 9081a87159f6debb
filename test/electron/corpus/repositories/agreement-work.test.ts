import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleFilter } from '#shared/domain/filter';
import type { WriteDb } from '../../../../electron/corpus/connection.ts';
import {
  listAgreedTexts,
  listOwnSpans,
  mapArticleUids,
  mapShownAnnotations,
} from '../../../../electron/corpus/repositories/agreement-annotations.ts';
import {
  getCoderId,
  listCoderArticles,
  listCoders,
  listFinishedTimes,
} from '../../../../electron/corpus/repositories/agreement-work.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { editArticle, markArticle } from '../../../../electron/services/edit-article.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { importCoded, toWords } from '../../../helpers/coded-articles.ts';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

let made: TestCorpus;
let article: string;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  article = await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['claim', [5, 9], [15, 19]]] });
  editArticle(made.corpus, made.sara, article, { outlet: 'FNA', date: '2024-03' });
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: true });
});
afterAll(() => made.remove());

const listWork = (filter: ArticleFilter = {}) => {
  const names = new Map(listCoders(made.corpus.read).map(({ id, name }) => [id, name]));
  return listCoderArticles(made.corpus.read, filter).map(({ coder, article: _, ...work }) => [names.get(coder), work]);
};

test('who has finished, begun or been assigned what, of the articles that are meant', () => {
  expect(listWork({ outlets: ['FNA'] })).toEqual([
    ['Sara', { isDone: true, isAssigned: false, isBlind: false }],
    ['Omar', { isDone: true, isAssigned: true, isBlind: true }],
  ]);
  expect(listWork({ outlets: ['Morrow Post'] })).toEqual([]);
});

test('own layers in reading order, span by span, and what lists show of them', () => {
  const { read } = made.corpus;
  const ids = listCoders(read).map(({ id }) => id);
  const spans = listOwnSpans(read, [1], ids);
  expect(spans.map(({ start, end, origin }) => [start, end, origin])).toEqual([
    [0, 4, 'hand'],
    [5, 9, 'hand'],
    [15, 19, 'hand'],
  ]);
  expect(mapShownAnnotations(read, [spans[1]!.annotation]).get(spans[1]!.annotation)!.spans).toEqual([
    { start: 5, end: 9, quote: '1001' },
    { start: 15, end: 19, quote: '1003' },
  ]);
  expect(listAgreedTexts(read, [1])).toMatchObject([{ uid: article, outlet: 'FNA', date: 20_240_300, boilerplate: 0 }]);
});

test('an article was finished when somebody last said so', () => {
  const { read } = made.corpus;
  const ids = listCoders(read).map(({ id }) => id);
  const before = listFinishedTimes(read, [1], ids);
  markArticle(made.corpus, made.sara, article, 'tagging');
  expect(listFinishedTimes(read, [1], ids)).toHaveLength(1);
  markArticle(made.corpus, made.sara, article, 'done');
  const after = listFinishedTimes(read, [1], ids);
  expect(after).toHaveLength(2);
  expect(after.some(({ at }) => before.every((each) => at > each.at))).toBe(true);
});

const large =
  /^SCAN (?:a|n|f|g|b|j|k|l|w|x|article|annotation|annotation_span|journal|article_text|block|article_work)\b/u;

test('nothing here goes through a table that grows with the work', async () => {
  const { read, writer } = made.corpus;
  const ids = listCoders(read).map(({ id }) => id);
  const use = (db: WriteDb) => [
    listCoderArticles(db, {}),
    listCoderArticles(db, { outlets: ['FNA'] }),
    listOwnSpans(db, [1], ids),
    listAgreedTexts(db, [1]),
    mapArticleUids(db, [1]),
    mapShownAnnotations(db, [1]),
    listFinishedTimes(db, [1], ids),
  ];
  const plans = await listPlans(writer!.db, use);
  expect(plans.length).toBeGreaterThan(7);
  expect(plans.filter((detail) => large.test(detail))).toEqual([]);
});

test('two people who were made one are one coder', () => {
  const { read } = made.corpus;
  const omar = made.person('Omar');
  writeStep(made.corpus, made.sara, 'change person', (step) =>
    step.update('annotator', omar, { merged_into: made.sara }),
  );
  expect(listCoders(read).map(({ name }) => name)).toEqual(['Sara']);
  expect(getCoderId(read, omar)).toBe(getCoderId(read, made.sara));
  expect(listWork()).toEqual([['Sara', { isDone: true, isAssigned: true, isBlind: true }]]);
});
