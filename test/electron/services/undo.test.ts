import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Handle } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { ExpectedError } from '#shared/errors';
import { openCorpus } from '../../../electron/corpus/open-corpus.ts';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { listArticles } from '../../../electron/corpus/repositories/article-repository.ts';
import { listOutlets } from '../../../electron/corpus/repositories/outlet-repository.ts';
import { getCodebook } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { addLabel } from '../../../electron/services/codebook.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { deleteSomeRemoved, discardUnfinished } from '../../../electron/services/discard-batch.ts';
import { editArticle, markArticle } from '../../../electron/services/edit-article.ts';
import { removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { importArticles } from '../../../electron/services/import-articles.ts';
import { getUndoState, redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

const all = { offset: 0, limit: 100 };
const tags = ({ corpus }: TestCorpus) => listAnnotations(corpus.read, {}, all).annotations;
const titles = ({ corpus }: TestCorpus) => listArticles(corpus.read, {}, all).articles.map(({ title }) => title);
const fingerprint = ({ corpus }: TestCorpus) => computeContentFingerprint(corpus.read);

function failureOf(act: () => unknown): ExpectedError {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

describe('undo and redo', () => {
  test('take back and bring back a tag as it was, uid and all', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    const tagged = made.tag(article, 'actor', 0, 7);
    const { taken } = undo(made.corpus, made.sara, false);
    expect([taken.map(({ act, annotator }) => [act, annotator]), tags(made)]).toEqual([[['tag', 'Sara']], []]);
    redo(made.corpus, made.sara, false);
    expect(tags(made)).toEqual([tagged]);
  });

  test('go back step by step and forth again', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    const states = [fingerprint(made)];
    const keep = () => states.push(fingerprint(made));
    const { uid } = made.tag(article, 'actor', 0, 7);
    keep();
    updateAnnotation(made.corpus, made.sara, uid, { note: 'seen', label: 'claim' });
    keep();
    editArticle(made.corpus, made.sara, article, { outlet: 'The Paper', title: 'Other', date: '2019-01' });
    keep();
    markArticle(made.corpus, made.sara, article, 'done');
    keep();
    addLabel(made.corpus, made.sara, { name: 'weapon', key: 'W', excludes: ['actor'] });
    keep();
    removeAnnotations(made.corpus, made.sara, [uid]);
    for (const state of states.toReversed()) {
      undo(made.corpus, made.sara, false);
      expect(fingerprint(made)).toBe(state);
    }
    for (const state of states.slice(1)) {
      redo(made.corpus, made.sara, false);
      expect(fingerprint(made)).toBe(state);
    }
    redo(made.corpus, made.sara, false);
    expect(tags(made)).toEqual([]);
    expect(failureOf(() => redo(made.corpus, made.sara, false)).code).toBe('nothing-to-redo');
  });

  test('survive a restart', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    made.tag(article, 'actor', 0, 7);
    made.reopen();
    undo(made.corpus, made.sara, false);
    expect(tags(made)).toEqual([]);
    made.reopen();
    expect(getUndoState(made.corpus.read, made.sara)).toMatchObject({ undo: { act: 'import' }, redo: { act: 'tag' } });
    redo(made.corpus, made.sara, false);
    expect(tags(made)).toHaveLength(1);
  });

  test('are each person’s own, from whatever door they came', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    made.tag(article, 'actor', 0, 7, 'Omar');
    made.tag(article, 'claim', 0, 7, 'Sara');
    undo(made.corpus, made.person('Omar'), false);
    expect(tags(made).map(({ annotator }) => annotator)).toEqual(['Sara']);
    expect(failureOf(() => undo(made.corpus, made.person('Omar'), false)).code).toBe('nothing-to-undo');
  });

  test('never take back that a corpus was made or that somebody joined', () => {
    const made = createTestCorpus();
    expect(failureOf(() => undo(made.corpus, made.sara, false)).code).toBe('nothing-to-undo');
    expect(getUndoState(made.corpus.read, made.sara)).toEqual({ undo: null, redo: null });
    expect(getUndoState(made.corpus.read, null)).toEqual({ undo: null, redo: null });
  });

  test('a new step empties redo, but only that person’s', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    made.tag(article, 'actor', 0, 7, 'Sara');
    made.tag(article, 'actor', 0, 7, 'Omar');
    undo(made.corpus, made.sara, false);
    undo(made.corpus, made.person('Omar'), false);
    made.tag(article, 'claim', 0, 7, 'Sara');
    expect(failureOf(() => redo(made.corpus, made.sara, false)).code).toBe('nothing-to-redo');
    redo(made.corpus, made.person('Omar'), false);
    expect(
      tags(made)
        .map(({ annotator, label }) => `${annotator} ${label}`)
        .sort(),
    ).toEqual(['Omar actor', 'Sara claim']);
  });

  test('an undo is a step of its own; nothing is deleted from the journal', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    made.tag(article, 'actor', 0, 7);
    const rows = () => made.corpus.read.prepare('SELECT hash FROM journal ORDER BY id').pluck().all() as Buffer[];
    const before = rows();
    undo(made.corpus, made.sara, false);
    expect(rows().slice(0, before.length)).toEqual(before);
    expect(rows()).toHaveLength(before.length + 2);
  });
});

