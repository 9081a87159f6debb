import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { listHeads } from '../../../../electron/corpus/journal/chain.ts';
import { Footprint, listStandingAfter } from '../../../../electron/corpus/journal/dependents.ts';
import { findRemoval, listHistory, listStepRows } from '../../../../electron/corpus/journal/read-rows.ts';
import {
  findRedoOf,
  findStepToUndo,
  findUndoOf,
  listBroughtBack,
  listUndosToRedo,
} from '../../../../electron/corpus/journal/steps.ts';
import { findRecord, listReferrers } from '../../../../electron/corpus/model/rows.ts';
import { removeAnnotations, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { editArticle, markArticle } from '../../../../electron/services/edit-article.ts';
import { getUndoState, redo, undo } from '../../../../electron/services/undo.ts';
import { openForReading } from '../../../../electron/corpus/open-connection.ts';
import { listAnnotations, listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listCoders } from '../../../../electron/corpus/repositories/adjudication-repository.ts';
import { toListedCondition, type Sight } from '../../../../electron/corpus/repositories/article-filter.ts';
import { findAnnotatorByName } from '../../../../electron/corpus/repositories/annotator-repository.ts';
import {
  countArticles,
  findArticleWithText,
  getArticle,
  getArticleSummary,
  getArticleText,
  listArticles,
} from '../../../../electron/corpus/repositories/article-repository.ts';
import { listCounted } from '../../../../electron/corpus/repositories/consistency-annotations.ts';
import {
  findShownAnnotation,
  findShownArticle,
  hasTwin,
  listSomeAliases,
  listTaggedTexts,
} from '../../../../electron/corpus/repositories/consistency-repository.ts';
import { getCodebook } from '../../../../electron/corpus/repositories/codebook-repository.ts';
import { listArticleDetails } from '../../../../electron/corpus/repositories/dataset-repository.ts';
import { findPlace } from '../../../../electron/corpus/repositories/count-by-outlet.ts';
import {
  resolveAnnotation,
  resolveAnnotationInJournal,
  resolveArticle,
} from '../../../../electron/corpus/repositories/resolve-uid.ts';
import { findImported } from '../../../../electron/corpus/repositories/imported-articles.ts';
import {
  listAssignments,
  listBlindIds,
  isBlind,
} from '../../../../electron/corpus/repositories/assignment-repository.ts';
import { getCluster, listClusters } from '../../../../electron/corpus/repositories/cluster-repository.ts';
import { findOutletOf, listTaggedSpans } from '../../../../electron/corpus/repositories/propagation-repository.ts';
import { listOutlets } from '../../../../electron/corpus/repositories/outlet-repository.ts';
import { findNewestArticle, listEntityCountries } from '../../../../electron/corpus/repositories/place-repository.ts';
import { listPeople } from '../../../../electron/corpus/repositories/person-repository.ts';
import { findRelation } from '../../../../electron/corpus/repositories/relation-repository.ts';
import { findCorrection, listReviews } from '../../../../electron/corpus/repositories/review-repository.ts';
import { listFoundAnnotations } from '../../../../electron/corpus/repositories/search-annotations.ts';
import {
  getSearchedArticle,
  hasSameTag,
  isMatch,
  listMatches,
  listNewest,
} from '../../../../electron/corpus/repositories/search-repository.ts';
import {
  listAliases,
  listDismissals,
  listKnownForms,
  listLearntByOthers,
  listLearntFrom,
  listPredictions,
  listTagged,
  mapEntityNames,
} from '../../../../electron/corpus/repositories/suggestion-repository.ts';
import { listTalliesOfOthers } from '../../../../electron/corpus/derived/known-forms.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { listRelations } from '../../../../electron/services/list-relations.ts';
import { listRuleForms } from '../../../../electron/services/propagate/rule-forms.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import type { ArticleFilter } from '#shared/domain/filter';
import { ArticleId } from '#shared/domain/ids';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

let made: TestCorpus;
let article: ArticleId;
let annotation: string;
let card: string;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  article = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  annotation = made.tag(article, 'actor', 0, 15).uid;
  const claims = [made.tag(article, 'claim', 16, 45), made.tag(article, 'claim', 46, 60)].map(({ uid }) => uid);
  card = createCluster(made.corpus, made.sara, { title: 'Vote', claims }).uid;
  createRelation(made.corpus, made.sara, { from: claims[0]!, to: claims[1]!, kind: 'contradicts', note: '' });
  createRelation(made.corpus, made.sara, { from: claims[0]!, to: annotation, kind: 'attributed to', note: '' });
});
afterAll(() => made.remove());

type Plan = { sql: string; detail: string };

/** Remembers what a connection prepares; `explain` gives the plans, each after the statement that it is of. */
function watch(db: ReadDb): { explain(): Plan[] } {
  const prepare = db.prepare.bind(db);
  const seen: string[] = [];
  db.prepare = (sql: string) => {
    seen.push(sql);
    return prepare(sql);
  };
  const explain = (sql: string) => {
    const names = Object.fromEntries([...sql.matchAll(/@(\w+)/gu)].map(([, name]) => [name!, null]));
    const places = Array.from(sql.replaceAll(/'[^']*'/gu, '').matchAll(/\?/gu), () => null);
    const plan = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...places, names);
    return plan.map(({ detail }) => ({ sql, detail }));
  };
  return { explain: () => seen.flatMap(explain) };
}

