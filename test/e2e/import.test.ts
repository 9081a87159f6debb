import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFaults } from './find-faults.ts';
import { openEmptyWindow } from './journey.ts';
import type { TestWindow } from './open-window.ts';

type File = { name: string; mimeType: string; buffer: Buffer };

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const toFile = (name: string, bytes: string | Buffer): File => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(bytes),
});
const story = (title: string) =>
  `${title}\n\nThe council met for three hours on Tuesday and closed the pier until divers have looked at it, it said.\n`;

let opened: TestWindow;
beforeEach(async () => {
  opened = await openEmptyWindow();
});
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

const dialog = () => opened.page.getByRole('dialog', { name: 'Import articles' });
const text = () => dialog().getByRole('grid');
const importing = (n: number) => dialog().getByRole('button', { name: `Import ${n} article${n === 1 ? '' : 's'}` });
const library = () => opened.page.getByRole('region', { name: 'Articles' });

/** Opens the dialog by its key and chooses files. */
async function choose(files: string[] | File[]) {
  const { page } = opened;
  await library().waitFor();
  await page.keyboard.press('Control+i');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog().getByRole('button', { name: 'Choose files…' }).press('Enter'),
  ]);
  await chooser.setFiles(files);
  await dialog().getByRole('listbox', { name: 'Files' }).waitFor();
}

it('a page comes in as the articles that the preview shows, cut and joined by keys', async () => {
  const { page } = opened;
  await choose([fixture('pages/listing-01.txt')]);
  await dialog().getByText('One page, 5 articles').waitFor();
  await dialog().getByText('cut at “• Posted in Politics”, 5 times').waitFor();
  expect(await findFaults(page)).toEqual([]);

  await text().focus();
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await dialog().getByText('One page, 6 articles').waitFor();
  await page.keyboard.press('x');
  await dialog().getByText('One page, 5 articles').waitFor();
  await dialog().getByRole('button', { name: 'Leave whole' }).click();
  await dialog().getByText('One article').waitFor();
  await dialog().getByRole('button', { name: 'Cut by the rules again' }).click();

  await dialog().getByRole('button', { name: 'Next article' }).click();
  await dialog().getByRole('heading', { name: 'Article 2 of 5' }).waitFor();
  await dialog().getByText('The text names no outlet. Whose article is it?').waitFor();
  await dialog().getByLabel('Outlet').fill('The Harbour Post');
  await dialog().getByRole('button', { name: 'Set outlet for all 5 of this file' }).click();
  await importing(5).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().waitFor({ state: 'detached' });
  await page.getByText('5 articles imported.').waitFor();
  await library().getByRole('option').nth(4).waitFor();
  expect(await library().getByRole('option').count()).toBe(5);
  await library().getByText('The Harbour Post', { exact: true }).waitFor();

  await choose([fixture('pages/listing-01.txt')]);
  await dialog()
    .getByRole('option', { name: /already there/ })
    .waitFor();
  await dialog().getByText('5 are already there').waitFor();
  expect(await importing(0).isDisabled()).toBe(true);
});

it('files that cannot be taken do not stop the others; one is read in the encoding that a person chooses', async () => {
  const { page } = opened;
  await choose([
    toFile('pier.txt', story('Old Pier Closed Until Divers Come')),
    toFile('cafe.txt', Buffer.from(story('Les cafés du port fermés'), 'latin1')),
    toFile('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
  ]);
  await dialog().getByText('2 files are left out').waitFor();
  await dialog()
    .getByRole('option', { name: /picture\.txt.*is not a text/ })
    .waitFor();
  await dialog()
    .getByRole('option', { name: /cafe\.txt/ })
    .click();
  await dialog()
    .getByRole('alert')
    .getByText(/“cafe\.txt” is not UTF-8 \(byte 7, line 1\)/)
    .waitFor();
  expect(await findFaults(page)).toEqual([]);
  await dialog().getByLabel('Read as').selectOption('windows-1252');
  await text().getByText('Les cafés du port fermés').first().waitFor();
  await importing(2).click();
  await page.getByText('2 articles imported.').waitFor();
  await library()
    .getByRole('option', { name: /Les cafés/ })
    .waitFor();
});

it('a date that cannot be read is shown before anything is stored', async () => {
  const { page } = opened;
  await choose([
    toFile('a.txt', story('Old Pier Closed Until Divers Come')),
    toFile('b.txt', story('The Dam Has a Crack')),
  ]);
  await dialog().getByLabel('Date').fill('31.4.2024');
  await dialog()
    .getByRole('option', { name: /b\.txt/ })
    .click();
  await page.keyboard.press('Control+Enter');
  await dialog().getByText('One date cannot be read').waitFor();
  expect(await dialog().getByLabel('Date').inputValue()).toBe('31.4.2024');
  await dialog().getByLabel('Date').fill('2024-04-30');
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 articles imported.').waitFor();
  await library().getByText('30 Apr 2024').waitFor();
});

it('files that are dropped on the window are previewed; Arabic runs from the right', async () => {
  const { page } = opened;
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    const words =
      'وزارة الموانئ: حريق الصهريج حادث\n\nقالت وزارة الموانئ إن الحريق الذي اندلع مساء الجمعة كان حادثًا لا هجومًا على السفينة.\n';
    data.items.add(new File([words], 'marfa.txt', { type: 'text/plain' }));
    return data;
  });
  await library().waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  const title = text().getByRole('gridcell', { name: 'وزارة الموانئ: حريق الصهريج حادث' }).last();
  await title.waitFor();
  expect(await title.evaluate((cell) => getComputedStyle(cell).direction)).toBe('rtl');
  await importing(1).waitFor();
});

it('of a page of 20,000 paragraphs only what is near is drawn, and its end is one key away', async () => {
  const { page } = opened;
  const lines = Array.from(
    { length: 20_000 },
    (_, n) => `Paragraph ${n} says that the water stood where it had stood.`,
  );
  await choose([toFile('long.txt', `The Long Report of the Water\n\n${lines.join('\n\n')}\n`)]);
  await text().focus();
  await page.keyboard.press('End');
  await text().getByText('Paragraph 19999 ').waitFor();
  expect(await text().getByRole('row').count()).toBeLessThan(120);
  expect(await text().getAttribute('aria-rowcount')).toBe('20002');
});

it('Escape puts the dialog away and nothing is stored', async () => {
  const { page } = opened;
  await choose([toFile('pier.txt', story('Old Pier Closed Until Divers Come'))]);
  await importing(1).waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await library().getByText('No articles yet').waitFor();
});
