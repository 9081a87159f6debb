import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CorpusStatus } from '#shared/domain/corpus';
import type { ListedStep } from '#shared/domain/journal';
import { createTestSession, type TestSession } from '../../helpers/session.ts';

const fixture = fileURLToPath(new URL('../../fixtures/corpora/schema-1.galley', import.meta.url));

/** A session with a corpus of its own and so many labels in it, each of which is a step. */
async function openWithSteps(count: number): Promise<TestSession & { path: string }> {
  const made = createTestSession();
  await made.get('corpus:new', { name: 'War', folder: made.grant(made.folder) });
  await addSteps(made, count);
  return { ...made, path: join(made.folder, 'War.galley') };
}
async function addSteps({ get }: TestSession, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await get('codebook:add-label', { name: `label ${n % 2}`, key: null });
    await get('history:undo');
  }
}
const backupsOf = (folder: string) =>
  existsSync(join(folder, 'War backups')) ? readdirSync(join(folder, 'War backups')) : [];
const notices = ({ events }: TestSession) => events.flatMap((event) => (event.type === 'notice' ? [event.text] : []));
const steps = (made: TestSession) => made.get<ListedStep[]>('history:steps');

describe('closing a corpus', () => {
  test('backs it up after much work, and not again when nothing was done since', async () => {
    const made = await openWithSteps(12);
    await made.session.close();
    expect(backupsOf(made.folder)).toHaveLength(1);
    await made.get('corpus:open', { handle: made.grant(made.path) });
    await made.session.close();
    expect(backupsOf(made.folder)).toHaveLength(1);
  });

  test('leaves one file where there was little', async () => {
    const made = await openWithSteps(3);
    await made.session.close();
    expect(readdirSync(made.folder).sort()).toEqual(['War.galley', 'settings']);
  });

  test('tells of a backup that could not be made, and closes all the same', async () => {
    const made = await openWithSteps(12);
    writeFileSync(join(made.folder, 'War backups'), 'a file where the folder should be');
    await made.session.close();
    expect(notices(made)).toEqual([
      expect.stringMatching(/^The automatic backup was not made\. Galley may not write/u),
    ]);
    expect(readdirSync(made.folder).sort()).toEqual(['War backups', 'War.galley', 'settings']);
  });

  test('puts it where the settings say', async () => {
    const made = await openWithSteps(12);
    mkdirSync(join(made.folder, 'safe'));
    await made.get('keeping:set-folder', { folder: made.grant(join(made.folder, 'safe')) });
    await made.session.close();
    expect(readdirSync(join(made.folder, 'safe', 'War backups'))).toHaveLength(1);
  });
});

describe('a corpus of the first format', () => {
  const open = () => {
    const made = createTestSession();
    const path = join(made.folder, 'War.galley');
    copyFileSync(fixture, path);
    return { ...made, path };
  };

  test('is backed up as it was before it is brought up to date', async () => {
    const made = open();
    await made.get('corpus:open', { handle: made.grant(made.path) });
    const [name] = backupsOf(made.folder);
    expect(notices(made)).toEqual([expect.stringContaining(`“${name}”`)]);
    const backup = made.session.grants.grant(join(made.folder, 'War backups', name!));
    const restored = await made.get<{ status: CorpusStatus }>('keeping:restore', { backup });
    expect(restored.status.mode).toBe('write');
  });

  test('is only read where it cannot be backed up, and stays as it was', async () => {
    const made = open();
    writeFileSync(join(made.folder, 'War backups'), 'in the way');
    const status = await made.get<CorpusStatus>('corpus:open', { handle: made.grant(made.path) });
    expect(status.mode).not.toBe('write');
    expect(notices(made)).toContainEqual(expect.stringMatching(/^The automatic backup was not made/u));
  });
});

