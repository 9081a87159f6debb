import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Progress } from '#shared/api/contract';
import { ArticleId, ArticleRef } from '#shared/domain/ids';
import { handOutMessages } from '#shared/messages/en/hand-out';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { getArticle, listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listReviews } from '../../../../electron/corpus/repositories/review-repository.ts';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { cutPackage } from '../../../../electron/services/hand-out/cut-package.ts';
import { enterPerson } from '../../../../electron/services/people.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { mergeCorpora } from '../../../../electron/services/merge/merge-corpora.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { copyTestCorpus, createEnvironment, createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { contentsOf, merge, problemsOf } from '../../../helpers/merge.ts';
import { anyWork, perform } from '../../../helpers/random-work.ts';

const page = { offset: 0, limit: 100 };
const refs = (uid: string) => [ArticleRef.parse(uid)];

/** Two articles of one corpus, with Sara's tags in both, and a relation from the first into the second. */
async function makeCorpus() {
  const made = createTestCorpus();
  const first = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  const second = ArticleId.parse(await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt'));
  const tag = made.tag(first, 'actor', 0, 7);
  const other = made.tag(second, 'claim', 0, 7);
  createRelation(made.corpus, made.sara, { kind: 'about', from: other.uid, to: tag.uid, note: '' });
  createReview(made.corpus, made.person('Nour'), {
    annotation: tag.uid,
    decision: 'accepted',
    reason: '',
    comment: '',
  });
  const omar = enterPerson(made.corpus, 'Omar');
  return { made, first, second, tag, omar, path: join(made.folder, 'for-omar.galley') };
}

const open = (path: string) => openCorpus(path, 'write', createEnvironment(9));

test('a blind package holds the articles, the codebook and the entities, and nobody else’s tags', async () => {
  const { made, first, path, omar } = await makeCorpus();
  addTestEntity(made, 'actor', 'Harbour council');
  const choice = { for: 'Omar', filter: { articles: refs(first) }, isBlind: true };
  const report = await cutPackage(made.corpus, made.sara, choice, path, noJob);
  expect(report).toMatchObject({ for: 'Omar', isBlind: true, articles: 1, annotations: 0, file: 'for-omar.galley' });

  const handed = open(path);
  try {
    expect(listArticles(handed.read, {}, page).articles).toMatchObject([{ uid: first, annotations: 0, state: 'new' }]);
    expect(getArticle(handed.read, first).importedAt).toMatch(/^2026-/);
    expect(handed.read.prepare('SELECT name FROM entity').pluck().all()).toEqual(['Harbour council']);
    expect(handed.read.prepare('SELECT uid FROM corpus').pluck().get()).toBe(
      made.corpus.read.prepare('SELECT uid FROM corpus').pluck().get(),
    );
    createAnnotation(handed, omar, { article: first, label: 'actor', spans: [{ start: 8, end: 15 }] });
    expect(await verifyCorpus(handed, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    handed.close();
  }
  expect(made.corpus.read.prepare('SELECT blind FROM assignment').pluck().all()).toEqual([1]);
});

test('a package that is not blind holds what was done on its articles; what it names outside is left out and counted', async () => {
  const { made, second, path } = await makeCorpus();
  const choice = { for: 'Omar', filter: { articles: refs(second) }, isBlind: false };
  const report = await cutPackage(made.corpus, made.sara, choice, path, noJob);
  expect(report).toMatchObject({ articles: 1, annotations: 1, outside: 1 });
  const handed = open(path);
  try {
    expect(listAnnotations(handed.read, {}, page).annotations).toMatchObject([{ label: 'claim', annotator: 'Sara' }]);
    expect(await verifyCorpus(handed, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    handed.close();
  }
});

test('a whole package holds reviews and relations too', async () => {
  const { made, path } = await makeCorpus();
  const report = await cutPackage(made.corpus, made.sara, { for: 'Omar', filter: {}, isBlind: false }, path, noJob);
  expect(report).toMatchObject({ articles: 2, annotations: 2, outside: 0 });
  const handed = open(path);
  try {
    for (const table of ['review', 'relation', 'assignment'])
      expect([table, handed.read.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([
        table,
        table === 'assignment' ? 2 : 1,
      ]);
    expect(await verifyCorpus(handed, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    handed.close();
  }
});

test('nothing to hand out, a file that is there, and a stop leave no file, and nobody has the articles', async () => {
  const { made, path } = await makeCorpus();
  const cut = (filter: object, to: string, job = noJob) =>
    cutPackage(made.corpus, made.sara, { for: 'Omar', filter, isBlind: true }, to, job);
  await expect(cut({ outlets: ['FNA'] }, path)).rejects.toMatchObject({ code: 'nothing-to-hand-out' });
  await expect(cut({}, made.path)).rejects.toMatchObject({ code: 'corpus-exists' });
  const stopped = { report: () => {}, isCancelled: () => true };
  await expect(cut({}, path, stopped)).rejects.toMatchObject({ code: 'cancelled' });
  let copied = 0;
  const late = {
    report: ({ what, done }: Progress) => void (copied += what === handOutMessages.copying && done === 0 ? 1 : 0),
    isCancelled: () => copied > 1,
  };
  await expect(cut({}, path, late)).rejects.toMatchObject({ code: 'cancelled' });
  expect(made.corpus.read.prepare('SELECT count(*) FROM assignment').pluck().get()).toBe(0);
  expect(() => open(path)).toThrow();
});

test('a package that nobody worked on has nothing new', async () => {
  const { made, path } = await makeCorpus();
  await cutPackage(made.corpus, made.sara, { for: 'Omar', filter: {}, isBlind: true }, path, noJob);
  const request = { path, otherCorpus: false, sameNames: false, choices: {} };
  const ways = { check: (file: string) => Promise.resolve(inspectCorpus(file, 'whole')) };
  expect(await mergeCorpora(made.corpus, made.sara, request, ways, noJob)).toMatchObject({
    step: null,
    same: true,
    steps: 0,
    other: { people: [], isPackage: true },
  });
});

test('what was done in a package comes back by a merge, and nothing that was changed here meanwhile is undone by it', async () => {
  const { made, first, tag, omar, path } = await makeCorpus();
  await cutPackage(
    made.corpus,
    made.sara,
    { for: 'Omar', filter: { articles: refs(first) }, isBlind: true },
    path,
    noJob,
  );
  const handed = open(path);
  createAnnotation(handed, omar, { article: first, label: 'location', spans: [{ start: 8, end: 15 }] });
  handed.close();
  editArticle(made.corpus, made.sara, first, { outlet: 'Quay News' });

  const request = { path, otherCorpus: false, sameNames: false, choices: {} };
  const ways = { check: (file: string) => Promise.resolve(inspectCorpus(file, 'whole')) };
  const report = await mergeCorpora(made.corpus, made.sara, request, ways, noJob);
  const other = { isPackage: true, people: ['Omar'] };
  expect(report).toMatchObject({ same: false, steps: 1, other, conflictCount: 0, remove: {} });
  expect(report.add['annotation']).toBe(1);
  const there = listAnnotations(made.corpus.read, { articles: refs(first) }, page).annotations;
  expect(there.map(({ label, annotator }) => `${annotator} ${label}`)).toEqual(['Sara actor', 'Omar location']);
  expect(there[0]!.uid).toBe(tag.uid);
  expect(listArticles(made.corpus.read, {}, page).articles.find(({ uid }) => uid === first)!.outlet).toBe('Quay News');
  expect((await mergeCorpora(made.corpus, made.sara, request, ways, noJob)).same).toBe(true);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('a package and the corpus that it was cut from come to the same contents both ways, whatever was done in either', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyWork(1), { minLength: 20, maxLength: 40 }),
      fc.array(anyWork(2), { minLength: 5, maxLength: 20 }),
      fc.boolean(),
      async (before, works, isBlind) => {
        const whole = createTestCorpus({ keep: true });
        const article = await whole.importText(SAMPLE_TEXT);
        await whole.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
        enterPerson(whole.corpus, 'Omar');
        for (const work of before) await perform(whole, 'first', work);
        const path = join(whole.folder, 'part.galley');
        const choice = { for: 'Omar', filter: { articles: refs(article) }, isBlind };
        await cutPackage(whole.corpus, whole.sara, choice, path, noJob);
        const part = copyTestCorpus(path, { seed: 200, keep: true });
        try {
          for (const work of works) await perform([whole, part][work.copy]!, 'ab'[work.copy]!, work);
          await merge(whole, part, { sameNames: true });
          await merge(part, whole, { sameNames: true });
          expect(contentsOf(part)).toBe(contentsOf(whole));
          for (const made of [whole, part]) expect(await problemsOf(made)).toEqual([]);
        } finally {
          whole.remove();
          part.remove();
        }
      },
    ),
    { numRuns: 3 },
  );
});

test('a hand-out only brings what was decided: the time of a decision is the same in the package as in the corpus', async () => {
  const { made, first, path } = await makeCorpus();
  await cutPackage(
    made.corpus,
    made.sara,
    { for: 'Omar', filter: { articles: refs(first) }, isBlind: false },
    path,
    noJob,
  );
  const handed = open(path);
  try {
    const check = (file: string, how: 'whole') => Promise.resolve(inspectCorpus(file, how));
    const asked = { path: made.path, otherCorpus: false, sameNames: false, choices: {} };
    await mergeCorpora(handed, made.sara, asked, { check }, noJob);
    expect(listReviews(handed.read, {}, page)).toEqual(listReviews(made.corpus.read, {}, page));
  } finally {
    handed.close();
  }
});
