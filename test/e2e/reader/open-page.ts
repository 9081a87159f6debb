import type { Browser, Page } from 'playwright-core';
import type { SampleArticle } from '../../bench/reader/page/page-api.ts';

type DeskState = {
  caret: number | null;
  span: { start: number; end: number } | null;
  focused: string | null;
  violations: string[];
};

/** A page with an article open and drawn. */
export async function openArticle(browser: Browser, url: string, article: SampleArticle): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1300 }, locale: 'en' });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  // all of them: `fonts.ready` may say so before the first was asked for
  await page.evaluate(() => Promise.allSettled([...document.fonts].map((font) => font.load())));
  await page.evaluate((sample) => window.page.open(sample), article);
  return page;
}

/** The words of the sheet as the page holds them, blocks parted by a blank line. */
export const readText = (page: Page): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll('.b-text')].map((block) => block.textContent).join('\n\n'));

export const readDesk = async (page: Page): Promise<DeskState> =>
  page.evaluate(() => ({ ...window.page.selection, focused: window.page.focused, violations: window.page.violations }));

/** Where a quote stands on screen: just inside its first character, and its left and right ends. Unit: CSS pixels. */
export const findOnScreen = (
  page: Page,
  quote: string,
): Promise<{ x: number; y: number; left: number; right: number }> =>
  page.evaluate((wanted) => {
    for (const block of document.querySelectorAll('.b-text')) {
      const at = block.textContent.indexOf(wanted);
      if (at === -1) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let passed = 0;
      let started = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue!.length;
        if (!started && at < passed + length) {
          range.setStart(node, at - passed);
          started = true;
        }
        if (started && at + wanted.length <= passed + length) {
          range.setEnd(node, at + wanted.length - passed);
          break;
        }
        passed += length;
      }
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      const first = rects[0]!;
      return {
        x: first.left + Math.min(2, first.width / 4),
        y: (first.top + first.bottom) / 2,
        left: Math.min(...rects.map(({ left }) => left)),
        right: Math.max(...rects.map(({ right }) => right)),
      };
    }
    throw new Error(`“${wanted}” is not on screen`);
  }, quote);

/** Clicks on the first character of a quote. */
export async function clickOn(page: Page, quote: string): Promise<void> {
  const { x, y } = await findOnScreen(page, quote);
  await page.mouse.click(x, y);
}
