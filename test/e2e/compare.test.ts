import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { importMarked } from '../helpers/marked-text.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openWindow({ name: 'Sara', prepare });
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  await opened.page.getByRole('tab', { name: 'Compare' }).click();
  await side('A', 'Harbour Post').waitFor();
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

/** Three outlets, of which the first two have most articles; one of these names nobody as the other does. */
async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  const post =
    'The [Reef Front|Reef Front] sank a boat, {nine sailors were killed|Coast Guard}. “The [pirates|Reef Front!] fled.”';
  const wire =
    'The [pirates|Reef Front!] shelled the pier. [Pirates|Reef Front!] came, {four sailors were killed|Coast Guard}.';
  for (const day of ['12', '13', '14']) await importMarked(made, 'Harbour Post', `${post} ${day}.`, `2024-03-${day}`);
  for (const day of ['12', '13']) await importMarked(made, 'Meridian Wire', `${wire} ${day}.`, `2024-03-${day}`);
  await importMarked(made, 'خفر السواحل', 'The [militants|Reef Front] left.', '2024-04-01');
  made.corpus.close();
  return join(home, 'test.galley');
}

const side = (letter: 'A' | 'B', name: string) =>
  opened.page.getByRole('button', { name: `Side ${letter} ${name}`, exact: true });
const tab = (name: string) => opened.page.getByRole('tablist', { name: 'Compare' }).getByRole('tab', { name });

it('the two outlets with most articles are set against each other, with what was counted and what is thin', async () => {
  const { page } = opened;
  await side('B', 'Meridian Wire').waitFor();
  await page.getByText('A is thin: 3 articles, fewer than 5').waitFor();
  await page.getByRole('button', { name: 'What was counted' }).click();
  await page.getByText(/^A: 3 articles, .* 3 claims\), 9 of them unchecked\./).waitFor();
  await page.keyboard.press('Escape');
  await expectNoFaults(page);
});

it('arrows go through the views, and the address keeps which', async () => {
  const { page } = opened;
  await tab('Articles').focus();
  for (const name of ['Naming', 'Claims', 'Words', 'Sources', 'Silence', 'Time and place']) {
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name }).waitFor();
  }
  for (const name of ['Words', 'Sources', 'Time and place']) {
    await tab(name).click();
    const panel = page.getByRole('tabpanel', { name });
    await panel.locator('[data-region]').waitFor();
    await page.keyboard.press('F6');
    expect(await panel.evaluate((inside) => inside.contains(document.activeElement))).toBe(true);
  }
  await page.getByRole('img', { name: 'Articles, mentions and claims over time' }).first().waitFor();
  await page.reload();
  await page.getByRole('tabpanel', { name: 'Time and place' }).waitFor();
});

it('under forced colours sides, choices and the focus are still seen; in the dark no word of a view is pale', async () => {
  const { page } = opened;
  await page.emulateMedia({ forcedColors: 'active' });
  await tab('Naming').click();
  const entities = page.getByRole('listbox', { name: 'Entities by difference' }).getByRole('option');
  await entities.first().click();
  const chosen = page.getByRole('option', { selected: true });
  const look = (what: Locator) =>
    what.first().evaluate((element) => {
      const { backgroundColor, outlineStyle, forcedColorAdjust } = getComputedStyle(element);
      return { backgroundColor, outlineStyle, forcedColorAdjust };
    });
  expect((await look(chosen)).outlineStyle).toBe('solid');
  const marks = [await look(page.locator('.sidemark.side-a')), await look(page.locator('.sidemark.side-b'))];
  expect(marks[0]!.backgroundColor).not.toBe(marks[1]!.backgroundColor);
  await tab('Words').click();
  expect((await look(page.getByRole('radio', { checked: true }))).outlineStyle).toBe('solid');
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'dark' });
  for (const name of ['Articles', 'Naming', 'Claims', 'Words', 'Sources', 'Silence', 'Time and place']) {
    await tab(name).click();
    await page.getByRole('tabpanel', { name }).locator('[data-region], .empty').first().waitFor();
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    expect(await findFaults(page, ['color-contrast']), name).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
});

