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
  await words.getByRole('row', { name: /pirates 0 0 24/ }).waitFor();
  await page.getByRole('img', { name: 'The words in which the sides differ most' }).first().waitFor();
  await words.getByRole('button', { name: 'pirates' }).press('Enter');
  const lines = page.getByRole('region', { name: 'Lines with pirates' });
  await lines.getByText('24 lines in 8 articles').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('searchbox', { name: 'Find in the rows' }).fill('FAMIL');
  await words.getByRole('row', { name: /families 24/ }).waitFor();
  await words.getByRole('row', { name: /pirates 0 0/ }).waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: 'labels' }).press('Space');
  await page.getByText('No labels on either side').waitFor();
});
