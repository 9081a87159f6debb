import { copyFileSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CorpusStatus } from '#shared/domain/corpus';
import type { ArticleSummary } from '#shared/domain/article';
import { createCorpus } from '../../../electron/services/create-corpus.ts';
import { readLine, startChild } from '../../helpers/child.ts';
import { createEnvironment, createTestFolder, SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createTestSession, type TestSession } from '../../helpers/session.ts';

const openNew = async (made: TestSession, name = 'war') => made.get<CorpusStatus>('corpus:new', { name });
const path = (made: TestSession, name = 'war') => join(made.folder, 'Galley', `${name}.galley`);
const addLabel = (made: TestSession, name: string) => made.call('codebook:add-label', { name });

describe('opening', () => {
  test('the corpus that is open already leaves it open for writing, by whatever name', async () => {
    const made = createTestSession();
    await openNew(made);
    symlinkSync(path(made), join(made.folder, 'link.galley'));
    for (const name of [path(made), join(made.folder, 'link.galley')]) {
      const status = await made.get<CorpusStatus>('corpus:open', { handle: made.grant(name) });
      expect(status).toMatchObject({ mode: 'write', holder: null });
      expect(await addLabel(made, `label of ${name.length}`)).toMatchObject({ ok: true });
    }
  });

  test('two at once ends with the last one, written by nobody else', async () => {
    const made = createTestSession();
    await openNew(made, 'one');
    await openNew(made, 'two');
    const statuses = await Promise.all(
      ['one', 'two', 'one', 'one'].map((name) =>
        made.get<CorpusStatus>('corpus:open', { handle: made.grant(path(made, name)) }),
      ),
    );
    expect(statuses.map(({ mode }) => mode)).toEqual(['write', 'write', 'write', 'write']);
    expect(await made.get<CorpusStatus>('corpus:status')).toMatchObject({ file: 'one.galley', mode: 'write' });
  });

  test('another that is refused keeps the one that is open', async () => {
    const made = createTestSession();
    await openNew(made);
    writeFileSync(join(made.folder, 'x.galley'), 'no corpus');
    const refused = await made.call('corpus:open', { handle: made.grant(join(made.folder, 'x.galley')) });
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-a-corpus' } });
    expect(await made.get<CorpusStatus>('corpus:status')).toMatchObject({ file: 'war.galley', mode: 'write' });
  });

  test('the one that is open, where it is refused when it is opened anew, leaves none open, and pages are told', async () => {
    const made = createTestSession({ checkCorpus: () => Promise.resolve('page 7 is malformed') });
    await openNew(made);
    symlinkSync(path(made), join(made.folder, 'link.galley'));
    made.events.length = 0;
    const refused = await made.call('corpus:open', { handle: made.grant(join(made.folder, 'link.galley')) });
    expect(refused).toMatchObject({ error: { code: 'corpus-damaged' } });
    expect(await made.get('corpus:status')).toBeNull();
    expect(made.events).toEqual([{ type: 'corpus' }]);
  });

  test('what is missing, or no corpus, is refused by its own name, not as damaged', async () => {
    const made = createTestSession();
    writeFileSync(join(made.folder, 'text.galley'), 'no corpus '.repeat(100));
    const open = (file: string) => made.call('corpus:open', { handle: made.grant(join(made.folder, file)) });
    expect(await open('none.galley')).toMatchObject({ error: { code: 'corpus-missing' } });
    expect(await open('text.galley')).toMatchObject({ error: { code: 'not-a-corpus' } });
    expect(await open('.')).toMatchObject({ error: { code: 'not-a-corpus' } });
  });

  test('a corpus from elsewhere is looked at first, and refused where it is damaged', async () => {
    const folder = createTestFolder();
    createCorpus(join(folder, 'war.galley'), 'Sara', createEnvironment(3));
    const looked: string[] = [];
    const made = createTestSession({
      folder,
      checkCorpus: (_, how) => (looked.push(how), Promise.resolve('page 7 is malformed')),
    });
    const refused = await made.call('corpus:open', { handle: made.grant(join(folder, 'war.galley')) });
    expect(refused).toMatchObject({ error: { code: 'corpus-damaged', values: { detail: 'page 7 is malformed' } } });
    expect(looked).toEqual(['whole']);
  });

  test('one that was made here is not looked at, until another lies at its path', async () => {
    const looked: string[] = [];
    const made = createTestSession({ checkCorpus: (_, how) => (looked.push(how), Promise.resolve(null)) });
    await openNew(made, 'one');
    await openNew(made, 'two');
    await made.get('corpus:open', { handle: made.grant(path(made, 'one')) });
    expect(looked).toEqual([]);
    copyFileSync(path(made, 'two'), path(made, 'three'));
    await made.get('corpus:open', { handle: made.grant(path(made, 'two')) });
    copyFileSync(path(made, 'three'), path(made, 'one'));
    await made.get('corpus:open', { handle: made.grant(path(made, 'one')) });
    expect(looked).toEqual(['whole']);
  });
});

