import { afterAll, beforeAll, expect, it } from 'vitest';
import { updateEntity } from '../../electron/services/entities/edit-entity.ts';
import { createCluster } from '../../electron/services/clusters.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { addTestEntity } from '../helpers/entity.ts';
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

/** Two outlets on a coast: one quotes the mayor and goes to Ras Ilun, the other quotes the coast guard and goes to Marsa. */
async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  for (const name of ['Ann Dell', 'Coast Guard']) addTestEntity(made, 'actor', name);
  for (const name of ['Ras Ilun', 'Marsa', 'the reef']) addTestEntity(made, 'location', name);
  updateEntity(made.corpus, made.sara, 'Ras Ilun', { latitude: 34.5, longitude: 35.9 });
  updateEntity(made.corpus, made.sara, 'Marsa', { latitude: 35.2, longitude: 36.4 });
  for (const [n, date] of ['2024-03-12', '2024-03-13', '2024-03-14', '2024-03-17'].entries()) {
    const { claims } = await importTagged(made, {
      outlet: 'Harbour Post',
      date,
      text: `The pier at Ras Ilun burned, Mayor Dell said. Nobody came by the reef. ${date}`,
      actors: [['Mayor Dell', 'Ann Dell']],
      places: [
        ['Ras Ilun', 'Ras Ilun'],
        ['the reef', 'the reef'],
      ],
      claims: [
        { words: 'The pier at Ras Ilun burned', by: [['Ann Dell', 'Mayor Dell', 'said']], voice: 'paraphrased' },
        { words: 'Nobody came by the reef' },
      ],
    });
    if (n === 0) createCluster(made.corpus, made.sara, { title: 'The fire', date, note: '', claims });
  }
  for (const date of ['2024-03-12', '2024-03-17', '2024-03-18'])
    await importTagged(made, {
      outlet: 'Meridian Wire',
      date,
      text: `Two boats sank off Marsa, the Coast Guard claimed, and a sailor too. ${date}`,
      actors: [['the Coast Guard', 'Coast Guard']],
      places: [['Marsa', 'Marsa']],
      claims: [{ words: 'Two boats sank off Marsa', by: [['Coast Guard', 'the Coast Guard', 'claimed']] }],
    });
  made.corpus.close();
  return made.path;
}

const tab = async (name: string) => {
  await window.page.getByRole('tab', { name, exact: true }).click();
  await window.page.getByRole('tabpanel', { name, exact: true }).waitFor();
};
const table = (name: string) => window.page.getByRole('region', { name, exact: true }).getByRole('table');
const row = (name: string, of: RegExp) => table(name).getByRole('row', { name: of });

it('tells who is quoted by either side, with verbs and the lines behind it', async () => {
  const { page } = window;
  await tab('Sources');
  await row('On whose word', /of named sources 4 50\.0 % 3 100\.0 %/).waitFor();
  await row('Verbs of saying', /said 4 0/).waitFor();
  await row('Sources', /Ann Dell named 4 4 50\.0 0 0 0\.0/).waitFor();
  await page.getByRole('button', { name: 'Ann Dell' }).press('Enter');
  const details = page.getByRole('region', { name: 'Ann Dell: words, verbs and lines' });
  await details.getByText('first 4 (quoted 0, paraphrased 4), cited 0').waitFor();
  await details.getByText('4 lines in 4 articles').waitFor();
  expect(await findFaults(page)).toEqual([]);
});

it('lists what one side is silent about, and opens the text where the other says it', async () => {
  const { page } = window;
  await tab('Silence');
  await row('Silence', /Ann Dell actor or other A 4 4 .* no$/).waitFor();
  await row('Silence', /13 Mar 2024 to 14 Mar 2024 day A – 2/).waitFor();
  await page.getByRole('radio', { name: 'events 1' }).click();
  await page.getByRole('button', { name: 'The fire' }).click();
  expect(await findFaults(page)).toEqual([]);
  await page
    .getByRole('button', { name: /The pier at Ras Ilun burned/ })
    .first()
    .click();
  await page.getByRole('region', { name: 'Article text' }).getByText('The pier at Ras Ilun burned').first().waitFor();
  await page.getByRole('tab', { name: 'Compare' }).click();
});

it('draws time and places, and chooses a place by the keyboard', async () => {
  const { page } = window;
  await tab('Time and place');
  await page.getByRole('img', { name: 'Articles, mentions and claims over time' }).first().waitFor();
  const map = page.getByRole('img', { name: 'Places that either side means' }).first();
  await map.getByText('Ras Ilun').waitFor();
  const places = page.getByRole('listbox', { name: 'Places' });
  await places.getByRole('option', { name: 'the reef' }).getByText('no coordinates').waitFor();
  await places.focus();
  await page.keyboard.press('ArrowDown');
  await places.getByRole('option', { name: 'Ras Ilun', selected: true }).waitFor();
  await page.getByRole('region', { name: 'Lines of A' }).getByText('4 lines in 4 articles').waitFor();
  await page.getByRole('region', { name: 'Lines of B' }).getByText('none').waitFor();
  await page.getByRole('button', { name: 'Show table' }).first().click();
  await row('By day', /12 Mar 2024 1 3 2 1 2 1/).waitFor();
  expect(await findFaults(page)).toEqual([]);
});
