import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const flags = [
  // nothing of the address reaches the disk
  '--incognito',
  '--class=Galley',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-mode',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
];

/** `ended` when the browser has ended, for whatever reason. */
export type AppWindow = { ended: Promise<void>; forgetUrl(): void; close(): Promise<void> };

/**
 * Opens an address of the browser host as a window of its own, with a profile that is thrown away.
 *
 * The address holds a secret: it goes by a page that only its owner may read, never on a command line, where others see it.
 */
export function openAppWindow(browser: string, url: string): AppWindow {
  const folder = mkdtempSync(join(tmpdir(), 'galley-window-'));
  const page = join(folder, 'galley.html'); // the name of the window's class is made from it
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  const script = `<script>location.replace(${JSON.stringify(url)})</script>`;
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>Galley</title>${script}`, { mode: 0o600 });
  const args = [`--app=${pathToFileURL(page).href}`, `--user-data-dir=${profile}`, ...flags];
  const child = spawn(browser, args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  }).then(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return {
    ended,
    forgetUrl: () => rmSync(page, { force: true }),
    async close() {
      child.kill();
      await ended;
    },
  };
}
