import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { rebuildTable } from '../../../../electron/corpus/derived/all-derived.ts';
import { listedArticles } from '../../../../electron/corpus/derived/listed-articles.ts';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { startAdjudication } from '../../../../electron/services/adjudication/adjudicate.ts';
import { createAnnotation, removeAnnotations } from '../../../../electron/services/annotate.ts';
import { editArticle, markArticle } from '../../../../electron/services/edit-article.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';

const list = (db: ReadDb) =>
  db
    .prepare(
      `SELECT a.uid, o.name AS outlet, l.date, l.state, l.labels, l.title, l.title_key, (
         SELECT json_group_array(json_array(m.label_id, m.annotator_id)) FROM article_mark m
         WHERE m.article_id = l.article_id) AS marks
       FROM listed_article l LEFT JOIN article a ON a.id = l.article_id
       LEFT JOIN outlet o ON o.id = l.outlet_id ORDER BY a.uid`,
    )
    .all();

const rebuild = ({ corpus }: TestCorpus) => Array.from(rebuildTable(corpus.writer!.db, listedArticles));
const uidsOf = (db: ReadDb, table: string) =>
  db.prepare<[], string>(`SELECT uid FROM ${table} ORDER BY uid`).pluck().all();
const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % Math.max(1, from.length)];

type Act = (made: TestCorpus, which: number) => unknown;

/** What changes an article's place or state; a number chooses among what is there. */
const acts: readonly Act[] = [
  (made, which) => {
    const article = pick(uidsOf(made.corpus.read, 'article'), which);
    return article && made.tag(article, which % 2 === 0 ? 'actor' : 'claim', which, which + 3);
  },
  (made, which) => {
    const article = pick(uidsOf(made.corpus.read, 'article'), which);
    return article && made.tag(article, 'location', which, which + 5, 'Omar');
  },
  ({ corpus, sara }, which) => {
    const annotation = pick(uidsOf(corpus.read, 'annotation'), which);
    return annotation && removeAnnotations(corpus, sara, [annotation]);
  },
  ({ corpus, sara }, which) => {
    const article = pick(uidsOf(corpus.read, 'article'), which);
    const outlet = which % 3 === 0 ? null : `Outlet ${which % 3}`;
    return article && editArticle(corpus, sara, article, { outlet, date: which % 2 === 0 ? null : '2019-05' });
  },
  ({ corpus, sara }, which) => {
    const article = pick(uidsOf(corpus.read, 'article'), which);
    return article && markArticle(corpus, sara, article, which % 2 === 0 ? 'done' : 'tagging');
  },
  (made, which) =>
    made.import({ 'page.txt': `${SAMPLE_TEXT}${which % 4}\n` }, { options: { outlet: `Outlet ${which % 3}` } }),
  ({ corpus, sara }, which) => {
    const [into, ...others] = uidsOf(corpus.read, 'outlet');
    const outlet = pick(others, which);
    return (
      outlet &&
      writeStep(corpus, sara, 'merge outlets', (step) => step.update('outlet', outlet, { merged_into: into! }))
    );
  },
  ({ corpus, sara }) => undo(corpus, sara, false),
  ({ corpus, sara }) => redo(corpus, sara, false),
];

test('after any acts the list is as one that is made anew', async () => {
  const anyAct = fc.tuple(fc.nat({ max: acts.length - 1 }), fc.nat({ max: 30 }));
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 25 }), async (chosen) => {
      const made = createTestCorpus();
      try {
        await made.import({ 'first.txt': SAMPLE_TEXT }, { options: { outlet: 'Outlet 1' } });
        for (const [act, which] of chosen) {
          try {
            await acts[act]!(made, which);
          } catch (error) {
            if (!(error instanceof ExpectedError)) throw error; // refusals are part of it
          }
        }
        const followed = list(made.corpus.read);
        rebuild(made);
        expect(list(made.corpus.read)).toEqual(followed);
      } finally {
        made.corpus.close();
      }
    }),
    { numRuns: 20 },
  );
});

