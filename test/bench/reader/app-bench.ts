import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Bridge } from '#shared/api/contract';
import { buildRenderer } from '../../../build/build-app.ts';
import { launchBrowser } from '../../helpers/browser.ts';
import { startHost } from '../../helpers/host.ts';
import { toQuantile, toRow, type Row } from '../row.ts';
import { measureBareCommits } from '../tag-bench.ts';
import { makeReaderCorpus, type ArticleSize } from './make-reader-corpus.ts';
import { measureLine } from './measure-line.ts';
import { watchTags, type TagTimes } from './watch-tags.ts';

const LARGE: ArticleSize = { size: 1_000_000, annotations: 10_000 };
const USUAL: ArticleSize = { size: 20_000, annotations: 200 };
const MANY = 200;
const FEW = 20;
const KEYS = 60;
/** For what is drawn and asked for in the background. */
const SETTLE_MS = 100;
/** Until the texts of closed articles have been let go, and what is suggested for a long one is there. */
const REST_MS = 6000;

/** Opens an address of the host and waits until the first article stands in its list. */
async function openApp(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
  await page.goto(url);
  await page.getByRole('option').first().waitFor();
  return page;
}

const goTo = (page: Page, article: string) =>
  page.evaluate((uid) => {
    location.hash = `#/annotate/${uid}`;
  }, article);

/**
 * Tags words here and there in the open article; times from the key's event. `from`: how far into the text the first ones stand, so
 * that none is tagged twice, which would draw and save nothing. Unit: ms; a share of the text.
 */
async function measureTags(page: Page, from: number): Promise<TagTimes> {
  await page.evaluate(watchTags);
  const reader = page.locator('.reader');
  const { x, y, width, height } = (await reader.boundingBox())!;
  for (let turn = 0; turn < KEYS; turn += 1) {
    if (turn % 8 === 0) {
      await reader.evaluate((box, share) => box.scrollTo(0, box.scrollHeight * share), from + turn / KEYS);
      await page.waitForTimeout(500);
      await page.mouse.click(x + width / 2, y + height / 2);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.waitForTimeout(150);
    await page.keyboard.press('a');
    await page.waitForTimeout(300);
  }
  return page.evaluate(() => window.tagTimes);
}

type Held = { heap: number; nodes: number; listeners: number };

/** What the page holds on to after a collection of garbage. */
async function measureHeld(page: Page, cdp: CDPSession): Promise<Held> {
  await page.waitForTimeout(REST_MS);
  for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const get = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { heap: get('JSHeapUsedSize'), nodes: get('Nodes'), listeners: get('JSEventListeners') };
}

/** Opens articles in turn; what is held after the first few and after all of them. */
async function measureMemory(page: Page, articles: string[]): Promise<{ few: Held; all: Held }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  let few: Held | undefined;
  for (const [n, article] of articles.entries()) {
    await goTo(page, article);
    await page.waitForFunction((uid) => location.hash.includes(uid), article);
    await page.locator('.reader .tg').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(SETTLE_MS);
    if (n + 1 === FEW) few = await measureHeld(page, cdp);
  }
  return { few: few!, all: await measureHeld(page, cdp) };
}

const showSuggestions = (page: Page, suggestions: 'shown' | 'hidden') =>
  page.evaluate(
    (asked) =>
      (window as unknown as { galley: Bridge }).galley.call('settings:set', { reading: { suggestions: asked } }),
    suggestions,
  );

function toTagRows(size: string, { painted, saved }: TagTimes, { line, bare }: { line: number; bare: number }): Row[] {
  const unit = 'ms';
  const reach = Math.min(33, line + 8);
  return [
    toRow({ name: 'app: label key to painted, p50', size, value: toQuantile(painted, 0.5), unit, reference: line }),
    toRow({
      name: 'app: label key to painted, p95',
      size,
      value: toQuantile(painted, 0.95),
      unit,
      reference: line,
      reach,
    }),
    toRow({ name: 'app: label key to saved, p50', size, value: toQuantile(saved, 0.5), unit, reference: bare }),
    toRow({
      name: 'app: label key to saved, p95',
      size,
      value: toQuantile(saved, 0.95),
      unit,
      reference: bare,
      reach: 33,
    }),
  ];
}

/** The reader inside the app, through the real browser host: key to painted, key to saved, and what stays in memory. */
export async function runAppBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
  const usual = Array.from({ length: MANY }, () => USUAL);
  const { path, articles } = await makeReaderCorpus(folder, [LARGE, ...usual]);
  await buildRenderer();
  mkdirSync(join(folder, 'settings'));
  writeFileSync(join(folder, 'settings', 'settings.json'), JSON.stringify({ name: 'Ada' }));
  const host = await startHost({ corpus: path, home: folder });
  const browser = await launchBrowser();
  try {
    const page = await openApp(browser, host.url);
    const line = toQuantile(await measureLine(browser, KEYS), 0.95);
    await page.bringToFront();
    const bare = toQuantile(await measureBareCommits(), 0.95);
    const rows: Row[] = [];
    for (const { what, article, suggestions, from } of [
      { what: '20 kB, 200 annotations', article: articles[1]!, suggestions: 'shown', from: 0 },
      { what: '1 MB, 10,000 annotations, suggestions hidden', article: articles[0]!, suggestions: 'hidden', from: 0 },
      { what: '1 MB, 10,000 annotations, suggestions shown', article: articles[0]!, suggestions: 'shown', from: 0.1 },
    ] as const) {
      await showSuggestions(page, suggestions);
      await goTo(page, article);
      await page.locator('.reader .tg').first().waitFor({ state: 'attached' });
      await page.waitForTimeout(suggestions === 'shown' ? 2 * REST_MS : REST_MS);
      rows.push(...toTagRows(what, await measureTags(page, from), { line, bare }));
    }
    const { few, all } = await measureMemory(page, articles.slice(1));
    return [
      ...rows,
      ...(['heap', 'nodes', 'listeners'] as const).map((what) =>
        toRow({
          name: `app: ${what} held after opening ${MANY} articles, beside after ${FEW}`,
          size: '20 kB, 200 annotations each',
          value: all[what] / few[what],
          unit: '×',
          reach: 1.2,
        }),
      ),
    ];
  } finally {
    await browser.close();
    await host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) process.stdout.write(`${(await runAppBench()).map((row) => JSON.stringify(row)).join('\n')}\n`);