describe('after an unclean close', () => {
  /** A corpus whose writer was killed, and a session whose check of it ends when told to. */
  async function createKilled(): Promise<{ made: TestSession; finish: (problem: string | null) => void }> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const made = createTestSession({ checkCorpus: (_, how) => (how === 'quick' ? promise : Promise.resolve(null)) });
    createCorpus(join(made.folder, 'war.galley'), 'Sara', createEnvironment(3));
    const child = startChild('test/helpers/hold-corpus.ts', [join(made.folder, 'war.galley')]);
    await readLine(child);
    await child.kill();
    const status = await made.get<CorpusStatus>('corpus:open', { handle: made.grant(join(made.folder, 'war.galley')) });
    expect(status.mode).toBe('checking');
    return { made, finish: resolve };
  }

  test('reading starts at once, writing when the check has passed', async () => {
    const { made, finish } = await createKilled();
    expect(await made.call('codebook:get')).toMatchObject({ ok: true });
    const writing = addLabel(made, 'weapon');
    expect(await Promise.race([writing, new Promise((done) => setImmediate(done, 'waits'))])).toBe('waits');
    finish(null);
    expect(await writing).toMatchObject({ ok: true });
    expect(made.events).toContainEqual({ type: 'notice', text: expect.stringContaining('is sound') });
  });

  test('writing starts before that when the person says so', async () => {
    const { made } = await createKilled();
    expect(await made.get<CorpusStatus>('corpus:write-anyway')).toMatchObject({ mode: 'write' });
    expect(await addLabel(made, 'weapon')).toMatchObject({ ok: true });
  });

  test('the check ends for the corpus itself, also while it is shown as it was', async () => {
    const { made, finish } = await createKilled();
    const [step] = await made.get<{ uid: string }[]>('history:steps');
    const view = await made.run('keeping:as-of', { step: step!.uid });
    if (!view.ok) throw new Error('no view was made');
    await made.get('keeping:show-as-of', { handle: view.value.handle });
    finish(null);
    await new Promise((done) => setImmediate(done));
    expect(await made.get<CorpusStatus>('keeping:back-to-now')).toMatchObject({ mode: 'write' });
    expect(await addLabel(made, 'weapon')).toMatchObject({ ok: true });
  });

  test('a corpus that is damaged is open for reading only, and that is said', async () => {
    const { made, finish } = await createKilled();
    finish('page 7 is malformed');
    expect(await addLabel(made, 'weapon')).toMatchObject({ error: { code: 'corpus-read-only' } });
    expect(made.events).toContainEqual({ type: 'notice', text: expect.stringContaining('page 7 is malformed') });
  });
});

