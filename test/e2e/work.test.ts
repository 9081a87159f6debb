import { afterEach, expect, it } from 'vitest';
import { TestCorpus, SAMPLE_TEXT } from '../helpers/corpus.ts';
import { expectNoSidewaysScroll } from './expect-no-sideways-scroll.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

it('a person is added, articles are given out as previewed, marked as done, and somebody else sits down', async () => {
  opened = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      for (const outlet of ['Morrow Post', 'Ferry News']) {
        const files = [0, 1, 2, 3].map((n) => [`${outlet} ${n}.txt`, `${SAMPLE_TEXT} ${outlet}, number ${n}.`]);
        await made.import(Object.fromEntries(files) as Record<string, string>, { options: { split: 'never', outlet } });
      }
      made.corpus.close();
      return made.path;
    },
  });
  const { page } = opened;
  await page.getByRole('tab', { name: 'Review' }).click();
  await page.getByRole('tab', { name: 'Work', exact: true }).click();

  await page.getByRole('button', { name: 'Add a person…' }).press('Enter');
  const adding = page.getByRole('dialog', { name: 'Add a person' });
  await adding.getByLabel('Name').fill('Omar Said');
  await adding.getByRole('radio', { name: 'green' }).press('Space');
  await adding.getByLabel('Initials').press('Enter');
  await page.getByRole('rowheader', { name: 'Omar Said' }).waitFor();

  await page.getByRole('button', { name: 'Give out articles…' }).press('Enter');
  const dealing = page.getByRole('dialog', { name: 'Give out articles' });
  await dealing.getByText('Choose two people or more.').waitFor();
  for (const name of ['Sara', 'Omar Said']) await dealing.getByRole('checkbox', { name }).press('Space');
  await dealing.getByLabel('Tagged by two, in percent').fill('50');
  const total = dealing.getByRole('row', { name: 'In all 8 4 6 (4 shared) 6 (4 shared)' });
  await total.waitFor();
  await dealing.getByRole('checkbox', { name: 'Ferry News' }).press('Space');
  await dealing.getByRole('row', { name: 'In all 4 2 3 (2 shared) 3 (2 shared)' }).waitFor();
  await dealing.getByRole('checkbox', { name: 'All outlets' }).press('Space');
  await total.waitFor();
  expect(await findFaults(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
  await dealing.getByRole('button', { name: 'Give out 8 articles' }).press('Enter');

  const number = (name: string) => page.getByRole('button', { name, exact: true });
  await number('Morrow Post, given out: 4').waitFor();
  await expectNoSidewaysScroll(page);
  await number('Sara, by several: 4').press('Enter');
  const list = page.getByRole('complementary', { name: 'Articles behind the number' });
  await list.getByText('4 articles').waitFor();
  await expectNoSidewaysScroll(page);
  expect(await list.getByText('blind').count()).toBe(8);
  await list
    .getByRole('button', { name: /^Mark as done/ })
    .first()
    .press('Enter');
  await number('Sara, done: 1').waitFor();
  await list.getByRole('button', { name: /^Not done yet/ }).waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  expect(await number('Sara, by several: 4').evaluate((cell) => cell === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await list.getByText('4 articles').waitFor();
  expect(await findFaults(page)).toEqual([]);

  await page.getByText('You tag 4 articles blind').waitFor();
  await page.getByRole('button', { name: 'Sara at the keyboard: change person' }).press('Enter');
  const who = page.getByRole('dialog', { name: 'Who is at the keyboard?' });
  await who.getByRole('button', { name: 'Omar Said' }).press('Enter');
  await page.getByRole('button', { name: 'Omar Said at the keyboard: change person' }).waitFor();
  await number('Sara, by several: 4').press('Enter');
  await list
    .getByRole('button', { name: /^Mark as done/ })
    .first()
    .press('Enter');
  await number('Omar Said, done: 1').waitFor();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Change person');
  await page.keyboard.press('Enter');
  await who.getByLabel('Somebody else').fill('Lina');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lina at the keyboard: change person' }).waitFor();
});
