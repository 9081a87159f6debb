import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/browser.ts';
import { toQuantile, toRow, type Row } from '../row.ts';
import { measureLine } from './measure-line.ts';
import type { RecogitoApi, SampleArticle } from './page/page-api.ts';
import { makeArticle } from './sample-article.ts';
import { serveReaderPage } from './serve-page.ts';

const KEYS = 40;
const OPENINGS = 5;
/** Ways from end to end; each takes seconds. */
const TURNS = 3;

type Renderer = Parameters<RecogitoApi['open']>[1];

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

type Seen = { painted: number; frame: number };

/** The best of a few openings, and of the worst frames of a few ways from end to end; of the reader, or of plain paragraphs. */
async function measureOurs(page: Page, article: SampleArticle, what: 'open' | 'openPlain'): Promise<Seen> {
  const seen: Seen[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const painted = await page.evaluate(([sample, how]) => window.page[how](sample), [article, what] as const);
    seen.push({ painted, frame: await page.evaluate(() => window.page.scrollThrough()) });
  }
  return toBest(seen);
}

/** The other library with one of its renderers, on the same text and annotations. */
async function measureRecogito(page: Page, article: SampleArticle, renderer: Renderer): Promise<Seen> {
  const seen: Seen[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const painted = await page.evaluate(([sample, how]) => window.recogito.open(sample, how), [
      article,
      renderer,
    ] as const);
    seen.push({ painted, frame: await page.evaluate(() => window.recogito.scrollThrough()) });
  }
  return toBest(seen);
}

/** Other work on the machine only ever adds. */
const toBest = (seen: Seen[]): Seen => ({
  painted: Math.min(...seen.map(({ painted }) => painted)),
  frame: Math.min(...seen.map(({ frame }) => frame)),
});

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, locale: 'en' });
  page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`));
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** How the reader holds at 1 MB of text and 10,000 annotations (decisions 0005 and 0014), beside another library's. */
export async function runReaderBench(): Promise<Row[]> {
  const served = await serveReaderPage();
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, served.url);
    const big = makeArticle(1_000_000, 10_000);
    const usual = await measureOpening(page, 20_000, 200);
    const large = await measureOpening(page, 1_000_000, 10_000);
    const plain = await measureOurs(page, big, 'openPlain');
    const ours = await measureOurs(page, big, 'open');
    const line = toQuantile(await measureLine(browser, KEYS), 0.95);
    await page.bringToFront();
    const { move, tag } = await measureTagKeys(page, big.text.length);
    await page.close();
    const size = '1 MB, 10,000 annotations';
    const rows = [
      toRow({ name: 'reader: open to painted', size: '20 kB, 200 annotations', unit: 'ms', reach: 50, ...usual }),
      toRow({ name: 'reader: open to painted', size, unit: 'ms', reach: 400, ...large }),
      toRow({
        name: 'reader: label key to painted, p95',
        size,
        value: toQuantile(tag, 0.95),
        unit: 'ms',
        reference: line,
        reach: Math.min(33, line + 8),
      }),
      toRow({
        name: 'reader: arrow key to painted, p95',
        size,
        value: toQuantile(move, 0.95),
        unit: 'ms',
        reference: line,
        reach: 50,
      }),
      toRow({
        name: 'reader: worst frame, end to end',
        size,
        value: ours.frame,
        unit: 'ms',
        reference: plain.frame,
        reach: 50,
      }),
    ];
    const value = ours.painted + ours.frame;
    for (const renderer of ['SPANS', 'CSS_HIGHLIGHTS'] as const) {
      const other = await openPage(browser, `${served.url}recogito.html`);
      const theirs = await measureRecogito(other, big, renderer);
      await other.close();
      const reference = theirs.painted + theirs.frame;
      const name = `reader: painted + worst frame, beside Recogito ${renderer}`;
      rows.push(toRow({ name, size, value, unit: 'ms', reference, reach: reference }));
    }
    return rows;
  } finally {
    await browser.close();
    await served.close();
  }
}

if (import.meta.main)
  process.stdout.write(`${(await runReaderBench()).map((row) => JSON.stringify(row)).join('\n')}\n`);