/** The plans of all statements that `query` prepares, on a connection that has prepared none. */
function listPlans(query: (db: ReadDb) => unknown): Plan[] {
  const db = openForReading(made.path);
  const { explain } = watch(db);
  try {
    query(db);
    return explain();
  } finally {
    db.close();
  }
}

const person = () => made.sara;
const step = (db: ReadDb) => findStepToUndo(db, person())!.id;

/** Tables that grow with the work; a scan of one of them is what these queries must not need. */
const large =
  /^SCAN (?:a|n|w|f|x|j|t|s|kf|af|ea|ds|pr|article|annotation|annotation_span|annotation_value|journal|article_text|block|step|review)\b/u;

/** The list of articles is gone through to count a filter's, on an index that has all that filters look at. */
const isListWithoutIndex = ({ sql, detail }: Plan) =>
  sql.includes('listed_article') && /^SCAN (?:l|own|listed_article)\b(?! USING COVERING INDEX)/u.test(detail);

/** Strands go by the name of steps. */
const isOfStrands = ({ sql, detail }: Plan) => sql.includes('FROM strand s') && /^SCAN s\b/u.test(detail);

/** All that a person ever did, to find what they did in one place. */
const byPerson = /^SEARCH \w+ USING INDEX (?:annotation|article_work|relation)_by_annotator/u;

const isSlow = (plan: Plan) =>
  (large.test(plan.detail) && !isOfStrands(plan)) ||
  byBatch.test(plan.detail) ||
  byPerson.test(plan.detail) ||
  isListWithoutIndex(plan);

const filters: ArticleFilter[] = [
  {},
  { outlets: ['Morrow Post'] },
  { from: '2013', to: '2015-06' },
  { states: ['new', 'tagging'] },
  { title: 'ferry' },
  { labels: ['actor', 'claim'] },
  { annotators: ['Sara'] },
  { entities: ['Morrow council'] },
  { labels: ['claim'], annotators: ['Sara'], outlets: ['Morrow Post'], states: ['done'] },
];

/** Nearly all rows are in a published batch: to go by it is to go through all of them. */
const byBatch = /^MULTI-INDEX OR/u;

