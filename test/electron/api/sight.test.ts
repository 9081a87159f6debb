import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArticleRef } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { createAnnotation } from '../../../electron/services/annotate.ts';
import { createCluster } from '../../../electron/services/clusters.ts';
import { createEntity } from '../../../electron/services/entities/edit-entity.ts';
import { editArticle } from '../../../electron/services/edit-article.ts';
import { importArticles } from '../../../electron/services/import-articles.ts';
import { createRelation } from '../../../electron/services/relations.ts';
import { createReview } from '../../../electron/services/reviews.ts';
import { noJob, SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createTestSession } from '../../helpers/session.ts';

const span = (words: string) => {
  const start = SAMPLE_TEXT.indexOf(words);
  return [{ start, end: start + words.length }];
};

/**
 * Omar and Sara are both to tag one article blind. She has tagged a place; he an actor that is linked, and a claim about it that is on a
 * card, and has rejected hers. His tags are those that count.
 */
async function tagBlind() {
  const session = createTestSession({ person: 'Omar' });
  const { get, grant, folder, run } = session;
  await get('corpus:create', { handle: grant(`${folder}/test.galley`) });
  const corpus = session.session.getCorpus();
  const omar = session.session.getAnnotator();
  const requests = ['one', 'two'].map((name) => {
    const path = join(folder, `${name}.txt`);
    writeFileSync(path, name === 'one' ? SAMPLE_TEXT : 'Nothing was tagged in the second text.');
    return { path, name: `${name}.txt`, choice: { handle: grant(path) } };
  });
  const { articles } = await importArticles(corpus, omar, requests, ReadOptions.parse({ split: 'never' }), noJob);
  const [article, second] = articles.map(({ uid }): string => uid) as [string, string];
  editArticle(corpus, omar, article, { outlet: 'Morrow Post' });
  editArticle(corpus, omar, second, { outlet: 'Ferry News' });
  const actor = createAnnotation(corpus, omar, { article, label: 'actor', spans: span('Mayor Ann Dell') });
  const claim = createAnnotation(corpus, omar, { article, label: 'claim', spans: span('reopen the ferry') });
  const entity = createEntity(corpus, omar, {
    label: 'actor',
    name: 'Ann Dell',
    aliases: [{ form: 'The council', outlet: null, neverAlone: false }],
    annotations: [actor.uid],
  });
  createRelation(corpus, omar, { kind: 'about', from: claim.uid, to: actor.uid, note: '' });
  const card = createCluster(corpus, omar, { title: 'Ferry', date: null, place: null, note: '', claims: [claim.uid] });
  await run('predictions:add', {
    tool: 'a tool',
    predictions: [{ article: ArticleRef.parse(article), label: 'claim', spans: span('council votes') }],
  });
  await get('people:switch', { name: 'Sara' });
  const own = await get<{ uid: string }>('annotations:create', { article, label: 'location', spans: span('Morrow') });
  createReview(corpus, omar, { annotation: own.uid, decision: 'rejected', reason: 'no place', comment: '' });
  await get('assignments:set', { articles: [article], people: ['Sara', 'Omar'], blind: true });
  return { ...session, article, own: own.uid, entity: entity.uid, card: card.uid };
}

type Article = { annotations: number; byLabel: object };
type Row = { annotator: string; kind: string; example: string | null };

