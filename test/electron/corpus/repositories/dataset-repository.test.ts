import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import type { WriteDb } from '../../../../electron/corpus/connection.ts';
import { getArticle } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listDatasetAnnotations } from '../../../../electron/corpus/repositories/dataset-annotations.ts';
import {
  listArticleDetails,
  listDatasetArticles,
  listDatasetEntities,
  listDatasetMembers,
  listDatasetRelations,
} from '../../../../electron/corpus/repositories/dataset-repository.ts';
import { getEntity } from '../../../../electron/corpus/repositories/entity-repository.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

async function importTexts(made: TestCorpus, count: number): Promise<ArticleId[]> {
  const articles: ArticleId[] = [];
  for (let n = 0; n < count; n += 1)
    articles.push(ArticleId.parse(await made.importText(`${n} 😀 كتب ${SAMPLE_TEXT}`, `${n}.txt`)));
  return articles;
}

test('articles that are read together are as each by itself, blocks and all', async () => {
  const made = createTestCorpus();
  const articles = await importTexts(made, 3);
  const db = made.corpus.read;
  const read = listDatasetArticles(db, articles);
  const details = listArticleDetails(db, articles);
  expect(read.map(({ uid }) => uid)).toEqual(articles.toSorted());
  for (const { isIntact, ...article } of read) {
    const whole = getArticle(db, article.uid);
    expect(whole).toMatchObject(article);
    expect(isIntact).toBe(true);
    const { dateWritten, blocks, meta } = whole;
    expect(blocks.length).toBeGreaterThan(1);
    expect(details.get(article.uid)).toEqual({ dateWritten, blocks, meta });
  }
});

test('a text that is not the one that was kept is told from the others', async () => {
  const made = createTestCorpus();
  const [first, second] = (await importTexts(made, 2)) as [ArticleId, ArticleId];
  const { db } = made.corpus.writer!;
  db.exec('DROP TRIGGER article_text_is_only_added_to');
  db.prepare(
    `UPDATE article_text SET text = replace(text, 'كتب', 'كتبت') WHERE id = (SELECT text_id FROM article WHERE uid = ?)`,
  ).run(second);
  const isIntact = new Map(
    listDatasetArticles(made.corpus.read, [first, second]).map((each) => [each.uid, each.isIntact]),
  );
  expect(isIntact).toEqual(
    new Map([
      [first, true],
      [second, false],
    ]),
  );
});

test('entities that are read together are as each by itself, with the names of what was merged into them', () => {
  const made = createTestCorpus();
  const add = (name: string, form: string) =>
    createEntity(made.corpus, made.sara, {
      label: 'actor',
      name,
      description: `About ${name}`,
      refs: [{ scheme: 'wikidata', value: 'Q1' }],
      aliases: [{ form, outlet: null, neverAlone: true }],
      annotations: [],
    }).uid;
  const uids = [add('The council', 'aldermen'), add('The harbour', 'docks')];
  const merged = add('Council of Morrow', 'councillors');
  mergeEntities(made.corpus, made.sara, merged, uids[0]!);
  const db = made.corpus.read;
  const entities = listDatasetEntities(db, uids.toReversed());
  expect(entities.map(({ uid }) => uid)).toEqual(uids.toSorted());
  for (const entity of entities) expect(getEntity(db, entity.uid)).toMatchObject(entity);
  expect(entities.find(({ uid }) => uid === uids[0])!.aliases).toContain('councillors');
});

test('what a dataset reads goes through no table that grows with the work', async () => {
  const made = createTestCorpus();
  const [article] = (await importTexts(made, 1)) as [ArticleId];
  const { uid } = made.tag(article, 'actor', 0, 1);
  const queries: ((db: WriteDb) => unknown)[] = [
    (db) => listDatasetArticles(db, [article]),
    (db) => listArticleDetails(db, [article]),
    (db) => listDatasetAnnotations(db, [article], 'result'),
    (db) => listDatasetRelations(db, [article]),
    (db) => listDatasetMembers(db, [article]),
    (db) => listDatasetEntities(db, [uid]),
  ];
  // those of the codebook (y, k, l) do not, nor does what is asked for (m)
  const large = /^SCAN (?:a|b|e|f|n|r|v|x|z)\b/u;
  for (const query of queries) {
    const plans = await listPlans(made.corpus.writer!.db, query);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((detail) => large.test(detail))).toEqual([]);
  }
});
