import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findFaults } from './find-faults.ts';
import { openJourney, type Journey } from './journey.ts';

let opened: Journey;
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

const choose = async (page: Page, item: string) => {
  await page.getByRole('button', { name: /, corpus$/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const tag = (start: number, end: number) =>
  opened.call('annotations:create', {
    article: opened.articles['jetty.txt'],
    label: 'actor',
    spans: [{ start, end }],
  });
const count = async () => (await opened.call('annotations:list', {})).total;

it('a person looks at what was done, goes to a step with the keyboard, looks at the corpus as it was, and comes back', async () => {
  opened = await openJourney();
  const { page } = opened;
  for (const start of [0, 6, 12]) await tag(start, start + 4);
  await choose(page, 'History…');
  const dialog = page.getByRole('dialog', { name: 'History' });
  const steps = dialog.getByRole('listbox', { name: 'Steps' });
  await steps.getByRole('option').nth(3).waitFor();
  expect(await steps.evaluate((list) => list === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('heading', { name: /^annotation, new/ }).waitFor();
  expect(await findFaults(page)).toEqual([]);

  await dialog.getByRole('button', { name: 'Go to this step' }).focus();
  await page.keyboard.press('Enter');
  await steps.getByRole('option', { name: /^.*undo/ }).waitFor();
  expect(await count()).toBe(2);

  await steps
    .getByRole('option', { name: /import/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Show the corpus as it was then' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('status')
    .getByText(/This is the corpus as it was after “import” by Sara/)
    .waitFor();
  expect(await count()).toBe(0);
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to now' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back to now' }).waitFor({ state: 'detached' });
  expect(await count()).toBe(2);

  await choose(page, 'History…');
  await steps.getByRole('option', { name: /tag/ }).first().click();
  await dialog.getByLabel('By').selectOption('Sara');
  await dialog.getByLabel('On').fill('2019-01-16');
  await dialog.getByText('Nobody did anything that these choices let through.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('a person backs up, goes on, restores, and undoes that by restoring what was set aside', async () => {
  opened = await openJourney();
  const { page, home } = opened;
  await tag(0, 4);
  await choose(page, 'Backups…');
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  await dialog.getByText('There is no backup yet.').waitFor();
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await dialog.getByRole('table', { name: 'Backups of this corpus' }).getByText('asked for').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await tag(6, 10);

  await dialog.getByRole('button', { name: /^Restore the backup of/ }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/What was there before is kept as/).waitFor();
  expect(await count()).toBe(1);

  await choose(page, 'Backups…');
  await dialog
    .getByRole('row', { name: /set aside/ })
    .getByRole('button')
    .click();
  await dialog.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(count).toBe(2);

  await choose(page, 'Send a copy…');
  const sending = page.getByRole('dialog', { name: 'Send a copy' });
  await sending.getByLabel('Name').fill('For Omar');
  await page.keyboard.press('Enter');
  await sending.waitFor({ state: 'detached' });
  await page.getByText(/^Wrote For Omar\.galley/).waitFor();
  expect(existsSync(join(home, 'Documents', 'Galley', 'For Omar.galley'))).toBe(true);
  expect(readdirSync(home).filter((name) => name.includes('before restoring'))).toHaveLength(2);
});

it('an article’s details lead to its history', async () => {
  opened = await openJourney();
  const { page } = opened;
  await tag(0, 4);
  await page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty/ })
    .click();
  await page
    .getByRole('heading', { name: /Fuel jetty/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Article details…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'History…' }).click();
  const dialog = page.getByRole('dialog', { name: /^History of “/ });
  await dialog.getByRole('option', { name: /tag/ }).waitFor();
  expect(await dialog.getByRole('option', { name: /create|make the corpus/ }).count()).toBe(0);
});
