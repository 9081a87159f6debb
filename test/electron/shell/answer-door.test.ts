import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/api/contract';
import { Handle } from '#shared/domain/ids';
import { createDoorAnswer, type DoorOptions } from '../../../electron/shell/answer-door.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'galley-door-'))));
afterEach(() => rmSync(home, { recursive: true }));

const window = {} as Electron.BaseWindow;
type Shown = Electron.OpenDialogOptions | Electron.SaveDialogOptions;

const unwritable: Result<never> = { ok: false, error: { code: 'folder-read-only', values: { folder: '/' } } };

/** The door before a person who answers each dialog with these paths; none means that it was cancelled. */
function createDoor(chosen: string[], ownFolder: string | null = join(home, 'Galley')) {
  const shown: Shown[] = [];
  const granted = new Map<string, string>();
  const logged: string[] = [];
  const note = (given: unknown[]) => {
    if (given[0] !== window) throw new Error('A dialog belongs to the window');
    shown.push(given[1] as Shown);
  };
  const dialog: DoorOptions['dialog'] = {
    showOpenDialog: (...given: unknown[]) => {
      note(given);
      return Promise.resolve({ canceled: chosen.length === 0, filePaths: chosen });
    },
    showSaveDialog: (...given: unknown[]) => {
      note(given);
      return Promise.resolve({ canceled: chosen.length === 0, filePath: chosen[0] ?? '' });
    },
  };
  const grant = (path: string) => {
    const handle = Handle.parse(`00000000-0000-4000-8000-00000000000${granted.size}`);
    granted.set(handle, path);
    return handle;
  };
  const forward = (name: string): Promise<Result<unknown>> =>
    Promise.resolve(ownFolder && name === 'places:list' ? { ok: true, value: { folder: ownFolder } } : unwritable);
  const printReport = () => Promise.resolve();
  const answer = createDoorAnswer({ dialog, window, forward, grant, printReport, logBug: (text) => logged.push(text) });
  return { answer, shown, granted, logged, list: () => [...granted.values()] };
}

describe('files to import', () => {
  it('the page gets a handle and a name for each that was chosen, and no path', async () => {
    const door = createDoor(['/texts/one.txt', '/texts/two.txt']);
    const result = await door.answer('door:choose-files', {});
    expect(result).toMatchObject({ ok: true, value: { files: [{ name: 'one.txt' }, { name: 'two.txt' }] } });
    expect(JSON.stringify(result)).not.toContain('/texts');
    expect(door.list()).toEqual(['/texts/one.txt', '/texts/two.txt']);
    expect(door.shown[0]?.properties).toEqual(['openFile', 'multiSelections']);
  });

  it('a folder is asked for by itself', async () => {
    const door = createDoor(['/texts']);
    expect(await door.answer('door:choose-files', { what: 'folder' })).toMatchObject({
      ok: true,
      value: { files: [{ name: 'texts' }] },
    });
    expect(door.shown[0]?.properties).toEqual(['openDirectory']);
  });

  it('thinking better of it gives none', async () => {
    expect(await createDoor([]).answer('door:choose-files', {})).toEqual({ ok: true, value: { files: [] } });
  });
});

describe('a corpus', () => {
  it('one that is opened becomes a handle; the dialog begins in the own folder', async () => {
    const door = createDoor(['/c/war.galley']);
    expect(await door.answer('door:choose-corpus', { purpose: 'open' })).toMatchObject({ ok: true });
    expect(door.list()).toEqual(['/c/war.galley']);
    expect(door.shown[0]?.defaultPath).toBe(join(home, 'Galley'));
    expect(door.shown[0]?.filters?.[0]?.extensions).toEqual(['galley']);
  });

  it('a new one is suggested under a name that every system takes, and gets the ending', async () => {
    const door = createDoor(['/c/war']);
    await door.answer('door:choose-corpus', { purpose: 'new', suggestedName: 'War: 2019/1' });
    expect(door.shown[0]?.defaultPath).toBe(join(home, 'Galley', 'War  2019 1.galley'));
    expect(door.list()).toEqual(['/c/war.galley']);
    const again = createDoor(['/c/war.galley']);
    await again.answer('door:choose-corpus', { purpose: 'new' });
    expect(again.list()).toEqual(['/c/war.galley']);
  });

  it('is suggested by its name alone where the own folder cannot be made', async () => {
    const door = createDoor([], null);
    await door.answer('door:choose-corpus', { purpose: 'new', suggestedName: 'War' });
    expect(door.shown[0]?.defaultPath).toBe('War.galley');
  });

  it('thinking better of it gives null', async () => {
    for (const purpose of ['open', 'new'])
      expect(await createDoor([]).answer('door:choose-corpus', { purpose })).toEqual({
        ok: true,
        value: { handle: null },
      });
  });
});

describe('the folder of a dataset', () => {
  const begin = async (chosen: string, name = 'War') => {
    const door = createDoor([chosen]);
    const begun = (await door.answer('door:begin-export', { name })) as { value: { folder: Handle } };
    return { door, folder: begun.value.folder, path: door.list()[0] };
  };

  it('is the chosen one where that is empty, else a new one in it under a free name', async () => {
    const full = join(home, 'full');
    mkdirSync(full);
    expect((await begin(full)).path).toBe(full);
    writeFileSync(join(full, 'x'), '');
    expect((await begin(full)).path).toBe(join(full, 'War'));
    mkdirSync(join(full, 'War'));
    expect((await begin(full)).path).toBe(join(full, 'War 2'));
    expect((await begin(full, '../a/b')).path).toBe(join(full, 'a b'));
  });

  it('the end says where it was saved, once, and only for what was begun here', async () => {
    const { door, folder } = await begin(home);
    expect(await door.answer('door:end-export', { folder })).toEqual({
      ok: true,
      value: { savedTo: home, download: null },
    });
    const unknown = { ok: false, error: { code: 'handle-unknown' } };
    expect(await door.answer('door:end-export', { folder })).toMatchObject(unknown);
    expect(await door.answer('door:end-export', { folder: Handle.parse(crypto.randomUUID()) })).toMatchObject(unknown);
  });

  it('thinking better of it gives null', async () => {
    const door = createDoor([]);
    expect(await door.answer('door:begin-export', { name: 'War' })).toEqual({ ok: true, value: { folder: null } });
    expect(door.list()).toEqual([]);
  });
});

it('the page learns that this door has dialogs', async () => {
  expect(await createDoor([]).answer('door:about', {})).toEqual({ ok: true, value: { kind: 'desktop' } });
});

it('bad input opens no dialog', async () => {
  const door = createDoor(['/x']);
  for (const input of [undefined, { purpose: 'both' }, { purpose: 'new', suggestedName: 'x'.repeat(101) }])
    expect(await door.answer('door:choose-corpus', input)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  expect(door.shown).toEqual([]);
});

it('what nobody expected is logged and comes back as the neutral failure', async () => {
  const door = createDoor([join(home, 'file')]);
  writeFileSync(join(home, 'file'), '');
  expect(await door.answer('door:begin-export', { name: 'War' })).toMatchObject({
    ok: false,
    error: { code: 'internal' },
  });
  expect(door.logged).toEqual([expect.stringContaining('door:begin-export: Error: ENOTDIR')]);
});
