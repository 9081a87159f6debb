import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { listHeads } from '../../../../electron/corpus/journal/chain.ts';
import {
  listHistory,
  listLaterSteps,
  listStepRows,
  listStepsOnBatch,
} from '../../../../electron/corpus/journal/read-rows.ts';
import { findStepToRedo, findStepToUndo } from '../../../../electron/corpus/journal/steps.ts';
import { findRecord, listReferrers } from '../../../../electron/corpus/model/rows.ts';
import { openForReading } from '../../../../electron/corpus/open-connection.ts';
import { listAnnotations, listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { findAnnotatorByName } from '../../../../electron/corpus/repositories/annotator-repository.ts';
import {
  findArticleWithText,
  getArticle,
  getArticleText,
  isArticleSeen,
} from '../../../../electron/corpus/repositories/article-repository.ts';
import {
  resolveAnnotation,
  resolveAnnotationInJournal,
  resolveArticle,
} from '../../../../electron/corpus/repositories/resolve-uid.ts';
import { ArticleId } from '#shared/domain/ids';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

let made: TestCorpus;
let article: ArticleId;
let annotation: string;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  article = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  annotation = made.tag(article, 'actor', 0, 15).uid;
});
afterAll(() => made.remove());

/** The plans of all statements that `query` prepares, on a connection that has prepared none. */
function listPlans(query: (db: ReadDb) => unknown): string[] {
  const db = openForReading(made.path);
  const prepare = db.prepare.bind(db);
  const seen: string[] = [];
  db.prepare = (sql: string) => {
    seen.push(sql);
    return prepare(sql);
  };
  try {
    query(db);
    return seen.flatMap((sql) => {
      const names = Object.fromEntries([...sql.matchAll(/@(\w+)/gu)].map(([, name]) => [name!, null]));
      const places = Array.from(sql.matchAll(/\?/gu), () => null);
      const plan = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...places, names);
      return plan.map(({ detail }) => detail);
    });
  } finally {
    db.close();
  }
}

const person = () => made.sara;
const step = (db: ReadDb) => findStepToUndo(db, person())!.id;

/** Tables that grow with the work; a scan of one of them is what these queries must not need. */
const large = /^SCAN (?:a|n|w|f|x|j|c|t|s|article|annotation|annotation_span|journal|article_text|block|step)\b/u;

/** Nearly all rows are in a published batch: to go by it is to go through all of them. */
const byBatch = /^MULTI-INDEX OR/u;

test.each<[string, (db: ReadDb) => unknown]>([
  ['an article with its text and blocks', (db) => getArticle(db, article)],
  ['an article’s text', (db) => getArticleText(db, article)],
  ['whether an article is there', (db) => isArticleSeen(db, article)],
  ['an article with the same text', (db) => findArticleWithText(db, 'ab'.repeat(32), article)],
  ['the annotations that count in an article', (db) => listOfArticle(db, article, 'result')],
  ['an article’s own annotations', (db) => listOfArticle(db, article, 'own')],
  [
    'the annotations that the reader draws',
    (db) => listAnnotations(db, { articles: [article as never] }, { offset: 0, limit: 9 }),
  ],
  ['a shortened uid of an article', (db) => resolveArticle(db, article.slice(0, 8))],
  ['a shortened uid of an annotation', (db) => resolveAnnotation(db, annotation.slice(0, 12))],
  ['that of one which may be removed', (db) => resolveAnnotationInJournal(db, annotation.slice(0, 12))],
  ['a model row with its lists', (db) => findRecord(db, 'annotation', annotation)],
  ['the rows that name an article', (db) => listReferrers(db, 'article', article)],
  ['the rows that name an annotation', (db) => listReferrers(db, 'annotation', annotation)],
  ['a person by name', (db) => findAnnotatorByName(db, 'Sara')],
  ['what undo would take back', (db) => findStepToUndo(db, person())],
  ['what redo would bring back', (db) => findStepToRedo(db, person())],
  ['the rows of a step', (db) => listStepRows(db, step(db))],
  ['later steps on a row', (db) => listLaterSteps(db, annotation, 0)],
  ['steps on the articles of an import', (db) => listStepsOnBatch(db, 1)],
  ['the history of an article', (db) => listHistory(db, { article, limit: 50 })],
  ['the history of an annotation', (db) => listHistory(db, { target: annotation, limit: 50 })],
  ['the newest history', (db) => listHistory(db, { limit: 50 })],
])('%s is found by an index', (_, query) => {
  const plans = listPlans(query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => large.test(detail) || byBatch.test(detail))).toEqual([]);
});

test('the heads are found by one look-up a strand', () => {
  const plans = listPlans(listHeads);
  expect(plans.filter((detail) => /SCAN j/u.test(detail))).toEqual([]);
});
