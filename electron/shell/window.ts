import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { PAGE_ADDRESS } from './page-address.ts';

const MOST_RELOADS = 3;

/** The window's options; every one that guards the page is written out, whatever Electron's default is. */
export const toWindowOptions = (preload: string, session: Session, devTools: boolean) =>
  ({
    title: 'Galley',
    width: 1360,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload,
      session,
      devTools,
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
  }) as const satisfies BrowserWindowConstructorOptions;

export type OpenedWindow = Pick<BrowserWindow, 'once' | 'show' | 'loadURL'> & {
  webContents: Pick<BrowserWindow['webContents'], 'on' | 'isDestroyed'>;
};

/** Loads the page and shows it once it has been drawn; a page that died is loaded again, a few times. */
export function showPage(window: OpenedWindow, logBug: (text: string) => void): void {
  let reloads = 0;
  const load = () =>
    void window.loadURL(PAGE_ADDRESS).catch((error: unknown) => logBug(`loading the page: ${String(error)}`));
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    logBug(`the page ended: ${reason}`);
    reloads += 1;
    if (reloads <= MOST_RELOADS && !window.webContents.isDestroyed()) load();
  });
  load();
}

/** Brings the window to the front. */
export function focusWindow(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'focus'>): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
