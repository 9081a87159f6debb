import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findStepToUndo, getStep, type StepRow } from '../../../../electron/corpus/journal/steps.ts';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import {
  getArticle,
  listArticles,
  listArticleUids,
} from '../../../../electron/corpus/repositories/article-repository.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listSteps } from '../../../../electron/corpus/journal/list-steps.ts';
import { listHeads, toFingerprint } from '../../../../electron/corpus/journal/chain.ts';
import { removeAnnotations } from '../../../../electron/services/annotate.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { editArticle, markArticle } from '../../../../electron/services/edit-article.ts';
import { buildAsOf, findStepAt, removeView } from '../../../../electron/services/keeping/as-of.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { forkCorpora, merge } from '../../../helpers/merge.ts';

const readAll = (read: ReadDb) => ({
  articles: listArticles(read, {}, { offset: 0, limit: 100 }),
  whole: listArticleUids(read, {}).map((uid) => getArticle(read, uid)),
  annotations: listAnnotations(read, {}, { offset: 0, limit: 100 }),
  fingerprint: computeContentFingerprint(read),
  journal: toFingerprint(listHeads(read)),
});

test('the corpus as of each step answers as it did then, and verifies', async () => {
  const made = createTestCorpus();
  const states = new Map<number, ReturnType<typeof readAll>>();
  const keep = () => states.set(findStepToUndo(made.corpus.read, made.sara)?.id ?? 0, readAll(made.corpus.read));
  const article = await made.importText(SAMPLE_TEXT);
  keep();
  made.tag(article, 'actor', 0, 7);
  keep();
  made.reopen();
  editArticle(made.corpus, made.sara, article, { outlet: 'The Paper', title: 'Other' });
  keep();
  markArticle(made.corpus, made.sara, article, 'done');
  keep();
  await made.importText(`${SAMPLE_TEXT}More.`, 'b.txt');
  undo(made.corpus, made.sara, false);
  for (const [id, state] of states) {
    const step = { ...made.corpus.read.prepare('SELECT * FROM step WHERE id = ?').get(id)!, id } as never;
    const { view, problems } = await buildAsOf(made.corpus, step, noJob);
    const corpus = openCorpus(view.path, 'read', made.environment);
    expect(problems).toEqual([]);
    expect(readAll(corpus.read)).toEqual(state);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
    corpus.close();
    removeView(view.path);
    expect(existsSync(view.path)).toBe(false);
  }
});

test('before a merge it is without what the merge brought, from then on with it, and without it again once that was undone', async () => {
  const { copies, article } = await forkCorpora(2, { before: (made) => void made.person('Nour') });
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  const states: [step: StepRow, state: ReturnType<typeof readAll>][] = [];
  const keep = () => {
    states.push([findStepAt(mine.corpus.read, '2999')!, readAll(mine.corpus.read)]);
  };
  for (const start of [16, 22, 25, 28]) theirs.tag(article, 'actor', start, start + 2, 'Omar');
  editArticle(theirs.corpus, theirs.person('Omar'), article, { title: 'Theirs' });
  mine.tag(article, 'claim', 30, 36);
  keep();
  mine.tag(article, 'claim', 37, 40);
  keep();
  await merge(mine, theirs);
  keep();
  const after = mine.tag(article, 'actor', 41, 44).uid;
  keep();
  removeAnnotations(mine.corpus, mine.sara, [after], false);
  undo(mine.corpus, mine.sara, false);
  undo(mine.corpus, mine.sara, false);
  undo(mine.corpus, mine.sara, false);
  keep();
  for (const [step, state] of states) {
    const { view, problems } = await buildAsOf(mine.corpus, step, noJob);
    const corpus = openCorpus(view.path, 'read', mine.environment);
    expect(problems).toEqual([]);
    expect([step.act, readAll(corpus.read)]).toEqual([step.act, { ...state, journal: expect.any(String) as string }]);
    corpus.close();
    removeView(view.path);
  }
  for (const omars of listSteps(mine.corpus.read, { annotator: mine.person('Omar'), limit: 5 })) {
    const { view } = await buildAsOf(mine.corpus, getStep(mine.corpus.read, omars.id), noJob);
    expect(view.asOf.uid).toBe(omars.isOwn === 1 ? omars.uid : states[2]![0].uid);
    removeView(view.path);
  }
  expect(states.map(([{ act }, { annotations }]) => [act, annotations.total])).toEqual([
    ['tag', 3],
    ['tag', 4],
    ['merge', 8],
    ['tag', 9],
    ['undo', 4],
  ]);
});

test('a moment is that of the last step before it', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 0, 7);
  const steps = made.corpus.read.prepare<[], { id: number; at: string }>('SELECT id, at FROM step ORDER BY id').all();
  for (const { id, at } of steps) expect(findStepAt(made.corpus.read, at)?.id).toBe(id);
  expect(findStepAt(made.corpus.read, '1999-01-01T00:00:00.000Z')).toBeUndefined();
});
