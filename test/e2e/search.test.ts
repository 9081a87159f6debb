import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { SAMPLE_TEXT, TestCorpus } from '../helpers/corpus.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

/** A corpus with two articles, one of them long. */
async function openCorpus(): Promise<void> {
  opened = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      made.tag(await made.importText(SAMPLE_TEXT), 'actor', 0, 15);
      const lines = Array.from({ length: 300 }, (_, n) => `Line ${n} tells of the ferry to Morrow.`);
      await made.importText(`The long one\n\n${lines.join('\n\n')}\n`, 'long.txt');
      made.corpus.close();
      return join(home, 'test.galley');
    },
  });
}

it('words are found in all texts, opened at the hit, chosen, tagged as one step and taken back', async () => {
  await openCorpus();
  const { page } = opened;
  const box = page.getByRole('searchbox', { name: 'Search in corpus' });
  const hits = page.getByRole('listbox', { name: 'Hits' });
  const says = page.getByRole('toolbar', { name: 'Hits that are chosen' }).getByRole('status');
  await page.getByRole('option').first().waitFor();

  await page.keyboard.press('Control+Shift+F');
  await box.fill('ferry -nothing');
  await box.press('Enter');
  await says.getByText('302 hits in 2 articles').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await box.fill('"الربيع');
  await box.press('Enter');
  await page.getByRole('alert').getByText('is never closed').waitFor();
  await box.fill('الرَّبيع');
  await box.press('Enter');
  await says.getByText('1 hit in 1 article').waitFor();
  await hits.getByRole('option', { name: /في\s+الربيع\s*، بحسب/ }).waitFor();

  await box.fill('tells ferry');
  await box.press('Enter');
  await hits
    .getByRole('option', { name: /Line 0\s+tells of the ferry/ })
    .first()
    .waitFor();
  await hits.focus();
  await page.keyboard.press('End');
  await hits
    .getByRole('option', { name: /Line 99/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Article text' }).getByText('Line 99 tells').waitFor();
  expect(
    await page.getByText('Line 99 tells').evaluate((element) => {
      const { top } = element.getBoundingClientRect();
      return top > 0 && top < innerHeight;
    }),
  ).toBe(true);

  await page.getByRole('tab', { name: 'Search' }).click();
  await box.fill('"the ferry"');
  await box.press('Enter');
  await says.getByText('301 hits in 2 articles').waitFor();
  await hits.focus();
  await page.keyboard.press('Control+a');
  await says.getByText('301 chosen').waitFor();
  await page.keyboard.press('Space');
  await says.getByText('300 chosen').waitFor();
  await page.keyboard.press('l');
  await page.getByText('300 places tagged as location').waitFor();
  await page.keyboard.press('Control+z');
  await page
    .getByText(/tagging of many places/)
    .first()
    .waitFor();
});

it('a regular expression is searched as one, from the library, and what cannot be one is said', async () => {
  await openCorpus();
  const { page } = opened;
  await page.getByRole('searchbox', { name: 'Search articles' }).fill('morrow');
  await page.getByRole('button', { name: 'Search the texts…' }).click();
  const says = page.getByRole('toolbar', { name: 'Hits that are chosen' }).getByRole('status');
  await says.getByText('301 hits').waitFor();
  await page.getByRole('radio', { name: 'Regular expression' }).click();
  const box = page.getByRole('searchbox', { name: 'Search in corpus' });
  await box.fill('Line (1|2)0 ');
  await box.press('Enter');
  await says.getByText('2 hits in 1 article').waitFor();
  await box.fill('(?=x)');
  await box.press('Enter');
  await page.getByRole('alert').getByText('not a regular expression').waitFor();

  await page.getByRole('radio', { name: 'Annotations' }).click();
  await box.fill('');
  await box.press('Enter');
  await page.getByRole('button', { name: /Any label, label in the articles/ }).click();
  await page.getByRole('menuitemradio', { name: 'actor' }).click();
  await page.getByRole('option', { name: /Harbour council.*actor/ }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Words' }).click();
  await box.fill('الربيع OR العباره OR council');
  await box.press('Enter');
  await page.getByRole('option', { name: /في/ }).first().waitFor();
});
