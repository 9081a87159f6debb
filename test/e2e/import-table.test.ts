import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFaults } from './find-faults.ts';
import { openEmptyWindow } from './journey.ts';
import type { TestWindow } from './open-window.ts';

let opened: TestWindow;
beforeEach(async () => {
  opened = await openEmptyWindow();
});
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

const dialog = () => opened.page.getByRole('dialog', { name: 'Import articles' });
const importing = (n: number) => dialog().getByRole('button', { name: `Import ${n} article${n === 1 ? '' : 's'}` });
const library = () => opened.page.getByRole('region', { name: 'Articles' });
const columnIs = (name: string) => dialog().getByLabel(`What the column “${name}” is`);

async function choose(...files: { name: string; content: string | Buffer }[]) {
  const { page } = opened;
  await library().waitFor();
  await page.keyboard.press('Control+i');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog().getByRole('button', { name: 'Choose files…' }).press('Enter'),
  ]);
  await chooser.setFiles(
    files.map(({ name, content }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })),
  );
}

const body = 'The council met for three hours on Tuesday and closed the pier until divers have looked at it.';
const table = Buffer.concat([
  Buffer.from(`id,top,body,paper,day\r\n1,The Pier,"${body}",Harbour Post,4/5/17\r\n2,The Dam,"A crac`),
  Buffer.from([0x95]),
  Buffer.from(
    ' in the dam, it is said.",Harbour Post,6/7/17\r\n3,The Mill,,Marfa News,6/7/17\r\n4,"وزارة الموانئ","قالت الوزارة إن الحريق كان حادثًا.",,8/9/17\r\n5,The Ferry,it, is late\r\n',
  ),
]);

it('a table is shown with its columns, which a person puts right, and comes in as its rows', async () => {
  const { page } = opened;
  await choose({ name: 'coast.csv', content: table });
  await dialog().getByText('Table of 5 rows').waitFor();
  expect(await columnIs('top').inputValue()).toBe('');
  expect(await columnIs('body').inputValue()).toBe('text');
  await columnIs('top').selectOption('Title');
  await columnIs('paper').selectOption('Outlet');
  await columnIs('day').selectOption('Date');
  await dialog().getByText('4/5/17 could be either.').waitFor();
  await dialog().getByLabel('Order of the dates').selectOption('month/day/year');
  await dialog().getByText('2017-04-05 to 2017-08-09').waitFor();

  const details = dialog().getByRole('region', { name: 'What comes of it' });
  await details.getByText('3 new articles').waitFor();
  await details.getByText('1 row without a text, left out').waitFor();
  await details.getByText('Row 6: it has 4 cells where the first row has 5.').waitFor();
  await details.getByText(`byte ${table.indexOf(0x95)}, row 3, body`).waitFor();
  await details.getByLabel('Outlet of rows that name none').fill('Marfa News');
  expect(await findFaults(page)).toEqual([]);

  await importing(3).waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().waitFor({ state: 'detached' });
  await page.getByText('3 articles imported.').waitFor();
  await library()
    .getByRole('option', { name: /The Pier/ })
    .waitFor();
  await library().getByText('5 Apr 2017').waitFor();
  await page.getByRole('heading', { level: 1, name: 'The Pier' }).waitFor(); // which is no part of the text
  await page.getByRole('button', { name: 'Article details…' }).click();
  await page.getByRole('region', { name: 'What else the file says of it' }).getByText('id1').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await library().getByText('Harbour Post', { exact: true }).waitFor();
  await library().getByText('Marfa News', { exact: true }).waitFor();

  await choose({ name: 'again.csv', content: table });
  await dialog().getByText('3 already there').waitFor();
  expect(await importing(0).isDisabled()).toBe(true);
});

it('a table without a telling column asks which is the text; what is none is taken as one text', async () => {
  await choose(
    { name: 'odd.csv', content: `a,b\nThe Pier,${body}\n` },
    { name: 'letter.csv', content: `Dear all,\n\n${body}\n\nYours, Ann\n` },
  );
  await dialog()
    .getByRole('option', { name: /odd\.csv/ })
    .click();
  await dialog()
    .getByRole('alert')
    .getByText(/No column of “odd.csv” looks like the text/u)
    .waitFor();
  await dialog().getByLabel('Which column is the text of the articles?').selectOption('b');
  await dialog().getByText('Table of 1 row').waitFor();
  await dialog()
    .getByRole('option', { name: /letter\.csv/ })
    .click();
  await dialog().getByRole('button', { name: 'Take it as one text' }).click();
  await dialog().getByRole('button', { name: 'Read it as a table again' }).waitFor();
  await importing(2).click();
  await opened.page.getByText('2 articles imported.').waitFor();
});
