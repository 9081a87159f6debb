import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { importJettyStory } from '../helpers/jetty-story.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

it('a conflict is found, its two sentences opened side by side, and what may belong together put on a card', async () => {
  opened = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      await importJettyStory(made);
      made.corpus.close();
      return join(home, 'test.galley');
    },
  });
  const { page } = opened;
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('tab', { name: 'Claims' }).click();
  const events = page.getByRole('listbox', { name: 'Events' });
  await events.getByRole('option', { name: /^Jetty blast.*3 versions$/, selected: true }).waitFor();
  const killed = page.getByRole('region', { name: 'killed', exact: true });
  const questions = killed.getByRole('button', { name: /^How many: killed\?/ });
  await killed.getByRole('img', { name: 'killed: Jetty blast' }).first().waitFor();
  expect(await questions.count()).toBe(3);

  const apart = page.getByRole('complementary', { name: 'The two apart' });
  const ofA = apart.getByRole('region', { name: 'Version of A' });
  await ofA.getByText('At least 14 people were killed at Murayn').waitFor();
  await apart.getByRole('region', { name: 'Version of B' }).getByText('Nine sailors were killed').waitFor();
  await apart.getByText('Does B count only sailors, and the other all?').waitFor();
  await questions.nth(1).press('Enter');
  await ofA.getByText('Eleven sailors died').waitFor();
  expect(await findFaults(page)).toEqual([]);

  await apart.getByRole('button', { name: 'Between them: nothing said' }).click();
  await page.getByRole('menuitemradio', { name: 'contradicts' }).click();
  await page.getByRole('button', { name: /^Can both be true\?/ }).waitFor();
  await apart.getByRole('button', { name: 'Between them: contradicts' }).waitFor();

  await events.press('End');
  await page.getByRole('heading', { name: 'Boats sunk' }).waitFor();
  await page.getByRole('button', { name: 'Same event?' }).click();
  await page
    .getByRole('article', { name: /Ras Ilun/ })
    .getByRole('button', { name: 'Same event: make a card' })
    .click();
  await page.getByRole('dialog', { name: 'Event cards' }).waitFor();
  await page.keyboard.press('Escape');
  await events.getByRole('option', { name: /^Ras Ilun, boats, 12 Mar 2024.*2 versions$/ }).waitFor();

  await page.getByRole('button', { name: 'New event' }).click();
  const making = page.getByRole('region', { name: 'New event' });
  await making.getByLabel('Claims with these words').fill('RAIN');
  await making.getByRole('region', { name: 'Claims of A on no card' }).getByText('1 claim on no card').waitFor();
  await making.getByRole('checkbox', { name: 'Rain fell' }).press('Space');
  await making.getByLabel('What happened').fill('Rain at Murayn');
  expect(await findFaults(page)).toEqual([]);
  await making.getByRole('button', { name: 'Make the event of 1 claim' }).press('Enter');
  await events.getByRole('option', { name: /^Rain at Murayn.*1 version$/, selected: true }).waitFor();
  await page.getByRole('heading', { name: 'Rain at Murayn' }).waitFor();

  await events.getByRole('option', { name: /^Jetty blast/ }).click();
  await apart.getByRole('button', { name: 'Open both' }).click();
  await page.getByRole('tab', { name: 'Articles', selected: true }).waitFor();
  const side = (name: RegExp) => page.getByRole('tabpanel', { name: 'Articles' }).getByText(name).first();
  await side(/At least 14 people/).waitFor();
  await side(/Nine sailors/).waitFor();

  await page.getByRole('button', { name: 'Claim, where: they agree. Go to both' }).press('Enter');
  await page.getByRole('button', { name: 'Open in Claims' }).press('Enter');
  await page.getByRole('option', { name: /^Deliveries/, selected: true }).waitFor();
});
