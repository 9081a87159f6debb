import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFaults } from './find-faults.ts';
import { createJourneys, findPoint, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
beforeEach(async () => {
  journey = await journeys.begin();
  await journey.page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty blast/ })
    .click();
  await text()
    .getByRole('document', { name: /Fuel jetty blast/ })
    .waitFor();
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const text = () => journey.page.getByRole('region', { name: 'Article text' });

async function tag(words: string, key: string) {
  const { page } = journey;
  const { x, y } = await findPoint(page, words, 'start');
  await page.mouse.dblclick(x + 4, y);
  await page.keyboard.press(key);
  await page.getByRole('status').filter({ hasText: 'tagged as' }).waitFor();
}

describe('regions and names', () => {
  it('the regions and controls carry the names that people are told', async () => {
    const { page } = journey;
    await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Annotate', selected: true }).waitFor();
    await page.getByRole('tab', { name: 'Dataset', selected: false }).waitFor();
    const library = page.getByRole('region', { name: 'Articles' });
    await library.getByRole('searchbox', { name: 'Search articles' }).waitFor();
    await library.getByRole('button', { name: 'Import articles…' }).waitFor();
    expect(await library.getByRole('option').count()).toBe(3);
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
    await page.getByRole('contentinfo', { name: 'Status' }).getByText('Sara', { exact: true }).waitFor();
  });

  it('what draws pictures is loaded when two sides are compared, and not before', async () => {
    const { page } = journey;
    const listScripts = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /CompareView.*\.js$/.test(name)),
      );
    expect(await listScripts()).toEqual([]);
    await page.getByRole('tab', { name: 'Compare' }).click();
    await page.getByRole('tablist', { name: 'Compare' }).waitFor();
    expect(await listScripts()).toHaveLength(1);
  });

  it('F6 goes round the regions and back', async () => {
    const { page } = journey;
    const where = () =>
      page.evaluate(() => document.activeElement!.closest('[aria-label], header')!.ariaLabel ?? 'header');
    await page.getByRole('searchbox', { name: 'Search articles' }).focus();
    const seen: string[] = [];
    for (const key of ['F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6']) {
      await page.keyboard.press(key);
      seen.push(await page.evaluate(() => document.activeElement!.closest('[data-region]')!.ariaLabel ?? 'title bar'));
    }
    expect(seen).toEqual(['Article text', 'Inspector', 'title bar', 'Inspector', 'Article text']);
    expect(await where()).toMatch(/Fuel jetty blast/);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
    const { page } = journey;
    await page.emulateMedia({ colorScheme });
    await tag('Sabkha', 'l');
    await tag('Ministry said', 'a');
    expect(await findFaults(journey.page)).toEqual([]); // an annotation in focus
    await page.getByRole('button', { name: 'All annotations here' }).click();
    expect(await findFaults(journey.page)).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await findFaults(journey.page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Article details…' }).click();
    await page.getByRole('dialog', { name: 'Article details' }).waitFor();
    expect(await findFaults(journey.page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    expect(await findFaults(journey.page)).toEqual([]);
  });

  it('everything has its place at 1024 px', async () => {
    const { page } = journey;
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.getByRole('button', { name: 'Import articles…' }).waitFor();
    const parts = [
      page.getByRole('region', { name: 'Articles' }),
      text(),
      page.getByRole('complementary', { name: 'Inspector' }),
      page.getByRole('contentinfo', { name: 'Status' }),
    ];
    for (const part of parts) {
      const box = (await part.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1024);
      expect(box.y + box.height).toBeLessThanOrEqual(768);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
  });
});

describe('the library', () => {
  it('finds articles by words of title and text, also while the last is being typed, and says so where there are none', async () => {
    const { page } = journey;
    const search = page.getByRole('searchbox', { name: 'Search articles' });
    await search.fill('school');
    await page.getByRole('option', { name: /Families sleep/ }).waitFor();
    await page
      .getByRole('region', { name: 'Articles' })
      .getByRole('option', { name: /Fuel jetty/ })
      .waitFor({ state: 'detached' });
    await search.fill('no such title');
    await page.getByText('No article matches.').waitFor();
    await page.getByRole('button', { name: 'Show all articles' }).click();
    await page
      .getByRole('region', { name: 'Articles' })
      .getByRole('option', { name: /Fuel jetty/ })
      .waitFor();
    expect(await search.inputValue()).toBe('');
  });

  it('shows counts and state as the work goes on, and filters by state', async () => {
    const { page } = journey;
    const row = page.getByRole('region', { name: 'Articles' }).getByRole('option', { name: /Fuel jetty/ });
    await tag('Sabkha', 'l');
    await row.getByText('0 · 1 · 0').waitFor();
    await row.getByRole('img', { name: 'tagging' }).waitFor();
    await page.getByRole('button', { name: 'tagging, state of this article' }).click();
    await page.getByRole('menuitemradio', { name: 'done' }).click();
    await row.getByRole('img', { name: 'done' }).waitFor();
    await page.getByRole('button', { name: 'Any state, state of the articles listed' }).click();
    await page.getByRole('menuitemradio', { name: 'done' }).click();
    await page.getByRole('option', { name: /Families sleep/ }).waitFor({ state: 'detached' });
    await row.waitFor();
  });

  it('J and K go to the next and the previous article', async () => {
    const { page } = journey;
    const isOpen = (name: RegExp) => page.getByRole('option', { name, selected: true }).waitFor();
    await page.keyboard.press('j');
    await isOpen(/Families sleep/);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await isOpen(/قلعة مُرين/);
    expect(await text().getByRole('article').getAttribute('dir')).toBe('rtl');
  });
});

describe('the window', () => {
  it('goes on where it was after a reload', async () => {
    const { page } = journey;
    await page.setViewportSize({ width: 1024, height: 600 });
    await text().getByText('The group, which calls itself').scrollIntoViewIfNeeded();
    const last = text().getByText('The group, which calls itself');
    const placeOfLast = async () => Math.round((await last.boundingBox())!.y);
    await page.waitForFunction(() => /\/\d+\/\d+$/.test(location.hash));
    // blocks take their real height as they come into sight; the place is kept once nothing moves any more
    let before = NaN;
    await expect
      .poll(async () => {
        const [place, fragment] = [await placeOfLast(), new URL(page.url()).hash];
        await page.waitForTimeout(500);
        before = await placeOfLast();
        return before === place && fragment === new URL(page.url()).hash;
      })
      .toBe(true);
    expect(before).toBeLessThan(600);
    await page.reload();
    await page
      .getByRole('region', { name: 'Articles' })
      .getByRole('option', { name: /Fuel jetty/, selected: true })
      .waitFor();
    await expect.poll(placeOfLast).toBe(before);
  });

  it('changes what is known of an article, never its text', async () => {
    const { page } = journey;
    await page.getByRole('button', { name: 'Article details…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Article details' });
    await dialog.getByRole('textbox', { name: 'Date' }).fill('2024-02-31');
    await dialog.getByRole('button', { name: 'Save details' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('textbox', { name: 'Date' }).fill('2024-02');
    await dialog.getByRole('combobox', { name: 'Outlet' }).fill('Meridian Wire');
    await dialog.getByRole('button', { name: 'Save details' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('region', { name: 'Articles' })
      .getByRole('option', { name: /Fuel jetty.*Meridian Wire.*Feb 2024/ })
      .waitFor();
    await text().getByText('Meridian Wire', { exact: true }).waitFor();
  });

  it('turns dark and stays so, since the setting is kept outside the page', async () => {
    const { page } = journey;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.locator('html[data-theme="dark"]').waitFor();
    expect((await journey.call('settings:get', {})).theme).toBe('dark');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'by the system' }).click();
    await page.locator('html:not([data-theme])').waitFor();
  });

  it('lists the keys, the codebook’s among them, and gives the focus back to the text', async () => {
    const { page } = journey;
    await page.getByRole('searchbox', { name: 'Search articles' }).focus();
    await page.keyboard.press('F6');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('tag as claim').waitFor();
    await dialog.getByRole('searchbox', { name: 'Find a key' }).fill('redo');
    await dialog.getByText('tag as claim').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement!.role)).toBe('document');
  });

  it('verifies the corpus and says in numbers what it looked at', async () => {
    const { page } = journey;
    await page.getByRole('button', { name: /, corpus$/ }).click();
    await page.getByRole('menuitem', { name: 'Verify…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Verify' });
    await dialog.getByRole('button', { name: 'Verify this corpus' }).click();
    await dialog.getByText('Everything holds.').waitFor();
  });

  it('takes files that are dropped anywhere on it to the import', async () => {
    const { page } = journey;
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['Ferry reopens\n\nThe ferry sails again, said the council.'], 'ferry.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole('dialog').getByText('ferry.txt').first().waitFor();
  });

  it('says how to get a new address where its own was used before', async () => {
    const another = await journey.page.context().newPage();
    await another.goto(journey.address);
    await another.getByRole('heading', { name: 'This address has been used' }).waitFor();
    await another.close();
  });

  it('copies a passage with its citation', async () => {
    const { page } = journey;
    const { x, y } = await findPoint(page, 'Sabkha', 'start');
    await page.mouse.dblclick(x + 4, y);
    // listened for before the key is pressed, so that the one cannot overtake the other
    const copied = await page.evaluateHandle(() => {
      const text = new Promise<string>((resolve) => {
        document.addEventListener('copy', (event) => resolve(event.clipboardData!.getData('text/plain')));
      });
      return { text };
    });
    await page.keyboard.press('Control+c');
    expect(await copied.evaluate(({ text }) => text)).toMatch(/^“Sabkha”\nThe Harbour Post, Fuel jetty blast/);
  });
});
