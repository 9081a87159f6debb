import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCorpus } from '../bench/corpus/build-corpus.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const ARTICLES = 400;

/** A library of many pages, of fifteen outlets; nothing is changed in it. */
let window: TestWindow;
beforeAll(async () => {
  window = await openWindow({
    name: 'Ada',
    prepare: (home) => {
      const path = join(home, 'large.galley');
      buildCorpus(path, ARTICLES, () => {});
      return Promise.resolve(path);
    },
  });
});
afterAll(async () => {
  expect(window.violations).toEqual([]);
  await window.close();
});

const list = () => window.page.getByRole('listbox', { name: 'Articles' });
const openPlace = async () => {
  const row = list().getByRole('option', { selected: true });
  await row.waitFor();
  return Number(await row.getAttribute('aria-posinset'));
};
const isAt = (place: number) => expect.poll(openPlace, { timeout: 10_000 }).toBe(place);

test('the last article of a long list is one key away, and K and J go on from there over pages that come on demand', async () => {
  const { page } = window;
  await isAt(1);
  expect(await list().getByRole('option').count()).toBeLessThan(100);
  await list().focus();
  await page.keyboard.press('End');
  await isAt(ARTICLES);
  await page.keyboard.press('k');
  await isAt(ARTICLES - 1);
  await page.keyboard.press('Home');
  await isAt(1);
  for (let place = 2; place <= 4; place += 1) await page.keyboard.press('j');
  await isAt(4);
});

test('filters narrow the list together, and say in their names what they are set to', async () => {
  const { page } = window;
  const all = await list().getByRole('option').first().getAttribute('aria-setsize');
  await page.getByRole('button', { name: 'Any label, label in the articles listed' }).click();
  await page.getByRole('menuitemradio', { name: 'claim' }).click();
  await page.getByRole('button', { name: 'claim, label in the articles listed' }).waitFor();
  await page.getByRole('textbox', { name: 'Listed from this date on' }).fill('2015');
  await page.getByRole('textbox', { name: 'Listed up to this date' }).fill('2015-06');
  const narrowed = async () => Number(await list().getByRole('option').first().getAttribute('aria-setsize'));
  await expect.poll(narrowed, { timeout: 10_000 }).toBeLessThan(ARTICLES / 8);
  expect(await list().getByRole('option').first().innerText()).toMatch(/2015/);
  expect(Number(all)).toBe(ARTICLES);
});