test.each<[string, (db: ReadDb) => unknown]>([
  ['an article with its text and blocks', (db) => getArticle(db, article)],
  ['an article’s text', (db) => getArticleText(db, article)],
  ['what a dataset says of an article beside its text', (db) => listArticleDetails(db, [article])],
  ['whether an article is there', (db) => findImported(db, article, null)],
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
  ['the state of an article', (db) => getArticleSummary(db, article)],
  ['the relations of an annotation', (db) => listRelations(db, { annotation, offset: 0, limit: 9 })],
  ['the relations of an article', (db) => listRelations(db, { article, offset: 0, limit: 9 })],
  ['a person’s relation between two', (db) => findRelation(db, { kind: 'k', from: 'a', to: 'b', annotator: person() })],
  ['the reviews of an annotation', (db) => listReviews(db, { annotation }, { offset: 0, limit: 9 })],
  ['the reviews of an article', (db) => listReviews(db, { article }, { offset: 0, limit: 9 })],
  ['a person’s reviews', (db) => listReviews(db, { checker: person() }, { offset: 0, limit: 9 })],
  ['a checker’s correction', (db) => findCorrection(db, annotation, person())],
  ['the event cards of an annotation', (db) => listClusters(db, { annotation }, { offset: 0, limit: 9 })],
  ['the event cards of an article', (db) => listClusters(db, { article }, { offset: 0, limit: 9 })],
  ['an event card with its claims', (db) => getCluster(db, card)],
  [
    'what rules of consistency look at',
    (db) => [listCounted(db, [1]), listSomeAliases(db, 0, 9), listTaggedTexts(db, [1]), hasTwin(db, annotation)],
  ],
  ['what a finding shows', (db) => [findShownArticle(db, 1), findShownAnnotation(db, 1)]],
  ['who tagged an article', (db) => listCoders(db, article)],
  ['who has which article', (db) => listAssignments(db, { articles: [article] })],
  ['what a person tags blind', (db) => listBlindIds(db, person())],
  ['what a person has been given', (db) => listAssignments(db, { person: person() })],
  ['who works here, with how much', (db) => listPeople(db)],
  ['the countries that entities lie in', (db) => [findNewestArticle(db), listEntityCountries(db)]],
  ['a model row with its lists', (db) => findRecord(db, 'annotation', annotation)],
  ['the rows that name an article', (db) => listReferrers(db, 'article', article)],
  ['the rows that name an annotation', (db) => listReferrers(db, 'annotation', annotation)],
  ['a person by name', (db) => findAnnotatorByName(db, 'Sara')],
  ['what undo would take back', (db) => findStepToUndo(db, person())],
  ['what redo would bring back', (db) => listUndosToRedo(db, person())],
  ['the redo that brought a step back', (db) => [findRedoOf(db, step(db)), listBroughtBack(db, step(db))]],
  ['the undo that took a step back', (db) => findUndoOf(db, step(db))],
  ['the rows of a step', (db) => listStepRows(db, step(db))],
  ['what was done since a step', (db) => listStandingAfter(db, step(db))],
  ['whether a step stands on another', (db) => new Footprint(db).isUnder(step(db))],
  ['what took a row away', (db) => findRemoval(db, annotation)],
  ['the history of an article', (db) => listHistory(db, { article, limit: 50 })],
  ['the history of an annotation', (db) => listHistory(db, { target: annotation, limit: 50 })],
  ['whether an article matches', (db) => isMatch(db, '"ferry"', 1)],
  [
    'the articles that match',
    (db) => listMatches(db, '"ferry"', toListedCondition(db, { outlets: ['O'], from: '2019' })),
  ],
  ['the newest articles', (db) => listNewest(db, toListedCondition(db, { states: ['new'] }), undefined, 9)],
  ['an article to place hits in', (db) => getSearchedArticle(db, 1)],
  [
    'a person’s tag of the same place',
    (db) => hasSameTag(db, { article, label: 'l', annotator: person(), start: 0, end: 1, batch: 'b' }),
  ],
  [
    'a person’s tags of an article',
    (db) => listTaggedSpans(db, { article, annotator: person(), labels: ['l'], batch: 'b' }),
  ],
  [
    'what was tagged before of an article’s words',
    (db) => [listKnownForms(db, ['ferry', 'morrow']), listTalliesOfOthers(db, article, person())],
  ],
  ['the aliases that begin with an article’s words', (db) => listAliases(db, ['ferry', 'morrow'], 'o')],
  [
    'the aliases that others have learnt from an article',
    (db) => listLearntByOthers(db, { aliases: ['a'], article, person: person() }),
  ],
  ['all aliases that others have learnt from articles', (db) => listLearntFrom(db, [article], person())],
  ['where an article is tagged', (db) => [listTagged(db, article, person()), isBlind(db, article, person())]],
  ['what was dismissed in an article', (db) => listDismissals(db, article, person())],
  ['what other tools said of an article', (db) => listPredictions(db, article)],
  ['the names of entities', (db) => mapEntityNames(db, ['e'])],
  ['the outlet of an article', (db) => findOutletOf(db, article)],
  ['the rules that hold in an article', (db) => listRuleForms(db, article)],
  [
    'annotations with a value',
    (db) =>
      listFoundAnnotations(
        db,
        { filter: {}, conditions: [{ attribute: 'attribution.who', value: 'Amaq' }] },
        { offset: 0, limit: 9 },
      ),
  ],
  ['the newest history', (db) => listHistory(db, { limit: 50 })],
  ['how many articles there are', countArticles],
  ['the outlets with their articles', listOutlets],
  ['the codebook', getCodebook],
  ...filters.map((filter): [string, (db: ReadDb) => unknown] => [
    `a page of the library, by ${Object.keys(filter).join(' and ') || 'nothing'}`,
    (db) => listArticles(db, filter, { offset: 0, limit: 200 }),
  ]),
  ...[{ labels: ['claim'] }, { annotators: ['Sara'] }, { entities: ['Morrow council'] }].map(
    (filter): [string, (db: ReadDb) => unknown] => [
      `a page of the library for who tags blind, by ${Object.keys(filter).join()}`,
      (db) => {
        const seen: ArticleFilter & Sight = { ...filter, heldFor: person(), openTo: person() };
        return listArticles(db, seen, { offset: 0, limit: 200, seenBy: person() });
      },
    ],
  ),
  ['where an article stands in the library', (db) => findPlace(db, article, { states: ['tagging'] })],
])('%s is found by an index', (_, query) => {
  const plans = listPlans(query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter(isSlow)).toEqual([]);
});

test('the heads are found by one look-up a strand', () => {
  const plans = listPlans(listHeads);
  expect(plans.filter(({ detail }) => /SCAN j/u.test(detail))).toEqual([]);
});

test('no change that people make goes through all that there is', async () => {
  const { sara } = made;
  const other = await made.importText(`${SAMPLE_TEXT}and more`, 'other.txt');
  made.reopen();
  const watched = [made.corpus.read, made.corpus.writer!.db].map(watch);
  const { uid } = made.tag(other, 'actor', 0, 7);
  updateAnnotation(made.corpus, sara, uid, { note: 'who?', spans: [{ start: 0, end: 15 }] });
  markArticle(made.corpus, sara, other, 'done');
  editArticle(made.corpus, sara, other, { outlet: 'Morrow Post', date: '2019' });
  getUndoState(made.corpus.read, sara);
  removeAnnotations(made.corpus, sara, [uid]);
  for (let times = 0; times < 3; times += 1) undo(made.corpus, sara, false);
  for (let times = 0; times < 3; times += 1) redo(made.corpus, sara, false);
  const plans = watched.flatMap(({ explain }) => explain());
  expect(plans.length).toBeGreaterThan(100);
  expect(plans.filter(isSlow)).toEqual([]);
});
