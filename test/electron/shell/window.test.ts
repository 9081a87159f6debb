import { expect, it } from 'vitest';
import { focusWindow, showPage, toWindowOptions } from '../../../electron/shell/window.ts';
import { FakeEmitter } from './fake-emitter.ts';

class FakeWindow extends FakeEmitter {
  readonly loaded: string[] = [];
  shown = 0;
  failure: Error | undefined;
  webContents = Object.assign(new FakeEmitter(), { isDestroyed: () => false });
  show(): void {
    this.shown += 1;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return this.failure ? Promise.reject(this.failure) : Promise.resolve();
  }
}
const session = {} as Electron.Session;

it('every guard of the page is on, and nothing is left to a default', () => {
  expect(toWindowOptions('/out/preload.cjs', session, false)).toEqual({
    title: 'Galley',
    width: 1360,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload: '/out/preload.cjs',
      session,
      devTools: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
});

it('only a build for developers has their tools', () => {
  expect(toWindowOptions('', session, true).webPreferences.devTools).toBe(true);
});

it('the window is shown when the page has been drawn, not before', () => {
  const window = new FakeWindow();
  showPage(window, () => {});
  expect([window.loaded, window.shown]).toEqual([['app://galley/index.html'], 0]);
  window.emit('ready-to-show');
  expect(window.shown).toBe(1);
});

it('a page that died is loaded again, three times at most, and it is logged', () => {
  const window = new FakeWindow();
  const logged: string[] = [];
  showPage(window, (text) => logged.push(text));
  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  for (let n = 0; n < 5; n += 1) window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
  expect(window.loaded).toHaveLength(4);
  expect(logged).toEqual(Array(5).fill('the page ended: crashed'));
});

it('a page that cannot be loaded is logged', async () => {
  const window = new FakeWindow();
  window.failure = new Error('ERR_FAILED');
  const logged = Promise.withResolvers<string>();
  showPage(window, logged.resolve);
  expect(await logged.promise).toBe('loading the page: Error: ERR_FAILED');
});

it('a minimised window is restored when it is brought to the front', () => {
  const done: string[] = [];
  const window = (isMinimized: boolean) => ({
    isMinimized: () => isMinimized,
    restore: () => void done.push('restore'),
    focus: () => void done.push('focus'),
  });
  focusWindow(window(false));
  focusWindow(window(true));
  expect(done).toEqual(['focus', 'restore', 'focus']);
});