describe('later work of others', () => {
  test('is named, and nothing is undone; together, all of it is', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    made.tag(article, 'actor', 0, 7, 'Omar');
    const before = fingerprint(made);
    const refused = failureOf(() => undo(made.corpus, made.sara, false));
    expect(refused).toMatchObject({
      code: 'undo-takes-others',
      message: expect.stringMatching(/tag by Omar at 2026-01-02/u),
    });
    expect(fingerprint(made)).toBe(before);
    const { taken } = undo(made.corpus, made.sara, true);
    expect(taken.map(({ act, annotator }) => `${act} ${annotator}`)).toEqual(['tag Omar', 'import Sara']);
    expect([titles(made), tags(made)]).toEqual([[], []]);
    redo(made.corpus, made.sara, false);
    expect(fingerprint(made)).toBe(before);
  });

  test('on the same article’s title stands in the way of an older change to it', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    editArticle(made.corpus, made.sara, article, { title: 'Sara’s' });
    editArticle(made.corpus, made.person('Omar'), article, { title: 'Omar’s' });
    expect(failureOf(() => undo(made.corpus, made.sara, false)).code).toBe('undo-takes-others');
    undo(made.corpus, made.person('Omar'), false);
    undo(made.corpus, made.sara, false);
    expect(titles(made)).toEqual(['Harbour council votes to reopen the old ferry']);
  });

  test('with an outlet that a change made stands on that change', async () => {
    const made = createTestCorpus();
    const [one, other] = [await made.importText(SAMPLE_TEXT, 'a'), await made.importText(`${SAMPLE_TEXT}x`, 'b')];
    editArticle(made.corpus, made.sara, one, { outlet: 'The Paper' });
    editArticle(made.corpus, made.person('Omar'), other, { outlet: 'The Paper' });
    expect(failureOf(() => undo(made.corpus, made.sara, false)).message).toMatch(/edit article by Omar/u);
    expect(listOutlets(made.corpus.read)).toMatchObject([{ name: 'The Paper', articles: 2 }]);
  });

  test('with a label stands on that label', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    addLabel(made.corpus, made.sara, { name: 'weapon', key: null, excludes: [] });
    made.tag(article, 'weapon', 0, 7, 'Omar');
    expect(failureOf(() => undo(made.corpus, made.sara, false)).code).toBe('undo-takes-others');
    undo(made.corpus, made.sara, true);
    expect(getCodebook(made.corpus.read).labels.map(({ name }) => name)).toEqual(['actor', 'location', 'claim']);
  });
});

