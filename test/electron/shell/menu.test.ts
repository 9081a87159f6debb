import { describe, expect, it } from 'vitest';
import { toMenuTemplate, type Command } from '../../../electron/shell/menu.ts';

type Item = Electron.MenuItemConstructorOptions;

const listItems = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? listItems(item.submenu) : [])]);

function createMenu(platform: NodeJS.Platform = 'linux', devTools = false) {
  const chosen: Command[] = [];
  const template = toMenuTemplate({ platform, devTools, choose: (command) => chosen.push(command) });
  return { chosen, items: listItems(template) };
}

describe('the menu', () => {
  it('each of its own items is sent to the page as its command', () => {
    const { items, chosen } = createMenu();
    for (const item of items) (item.click as (() => void) | undefined)?.();
    expect(chosen).toEqual(['new', 'open', 'import', 'export', 'undo', 'redo', 'shortcuts']);
  });

  it('undo and redo take no keys and no role, so that text fields keep their own', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const { items } = createMenu(platform);
      expect(items.filter(({ role }) => role === 'undo' || role === 'redo' || role === 'editMenu')).toEqual([]);
      for (const id of ['undo', 'redo']) expect(items.find((item) => item.id === id)).not.toHaveProperty('accelerator');
    }
  });

  it('opening, importing and exporting have the keys that they have in the page', () => {
    const keys = createMenu().items.flatMap(({ id, accelerator }) => (accelerator ? [[id, accelerator]] : []));
    expect(keys).toEqual([
      ['open', 'CmdOrCtrl+O'],
      ['import', 'CmdOrCtrl+I'],
      ['export', 'CmdOrCtrl+E'],
    ]);
  });

  it('reloading and the developer tools are in builds for developers alone', () => {
    const roles = (devTools: boolean) => createMenu('linux', devTools).items.map(({ role }) => role);
    expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu'])
      expect(roles(false)).not.toContain(role);
  });

  it('a Mac has its app menu first', () => {
    expect(createMenu('darwin').items[0]).toEqual({ role: 'appMenu' });
    expect(createMenu('linux').items.map(({ role }) => role)).not.toContain('appMenu');
  });
});