describe('the corpus as it was', () => {
  test('is shown in place of the open one, cannot be written, and gives way to it again', async () => {
    const made = await openWithSteps(1);
    await made.get('codebook:add-label', { name: 'weapon', key: null });
    const [, before] = await steps(made);
    const labels = async () => (await made.get<{ labels: unknown[] }>('codebook:get')).labels.length;
    const now = await labels();
    const result = await made.run('keeping:as-of', { step: before!.uid });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const status = await made.get<CorpusStatus>('keeping:show-as-of', { handle: result.value.handle });
    expect(status).toMatchObject({ mode: 'read', file: 'War.galley', folder: made.folder, asOf: { uid: before!.uid } });
    expect(await labels()).toBe(now - 1);
    expect(await made.call('codebook:add-label', { name: 'late', key: null })).toMatchObject({
      error: { code: 'corpus-read-only' },
    });
    expect(await made.get<CorpusStatus>('keeping:back-to-now')).toMatchObject({ mode: 'write', asOf: null });
    expect(await labels()).toBe(now);
    await made.get('codebook:add-label', { name: 'late', key: null });
  });

  test('does not come up in place of another corpus that was opened at the same moment', async () => {
    const made = await openWithSteps(1);
    await made.get('corpus:new', { name: 'Other', folder: made.grant(made.folder) });
    await made.get('corpus:open', { handle: made.grant(made.path) });
    const [step] = await steps(made);
    const result = await made.run('keeping:as-of', { step: step!.uid });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { handle } = result.value;
    const other = made.grant(join(made.folder, 'Other.galley'));
    const jobs = Promise.withResolvers<void>();
    made.session.beforeClose = () => jobs.promise;
    const opened = made.call('corpus:open', { handle: other });
    await new Promise((resolve) => setImmediate(resolve));
    const shown = made.call('keeping:show-as-of', { handle });
    await new Promise((resolve) => setImmediate(resolve));
    jobs.resolve();
    expect(await Promise.all([opened, shown])).toMatchObject([{ ok: true }, { error: { code: 'handle-unknown' } }]);
    expect(made.session.getStatus()).toMatchObject({ file: 'Other.galley', asOf: null, mode: 'write' });
    expect(existsSync(made.session.grants.get(handle).path)).toBe(false);
    await made.get('codebook:add-label', { name: 'late', key: null });
  });

  test('leaves nothing behind when the corpus is closed meanwhile', async () => {
    const made = await openWithSteps(1);
    const [step] = await steps(made);
    for (const isShown of [false, true]) {
      const result = await made.run('keeping:as-of', { step: step!.uid });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const { path } = made.session.grants.get(result.value.handle);
      if (isShown) await made.get('keeping:show-as-of', { handle: result.value.handle });
      await made.session.close();
      expect(existsSync(path)).toBe(false);
      await made.get('corpus:open', { handle: made.grant(made.path) });
    }
  });
});

