import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { createCaller } from './journey.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const sentence = 'The harbour master of the northern quay wrote that no boat had left since noon. ';
const paragraph = sentence.repeat(400).trim();
const longWord = 'quay'.repeat(3000);
const text = `A page without line breaks\n\n${longWord}\n\n${paragraph}\n`;
const names = ['🔥 fire', 'مكان خاص', 'W'.repeat(50), 'one two three four five six seven eight nine ten', 'agency'];

let window: TestWindow;
let article: string;
let call: Awaited<ReturnType<typeof createCaller>>;
beforeAll(async () => {
  window = await openWindow({
    name: 'Sara',
    reading: { suggestions: 'hidden' },
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      article = await made.importText(text);
      for (let n = 10; n < 30; n += 1) await made.importText(`Short story ${n}\n\nWords.\n`, `short-${n}.txt`);
      made.corpus.close();
      return made.path;
    },
  });
  call = await createCaller(window.page);
  await reader().waitFor();
});
afterAll(async () => {
  expect(window.violations).toEqual([]);
  await window.close();
});

const reader = () => window.page.getByRole('region', { name: 'Article text' }).getByRole('document');
const inspector = () => window.page.getByRole('complementary', { name: 'Inspector' });
/** How far what an element shows goes over its right edge. */
const excessOf = (selector: string) =>
  window.page.evaluate((wanted) => {
    const element = document.querySelector(wanted)!;
    const { right } = element.getBoundingClientRect();
    const inner = [...element.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right - right);
    return Math.max(element.scrollWidth - element.clientWidth, ...inner);
  }, selector);

it('a paragraph without end is one paragraph to the eye, and several to the machine', async () => {
  const pieces = await reader()
    .locator('.b-paragraph')
    .evaluateAll((blocks) =>
      blocks.map((block) => [block.getAttribute('data-number'), block.querySelector('.b-text')!.textContent] as const),
    );
  expect(pieces.map(([, words]) => words).join('')).toBe(longWord + paragraph);
  expect(Math.max(...pieces.map(([, words]) => words.length))).toBeLessThanOrEqual(8000);
  expect(pieces.flatMap(([number]) => number ?? [])).toEqual(['1', '2']);

  await reader().focus();
  for (const key of ['Control+Home', 'Control+Shift+End', 'c']) await window.page.keyboard.press(key);
  await window.page.getByRole('status').filter({ hasText: 'tagged as claim' }).waitFor();
  const [made] = (await call('annotations:list', {})).annotations;
  expect(made!.spans.map(({ quote }) => quote)).toEqual([text.trim()]);
});

it('a word without end does not leave the Inspector', async () => {
  const start = text.indexOf(longWord);
  const spans = [{ start, end: start + longWord.length }];
  await call('annotations:create', { article, label: 'actor', spans });
  await inspector().locator('[data-to-list]').click();
  await inspector().getByRole('option', { name: /actor/u }).click();
  await inspector().locator('.says').waitFor();
  expect(await excessOf('.insp')).toBeLessThanOrEqual(0);
});

it('labels of any name leave room for what is done, and have a letter that is seen', async () => {
  for (const name of names) await call('codebook:add-label', { name });
  const { page } = window;
  const tool = page.getByRole('toolbar', { name: 'Reader' });
  await tool.getByRole('button', { name: 'مكان خاص' }).waitFor();
  expect(await tool.getByRole('button', { name: 'fire' }).locator('.lt').textContent()).toBe('🔥');
  expect(await excessOf('.insp')).toBeLessThanOrEqual(0);
  await page.getByRole('region', { name: 'Articles' }).getByText('2 tags', { exact: true }).waitFor();

  await reader().focus();
  for (const key of ['Control+Home', 'a']) await page.keyboard.press(key);
  const said = page.getByRole('contentinfo').getByRole('status');
  await said.filter({ hasText: '“A” tagged as actor' }).waitFor();
  const { width } = (await said.boundingBox())!;
  expect(width).toBeGreaterThan(150);
  expect(await excessOf('.status')).toBeLessThanOrEqual(0);
});

it('an article that was just imported is in sight in the list that has grown by it', async () => {
  const { page, home } = window;
  const path = join(home, 'story-of-later.txt');
  writeFileSync(path, 'A later story\n\nIt came after all others.\n');
  await page.keyboard.press('Control+i');
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(path);
  await dialog.getByRole('button', { name: /^Import 1 article/u }).click();
  await dialog.waitFor({ state: 'detached' });
  const list = page.getByRole('listbox', { name: 'Articles' });
  const row = list.getByRole('option', { name: /A later story/u, selected: true });
  await row.waitFor();
  const below = async () => {
    const [inside, around] = [await row.boundingBox(), await list.boundingBox()];
    return inside!.y + inside!.height - around!.y - around!.height;
  };
  await expect.poll(below).toBeLessThanOrEqual(0);
});
