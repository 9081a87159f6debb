import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { findReasonToSkip, launchBrowser } from '../../helpers/browser.ts';
import { makeArticle } from '../../bench/reader/sample-article.ts';
import { serveReaderPage, type ServedPage } from '../../bench/reader/serve-page.ts';
import { makeArabicArticle, makeHarbourArticle } from './articles.ts';
import { clickOn, findOnScreen, openArticle, readDesk, readText } from './open-page.ts';

describe.skipIf(findReasonToSkip())('highlights in the reader', () => {
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

  const getFocused = async () => (await readDesk(page)).focused;

  test('the innermost of five is reached by a click, the others by clicking again, and then the innermost again', async () => {
    const reached: (string | null)[] = [];
    for (let click = 0; click < 6; click += 1) {
      await clickOn(page, 'Temsar');
      reached.push(await getFocused());
    }
    expect(reached).toEqual(['deep-1', 'deep-2', 'deep-3', 'deep-4', 'deep-5', 'deep-1']);
  });

  test('two that cross are both reached by clicking where they cross', async () => {
    await clickOn(page, 'came from the sea');
    expect(await getFocused()).toBe('crossing-2');
    await clickOn(page, 'came from the sea');
    expect(await getFocused()).toBe('crossing-1');
    expect(await page.evaluate((at) => window.page.listAt(at), article.text.indexOf('came from'))).toEqual([
      'crossing-2',
      'crossing-1',
    ]);
  });

  test('a click on words without a highlight leaves none in focus', async () => {
    await clickOn(page, 'It did not say');
    expect(await getFocused()).toBeNull();
  });

  test('Tab goes through all annotations in reading order and round, Shift+Tab back', async () => {
    await page.keyboard.press('Control+Home');
    const order: (string | null)[] = [];
    while (order.length < article.annotations.length) {
      await page.keyboard.press('Tab');
      order.push(await getFocused());
    }
    expect(order.slice(0, 8)).toEqual([
      'blast',
      'jetty',
      'authority',
      'deep-5',
      'deep-4',
      'deep-3',
      'deep-2',
      'deep-1',
    ]);
    expect(new Set(order).size).toBe(article.annotations.length);
    await page.keyboard.press('Tab');
    expect(await getFocused()).toBe('blast');
    await page.keyboard.press('Shift+Tab');
    expect(await getFocused()).toBe(order.at(-1));
  });

  test('Escape leaves the text, and Tab is then the page’s own', async () => {
    await clickOn(page, 'It did not say');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await getFocused()).toBeNull();
  });

  test('each of five nested and two crossing annotations has a rule of its own below the words', async () => {
    const rules = await page.evaluate(() => {
      const look = (words: string) => {
        const span = [...document.querySelectorAll('.hl')].find(({ textContent }) => textContent === words)!;
        const style = getComputedStyle(span);
        return [0, 1, 2, 3, 4].map((slot) => style.getPropertyValue(`--u${slot}`).includes('gradient'));
      };
      return { five: look('Temsar'), crossing: look('came from the sea') };
    });
    expect(rules).toEqual({ five: [true, true, true, true, true], crossing: [true, true, false, false, false] });
    const deep = await page.evaluate(() => {
      const block = document.querySelector<HTMLElement>('[data-deep="5"]')!;
      const { lineHeight } = getComputedStyle(block.querySelector('.b-text')!);
      return { lineHeight, lanes: block.querySelectorAll('.lane').length };
    });
    expect(deep).toEqual({ lineHeight: '48px', lanes: 6 });
  });

  test('at a point, each of five nested and two crossing annotations looks its own way and can be told from the others', async () => {
    const looks = (words: string, at: number) =>
      page.evaluate(
        ({ words, at }) => {
          const span = [...document.querySelectorAll('.hl')].find(({ textContent }) => textContent === words)!;
          const style = getComputedStyle(span);
          const uids = window.page.listAt(at);
          const rules = [0, 1, 2, 3, 4].map((slot) => style.getPropertyValue(`--u${slot}`)).filter(Boolean);
          return { uids, different: new Set(rules).size, fill: style.backgroundImage.split('gradient').length > 1 };
        },
        { words, at },
      );
    const five = article.text.indexOf('Temsar Coast Guard');
    expect(await looks('Temsar', five)).toEqual({
      uids: ['deep-1', 'deep-2', 'deep-3', 'deep-4', 'deep-5'],
      different: 5,
      fill: true,
    });
    const crossing = article.text.indexOf('came from the sea');
    expect(await looks('came from the sea', crossing)).toEqual({
      uids: ['crossing-2', 'crossing-1'],
      different: 2,
      fill: true,
    });
  });

  test('the one in focus stands out and carries handles at its ends', async () => {
    await clickOn(page, 'Interior Ministry');
    expect(await getFocused()).toBe('ministry');
    const spans = await page.locator('.in-focus').allTextContents();
    expect(spans).toEqual(['Interior Ministry']);
    expect(await page.locator('.handle').count()).toBe(2);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Tab');
    expect((await page.locator('.in-focus').allTextContents()).join('')).toMatch(/^At least 14 .* Tuesday$/u);
  });

  test('every annotation has its letter with an accessible name, the parts of one with a gap are numbered', async () => {
    const names = await page.locator('.tg i').evaluateAll((letters) => letters.map(({ ariaLabel }) => ariaLabel));
    expect(new Set(names)).toEqual(new Set(article.annotations.map(({ name }) => name)));
    const parts = await page
      .locator('.tg i[data-part]')
      .evaluateAll((letters) => letters.map((letter) => (letter as HTMLElement).dataset['part']));
    expect(parts).toEqual(['1', '2']);
    expect(await page.locator('.hl.g1-claim').count()).toBeGreaterThan(0);
  });

  test('an annotation over a block border is drawn in both blocks', async () => {
    expect(await page.locator('.b-quote .u0-actor').allTextContents()).toEqual(['said a surgeon.']);
    expect(await page.locator('.b-list-item .u0-actor').allTextContents()).toEqual(['- first, the tugs']);
  });

  test('adding and removing one leaves the elements of all others as they are', async () => {
    const kept = await page.evaluate((sample) => {
      const elements = [...document.querySelectorAll('.hl, .tg')];
      window.page.setAnnotations(sample.annotations.filter(({ uid }) => uid !== 'farm'));
      const gone = elements.filter((element) => !element.isConnected).map(({ className }) => className);
      window.page.setAnnotations(sample.annotations);
      return { gone, count: elements.length };
    }, article);
    expect(kept.gone).toEqual(['tg', 'hl u0-location is-live']);
    expect(await page.locator('.hl, .tg').count()).toBe(kept.count);
  });

  test('the page holds the text of the article and nothing more, and broke no policy', async () => {
    const words = article.blocks.map(({ start, end }) => article.text.slice(start, end)).join('\n\n');
    expect(await readText(page)).toBe(words);
    expect(await page.locator('.reader-text').evaluate((element) => element.textContent.length)).toBe(
      article.blocks.reduce((sum, { start, end }) => sum + end - start, 0),
    );
    expect(await page.locator('.ctl').evaluateAll((marks) => marks.map(({ ariaLabel }) => ariaLabel))).toEqual([
      'ZWSP',
    ]);
    expect((await readDesk(page)).violations).toEqual([]);
  });

  test('of thousands of suggestions those far from the view are drawn when it comes near, and are reached by Tab all the same', async () => {
    const long = makeArticle(150_000, 0);
    const sheet = await openArticle(browser, served.url, long);
    const { label } = article.annotations[0]!;
    const suggestions = Array.from({ length: 3000 }, (_, n) => ({
      id: `s${n}`,
      label,
      spans: [{ start: n * 45, end: n * 45 + 5 }],
    }));
    await sheet.evaluate(async (given) => {
      window.page.setSuggestions(given);
      const isDrawn = () => document.querySelectorAll('.tg i[data-letter$="?"]').length > 0;
      while (!isDrawn()) await new Promise(requestAnimationFrame);
      let quiet = 0; // idle moments in which nothing more was drawn
      for (let before = 0; quiet < 50;) {
        await new Promise((resolve) => requestIdleCallback(resolve));
        const now = document.querySelectorAll('.tg').length;
        quiet = now === before ? quiet + 1 : 0;
        before = now;
      }
    }, suggestions);
    const drawn = () => sheet.locator('.tg i[data-letter$="?"]').count();
    expect(await drawn()).toBeLessThan(1500);
    const before = await drawn();
    await sheet.locator('.reader-text').focus();
    await sheet.keyboard.press('Control+Home');
    await sheet.keyboard.press('Shift+Tab'); // to the first, and round
    await sheet.keyboard.press('Shift+Tab');
    expect((await readDesk(sheet)).focused).toBe('s2999');
    await sheet.locator('.in-focus').waitFor();
    expect(await drawn()).toBeGreaterThan(before);
    await sheet.close();
  });

  test('suggestions are dashed without a fill, say what they are, and are reached by click and by Tab', async () => {
    const start = article.text.indexOf('Harbour Post is paid');
    const label = { name: 'actor', letter: 'A', colour: 'actor', line: 'solid' } as const;
    const suggestions = [{ id: 'suggested', label, spans: [{ start, end: start + 'Harbour Post'.length }] }];
    await page.evaluate((given) => window.page.setSuggestions(given), suggestions);
    const span = page.locator('.hl.q0');
    expect(await span.allTextContents()).toEqual(['Harbour Post']);
    const look = await span.evaluate((element) => {
      const style = getComputedStyle(element);
      return { dashed: style.getPropertyValue('--q0').includes('repeating'), fill: style.getPropertyValue('--f0') };
    });
    expect(look).toEqual({ dashed: true, fill: '' });
    await page
      .getByRole('img', { name: 'suggestion, actor: Harbour Post', exact: true })
      .waitFor({ state: 'attached' });
    const letter = page.locator('.b-boilerplate .tg i');
    expect(await letter.getAttribute('data-letter')).toBe('A?');
    await clickOn(page, 'Harbour Post is paid');
    expect(await getFocused()).toBe('suggested');
    expect(await page.locator('.handle').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    expect(await getFocused()).toBe('border');
    await page.keyboard.press('Tab');
    expect(await getFocused()).toBe('suggested');
    await page.evaluate(() => window.page.setSuggestions([]));
    expect(await page.locator('.hl.q0').count()).toBe(0);
    expect((await readDesk(page)).violations).toEqual([]);
  });

  test('what a search found is marked on the words, one of it as the current, also after they were drawn anew', async () => {
    const words = (name: string) =>
      page.evaluate(
        (highlight) =>
          [...(CSS.highlights.get(highlight) ?? [])].map((each) => {
            const range = document.createRange();
            range.setStart(each.startContainer, each.startOffset);
            range.setEnd(each.endContainer, each.endOffset);
            return range.toString();
          }),
        name,
      );
    const spans = [...article.text.matchAll(/mole/gu)].map(({ index }) => ({ start: index, end: index + 4 }));
    await page.evaluate((found) => window.page.showMatches(found, 1), spans);
    expect(await words('reader-matches')).toEqual(spans.slice(1).map(() => 'mole'));
    expect(await words('reader-match')).toEqual(['mole']);
    await page.evaluate((sample) => {
      window.page.setAnnotations(sample.annotations.filter(({ uid }) => !uid.startsWith('crossing')));
    }, article);
    expect(await words('reader-matches')).toEqual(spans.slice(1).map(() => 'mole'));
    await page.evaluate((sample) => {
      window.page.setAnnotations(sample.annotations);
      window.page.showMatches([], null);
    }, article);
    expect(await words('reader-matches')).toEqual([]);
    expect(await words('reader-match')).toEqual([]);
  });

  test('a place in the text is found again after it was opened anew', async () => {
    const long = { ...article, uid: 'long' };
    const kept = await page.evaluate(async (sample) => {
      window.page.setScroll({ offset: sample.blocks[6]!.start, above: 10 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      const scroll = window.page.getScroll();
      await window.page.open(sample);
      window.page.setScroll(scroll);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { before: scroll, after: window.page.getScroll() };
    }, long);
    expect(kept.after).toEqual(kept.before);
  });
});

describe.skipIf(findReasonToSkip())('right to left in the reader', () => {
  const article = makeArabicArticle();
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

  test('highlights stand on their words, in Arabic and in Latin words between', async () => {
    for (const quote of ['خفر السواحل', 'Sawt al-Marsa']) {
      const { left, right } = await findOnScreen(page, quote);
      const box = await page.evaluate((words) => {
        const span = [...document.querySelectorAll('.hl')].find(({ textContent }) => textContent === words)!;
        const { left: l, right: r } = span.getBoundingClientRect();
        return { l, r };
      }, quote);
      expect(Math.abs(box.l - left)).toBeLessThan(2);
      expect(Math.abs(box.r - right)).toBeLessThan(2);
    }
  });

  test('the arrow keys go the way they point', async () => {
    await clickOn(page, 'فيما تحدّث');
    const at = async () => page.evaluate(() => document.querySelector('.reader-caret')!.getBoundingClientRect().left);
    const before = await at();
    const { caret } = await readDesk(page);
    await page.keyboard.press('ArrowLeft');
    expect(await at()).toBeLessThan(before);
    expect((await readDesk(page)).caret).toBe(caret! + 1);
  });

  test('the sheet and each block have their own direction, and Arabic its language', async () => {
    expect(await page.locator('.sheet').getAttribute('dir')).toBe('rtl');
    const blocks = await page
      .locator('.b')
      .evaluateAll((all) =>
        all.map((block) => `${block.querySelector<HTMLElement>('.b-text')!.dir} ${(block as HTMLElement).lang}`.trim()),
      );
    expect(blocks).toEqual(['rtl ar', 'rtl ar', 'rtl ar', 'rtl ar', 'ltr', 'rtl ar']);
  });
});