describe('who is at the keyboard', () => {
  test('is the door’s word, else the settings’, else nobody, who may not write', async () => {
    const made = createTestSession({ person: null });
    expect(await made.call('corpus:new', { name: 'war' })).toMatchObject({ error: { code: 'no-annotator' } });
    expect(existsSync(path(made))).toBe(false);
    await made.get('settings:set', { name: 'Nora' });
    expect(await openNew(made)).toMatchObject({ annotator: 'Nora' });
    await made.get('settings:set', { name: null });
    expect(await addLabel(made, 'weapon')).toMatchObject({ error: { code: 'no-annotator' } });
  });

  test('joins with their first change; what was refused leaves nothing of them', async () => {
    const made = createTestSession();
    await openNew(made);
    const people = () => made.session.getCorpus().read.prepare('SELECT name FROM annotator ORDER BY id').pluck().all();
    await made.get('settings:set', { name: 'Omar' });
    Object.assign(made.session.options, { person: 'Omar' });
    expect(await addLabel(made, 'actor')).toMatchObject({ error: { code: 'label-exists' } });
    expect(people()).toEqual(['Sara']);
    expect(await addLabel(made, 'weapon')).toMatchObject({ ok: true });
    expect(await addLabel(made, 'vehicle')).toMatchObject({ ok: true });
    expect(people()).toEqual(['Sara', 'Omar']);
    expect(await made.call('history:undo')).toMatchObject({ ok: true, value: { taken: [{ annotator: 'Omar' }] } });
  });
});

test('pages are told what changed: kinds, articles, annotations and the new fingerprint', async () => {
  const made = createTestSession();
  const { fingerprint } = await openNew(made);
  writeFileSync(join(made.folder, 'page.txt'), SAMPLE_TEXT);
  const report = await made.run('import:run', { pages: [{ handle: made.grant(join(made.folder, 'page.txt')) }] });
  if (!report.ok) throw new Error('not imported');
  const article = report.value.articles[0]!.uid;
  made.events.length = 0;
  const { uid } = await made.get<{ uid: string }>('annotations:create', {
    article,
    label: 'actor',
    spans: [{ start: 0, end: 7 }],
  });
  const status = await made.get<CorpusStatus>('corpus:status');
  const { fingerprint: after } = status;
  expect(made.events).toEqual([
    { type: 'changed', kinds: ['annotation'], articles: [article], annotations: [uid], fingerprint: after },
  ]);
  expect(status.fingerprint).not.toBe(fingerprint);
  const { articles } = await made.get<{ articles: ArticleSummary[] }>('articles:list');
  expect(articles).toMatchObject([{ uid: article, state: 'tagging', annotations: 1, byLabel: { actor: 1 } }]);
});

describe('history', () => {
  async function createTagged() {
    const made = createTestSession();
    await openNew(made);
    writeFileSync(join(made.folder, 'page.txt'), SAMPLE_TEXT);
    const report = await made.run('import:run', { pages: [{ handle: made.grant(join(made.folder, 'page.txt')) }] });
    if (!report.ok) throw new Error('not imported');
    const article = report.value.articles[0]!.uid;
    const { uid } = await made.get<{ uid: string }>('annotations:create', {
      article,
      label: 'actor',
      spans: [{ start: 0, end: 7 }],
    });
    await made.get('annotations:update', { annotation: uid, changes: { note: 'seen' } });
    await made.get('annotations:remove', { annotations: [uid] });
    return { made, article, annotation: uid };
  }
  const acts = async (made: TestSession, input: object) =>
    (await made.get<{ act: string }[]>('history:list', input)).map(({ act }) => act);

  test('of an annotation is there after it was removed, newest first', async () => {
    const { made, annotation } = await createTagged();
    expect(await acts(made, { annotation })).toEqual(['remove tag', 'change tag', 'tag']);
    const [newest] = await made.get<{ before: { note: string }; after: null }[]>('history:list', { annotation });
    expect(newest).toMatchObject({ op: 'delete', annotator: 'Sara', before: { note: 'seen' }, after: null });
  });

  test('of an article holds what was done in it; with an annotation named as well, only that', async () => {
    const { made, article, annotation } = await createTagged();
    await made.get('annotations:create', { article, label: 'claim', spans: [{ start: 0, end: 7 }] });
    expect(await acts(made, { article })).toEqual(['tag', 'remove tag', 'change tag', 'tag', 'import']);
    expect(await acts(made, { article, annotation })).toEqual(['remove tag', 'change tag', 'tag']);
  });

  test('of what there never was is refused by name', async () => {
    const { made } = await createTagged();
    expect(await made.call('history:list', { annotation: 'ffffffff' })).toMatchObject({
      error: { code: 'annotation-unknown' },
    });
    expect(await made.call('history:list', { article: 'ffffffff' })).toMatchObject({
      error: { code: 'article-unknown' },
    });
  });

  test('comes page by page', async () => {
    const { made, article } = await createTagged();
    const rows = await made.get<{ seq: number }[]>('history:list', { article, limit: 2 });
    const next = await made.get<{ seq: number }[]>('history:list', { article, limit: 9, before: rows[1]!.seq });
    expect([...rows, ...next]).toEqual(await made.get('history:list', { article }));
  });
});

