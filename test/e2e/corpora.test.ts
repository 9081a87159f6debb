import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});
const own = (file: string) => join(opened.home, 'Documents', 'Galley', file);
const title = (name: string) => opened.page.getByRole('button', { name: `${name}, corpus` });

it('the first run asks for a name and makes a corpus of it', async () => {
  opened = await openWindow();
  const { page } = opened;
  await page.getByRole('dialog', { name: 'Welcome to Galley' }).waitFor();
  expect(await page.getByLabel('Your name').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByLabel('Your name').fill('Sara Noor');
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await title('Sara Noor').waitFor();
  await page.getByRole('contentinfo', { name: 'Status' }).getByText('Sara Noor').waitFor();
  expect(existsSync(own('Sara Noor.galley'))).toBe(true);
});

it('as soon as the question for the name is gone, what is clicked is of the new corpus', async () => {
  opened = await openWindow();
  const { page } = opened;
  await page.getByLabel('Your name').fill('Sara');
  await page.evaluate(() => {
    const click = () => {
      if (document.querySelector('[role="dialog"]')) return;
      const [button] = [...document.querySelectorAll('button')].filter(
        (each) => each.textContent === 'Import articles…',
      );
      button?.click();
      if (button) watcher.disconnect();
    };
    const watcher = new MutationObserver(click);
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Import articles' }).waitFor();
});

it('where a corpus of that name is there, it can be opened or another one made', async () => {
  opened = await openWindow();
  const { page } = opened;
  mkdirSync(join(opened.home, 'Documents', 'Galley'), { recursive: true });
  writeFileSync(own('Sara.galley'), 'not one');
  await page.getByLabel('Your name').fill('Sara');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('exists already').waitFor();
  await page.getByRole('button', { name: 'Open “Sara.galley”' }).click();
  await page.getByRole('alert').getByText('is not a Galley corpus').waitFor();
  await page.getByLabel('Or make one with another name').fill('Sara at work');
  await page.keyboard.press('Enter');
  await title('Sara at work').waitFor();
});

it('the welcome page opens a copy of the sample corpus, Arabic and emoji in it', async () => {
  opened = await openWindow({ name: 'Sara' });
  const { page } = opened;
  await page.getByRole('region', { name: 'First run' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open the sample corpus' }).click();
  await title('Sample').waitFor();
  const library = page.getByRole('region', { name: 'Articles' });
  await library.getByRole('option', { name: /Ferry crew pulls nine people/ }).waitFor();
  await library.getByRole('option', { name: /وزارة الموانئ/ }).waitFor();
  expect(existsSync(own('Sample.galley'))).toBe(true);
});

it('a corpus is made and another one opened with the keyboard alone', async () => {
  opened = await openWindow({ name: 'Sara' });
  const { page } = opened;
  mkdirSync(own('wars'), { recursive: true });
  await page.getByRole('button', { name: 'New corpus…' }).click();
  const making = page.getByRole('dialog', { name: 'New corpus' });
  await making.getByRole('option', { name: /wars/ }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await making.getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await making.getByRole('listbox', { name: 'Folders and corpora in wars' }).waitFor();
  await making.getByLabel('Name').fill('Idlib');
  await page.keyboard.press('Enter');
  await title('Idlib').waitFor();
  expect(existsSync(own('wars/Idlib.galley'))).toBe(true);

  await page.keyboard.press('Control+o');
  const opening = page.getByRole('dialog', { name: 'Open corpus' });
  await opening.getByRole('option', { name: /wars/ }).waitFor();
  await page.keyboard.press('Backspace');
  await opening.getByRole('listbox', { name: 'Folders and corpora in Documents' }).waitFor();
  await page.keyboard.press('Enter');
  await opening.getByRole('listbox', { name: 'Folders and corpora in Galley' }).waitFor();
  await page.keyboard.type('wa');
  await page.keyboard.press('Enter');
  await opening.getByRole('option', { name: /Idlib/ }).waitFor();
  await page.keyboard.press('Enter');
  await opening.waitFor({ state: 'detached' });
  await title('Idlib').waitFor();
});

it('what cannot be opened is said in the dialog, and nothing else changes', async () => {
  opened = await openWindow({ name: 'Sara' });
  const { page } = opened;
  mkdirSync(own(''), { recursive: true });
  writeFileSync(own('broken.galley'), 'These are not the bytes of a corpus.');
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  await page.getByRole('option', { name: /broken/ }).dblclick();
  await page
    .getByRole('alert')
    .getByText(/“.*broken\.galley” is not a Galley corpus; it was left as it is\./)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'First run' }).waitFor();
});

it('what holds in a damaged corpus is saved as a new one, which says what was lost', async () => {
  let damaged = '';
  opened = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      const names = Array.from({ length: 40 }, (_, n) => `page ${n}.txt`);
      const texts = names.map((name, n) => [
        name,
        `Report ${n}\n\n${`The harbour was shut on night ${n}. `.repeat(90)}\n`,
      ]);
      await made.import(Object.fromEntries(texts), { options: { split: 'never' } });
      made.corpus.close();
      damaged = join(home, 'Documents', 'Galley', 'broken.galley');
      mkdirSync(join(home, 'Documents', 'Galley'), { recursive: true });
      const bytes = readFileSync(made.path);
      for (let at = bytes.indexOf('on night 7.'); at !== -1; at = bytes.indexOf('on night 7.', at + 4096))
        bytes.fill(0x5a, at - (at % 4096), at - (at % 4096) + 4096);
      writeFileSync(damaged, bytes);
      return made.path;
    },
  });
  const { page } = opened;
  const before = readFileSync(damaged);
  await title('test').waitFor();
  await page.keyboard.press('Control+o');
  await page.getByRole('option', { name: /broken/ }).dblclick();
  await page.getByRole('alert').getByText('is damaged').waitFor();
  await page.getByRole('button', { name: 'Save what can be saved…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save what can be saved' });
  const name = dialog.getByLabel('Name of the new corpus');
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await name.inputValue()).toBe('broken saved');
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.getByText(/^Wrote \d+ articles with 0 annotations to broken saved\.galley/).waitFor();
  expect(
    await dialog.getByRole('list', { name: 'What could not be brought back' }).getByRole('listitem').count(),
  ).toBeGreaterThan(0);
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('Enter'); // on “Open the new corpus”
  await page.getByRole('option', { name: /Report 1\b/ }).waitFor();
  expect(existsSync(own('broken saved.galley'))).toBe(true);
  expect(readFileSync(damaged).equals(before)).toBe(true);
});
