import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { createJourneys, findPoint, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
beforeEach(async () => {
  journey = await journeys.begin();
  await journey.page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty blast/ })
    .click();
  await text(/Fuel jetty blast/).waitFor();
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const text = (title: RegExp) =>
  journey.page.getByRole('region', { name: 'Article text' }).getByRole('document', { name: title });
const hasFocus = (title: RegExp) => text(title).evaluate((element) => element === document.activeElement);
const palette = () => journey.page.getByRole('dialog', { name: 'Command palette' });
const said = (words: string) => journey.page.getByRole('status').filter({ hasText: words }).first().waitFor();
/** Calls that hold these words wait until they are let go. */
async function hold(words: string): Promise<(() => void)[]> {
  const held: (() => void)[] = [];
  await journey.page.route('**/call', async (route) => {
    if (route.request().postData()?.includes(words)) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  return held;
}
const css = (property: string) =>
  journey.page.evaluate(
    (name) => getComputedStyle(document.querySelector('.b-paragraph')!).getPropertyValue(name),
    property,
  );

it('whatever a key does is done from the palette, with the text in focus again', async () => {
  const { page } = journey;
  const { x, y } = await findPoint(page, 'Sabkha', 'start');
  await page.mouse.click(x + 1, y);
  await page.keyboard.press('Control+k');
  await palette().getByRole('combobox').fill('tag as loc');
  await palette()
    .getByRole('option', { name: /tag as location/, selected: true })
    .waitFor();
  await page.keyboard.press('Enter');
  await said('tagged as location');
  await palette().waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await palette().getByText('Sabkha').waitFor(); // what the first commands are for
  await page.keyboard.type('relabel act');
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /^actor: Sabkha/ }).waitFor();
  await said('“Sabkha” is tagged as actor now');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('qqq');
  await palette().getByText('Nothing is called so').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.role)).toBe('document');
});

it('a text that comes late leaves what is typed meanwhile where it is typed', async () => {
  const { page } = journey;
  await page.getByRole('tab', { name: 'Dataset' }).click();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const held = await hold('articles:get');
  await page.keyboard.press('Control+g');
  const box = page.getByRole('dialog', { name: 'Go to an article' });
  await box.getByRole('option', { name: /second night/ }).click();
  await expect.poll(() => held.length).toBe(1);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))); // by then it is owed the focus
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tag ');
  held[0]!();
  await page.locator('[role="document"][aria-label*="second night"]').waitFor(); // hidden from readers by the palette
  await page.keyboard.type('as act');
  expect(await palette().getByRole('combobox').inputValue()).toBe('tag as act');
  await page.unroute('**/call');
});

it('Enter that comes before what was typed is found opens it when it is', async () => {
  const { page } = journey;
  const held = await hold('"articles:list"');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('night SECOND');
  await expect.poll(() => held.length).toBe(2); // of all, and of those that were typed
  await page.keyboard.press('Enter');
  held.forEach((letGo) => letGo());
  await text(/second night/).waitFor();
  await page.unroute('**/call');
});

it('an article is gone to by its title, and back and forward lead where one was', async () => {
  const { page } = journey;
  await page.keyboard.press('Control+g');
  const box = page.getByRole('dialog', { name: 'Go to an article' });
  await box.getByRole('combobox').fill('second night');
  await box.getByRole('option', { name: /second night/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await text(/second night/).waitFor();
  expect(await hasFocus(/second night/)).toBe(true);
  await page.keyboard.press('Alt+ArrowLeft');
  await text(/Fuel jetty blast/).waitFor();
  await page.getByRole('button', { name: 'Forward' }).click();
  await text(/second night/).waitFor();
  expect(await page.getByRole('button', { name: 'Forward' }).isDisabled()).toBe(true);

  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await text(/Fuel jetty blast/).waitFor();
  await page.reload();
  await text(/Fuel jetty blast/).waitFor();
  await page.getByRole('button', { name: 'Forward' }).click();
  await text(/second night/).waitFor();

  // where one is already is no other place
  const places = () => page.evaluate(() => history.length);
  const before = await places();
  await page.keyboard.press('Control+g');
  await box.getByRole('option', { name: /second night/ }).click();
  await box.waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: 'Annotate' }).click();
  expect(await places()).toBe(before);
});

it('J and a title lead into the text that comes, from nowhere and from the list', async () => {
  const { page } = journey;
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('j');
  await text(/second night/).waitFor();
  expect(await hasFocus(/second night/)).toBe(true);
  await page.getByRole('searchbox', { name: 'Search articles' }).focus();
  await page.keyboard.press('Control+g');
  await page.keyboard.type("qal'at fuel");
  await page
    .getByRole('option', { name: /Fuel jetty/, selected: true })
    .last()
    .waitFor();
  await page.keyboard.press('Enter');
  await text(/Fuel jetty blast/).waitFor();
  expect(await hasFocus(/Fuel jetty blast/)).toBe(true);
});

