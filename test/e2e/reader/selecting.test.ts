import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { findReasonToSkip, launchBrowser } from '../../helpers/browser.ts';
import { serveReaderPage, type ServedPage } from '../../bench/reader/serve-page.ts';
import { makeHarbourArticle } from './articles.ts';
import { clickOn, findOnScreen, openArticle, readDesk } from './open-page.ts';

describe.skipIf(findReasonToSkip())('selecting in the reader', () => {
  const article = makeHarbourArticle();
  let served: ServedPage;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    served = await serveReaderPage();
    browser = await launchBrowser();
    page = await openArticle(browser, served.url, article);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const quote = async () => {
    const { span } = await readDesk(page);
    return span && article.text.slice(span.start, span.end);
  };
  const drag = async (from: string, to: string, alt = false) => {
    const start = await findOnScreen(page, from);
    const end = await findOnScreen(page, to);
    if (alt) await page.keyboard.down('Alt');
    await page.mouse.move(start.x + 4, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x + 4, end.y, { steps: 5 });
    await page.mouse.up();
    if (alt) await page.keyboard.up('Alt');
  };

  test('arrows with Shift select by character, with Ctrl by word, and Home and End by line', async () => {
    await clickOn(page, 'It did not say');
    const { caret } = await readDesk(page);
    expect(caret).toBe(article.text.indexOf('It did not say'));
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await quote()).toBe('It');
    await press('Control+Shift+ArrowRight');
    expect(await quote()).toBe('It did');
    await press('Shift+ArrowLeft');
    expect(await quote()).toBe('It di');
    await press('Shift+End');
    const toEnd = await quote();
    expect(toEnd!.length).toBeGreaterThan(5);
    await press('ArrowLeft');
    expect((await readDesk(page)).span).toBeNull();
    await press('Shift+Home');
    const start = article.text.indexOf('It did not say');
    expect((await readDesk(page)).span!.end).toBeLessThan(start + 1);
  });

  test('the caret goes up and down by line and stays in its column', async () => {
    await clickOn(page, 'people were killed');
    const { caret } = await readDesk(page);
    await press('ArrowDown', 'ArrowDown');
    expect((await readDesk(page)).caret).toBeGreaterThan(caret! + 80);
    await press('ArrowUp', 'ArrowUp');
    expect((await readDesk(page)).caret).toBe(caret);
  });

  test('arrows go over the border of two blocks, in both directions', async () => {
    const caret = async () => (await readDesk(page)).caret!;
    const { start, end } = article.blocks[2]!;
    await clickOn(page, 'people were killed');
    await press('Control+ArrowUp');
    expect(await caret()).toBe(start);
    await press('ArrowLeft');
    expect(await caret()).toBe(article.blocks[1]!.end);
    await press('ArrowRight');
    expect(await caret()).toBe(start);
    await press('Control+ArrowDown', 'ArrowLeft');
    expect(await caret()).toBe(end);
    await press('ArrowRight');
    expect(await caret()).toBe(article.blocks[3]!.start);
  });

  test('down and up by line lead through the whole article and back, and stop at its ends', async () => {
    const caret = async () => (await readDesk(page)).caret!;
    await clickOn(page, 'people were killed');
    await press('Control+Home', 'ArrowRight', 'ArrowRight');
    const places = [await caret()];
    for (let line = 0; line < 200; line += 1) {
      await press('ArrowDown');
      const at = await caret();
      if (at === places.at(-1)) break;
      places.push(at);
    }
    expect(places.at(-1)).toBe(article.text.length);
    for (const { start, end } of article.blocks) expect(places.some((at) => start <= at && at <= end)).toBe(true);
    for (let line = 0; line < places.length; line += 1) await press('ArrowUp');
    expect(await caret()).toBe(0);
  });

  test('a family emoji is one step and is never cut', async () => {
    await clickOn(page, 'on the quay');
    const { caret } = await readDesk(page);
    await press('Shift+ArrowLeft', 'Shift+ArrowLeft');
    expect(await quote()).toBe('👨‍👩‍👧');
    expect((await readDesk(page)).caret).toBe(caret! - ' 👨‍👩‍👧'.length);
  });

  test('a drag takes whole words, joined ones too, and single characters while Alt is held', async () => {
    await drag('Sukhnah crew', 'backed');
    expect(await quote()).toBe('al-Sukhnah crew, of U.S.-backed');
    await drag('Sukhnah crew', 'crew, of', true);
    expect(await quote()).not.toContain('al-');
    await drag('backed', 'Sukhnah crew');
    expect(await quote()).toBe('al-Sukhnah crew, of U.S.-backed');
  });

  test('a drag over a block border makes one span', async () => {
    await drag('surgeon', 'tugs');
    expect(await quote()).toBe('surgeon.\n\n- first, the tugs');
  });

  test('a double click takes the word, a triple click the sentence and one more click the block', async () => {
    const { x, y } = await findOnScreen(page, 'Sukhnah crew');
    await page.mouse.dblclick(x, y);
    expect(await quote()).toBe('al-Sukhnah');
    await page.mouse.click(x, y, { clickCount: 3 });
    expect(await quote()).toMatch(/^Its spokesman.*on the quay\.$/su);
    await page.mouse.click(x, y, { clickCount: 4 });
    expect(await quote()).toMatch(/^Two pilots on the mole.*on the quay\.$/su);
  });

  test('with Shift a click extends the selection', async () => {
    await clickOn(page, 'On the mole');
    await page.keyboard.down('Shift');
    const { x, y } = await findOnScreen(page, 'mole');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    expect(await quote()).toBe('On the');
  });

  test('a label key tags the selection, else the word at the caret, else the one under the pointer', async () => {
    await clickOn(page, 'spokesman');
    expect(await page.evaluate(() => window.page.getTarget())).toEqual(spanOf('spokesman'));
    await press('Escape');
    const { x, y } = await findOnScreen(page, 'divers');
    await page.mouse.move(x, y);
    expect(await page.evaluate(() => window.page.getTarget())).toEqual(spanOf('divers'));
    await drag('open radio', 'losing');
    await press('a');
    const made = await page.evaluate(() => window.page.annotations.at(-1)!);
    expect(made.spans.map(({ start, end }) => article.text.slice(start, end))).toEqual(['open radio” losing']);
    await expect.poll(() => page.locator('.tg i[aria-label="actor: open radio” losing, unchecked"]').count()).toBe(1);
  });

  test('copying gives the passage exactly', async () => {
    await drag('surgeon', 'tugs');
    await press('Control+c');
    expect(await page.evaluate(() => window.page.copied.at(-1))).toBe('surgeon.\n\n- first, the tugs');
  });

  test('the caret is in sight after a long way by keyboard', async () => {
    await press('Control+Home', 'Control+End');
    expect((await readDesk(page)).caret).toBe(article.text.length);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const caret = document.querySelector('.reader-caret')!.getBoundingClientRect();
          return caret.height > 10 && caret.top > 0 && caret.bottom < innerHeight;
        }),
      )
      .toBe(true);
  });

  const spanOf = (words: string) => {
    const start = article.text.indexOf(words);
    return { start, end: start + words.length };
  };
});