test('an article is listed once its import is published, and no more when that is undone', async () => {
  const made = createTestCorpus();
  const { articles } = await made.import({ 'page.txt': SAMPLE_TEXT }, { options: { outlet: 'Morrow Post' } });
  expect(list(made.corpus.read)).toMatchObject([{ outlet: 'Morrow Post', date: 0, state: 'new' }]);
  undo(made.corpus, made.sara, false);
  expect(list(made.corpus.read)).toEqual([]);
  redo(made.corpus, made.sara, false);
  expect(list(made.corpus.read)).toMatchObject([{ uid: articles[0]!.uid }]);
});

test('an article is listed with its date as one number and with the state that its tags give it', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  editArticle(made.corpus, made.sara, article, { date: '2019-05' });
  made.tag(article, 'actor', 0, 7);
  expect(list(made.corpus.read)).toMatchObject([{ date: 20190500, state: 'tagging' }]);
});

test('articles of an outlet that was merged are listed under the one that stays', async () => {
  const made = createTestCorpus();
  await made.import({ 'a.txt': SAMPLE_TEXT }, { options: { outlet: 'Kept' } });
  await made.import({ 'b.txt': `${SAMPLE_TEXT}b` }, { options: { outlet: 'Merged' } });
  const [kept, merged] = ['Kept', 'Merged'].map((name) =>
    made.corpus.read.prepare<[string], string>('SELECT uid FROM outlet WHERE name = ?').pluck().get(name)!,
  );
  writeStep(made.corpus, made.sara, 'merge outlets', (step) => step.update('outlet', merged!, { merged_into: kept! }));
  expect(list(made.corpus.read)).toMatchObject([{ outlet: 'Kept' }, { outlet: 'Kept' }]);
});

test('two tags that agree because their entities were made one agree no more when these are two again, and the list follows', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const [one, other] = [addTestEntity(made, 'actor', 'HTS'), addTestEntity(made, 'actor', 'Nusra')];
  const spans = [{ start: 0, end: 7 }];
  for (const [by, entity] of [
    [made.sara, one],
    [made.person('Omar'), other],
  ] as const)
    createAnnotation(made.corpus, by, { article, label: 'actor', spans, entity });
  writeStep(made.corpus, made.sara, 'merge entities', (step) => step.update('entity', other, { merged_into: one }));
  startAdjudication(made.corpus, made.person('Nour'), { article });
  expect(list(made.corpus.read)).toMatchObject([{ state: 'in review' }]);
  writeStep(made.corpus, made.sara, 'split entity', (step) => step.update('entity', other, { merged_into: null }));
  const followed = list(made.corpus.read);
  expect(followed).toMatchObject([{ state: 'changed' }]);
  rebuild(made);
  expect(list(made.corpus.read)).toEqual(followed);
});

test('an article is found by its title however that is written, also after it was changed', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Fuel jetty blast at Qal’at Murayn\n\nNobody was hurt.\n');
  const find = (title: string) => listArticles(made.corpus.read, { title }, { offset: 0, limit: 9 }).total;
  for (const typed of ["qal'at murayn", 'QALAT', 'murayn  fuel', '%']) expect(find(typed)).toBe(typed === '%' ? 0 : 1);
  editArticle(made.corpus, made.sara, article, { title: 'قلعة مُرين تُحصي قتلاها' });
  expect([find('قلعه مرين'), find('murayn')]).toEqual([1, 0]);
  undo(made.corpus, made.sara, false);
  expect([find('قلعه مرين'), find('murayn')]).toEqual([0, 1]);
});

test('articles of one day come by the numbers in the names of their files, those of one file as they stand in it', async () => {
  const made = createTestCorpus();
  const names = ['page 10.txt', 'page 2.txt', 'page 2 b.txt', 'Page 1.txt'];
  const text = (name: string) => `${name}, first\n\nWords of it.\n`;
  await made.import(Object.fromEntries(names.map((name) => [name, text(name)])), { options: { split: 'never' } });
  const { articles } = listArticles(made.corpus.read, {}, { offset: 0, limit: 10 });
  expect(articles.map(({ title }) => title)).toEqual(
    ['Page 1.txt', 'page 2 b.txt', 'page 2.txt', 'page 10.txt'].map((name) => `${name}, first`),
  );
});