it('how articles are set is changed from the palette too', async () => {
  const { page } = journey;
  for (const [name, property, value] of [
    ['letters without serifs', 'font-family', /Inter/],
    ['lines further apart', 'line-height', /33\.7/],
  ] as const) {
    await page.keyboard.press('Control+k');
    await palette().getByRole('combobox').fill(name);
    await palette().getByRole('option', { name, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => css(property)).toMatch(value);
  }
  for (const name of ['wider lines', 'narrower lines', 'letters with serifs', 'lines closer together']) {
    await page.keyboard.press('Control+k');
    await palette().getByRole('combobox').fill(name);
    await palette().getByRole('option', { name, selected: true }).waitFor();
    await page.keyboard.press('Escape');
  }
});

it('words of the article are found as they are typed, and Escape leaves the caret there', async () => {
  const { page } = journey;
  await page.keyboard.press('Control+f');
  const field = page.getByRole('searchbox', { name: 'Find in this article' });
  await field.fill('MURAYN');
  const count = page.getByRole('search').getByRole('status');
  await count.filter({ hasText: /^1 of \d+$/ }).waitFor();
  expect(await page.evaluate(() => [...CSS.highlights.keys()].some((name) => name.includes('match')))).toBe(true);
  await field.press('Enter');
  await count.filter({ hasText: /^2 of/ }).waitFor();
  await page.getByRole('search').getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+f');
  await field.fill('no such words');
  await count.filter({ hasText: 'not found' }).waitFor();
  await field.fill('Sabkha quarter');
  await count.filter({ hasText: '1 of 1' }).waitFor();
  await field.press('Escape');
  await page.keyboard.press('l');
  await said('tagged as location');
  const { annotations } = await journey.call('annotations:list', {});
  expect(annotations.map(({ spans }) => spans[0]!.quote)).toEqual(['Sabkha']);
});

it('articles are set as a person likes them, on every later day too', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: 'Reading comfort' }).click();
  const menu = page.getByRole('dialog', { name: 'Reading comfort' });
  await menu.getByRole('slider', { name: 'Size' }).fill('22');
  await menu.getByRole('radio', { name: 'sans' }).click();
  await menu.getByRole('radio', { name: 'sepia' }).click();
  await expect.poll(() => css('font-size')).toBe('22px');
  expect(await css('font-family')).toMatch(/^"?Inter/);
  await page.reload();
  await text(/Fuel jetty blast/).waitFor();
  expect(await css('font-size')).toBe('22px');
  expect(await page.locator('main').getAttribute('data-paper')).toBe('sepia');

  // keys of the window are not for what lies over it, and what is not set here stays as it is
  await page.getByRole('button', { name: 'Reading comfort' }).click();
  await menu.getByRole('radio', { name: 'sepia' }).focus();
  await page.keyboard.press('j');
  await menu.getByRole('button', { name: 'As at first' }).click();
  await expect.poll(() => css('font-size')).toBe('18px');
  expect((await journey.call('settings:get', {})).reading.suggestions).toBe('hidden');
  await menu.getByRole('slider', { name: 'Size' }).fill('20');
  await page.keyboard.press('Escape'); // sooner than the hand rests
  await expect.poll(() => css('font-size')).toBe('20px');
  await text(/Fuel jetty blast/).waitFor();
});

it('a key is changed where keys are listed; one that is taken is refused by name', async () => {
  const { page } = journey;
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.getByRole('button', { name: 'Change the key: next article' }).click();
  await page.keyboard.press('k');
  await dialog.getByText('K is the key of “previous article”').waitFor();
  await page.keyboard.press('g');
  await dialog.getByRole('button', { name: 'Give back the first key: next article' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await text(/Fuel jetty blast/).waitFor({ state: 'hidden' });

  await page.keyboard.press('?');
  await dialog.getByRole('button', { name: 'Change the key: find or run any command' }).click();
  await page.keyboard.press('x');
  await dialog.getByRole('button', { name: 'Give back the first key: find or run any command' }).waitFor();
  await page.keyboard.press('Escape');
  const opener = page.getByRole('button', { name: 'Find or run a command' });
  await opener.getByText('X', { exact: true }).waitFor();
  await page.getByRole('searchbox', { name: 'Search articles' }).pressSequentially('xy');
  expect(await palette().count()).toBe(0);
  await opener.focus();
  await page.keyboard.press('x');
  await palette().waitFor();
});
