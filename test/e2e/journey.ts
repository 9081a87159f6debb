import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Bridge, CallName, Input, Output, Result } from '#shared/api/contract';
import { launchBrowser } from '../helpers/browser.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { startHost } from '../helpers/host.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/journey/${name}`, import.meta.url), 'utf8');

const files = [
  { name: 'jetty.txt', outlet: 'The Harbour Post' },
  { name: 'arabic.txt', outlet: 'The Harbour Post' },
  { name: 'second-night.txt' },
] as const;

/** A window of Galley on a corpus of Sara's with three articles. */
export type Journey = {
  page: Page;
  /** The address that the page was opened at; it works once. */
  address: string;
  /** What went against the content security policy, or broke, in the page. */
  violations: string[];
  /** Uids by the names of the files. */
  articles: Record<(typeof files)[number]['name'], string>;
  /** A call as the page makes it. */
  call<C extends CallName>(name: C, input: Input<C>): Promise<Output<C>>;
  close(): Promise<void>;
};

let browser: Browser | undefined;

/** Starts a host of its own with a corpus of its own, and opens its page. */
export async function openJourney(): Promise<Journey> {
  browser ??= await launchBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'));
  mkdirSync(join(folder, 'settings'));
  writeFileSync(join(folder, 'settings', 'settings.json'), JSON.stringify({ name: 'Sara' }));
  const { path, articles } = await createCorpus(folder);
  const host = await startHost({ corpus: path, home: folder });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const violations: string[] = [];
  page.on('pageerror', (error) => violations.push(error.message));
  await page.exposeFunction('reportViolation', (what: string) => void violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { reportViolation(what: string): void }).reportViolation(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  await page.goto(host.url);
  return {
    page,
    address: host.url,
    violations,
    articles,
    async call(name, input) {
      const asked: { name: string; input: unknown } = { name, input };
      const result = (await page.evaluate(
        (call) => (window as unknown as { galley: Bridge }).galley.call(call.name as CallName, call.input as never),
        asked,
      )) as Result<Output<typeof name>>;
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value;
    },
    async close() {
      await context.close();
      await host.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createCorpus(folder: string) {
  const made = new TestCorpus(folder, 1);
  const uids: [string, string][] = [];
  for (const { name, ...known } of files) {
    const report = await made.import({ [name]: fixture(name) }, { options: { split: 'never', ...known } });
    uids.push([name, report.articles[0]!.uid]);
  }
  made.corpus.close();
  return { path: made.path, articles: Object.fromEntries(uids) as Journey['articles'] };
}

/** Where in the window such words of the open article begin or end; they are scrolled into sight. */
export function findPoint(page: Page, words: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ words, edge }) => {
      const walker = document.createTreeWalker(document.querySelector('.reader-text')!, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; from: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, from: text.length });
        text += node.nodeValue!;
      }
      const at = text.indexOf(words) + (edge === 'end' ? words.length - 1 : 0);
      const { node, from } = nodes.findLast((each) => each.from <= at)!;
      node.parentElement!.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at - from);
      range.setEnd(node, at - from + 1);
      const { left, right, top, height } = range.getBoundingClientRect();
      const isRtl = getComputedStyle(node.parentElement!).direction === 'rtl';
      return { x: (edge === 'start') === isRtl ? right : left, y: top + height / 2 };
    },
    { words, edge },
  );
}
