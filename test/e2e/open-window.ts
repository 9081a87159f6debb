import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../helpers/browser.ts';
import { startHost } from '../helpers/host.ts';

/** A window of Galley in a home of its own; `home` is a temporary folder. */
export type TestWindow = {
  page: Page;
  home: string;
  /** What went against the content security policy, or broke, in the page. */
  violations: string[];
  close(): Promise<void>;
};

let browser: Browser | undefined;

/** Starts a host with what `prepare` put into its home, and opens its page. `name`: who is known to be at the keyboard. */
export async function openWindow({
  name,
  prepare,
}: {
  name?: string;
  /** Gives the corpus to start with. */
  prepare?(home: string): Promise<string>;
} = {}): Promise<TestWindow> {
  browser ??= await launchBrowser();
  const home = mkdtempSync(join(tmpdir(), 'galley-test-'));
  mkdirSync(join(home, 'settings'));
  if (name !== undefined) writeFileSync(join(home, 'settings', 'settings.json'), JSON.stringify({ name }));
  const corpus = await prepare?.(home);
  const host = await startHost({ home, ...(corpus !== undefined && { corpus }) });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('pageerror', (error) => violations.push(error.message));
  await page.exposeFunction('reportViolation', (what: string) => void violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { reportViolation(what: string): void }).reportViolation(
        `${violatedDirective} ${blockedURI}`,
      ),
    );
  });
  await page.goto(host.url);
  return {
    page,
    home,
    violations,
    async close() {
      await context.close();
      await host.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
