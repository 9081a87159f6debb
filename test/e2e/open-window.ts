import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Reading, Settings } from '#shared/domain/settings';
import { launchBrowser } from '../helpers/browser.ts';
import { startHost } from '../helpers/host.ts';
import { lagBehind } from './lag.ts';

/** A page in a window of its own. `violations`: what went against the content security policy, or broke, in it. */
type WatchedPage = { page: Page; violations: string[] };

/** A window of Galley in a home of its own; `home` is a temporary folder. */
export type TestWindow = WatchedPage & {
  home: string;
  /** The address that the page was opened at; it works once. */
  address: string;
  /** Ends the host as a crash does; the page stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

/** What an installation remembers, as far as a test says so. */
export type GivenSettings = Partial<Omit<Settings, 'reading'>> & { reading?: Partial<Reading> | undefined };

/** Puts settings in the place of those that a host with this home has; it hears of them when it next changes any. */
export function writeSettings(home: string, settings: GivenSettings): void {
  const path = join(home, 'settings', 'settings.json');
  writeFileSync(`${path}.new`, JSON.stringify(settings));
  renameSync(`${path}.new`, path); // a host that reads meanwhile finds a whole file
}

export const VIEWPORT = { width: 1440, height: 900 };

/** Of this worker; files of tests share it. */
let browser: Browser | undefined;

/** Opens an address in a window of its own, watched from its first script on. */
export async function openWatchedPage(url: string): Promise<WatchedPage> {
  if (!browser?.isConnected()) browser = await launchBrowser();
  const context = await browser.newContext({ viewport: VIEWPORT, acceptDownloads: true });
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('pageerror', (error) => violations.push(error.message));
  await page.exposeFunction('reportViolation', (what: string) => void violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (globalThis as unknown as { reportViolation(what: string): void }).reportViolation(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  if (process.env['GALLEY_LAG']) await lagBehind(page, process.env['GALLEY_LAG']);
  await page.goto(url);
  await loadFonts(page);
  return { page, violations };
}

/** Lines break anew when a font comes; no journey should click on where a word was before. */
export const loadFonts = (page: Page) =>
  page.evaluate(() => Promise.allSettled([...document.fonts].map((font) => font.load())));

/** Starts a host with what `prepare` put into its home, and opens its page. `name`: who is known to be at the keyboard. */
export async function openWindow({
  name,
  reading,
  prepare,
}: {
  name?: string;
  /** How articles are set, where that is not as at first. */
  reading?: Partial<Reading>;
  /** Gives the corpus to start with. */
  prepare?(home: string): Promise<string>;
} = {}): Promise<TestWindow> {
  const home = mkdtempSync(join(tmpdir(), 'galley-test-'));
  mkdirSync(join(home, 'settings'));
  if (name !== undefined) writeSettings(home, { name, reading });
  const corpus = await prepare?.(home);
  const host = await startHost({ home, ...(corpus !== undefined && { corpus }) });
  const { page, violations } = await openWatchedPage(host.url);
  return {
    page,
    home,
    address: host.url,
    violations,
    async kill() {
      await host.kill('SIGKILL');
    },
    async close() {
      await page.context().close();
      await host.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