describe('an import', () => {
  test('is undone and redone whole, with what it named', async () => {
    const made = createTestCorpus();
    const before = fingerprint(made);
    await made.import(
      { 'a.txt': SAMPLE_TEXT, 'b.txt': `${SAMPLE_TEXT}More of it.\n` },
      { options: { outlet: 'The Paper' } },
    );
    const after = fingerprint(made);
    undo(made.corpus, made.sara, false);
    expect(fingerprint(made)).toBe(before);
    expect([titles(made), listOutlets(made.corpus.read)]).toEqual([[], []]);
    redo(made.corpus, made.sara, false);
    expect(fingerprint(made)).toBe(after);
  });

  test('that was undone can be made again, and undone again', async () => {
    const made = createTestCorpus();
    const files = { 'a.txt': SAMPLE_TEXT };
    const options = { outlet: 'The Paper' };
    await made.import(files, { options });
    const after = fingerprint(made);
    const before = undoAndLook();
    const { articles } = await made.import(files, { options });
    expect(articles.map(({ status }) => status)).toEqual(['imported']);
    expect(titles(made)).toHaveLength(1);
    expect(listOutlets(made.corpus.read)).toMatchObject([{ name: 'The Paper', articles: 1 }]);
    expect(undoAndLook()).toBe(before);
    redo(made.corpus, made.sara, false);
    expect(fingerprint(made)).toBe(after);

    function undoAndLook() {
      undo(made.corpus, made.sara, false);
      return fingerprint(made);
    }
  });

  test('that was cut off is seen by nobody and gone at the next opening', async () => {
    const made = createTestCorpus();
    const before = fingerprint(made);
    await leaveUnfinished(made);
    expect(made.corpus.read.prepare('SELECT title FROM article').pluck().all()).toHaveLength(1);
    expect([titles(made), fingerprint(made)]).toEqual([[], before]);
    made.reopen();
    expect(discardUnfinished(made.corpus)).toBe(1);
    expect(discardUnfinished(made.corpus)).toBe(0);
    expect(fingerprint(made)).toBe(before);
    expect(deleteSomeRemoved(made.corpus.writer!.db)).toBe(false);
    expect(made.corpus.read.prepare('SELECT count(*) FROM article').pluck().get()).toBe(0);
    expect(failureOf(() => undo(made.corpus, made.sara, false)).code).toBe('nothing-to-undo');
    await made.import({ 'a.txt': SAMPLE_TEXT });
    expect(titles(made)).toHaveLength(1);
  });

  /** As a kill leaves it: a page is in, and before the next one the connection is gone. */
  async function leaveUnfinished(made: TestCorpus): Promise<void> {
    const requests = ['a.txt', 'b.txt'].map((name) => {
      writeFileSync(join(made.folder, name), `${SAMPLE_TEXT}${name}\n`);
      return { path: join(made.folder, name), name, choice: { handle: Handle.parse(name) } };
    });
    const options = ReadOptions.parse({ outlet: 'The Paper' });
    let reports = 0;
    const report = () => {
      reports += 1;
      if (reports === 4) made.corpus.close(); // both pages are read, one is stored, the other is next
    };
    const imported = importArticles(made.corpus, made.sara, requests, options, { report, isCancelled: () => false });
    await expect(imported).rejects.toThrow(/not open/u);
    made.corpus = openCorpus(made.path, 'write', made.environment);
  }
});

test('an outlet that two withdrawn imports name comes back with either', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT, 'first.txt');
  const outlets = () => listOutlets(made.corpus.read).map(({ name, articles }) => `${name} ${articles}`);
  editArticle(made.corpus, made.sara, article, { outlet: 'The Paper' });
  const people = ['Omar', 'Zoe'];
  for (const by of people)
    await made.import({ [`${by}.txt`]: `${SAMPLE_TEXT}${by}\n` }, { options: { outlet: 'The Paper' }, by });
  for (const by of [...people, 'Sara']) undo(made.corpus, made.person(by), false);
  expect(outlets()).toEqual([]);
  for (const by of people) {
    redo(made.corpus, made.person(by), false);
    expect(outlets()).toEqual(['The Paper 1']);
    undo(made.corpus, made.person(by), false);
  }
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('an outlet that only a withdrawn import still names goes, and comes back with it', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT, 'first.txt');
  const outlets = () => listOutlets(made.corpus.read).map(({ name, articles }) => `${name} ${articles}`);
  editArticle(made.corpus, made.sara, article, { outlet: 'The Paper' });
  await made.import({ 'a.txt': `${SAMPLE_TEXT}a\n` }, { options: { outlet: 'The Paper' }, by: 'Omar' });
  undo(made.corpus, made.person('Omar'), false);
  undo(made.corpus, made.sara, false);
  expect(outlets()).toEqual([]);
  redo(made.corpus, made.person('Omar'), false);
  expect(outlets()).toEqual(['The Paper 1']);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});
