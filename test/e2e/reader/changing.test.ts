import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { findReasonToSkip, launchBrowser } from '../../helpers/browser.ts';
import { serveReaderPage, type ServedPage } from '../../bench/reader/serve-page.ts';
import type { SampleArticle } from '../../bench/reader/page/page-api.ts';
import { makeArabicArticle, makeHarbourArticle } from './articles.ts';
import { clickOn, findOnScreen, openArticle, readDesk } from './open-page.ts';

let served: ServedPage;
let browser: Browser;
let page: Page;
let article: SampleArticle;

beforeAll(async () => {
  served = await serveReaderPage();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const selected = async () => {
  const { span } = await readDesk(page);
  return span && article.text.slice(span.start, span.end);
};
const caret = async () => (await readDesk(page)).caret!;
const focused = async () => (await readDesk(page)).focused;
/** The words that the parts of an annotation stand on. */
const parts = async (uid: string) => {
  const spans = await page.evaluate((id) => window.page.annotations.find((each) => each.uid === id)!.spans, uid);
  return spans.map(({ start, end }) => article.text.slice(start, end));
};
const at = (words: string) => article.text.indexOf(words);
const anew = () => page.evaluate((sample) => window.page.setAnnotations(sample.annotations), article);

/** Where a handle is gripped by its knob, as the page itself finds it: the middle, and the least size. Unit: CSS pixels. */
const findKnob = (end: 's' | 'e') =>
  page.evaluate((which) => {
    const handle = document.querySelector(`.handle-${which}`)!;
    const { left, top, bottom } = handle.getBoundingClientRect();
    const hits: { x: number; y: number }[] = [];
    for (let y = Math.floor(top) - 20; y < bottom + 40; y += 3)
      for (let x = Math.floor(left) - 20; x < left + 20; x += 1)
        if (document.elementFromPoint(x, y) === handle) hits.push({ x, y });
    const edge = which === 's' ? Math.min(...hits.map(({ y }) => y)) : Math.max(...hits.map(({ y }) => y)) - 21;
    const knob = hits.filter(({ y }) => edge <= y && y < edge + 24).map(({ x }) => x);
    const [from, to] = [Math.min(...knob), Math.max(...knob)];
    return { x: (from + to) / 2, y: edge + 12, width: to - from + 1 };
  }, end);

async function dragKnob(end: 's' | 'e', to: string, { alt = false, escape = false, dx = 3 } = {}) {
  const knob = await findKnob(end);
  const { x, y } = await findOnScreen(page, to);
  await page.mouse.move(knob.x, knob.y);
  await page.mouse.down();
  if (alt) await page.keyboard.down('Alt');
  await page.mouse.move(x + dx, y, { steps: 4 });
  if (escape) await press('Escape');
  await page.mouse.up();
  if (alt) await page.keyboard.up('Alt');
  return knob;
}

describe.skipIf(findReasonToSkip())('changing where annotations stand', () => {
  beforeAll(async () => {
    article = { ...makeHarbourArticle(), names: ['four names', 'reporters that nine sailors'], anothers: 'ministry' };
    page = await openArticle(browser, served.url, article);
  });

  test('the caret goes by sentence and selects by it', async () => {
    await clickOn(page, 'people were killed');
    await press('Alt+ArrowDown');
    expect(await caret()).toBe(at('It did not say'));
    await press('Alt+Shift+ArrowDown');
    expect(await selected()).toBe('It did not say what had exploded.');
    await press('Alt+ArrowUp', 'Alt+ArrowUp');
    expect(await caret()).toBe(at('At least 14'));
  });

  test('one key widens a selection, over the annotation in focus, and another narrows it again', async () => {
    await clickOn(page, 'Reef station');
    expect(await focused()).toBe('deep-3');
    const steps: (string | null)[] = [];
    for (let step = 0; step < 4; step += 1) {
      await press('.');
      steps.push(await selected());
    }
    expect(steps.slice(0, 2)).toEqual(['Reef', 'the Temsar Coast Guard’s Reef station']);
    expect(steps[2]).toMatch(/^Colonel .* Ras Ilun\.$/u);
    expect(steps[3]).toBe(article.text);
    await press(',', ',', ',');
    expect(await selected()).toBe('Reef');
    await press(',');
    expect(await selected()).toBeNull();
  });

  test('a double click takes a known name, or the word where none is known', async () => {
    const { x, y } = await findOnScreen(page, 'names');
    await page.mouse.dblclick(x + 3, y);
    expect(await selected()).toBe('four names');
    const group = await findOnScreen(page, 'group with');
    await page.mouse.dblclick(group.x, group.y);
    expect(await selected()).toBe('group');
  });

  test('a label key tags the name at the caret, and the caret goes on behind it', async () => {
    await clickOn(page, 'Marsa Ilun');
    await press('l');
    const made = await page.evaluate(() => window.page.annotations.at(-1)!.uid);
    expect(await parts(made)).toEqual(['Marsa Ilun']);
    expect(await caret()).toBe(at('Marsa Ilun') + 'Marsa Ilun'.length);
    await anew();
  });

  test('Space chooses among those upon one another at the caret, and more than two are told of as a list', async () => {
    await clickOn(page, 'Temsar');
    expect(await page.evaluate(() => window.page.stack)).toEqual(['deep-1', 'deep-2', 'deep-3', 'deep-4', 'deep-5']);
    const reached: (string | null)[] = [];
    for (const key of [' ', ' ', 'Shift+ ', 'Shift+ ', 'Shift+ ']) {
      await press(key);
      reached.push(await focused());
    }
    expect(reached).toEqual(['deep-2', 'deep-3', 'deep-2', 'deep-1', 'deep-5']);
    await clickOn(page, 'came from the sea');
    expect(await page.evaluate(() => window.page.stack)).toEqual([]);
  });

  test('an end is dragged by its handle: by words, with Alt by characters, and Escape leaves it', async () => {
    await clickOn(page, 'Reef Front had');
    expect(await focused()).toBe('front');
    const knob = await dragKnob('e', 'admitted', { dx: 12 });
    expect(knob.width).toBeGreaterThanOrEqual(24);
    expect(await parts('front')).toEqual(['Reef Front had “admitted']);
    await dragKnob('e', 'admitted', { alt: true, dx: 9 });
    expect((await parts('front'))[0]).toMatch(/^Reef Front had “a[dmite]{0,3}$/u);
    await dragKnob('s', 'died, and', { dx: 2 });
    expect((await parts('front'))[0]).toMatch(/^died, and that the Reef Front had “a/u);
    const before = await parts('front');
    await dragKnob('e', 'radio', { escape: true });
    expect(await parts('front')).toEqual(before);
    expect(await selected()).toBeNull();
    expect(await page.evaluate(() => document.activeElement!.role)).toBe('document');
    await anew();
  });

  test('of an annotation with a gap the part at that end changes, and parts that meet are one', async () => {
    await clickOn(page, 'said 4,000');
    expect(await focused()).toBe('gap');
    await dragKnob('e', 'by noon', { dx: 14 });
    expect(await parts('gap')).toEqual(['The Interior Ministry said 4,000 families', 'had been moved inland by']);
    await dragKnob('s', '4,000', { dx: 4 });
    expect(await parts('gap')).toEqual(['4,000 families', 'had been moved inland by']);
    await dragKnob('e', 'families, most', { dx: 4 });
    expect((await parts('gap')).map((part) => part.slice(0, 20))).toEqual(['4,000 families, most']);
    await anew();
  });

  test('another person’s is not changed by its handles or keys', async () => {
    await clickOn(page, 'Interior Ministry');
    expect(await focused()).toBe('ministry');
    await dragKnob('e', 'families', { dx: 4 });
    await press('F2', 'Control+ArrowRight', 'Enter');
    expect(await parts('ministry')).toEqual(['Interior Ministry']);
  });

  test('by keyboard an end is moved with the keys of the caret, the next one after Tab, set by Enter and left by Escape', async () => {
    await clickOn(page, 'Reef Front had');
    await press('F2');
    expect(await selected()).toBe('Reef Front');
    await press('Control+ArrowRight', 'ArrowLeft', 'Tab', 'Control+ArrowLeft');
    expect(await selected()).toBe('the Reef Front ha');
    await press('Enter');
    expect(await parts('front')).toEqual(['the Reef Front ha']);
    await press('F2', 'Control+ArrowRight', 'Control+ArrowRight', 'Escape');
    expect(await parts('front')).toEqual(['the Reef Front ha']);
    await clickOn(page, 'said 4,000');
    await press('F2', 'Control+ArrowLeft', 'Tab', 'Control+ArrowRight', 'Shift+Tab', 'Enter');
    expect(await parts('gap')).toEqual(['The Interior Ministry said 4,000', 'been moved inland']);
    await anew();
  });

  test('Ctrl+drag and + add words to the annotation in focus, - takes them away, the part at the caret too', async () => {
    await clickOn(page, 'Kalat Mureyn');
    expect(await focused()).toBe('farm');
    const from = await findOnScreen(page, 'the mole on Tuesday. Ph');
    const to = await findOnScreen(page, 'on Tuesday. Ph');
    await page.keyboard.down('Control');
    await page.mouse.move(from.x + 4, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x - 8, to.y, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up('Control');
    expect(await focused()).toBe('farm');
    expect(await parts('farm')).toEqual(['Kalat Mureyn', 'the mole']);
    expect(await selected()).toBeNull();
    await press('Control+ArrowRight', 'Control+Shift+ArrowRight', '+');
    expect(await parts('farm')).toEqual(['Kalat Mureyn', 'the mole', 'Tuesday']);
    await press('-');
    expect(await parts('farm')).toEqual(['Kalat Mureyn', 'the mole']);
    await press('Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowLeft', 'Control+Shift+ArrowLeft', '-');
    expect(await parts('farm')).toEqual(['Kalat Mureyn', 'mole']);
    await anew();
  });
});

describe.skipIf(findReasonToSkip())('changing right to left', () => {
  beforeAll(async () => {
    article = makeArabicArticle();
    page = await openArticle(browser, served.url, article);
  });

  test('handles stand at the ends of the words and are dragged the way the text goes', async () => {
    await clickOn(page, 'رصيف الوقود');
    expect(await focused()).toBe('jetty');
    const { left, right } = await findOnScreen(page, 'رصيف الوقود في قلعة مُرين');
    expect(Math.abs((await findKnob('s')).x - right)).toBeLessThan(8);
    expect(Math.abs((await findKnob('e')).x - left)).toBeLessThan(8);
    await dragKnob('s', 'عند رصيف', { dx: 30 });
    expect(await parts('jetty')).toEqual(['عند رصيف الوقود في قلعة مُرين']);
    await dragKnob('e', 'الوقود في قلعة', { dx: 6 });
    expect(await parts('jetty')).toEqual(['عند رصيف الوقود في قلعة']);
    await press('F2', 'Control+ArrowRight', 'Enter');
    expect(await parts('jetty')).toEqual(['عند رصيف الوقود في']);
  });

  test('at Latin words between, handles and letters stand where these begin and end, and are dragged the way they go', async () => {
    await clickOn(page, 'Reef Front');
    expect(await focused()).toBe('english');
    const { left, right } = await findOnScreen(page, 'Reef Front');
    expect(Math.abs((await findKnob('s')).x - left)).toBeLessThan(8);
    expect(Math.abs((await findKnob('e')).x - right)).toBeLessThan(8);
    const letter = await page.locator('.tg i[aria-label^="actor: Reef Front"]').boundingBox();
    expect(Math.abs(letter!.x - left)).toBeLessThan(8);
    await dragKnob('e', 'Front', { alt: true, dx: 1 });
    expect((await parts('english'))[0]!.trim()).toBe('Reef');
    await press('Alt+ArrowUp');
    expect(await caret()).toBe(at('وجاء في'));
  });
});