test('a corpus that breaks while it is read is said to be damaged, not to be a bug', async () => {
  const made = createTestSession();
  await openNew(made);
  await made.session.close();
  const bytes = readFileSync(path(made));
  for (let at = 4096 * 4; at < bytes.length; at += 4096) bytes.fill(0xff, at, at + 200);
  writeFileSync(path(made), bytes);
  await made.get('corpus:open', { handle: made.grant(path(made)), write: false }).catch(() => undefined);
  const answers = made.session.corpus
    ? [await made.call('articles:list'), await made.call('annotations:list'), await made.call('history:list')]
    : [await made.call('corpus:open', { handle: made.grant(path(made)) })];
  expect(answers.filter((answer) => !answer.ok)).toContainEqual(
    expect.objectContaining({ error: expect.objectContaining({ code: 'corpus-damaged' }) as object }),
  );
});

test('settings that cannot be understood are set aside, and that is said', async () => {
  const folder = createTestFolder();
  const first = createTestSession({ folder });
  await first.get('settings:set', { name: 'Nora' });
  writeFileSync(join(folder, 'settings', 'settings.json'), '{ damaged');
  const second = createTestSession({ folder, person: null });
  expect(second.events).toEqual([{ type: 'notice', text: expect.stringContaining('set aside') }]);
  expect(await second.get('settings:get')).toMatchObject({ name: null, theme: 'system' });
  expect(readdirSync(join(folder, 'settings')).filter((name) => name.startsWith('settings.damaged-'))).toHaveLength(1);
});

test('of settings that a newer Galley wrote what is understood is kept, on the disk too, and the file as it was', async () => {
  const folder = createTestFolder();
  const first = createTestSession({ folder });
  await first.get('settings:set', { name: 'Nora', theme: 'dark', reading: { sizePx: 20 } });
  const file = join(folder, 'settings', 'settings.json');
  const newer = readFileSync(file, 'utf8').replace('"serif"', '"handwriting"');
  writeFileSync(file, newer);
  const second = createTestSession({ folder, person: null });
  expect(second.events).toEqual([{ type: 'notice', text: expect.stringContaining('the others are kept') }]);
  const kept = { name: 'Nora', theme: 'dark', reading: { sizePx: 18, font: 'serif' } };
  expect(await second.get('settings:get')).toMatchObject(kept);
  expect(await createTestSession({ folder, person: null }).get('settings:get')).toMatchObject(kept);
  const [aside] = readdirSync(join(folder, 'settings')).filter((name) => name.startsWith('settings.damaged-'));
  expect(readFileSync(join(folder, 'settings', aside!), 'utf8')).toBe(newer);
});

test('settings of two Galleys at once keep what either of them set', async () => {
  const folder = createTestFolder();
  const first = createTestSession({ folder, person: null });
  const second = createTestSession({ folder, person: 'Omar', seed: 2 });
  await first.get('settings:set', { name: 'Nora' });
  await second.get('settings:set', { theme: 'dark' });
  await openNew(second);
  await first.get('settings:set', { name: 'Nora Haddad' });
  const stored = JSON.parse(readFileSync(join(folder, 'settings', 'settings.json'), 'utf8'));
  expect(stored).toMatchObject({ name: 'Nora Haddad', theme: 'dark', recent: [path(second)] });
  expect(stored.known).toHaveLength(1);
});
