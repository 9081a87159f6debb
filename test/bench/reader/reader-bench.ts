import type { Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser.ts';
import { toQuantile, toRow, type Row } from '../row.ts';
import { makeArticle } from './sample-article.ts';
import { serveReaderPage } from './serve-page.ts';

const KEYS = 40;
const OPENINGS = 5;

async function measureOpening(
  page: Page,
  size: number,
  annotations: number,
): Promise<{ value: number; reference: number }> {
  const article = makeArticle(size, annotations);
  const measure = (plain: boolean) =>
    page.evaluate(([sample, isPlain]) => (isPlain ? window.page.openPlain(sample) : window.page.open(sample)), [
      article,
      plain,
    ] as const);
  const opened: number[] = [];
  const plain: number[] = [];
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    plain.push(await measure(true));
    opened.push(await measure(false));
  }
  return { value: toQuantile(opened, 0.5), reference: toQuantile(plain, 0.5) };
}

async function measureLineKeys(page: Page): Promise<number[]> {
  await page.evaluate(() => window.page.openLine());
  for (let turn = 0; turn < KEYS; turn += 1) {
    await page.keyboard.press('a');
    await page.waitForTimeout(20);
    await page.evaluate(() => document.querySelector('#line')?.classList.remove('sel'));
  }
  return page.evaluate(() => window.page.keyTimes.splice(0));
}

/** Selects words with the keyboard here and there in the article and tags each. */
async function measureTagKeys(page: Page, length: number): Promise<{ move: number[]; tag: number[] }> {
  const move: number[] = [];
  const tag: number[] = [];
  const takeTimes = () => page.evaluate(() => window.page.keyTimes.splice(0));
  for (let turn = 0; turn < KEYS; turn += 1) {
    if (turn % 8 === 0) {
      await page.evaluate((offset) => window.page.scrollTo(offset), Math.floor((length * (turn + 1)) / (KEYS + 1)));
      await page.waitForTimeout(400);
      await page.mouse.click(500, 400);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.waitForTimeout(60);
    move.push(...(await takeTimes()));
    await page.keyboard.press('a');
    await page.waitForTimeout(60);
    tag.push(...(await takeTimes()));
  }
  return { move, tag };
}

/** The longest time between two frames while the wheel turns. */
async function measureScrolling(page: Page): Promise<number> {
  await page.mouse.move(500, 400);
  await page.evaluate(() => window.page.watchFrames());
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => window.page.takeWorstFrame());
}

/** How the reader holds at 1 MB of text and 10,000 annotations (decision 0005). */
export async function runReaderBench(): Promise<Row[]> {
  const served = await serveReaderPage();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, locale: 'en' });
    page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
    await page.goto(served.url);
    await page.evaluate(() => document.fonts.ready);
    const big = makeArticle(1_000_000, 10_000);
    const usual = await measureOpening(page, 20_000, 200);
    const large = await measureOpening(page, 1_000_000, 10_000);
    await page.evaluate((article) => window.page.openPlain(article), big);
    const plainFrame = await measureScrolling(page);
    const line = await measureLineKeys(page);
    await page.evaluate((article) => window.page.open(article), big);
    const frame = await measureScrolling(page);
    const { move, tag } = await measureTagKeys(page, big.text.length);
    const size = '1 MB, 10,000 annotations';
    return [
      toRow({ name: 'reader: open to painted', size: '20 kB, 200 annotations', unit: 'ms', reach: 50, ...usual }),
      toRow({ name: 'reader: open to painted', size, unit: 'ms', reach: 400, ...large }),
      toRow({
        name: 'reader: label key to painted, p95',
        size,
        value: toQuantile(tag, 0.95),
        unit: 'ms',
        reference: toQuantile(line, 0.95),
        reach: 50,
      }),
      toRow({
        name: 'reader: arrow key to painted, p95',
        size,
        value: toQuantile(move, 0.95),
        unit: 'ms',
        reference: toQuantile(line, 0.95),
        reach: 50,
      }),
      toRow({
        name: 'reader: worst frame while scrolling',
        size,
        value: frame,
        unit: 'ms',
        reference: plainFrame,
        reach: 100,
      }),
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

if (import.meta.main)
  process.stdout.write(`${(await runReaderBench()).map((row) => JSON.stringify(row)).join('\n')}\n`);
