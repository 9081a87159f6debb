import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ReadOptions } from '#shared/domain/import';
import { listAssignments } from '../../../electron/corpus/repositories/assignment-repository.ts';
import { listPeople } from '../../../electron/corpus/repositories/person-repository.ts';
import { createAnnotation } from '../../../electron/services/annotate.ts';
import { removeAssignments, setAssignments } from '../../../electron/services/assignments.ts';
import { markArticle } from '../../../electron/services/edit-article.ts';
import { importArticles } from '../../../electron/services/import-articles.ts';
import { ensureAnnotator } from '../../../electron/services/join.ts';
import { addPerson, updatePerson } from '../../../electron/services/people.ts';
import { createReview } from '../../../electron/services/reviews.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createTestSession } from '../../helpers/session.ts';

describe('people', () => {
  test('are listed by name with what they tagged and checked, whatever stands in a withdrawn batch', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    const { uid } = made.tag(article, 'actor', 0, 7, 'omar');
    createReview(made.corpus, made.sara, { annotation: uid, decision: 'accepted', reason: '', comment: '' });
    expect(listPeople(made.corpus.read)).toMatchObject([
      { name: 'omar', initials: 'OM', colour: null, tags: 1, reviews: 0 },
      { name: 'Sara', tags: 0, reviews: 1 },
    ]);
  });

  test('may be added before they do anything, and are who tags under that name then', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    addPerson(made.corpus, 'Lina Haddad');
    expect(codeOf(() => addPerson(made.corpus, 'Lina Haddad'))).toBe('person-exists');
    made.tag(article, 'actor', 0, 7, 'Lina Haddad');
    expect(listPeople(made.corpus.read)).toMatchObject([{ name: 'Lina Haddad', initials: 'LH', tags: 1 }, {}]);
    expect(codeOf(() => undo(made.corpus, made.person('Lina Haddad'), false))).toBeUndefined();
    expect(codeOf(() => undo(made.corpus, made.person('Lina Haddad'), false))).toBe('nothing-to-undo');
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true });
  });

  test('are renamed by name or uid, but not to a name that somebody has', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    made.tag(article, 'actor', 0, 7, 'Omar');
    const change = { name: 'Omar Said', initials: 'OS', colour: '#0072b2' };
    expect(updatePerson(made.corpus, made.sara, 'Omar', change)).toMatchObject([change, { name: 'Sara' }]);
    expect(codeOf(() => updatePerson(made.corpus, made.sara, 'Omar', {}))).toBe('person-unknown');
    const { uid } = listPeople(made.corpus.read)[0]!;
    expect(codeOf(() => updatePerson(made.corpus, made.sara, uid, { name: 'Sara' }))).toBe('person-exists');
    expect(made.corpus.read.prepare('SELECT count(*) FROM annotator').pluck().get()).toBe(2);
  });

  test('who rename themselves go on under the new name', async () => {
    const { get, session, grant, folder } = createTestSession();
    await get('corpus:create', { handle: grant(`${folder}/test.galley`) });
    await get('people:update', { person: 'Sara', changes: { name: 'Sara Nour' } });
    expect(session.getStatus()?.annotator).toBe('Sara Nour');
    await get('people:add', { name: 'Omar' });
    expect(await get('people:list')).toMatchObject([{ name: 'Omar' }, { name: 'Sara Nour' }]);
  });
});

describe('assignments', () => {
  test('give articles to people as one step, say how far each is, and are taken back as one', async () => {
    const made = createTestCorpus();
    const [first, second] = [await made.importText(SAMPLE_TEXT), await made.importText(`${SAMPLE_TEXT}again`, 'b.txt')];
    for (const name of ['Omar', 'Lina']) addPerson(made.corpus, name);
    const list = () => listAssignments(made.corpus.read, {});
    const choice = { articles: [first, second.slice(0, 8), first], people: ['Omar', 'Lina'] };
    expect(setAssignments(made.corpus, made.sara, { ...choice, blind: true })).toBe(4);
    expect(setAssignments(made.corpus, made.sara, { ...choice, blind: true })).toBe(0);
    markArticle(made.corpus, made.person('Omar'), first, 'done');
    expect(listAssignments(made.corpus.read, { articles: [first] })).toMatchObject([
      { article: first, annotator: 'Lina', blind: true, state: null },
      { article: first, annotator: 'Omar', blind: true, state: 'done' },
    ]);
    expect(listAssignments(made.corpus.read, { person: made.person('Lina') })).toHaveLength(2);
    setAssignments(made.corpus, made.sara, { articles: [first], people: ['Omar'], blind: false });
    expect(list().filter(({ blind }) => blind)).toHaveLength(3);
    expect(removeAssignments(made.corpus, made.sara, { ...choice, people: ['Omar'] })).toBe(2);
    expect(list()).toHaveLength(2);
    undo(made.corpus, made.sara, false);
    expect(list()).toHaveLength(4);
    undo(made.corpus, made.sara, false);
    undo(made.corpus, made.sara, false);
    expect(list()).toEqual([]);
    for (let n = 0; n < 3; n += 1) redo(made.corpus, made.sara, false);
    expect(list()).toHaveLength(2);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true });
  });

  test('to somebody who is not known are refused by name', async () => {
    const made = createTestCorpus();
    const article = await made.importText(SAMPLE_TEXT);
    const assign = () =>
      setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: false });
    expect(assign).toThrow(/“Omar”.*there are Sara/u);
  });
});

test('who tags an article blind is shown nobody else’s tags on it, until they are done', async () => {
  const { session, get, grant, folder } = createTestSession();
  await get('corpus:create', { handle: grant(`${folder}/test.galley`) });
  const corpus = session.getCorpus();
  writeFileSync(join(folder, 'page.txt'), SAMPLE_TEXT);
  const { articles } = await importArticles(
    corpus,
    session.getAnnotator(),
    [{ path: join(folder, 'page.txt'), name: 'page.txt', choice: { handle: grant(join(folder, 'page.txt')) } }],
    ReadOptions.parse({ split: 'never' }),
    noJob,
  );
  const [article] = articles.map(({ uid }) => uid);
  const omar = ensureAnnotator(corpus, 'Omar');
  createAnnotation(corpus, omar, { article: article!, label: 'actor', spans: [{ start: 0, end: 7 }] });
  await get('annotations:create', { article, label: 'claim', spans: [{ start: 0, end: 15 }] });
  const all = (await get<{ annotations: { uid: string }[] }>('annotations:list')).annotations.map(({ uid }) => uid);
  const seen = async (asSeen: boolean) => {
    const { total } = await get<{ total: number }>('annotations:list', { asSeen });
    expect(await get('annotations:get', { annotations: all, asSeen })).toHaveLength(total);
    return total;
  };
  expect(await seen(true)).toBe(2);
  await get('assignments:set', { articles: [article], people: ['Sara'], blind: true });
  expect([await seen(true), await seen(false)]).toEqual([1, 2]);
  await get('articles:mark', { article, state: 'done' });
  expect(await seen(true)).toBe(2);
  await get('articles:mark', { article, state: 'tagging' });
  await get('assignments:set', { articles: [article], people: ['Sara'], blind: false });
  expect(await seen(true)).toBe(2);
});
