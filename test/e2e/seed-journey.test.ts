import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge } from '#shared/api/contract';
import { startHost } from '../helpers/host.ts';
import { hasPython, verifyByPython } from '../helpers/verify-dataset.ts';
import { openWatchedPage } from './open-window.ts';

const seeds = process.env['GALLEY_SEEDS'] ?? fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const seed = join(seeds, '000_47a77a51990ba08f.txt');

let home: string;
const violations: string[][] = [];
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'galley-seed-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function openPage(url: string): Promise<Page> {
  const window = await openWatchedPage(url);
  violations.push(window.violations);
  return window.page;
}

const text = (page: Page) => page.getByRole('region', { name: 'Article text' });
/** Of what is tagged, not of what is suggested. */
const highlight = (page: Page, name: string) => text(page).getByRole('img', { name: new RegExp(`^${name}`) });

const listStored = async (page: Page): Promise<string[]> => {
  const annotations = await page.evaluate(async () => {
    const { galley } = window as unknown as { galley: Bridge };
    const answer = await galley.call('annotations:list', {});
    return answer.ok ? answer.value.annotations : [];
  });
  return annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote.slice(0, 9)}`);
};

/** The middle of one letter of the n-th such words on screen. */
function findLetter(page: Page, words: string, n: number, letter: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ words, n, letter }) => {
      const walker = document.createTreeWalker(document.querySelector('.reader-text')!, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; from: number }[] = [];
      let all = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, from: all.length });
        all += node.nodeValue!;
      }
      let at = all.indexOf(words);
      for (let i = 0; i < n; i += 1) at = all.indexOf(words, at + 1);
      if (at === -1) throw new Error(`“${words}” is not on screen`);
      const place = at + letter;
      const { node, from } = nodes.findLast((each) => each.from <= place)!;
      node.parentElement!.scrollIntoView({ block: 'nearest' });
      const range = document.createRange();
      range.setStart(node, place - from);
      range.setEnd(node, place - from + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    { words, n, letter },
  );
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** From the title to its words “Syrian Army”, by keys alone, as a person would who never touches the mouse. */
async function selectSyrianArmyByKeys(page: Page): Promise<void> {
  await text(page).getByRole('document').waitFor();
  const title = await text(page).getByRole('document').getAttribute('aria-label');
  await page.getByText('1 article imported').waitFor();
  for (let presses = 0; presses < 8; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'document')) break;
    await page.keyboard.press('F6');
  }
  const letters = title!.indexOf('Syrian Army');
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < letters; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
}

test.skipIf(!existsSync(seed))(
  'a seed page is imported, tagged by key and by mouse, survives SIGKILL and a reload, and goes out right to the character (skipped where the seeds are not there)',
  async () => {
    const first = await startHost({ home });
    let page = await openPage(first.url);

    // first run: one question, then a corpus of that name
    await page.getByRole('textbox', { name: 'Your name' }).fill('Sara');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Import articles…' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Import articles' });
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await (await chooser).setFiles(seed);
    await dialog.getByRole('button', { name: /^Import 1 article/ }).click();
    await dialog.waitFor({ state: 'detached' });

    await selectSyrianArmyByKeys(page);
    await page.keyboard.press('a');
    await highlight(page, 'actor: Syrian Army').waitFor();

    // from the third “ash-Shair”, at the end of one block, to the fourth, at the start of the next
    await drag(page, await findLetter(page, 'ash-Shair', 2, 1), await findLetter(page, 'ash-Shair', 3, 7));
    await page.keyboard.press('l');
    await highlight(page, 'location: ash-Shair').waitFor();
    await page.getByRole('status').getByText('tagged as location').waitFor(); // a highlight comes before it is saved
    expect(await listStored(page)).toEqual(['actor: Syrian Ar', 'location: ash-Shair']);

    // one claim over both
    await drag(page, await findLetter(page, 'Syrian Army', 0, 1), await findLetter(page, 'Huwaysis', 0, 3));
    await page.keyboard.press('c');
    await highlight(page, 'claim: Syrian Army').waitFor();
    await page.keyboard.press('Control+z');
    await highlight(page, 'claim: Syrian Army').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await highlight(page, 'claim: Syrian Army').waitFor();
    const stored = await listStored(page);
    expect(stored.toSorted()).toEqual(['actor: Syrian Ar', 'claim: Syrian Ar', 'location: ash-Shair']);

    // a reload goes on where it was
    const place = new URL(page.url()).hash;
    await page.reload();
    await highlight(page, 'claim: Syrian Army').waitFor();
    expect(new URL(page.url()).hash).toBe(place);

    await first.kill('SIGKILL');
    await page.context().close();
    const second = await startHost({ home });
    page = await openPage(second.url);
    await page
      .getByRole('listbox', { name: 'Articles' })
      .getByRole('option', { name: /Syrian Army/ })
      .click();
    for (const name of ['actor: Syrian Army', 'location: ash-Shair', 'claim: Syrian Army'])
      await highlight(page, name).waitFor();
    expect(await listStored(page)).toEqual(stored);

    for (const format of ['Galley JSONL', 'CSV']) await exportAndCheck(page, format);
    expect(violations.flat()).toEqual([]);
    await page.context().close();
    expect(await second.kill()).toBe(0);
  },
);

/** Writes a dataset from the screen; a script that shares no code with the app holds every offset against the text. */
async function exportAndCheck(page: Page, format: string): Promise<void> {
  await page.getByRole('tab', { name: 'Dataset' }).click();
  await page.getByRole('radio', { name: format }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Write dataset' }).click();
  const zip = join(home, `${format}.zip`);
  await (await download).saveAs(zip);
  expect(readFileSync(zip).subarray(0, 2).toString()).toBe('PK');
  if (!hasPython) return;
  const folder = join(home, format);
  execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder]);
  const { ok, said } = verifyByPython(folder);
  expect(said).toContain('3 annotations');
  expect(ok).toBe(true);
}
