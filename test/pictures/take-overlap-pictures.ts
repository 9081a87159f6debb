import { join } from 'node:path';
import { serveReaderPage } from '../bench/reader/serve-page.ts';
import { makeHarbourArticle } from '../e2e/reader/articles.ts';
import { openArticle } from '../e2e/reader/open-page.ts';
import { launchBrowser } from '../helpers/browser.ts';

const label = { name: 'actor', letter: 'A', colour: 'actor', line: 'solid' } as const;

/** The reader alone: five annotations deep, two that cross, one with a gap, one of them in focus, and suggestions. */
export async function takeOverlapPictures(folder: string): Promise<void> {
  const article = makeHarbourArticle();
  const suggest = (id: string, words: string) => {
    const start = article.text.lastIndexOf(words);
    return { id, label, spans: [{ start, end: start + words.length }] };
  };
  const served = await serveReaderPage();
  const browser = await launchBrowser();
  try {
    const page = await openArticle(browser, served.url, article);
    await page.evaluate(
      (suggestions) => window.page.setSuggestions(suggestions),
      [suggest('one', 'surgeon'), suggest('two', 'Harbour Post')],
    );
    await page.setViewportSize({ width: 1100, height: 1180 });
    await page.locator('.reader-text').focus();
    for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('Tab'); // to the second of the five
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `overlap-${colorScheme}.png`) });
    }
  } finally {
    await browser.close();
    await served.close();
  }
}