/** What Sara can learn of the article, by the calls that say something of it. */
async function readAll({ get, run, article, own, entity, card }: Awaited<ReturnType<typeof tagBlind>>) {
  const count = async (name: string, input: object = {}) => (await get<{ total: number }>(name, input)).total;
  const compare = async <T>(name: string, input: object) => {
    const result = await run(name as 'compare:counts', input);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value as T;
  };
  const ofOmar = (rows: Row[]) => rows.filter(({ annotator }) => annotator === 'Omar');
  const sides = { a: { outlets: ['Morrow Post'] }, b: { outlets: ['Ferry News'] } };
  const { articles } = await get<{ articles: Article[] }>('articles:list', { filter: { articles: [article] } });
  const { annotations, byLabel } = await get<Article>('articles:get', { article });
  const known = await get<{ count: number; details: { forms: object[] } }>('entities:get', { entity });
  const { entities } = await get<{ entities: { count: number }[] }>('entities:list');
  const members = await get<{ claims: number; members: object[] }>('clusters:get', { cluster: card });
  const { clusters } = await get<{ clusters: { claims: number }[] }>('clusters:list');
  const history = await get<Row[]>('history:list', { article, limit: 1000 });
  const { rows } = await get<{ rows: Row[] }>('history:rows', { article, limit: 1000 });
  const steps = await get<Row[]>('history:steps', { limit: 1000 });
  const { suggestions } = await get<{ suggestions: { rule: string }[] }>('suggestions:list', { article });
  const pair = await compare<{ entities: object[]; joins: object[] }>('compare:pair', {
    a: article,
    b: article,
  });
  const tags = (list: Row[]) => ofOmar(list).filter(({ kind }) => kind === 'annotation').length;
  return {
    annotations: await count('annotations:list', { asSeen: true }),
    library: articles.map((each) => each.annotations),
    article: [annotations, ...Object.keys(byLabel)],
    foundByLabel: await count('articles:groups', { filter: { labels: ['claim'] } }),
    foundByPerson: await count('articles:groups', { filter: { annotators: ['Omar'] } }),
    foundByEntity: await count('articles:groups', { filter: { entities: ['Ann Dell'] } }),
    textsByLabel: await count('search:text', { query: 'votes', filter: { labels: ['claim'] } }),
    tagsFound: await count('search:annotations', { filter: {} }),
    relations: await count('relations:list', { article }),
    entity: [known.count, known.details.forms.length, ...entities.map((each) => each.count)],
    reviews: [await count('reviews:list', { annotation: own }), await count('reviews:list', { article })],
    card: [members.claims, members.members.length, ...clusters.map(({ claims }) => claims)],
    history: [tags(history), tags(rows)],
    steps: ofOmar(steps).some(({ example }) => example === 'Mayor Ann Dell'),
    predicted: suggestions.some(({ rule }) => rule === 'prediction'),
    learnt: suggestions.some(({ rule }) => rule === 'alias'),
    compared: (await compare<{ a: { articles: number } }>('compare:counts', sides)).a.articles,
    pair: [pair.entities.length, pair.joins.length],
    blind: await get('work:blind', { filter: { outlets: ['Morrow Post'] } }),
  };
}

test('what others did with an article that a person tags blind is told to them nowhere, until all who do are done', async () => {
  const all = await tagBlind();
  const { get, article } = all;
  const blind = {
    annotations: 1,
    library: [1],
    article: [1, 'location'],
    foundByLabel: 0,
    foundByPerson: 0,
    foundByEntity: 0,
    textsByLabel: 0,
    tagsFound: 1,
    relations: 0,
    entity: [0, 0, 0],
    reviews: [0, 0],
    card: [0, 0, 0],
    history: [0, 0],
    steps: false,
    predicted: false,
    learnt: false,
    compared: 0,
    pair: [0, 0],
    blind: { articles: 1 },
  };
  expect(await readAll(all)).toEqual(blind);
  await get('articles:mark', { article, state: 'done' });
  expect(await readAll(all)).toEqual(blind); // Omar is not done
  await get('people:switch', { name: 'Omar' });
  await get('articles:mark', { article, state: 'done' });
  await get('people:switch', { name: 'Sara' });
  const seen = {
    annotations: 3,
    library: [2],
    article: [2, 'actor', 'claim'],
    foundByLabel: 1,
    foundByPerson: 1,
    foundByEntity: 1,
    textsByLabel: 1,
    tagsFound: 3,
    relations: 1,
    entity: [1, 1, 1],
    reviews: [1, 1],
    card: [1, 1, 1],
    history: [3, 3],
    steps: true,
    predicted: true,
    learnt: true,
    compared: 1,
    pair: [1, 1],
    blind: { articles: 0 },
  };
  expect(await readAll(all)).toEqual(seen);
  await get('articles:mark', { article, state: 'tagging' });
  await get('people:switch', { name: 'Lina' }); // who does not tag it
  expect(await readAll(all)).toEqual({ ...seen });
});

test('a dataset is everybody’s: whoever tags an article of it blind is told that others’ tags are in the files', async () => {
  const { run, grant, folder, events } = await tagBlind();
  const written = await run('dataset:export', { format: 'jsonl', folder: grant(join(folder, 'out')) });
  expect(written).toMatchObject({ ok: true, value: { annotations: 2 } });
  expect(JSON.stringify(events)).toContain('you tag 1 blind');
});
