import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';

export type PrintingWindow = Pick<BrowserWindow, 'loadFile' | 'destroy'> & {
  webContents: Pick<BrowserWindow['webContents'], 'printToPDF'>;
};

/** A window that nobody sees, in which nothing runs. */
export const toPrintingOptions = (session: Session) =>
  ({
    show: false,
    webPreferences: {
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
    },
  }) as const satisfies BrowserWindowConstructorOptions;

/** Puts a PDF of the report of a comparison beside it; does nothing where a folder has none. */
export async function printReport(folder: string, openWindow: () => PrintingWindow): Promise<void> {
  const report = join(folder, 'report.html');
  if (!existsSync(report)) return;
  const window = openWindow();
  try {
    await window.loadFile(report);
    const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true } as const;
    writeFileSync(join(folder, 'report.pdf'), await window.webContents.printToPDF(options), { flag: 'wx' });
  } finally {
    window.destroy();
  }
}
