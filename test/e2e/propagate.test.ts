import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { findFaults } from './find-faults.ts';
import { openWindow } from './open-window.ts';

const openCorpus = () =>
  openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      const outlet = { options: { split: 'never' as const, outlet: 'The Harbour Post' } };
      const lines = Array.from({ length: 40 }, (_, n) => `Line ${n}: the boats of Morrow and of al-Morrow.`);
      await made.import({ 'a.txt': `The long one\n\n${lines.join('\n\n')}\n` }, outlet);
      await made.import({ 'b.txt': 'Morrow again\n\nMORROW at night, and Morrowites.\n' });
      const { articles } = await made.import({ 'c.txt': 'First of Morrow\n\nIn Morrow, as in Morrow.\n' }, outlet);
      made.tag(articles[0]!.uid, 'location', 9, 15);
      made.corpus.close();
      return join(home, 'test.galley');
    },
  });

it('a name is looked for by P, its places are accepted and skipped by key, tagged as one step and taken back', async () => {
  const opened = await openCorpus();
  const { page } = opened;
  const text = page.getByRole('region', { name: 'Article text' });
  const dialog = page.getByRole('dialog', { name: 'Propagate' });
  const places = dialog.getByRole('listbox', { name: 'Places' });
  const accepted = places.getByRole('option', { selected: true });
  const marked = text.getByRole('img', { name: 'location: Morrow', exact: true });

  await page.getByRole('option', { name: /First of Morrow/ }).click();
  await text.getByText('In Morrow, as in').waitFor();
  await marked.first().waitFor();
  await page.keyboard.press('p');
  await page.getByRole('status').getByText('No annotation is in focus').waitFor();
  await text.getByRole('document').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('p');
  await dialog.getByRole('status').getByText('2 places in 1 article · 2 accepted').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.press('y');
  await dialog.getByRole('status').getByText('1 accepted').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('“Morrow” tagged as location in 1 place', { exact: true }).waitFor();
  await marked.nth(1).waitFor();

  // the focus is in the text again
  await page.keyboard.press('Shift+P');
  await dialog
    .getByRole('status')
    .getByText(/^83 places in 3 articles · 1 already tagged/)
    .waitFor();
  await dialog.getByRole('checkbox', { name: 'Outlet not known: 2 of 2 accepted' }).click();
  await dialog.getByRole('status').getByText('81 accepted').waitFor();
  await places.focus();
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await dialog.getByRole('status').getByText(' 0 accepted').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  await page.keyboard.press('y');
  await page.keyboard.press('Space');
  expect(await accepted.count()).toBe(2);
  await page.keyboard.press('Enter');
  await page.getByText(/^“Morrow” tagged as location in 2 places\. The rule is kept/).waitFor();
  await marked.nth(2).waitFor();
  await page.keyboard.press('Control+z');
  await page
    .getByRole('status')
    .getByText(/propagation/)
    .first()
    .waitFor();
  await marked.nth(2).waitFor({ state: 'detached' });
  await marked.nth(1).waitFor();
  expect(opened.violations).toEqual([]);
  await opened.close();
});
