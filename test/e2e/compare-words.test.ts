import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { importTagged } from '../helpers/tagged-article.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let window: TestWindow;
beforeAll(async () => {
  window = await openWindow({ name: 'Sara', prepare });
  await window.page.getByRole('tab', { name: 'Compare' }).click();
});
afterAll(async () => {
  expect(window.violations).toEqual([]);
  await window.close();
});

async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  for (let day = 10; day < 18; day += 1) {
    const date = `2024-03-${day}`;
    const families = `Families fled the pier. “Families wait”, a sailor said. Families ${day}.`;
    await importTagged(made, { outlet: 'Harbour Post', date, text: families });
    const pirates = `Pirates shelled the pier. Pirates fled, the navy said. Pirates ${day}.`;
    await importTagged(made, { outlet: 'Meridian Wire', date, text: pirates });
  }
  made.corpus.close();
  return made.path;
}

it('shows the words in which the sides differ, and the lines of either side behind one', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Words', exact: true }).click();
  const words = page.getByRole('region', { name: 'Words', exact: true });
  await words.getByRole('row', { name: /Pirates 0 0 24/ }).waitFor();
  await page.getByRole('img', { name: 'The words in which the sides differ most' }).first().waitFor();
  const row = words.getByRole('button', { name: 'Pirates' });
  await row.press('Enter');
  const lines = page.getByRole('region', { name: 'Lines with Pirates' });
  await lines.getByText('24 lines in 8 articles').waitFor();
  expect(await lines.getByRole('button', { name: /own voice/ }).count()).toBe(24);
  expect(await findFaults(page)).toEqual([]);
  await lines
    .getByRole('button', { name: /own voice/ })
    .first()
    .press('Escape');
  await lines.waitFor({ state: 'detached' });
  expect(await row.evaluate((button) => button === document.activeElement)).toBe(true);
});

it('sorts by the head of a column, and finds among all rows', async () => {
  const { page } = window;
  const words = page.getByRole('region', { name: 'Words', exact: true });
  const names = () => words.locator('.keyness-name').allTextContents();
  await words.getByRole('button', { name: 'A count' }).press('Enter');
  await expect.poll(async () => (await names())[0]).toBe('Families');
  await words.getByRole('button', { name: 'B count' }).press('Enter');
  await expect.poll(async () => (await names())[0]).toBe('Pirates');
  await words
    .getByRole('columnheader', { name: 'B count', exact: true })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor();
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('FAMIL');
  await words.getByRole('row', { name: /Families 24/ }).waitFor();
  await words.getByRole('row', { name: /Pirates 0 0/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Definitions' }).press('Enter');
  const definitions = page.getByRole('dialog', { name: 'Definitions' });
  await definitions.getByText('The conservative log ratio', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'labels' }).press('Space');
  await page.getByText('No labels on either side').waitFor();
});

it('leads to Search to tag the word on a side, and what was asked for is there on the way back', async () => {
  const { page } = window;
  await page.getByRole('radio', { name: 'words', exact: true }).press('Space');
  const words = page.getByRole('region', { name: 'Words', exact: true });
  await words.getByRole('button', { name: 'Families' }).press('Enter');
  await page.getByRole('button', { name: 'Tag the others…' }).first().press('Enter');
  await page.getByText('24 hits in 8 articles').waitFor();
  await page.getByRole('tab', { name: 'Compare' }).click();
  await words.getByRole('row', { name: /Families 24/ }).waitFor();
  expect(await page.getByRole('searchbox', { name: 'Find in the rows' }).inputValue()).toBe('FAMIL');
});
