import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { printReport, toPrintingOptions, type PrintingWindow } from '../../../electron/shell/print-report.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'galley-print-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A window that notes what is done with it, and prints these words. */
function createWindow(prints: () => Promise<Buffer>) {
  const done: string[] = [];
  const window: PrintingWindow = {
    loadFile: (path) => Promise.resolve(void done.push(`load ${path}`)),
    destroy: () => void done.push('destroy'),
    webContents: { printToPDF: prints },
  };
  return { done, open: () => window };
}

it('a report gets a PDF beside it, and the window that printed it is gone', async () => {
  writeFileSync(join(folder, 'report.html'), '<!doctype html>');
  const { done, open } = createWindow(() => Promise.resolve(Buffer.from('%PDF')));
  await printReport(folder, open);
  expect(readFileSync(join(folder, 'report.pdf'), 'utf8')).toBe('%PDF');
  expect(done).toEqual([`load ${join(folder, 'report.html')}`, 'destroy']);
});

it('a folder without a report is left as it is', async () => {
  const { done, open } = createWindow(() => Promise.resolve(Buffer.from('%PDF')));
  await printReport(folder, open);
  expect([readdirSync(folder), done]).toEqual([[], []]);
});

it('the window is gone too where printing failed', async () => {
  writeFileSync(join(folder, 'report.html'), '');
  const { done, open } = createWindow(() => Promise.reject(new Error('no printer')));
  await expect(printReport(folder, open)).rejects.toThrow('no printer');
  expect([done.at(-1), readdirSync(folder)]).toEqual(['destroy', ['report.html']]);
});

it('nothing runs in it', () => {
  const session = {} as Electron.Session;
  expect(toPrintingOptions(session).webPreferences).toMatchObject({ session, javascript: false, sandbox: true });
});