describe('the steps', () => {
  test('say who did what when, what it touched, and whether it stands and can be reached', async () => {
    const made = await openWithSteps(0);
    await made.get('codebook:add-label', { name: 'weapon', key: null });
    await made.get('codebook:add-label', { name: 'vehicle', key: null });
    await made.get('history:undo');
    const [undo, vehicle, weapon, created] = await steps(made);
    expect(undo).toMatchObject({ act: 'undo', state: 'stays', takes: [vehicle!.uid], isReachable: true });
    expect(vehicle).toMatchObject({ state: 'taken back', example: 'vehicle', isReachable: true, annotator: 'Sara' });
    expect(weapon).toMatchObject({ state: 'stands', example: 'weapon', isReachable: true });
    expect(weapon!.touched.map(({ kind }) => kind)).toContain('label');
    expect(created).toMatchObject({ act: 'create corpus', state: 'stays' });
    await made.get('codebook:add-label', { name: 'drone', key: null });
    expect((await steps(made)).find(({ uid }) => uid === vehicle!.uid)).toMatchObject({ isReachable: false });
  });

  test('are found by person, by moment and page by page', async () => {
    const made = await openWithSteps(4);
    const all = await steps(made);
    expect(await made.get('history:steps', { annotator: 'Omar' })).toEqual([]);
    expect(await made.get('history:steps', { annotator: 'Sara' })).toEqual(all);
    const some = await made.get<ListedStep[]>('history:steps', { from: all[3]!.at, to: all[1]!.at });
    expect(some.map(({ uid }) => uid)).toEqual(all.slice(2, 4).map(({ uid }) => uid));
    const first = await made.get<ListedStep[]>('history:steps', { limit: 3 });
    const rest = await made.get<ListedStep[]>('history:steps', { before: first.at(-1)!.seq });
    expect([...first, ...rest]).toEqual(all);
  });

  test('show their rows with the names of what they name', async () => {
    const made = await openWithSteps(0);
    await made.get('codebook:add-label', { name: 'weapon', key: null, excludes: ['actor'] });
    const [step] = await steps(made);
    const { rows, names } = await made.get<{ rows: { step: string; target: string }[]; names: Record<string, string> }>(
      'history:rows',
      { step: step!.uid },
    );
    expect(new Set(rows.map((row) => row.step))).toEqual(new Set([step!.uid]));
    expect(Object.values(names)).toEqual(expect.arrayContaining(['weapon', 'actor']));
    await made.get('relations:add-kind', { name: 'cites', from: ['claim'] });
    const [kind] = await steps(made);
    // named only by an item of a list
    expect(Object.values((await made.get<{ names: object }>('history:rows', { step: kind!.uid })).names)).toEqual(
      expect.arrayContaining(['cites', 'claim']),
    );
  });
});

describe('much at once', () => {
  const MANY = 1001;

  /** A corpus with an article in which so many words are tagged. */
  async function openTagged(): Promise<TestSession & { annotations: string[] }> {
    const made = await openWithSteps(0);
    await importFile(made, 'page.txt', 'ferry\n'.repeat(MANY));
    const [article] = (await made.get<{ articles: { uid: string }[] }>('articles:list')).articles;
    const hits = Array.from({ length: MANY }, (_, n) => ({ article: article!.uid, start: n * 6, end: n * 6 + 5 }));
    expect(await made.run('search:tag', { hits, label: 'actor', query: 'ferry' })).toMatchObject({ ok: true });
    const { annotations } = await made.get<{ annotations: { uid: string }[] }>('annotations:list', { limit: 5000 });
    return { ...made, annotations: annotations.map(({ uid }) => uid) };
  }
  async function importFile(made: TestSession, name: string, content: string): Promise<void> {
    writeFileSync(join(made.folder, name), content);
    const report = await made.run('import:run', { pages: [{ handle: made.grant(join(made.folder, name)) }] });
    expect(report).toMatchObject({ ok: true, value: { errors: [] } });
  }
  const table = (rows: number) => `title,text\n${'Title,Some words of it.\n'.repeat(rows)}`;

  test('that is removed is backed up before, and little is not', async () => {
    const made = await openTagged();
    const [one, ...others] = made.annotations;
    expect(others).toHaveLength(MANY - 1);
    await made.get('annotations:remove', { annotations: [one] });
    expect(backupsOf(made.folder)).toEqual([]);
    await made.get('history:undo');
    await made.get('annotations:remove', { annotations: made.annotations });
    expect(backupsOf(made.folder)).toHaveLength(1);
  });

  test('that is imported is backed up before, but into an empty corpus', async () => {
    const made = await openWithSteps(0);
    await importFile(made, 'first.csv', table(MANY));
    expect(backupsOf(made.folder)).toEqual([]);
    await importFile(made, 'second.csv', `${table(MANY)}More,"Other words."\n`);
    expect(backupsOf(made.folder)).toHaveLength(1);
  });

  test('is done also where it cannot be backed up, which is told', async () => {
    const made = await openTagged();
    writeFileSync(join(made.folder, 'War backups'), 'a file where the folder should be');
    await made.get('annotations:remove', { annotations: made.annotations });
    expect(notices(made)).toEqual([expect.stringMatching(/^The automatic backup was not made\./u)]);
    expect(await made.get('annotations:list')).toMatchObject({ total: 0 });
  });
});