it('a side is chosen, saved by name, and had again; swapped with the other', async () => {
  const { page } = opened;
  await side('A', 'Harbour Post').click();
  const dialog = page.getByRole('dialog', { name: 'Side A' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Find an outlet');
  await dialog.getByRole('searchbox', { name: 'Find an outlet' }).fill('خفر');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'From' }).fill('2024-03-13');
  await dialog.getByRole('status').getByText('3 articles').waitFor();
  await dialog.getByRole('textbox', { name: 'Save by name' }).fill('From the 13th');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Use From the 13th' }).waitFor();
  await expectNoFaults(page);
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await side('A', 'Harbour Post, خفر السواحل from 13 Mar 2024').waitFor();
  await page.getByRole('button', { name: 'Swap A and B' }).click();
  await side('A', 'Meridian Wire').click();
  await dialog.getByRole('button', { name: 'Use From the 13th' }).click();
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('A and B are the same articles.').waitFor();
  await page.getByRole('switch', { name: 'checked only' }).click();
  await page.reload();
  expect(await page.getByRole('switch', { name: 'checked only' }).getAttribute('aria-checked')).toBe('true');
});

it('saved filters keep the focus among them: a new name gives it back, removing gives it on', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: /^Side A / }).click();
  const dialog = page.getByRole('dialog', { name: 'Side A' });
  const field = dialog.getByRole('textbox', { name: 'Save by name' });
  await field.fill('Whole month');
  await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await dialog.getByRole('button', { name: 'Use Whole month' }).waitFor();
  await expectFocus(field); // the button is off without a name
  await dialog.getByRole('button', { name: 'Rename From the 13th' }).press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' on');
  await page.keyboard.press('Enter');
  await expectFocus(dialog.getByRole('button', { name: 'Rename From the 13th on' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expectFocus(dialog.getByRole('button', { name: 'Rename From the 13th on' }));
  await dialog.getByRole('button', { name: 'Remove the saved filter From the 13th on' }).press('Enter');
  await expectFocus(dialog.getByRole('button', { name: 'Use Whole month' }));
  await dialog.getByRole('button', { name: 'Remove the saved filter Whole month' }).press('Enter');
  await dialog.getByText('Whole month').waitFor({ state: 'detached' });
  await expectFocus(field);
  await page.keyboard.press('Escape');
});

/** Says what has the focus where it is another. */
const expectFocus = (what: Locator) =>
  expect
    .poll(() =>
      what.evaluate((element) => (element === document.activeElement ? 'it' : document.activeElement?.outerHTML)),
    )
    .toBe('it');

it('the report comes as a download that opens without a network', async () => {
  const { page, home } = opened;
  const writing = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Report…' }).click();
  const download = await writing;
  expect(download.suggestedFilename()).toBe('report.html');
  await download.saveAs(join(home, 'report.html'));
  const report = await page.context().newPage();
  await page.context().setOffline(true);
  const asked: string[] = [];
  report.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(join(home, 'report.html')).href;
  await report.goto(address);
  await report.getByRole('heading', { level: 1 }).getByText('Harbour Post, خفر السواحل').first().waitFor();
  await expectNoFaults(report);
  expect(asked).toEqual([address]);
  await report.close();
  await page.context().setOffline(false);
});

it('a picture comes as SVG and as PNG', async () => {
  const { page } = opened;
  await tab('Time and place').click();
  const save = async (as: string) => {
    const writing = page.waitForEvent('download');
    await page
      .getByRole('button', { name: `Save picture (${as})` })
      .first()
      .click();
    const download = await writing;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const name = 'Articles, mentions and claims over time';
  const svg = await save('SVG');
  expect([svg.name, svg.bytes.includes('var(--')]).toEqual([`${name}.svg`, false]);
  const png = await save('PNG');
  expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual([`${name}.png`, 'PNG']);
});
