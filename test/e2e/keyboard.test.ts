import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
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
const highlight = (name: string) => journey.page.getByRole('img', { name });
const inspector = () => journey.page.getByRole('complementary', { name: 'Inspector' });
const said = (words: string) => journey.page.getByRole('status').filter({ hasText: words }).waitFor();

const stored = async () =>
  (await journey.call('annotations:list', {})).annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`);

/** The name, or else the words, of what has the focus. */
const focused = () =>
  journey.page.evaluate(() => {
    const active = document.activeElement!;
    const row =
      active.matches('[data-annotation-list]') &&
      active.querySelector(`#${active.getAttribute('aria-activedescendant')}`);
    const { ariaLabel, textContent, tagName } = row || active;
    return tagName === 'BODY' ? 'nothing' : (ariaLabel ?? textContent);
  });

async function putCaretBefore(words: string) {
  const { x, y } = await findPoint(journey.page, words, 'start');
  await journey.page.mouse.click(x + 1, y);
}

/** All at once, as keys that are quicker than the disk. */
const pressAtOnce = (...keys: string[]) =>
  journey.page.evaluate((pressed) => {
    for (const key of pressed)
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: key === 'z', bubbles: true, cancelable: true }),
      );
  }, keys);

describe('keys that are quicker than the disk', () => {
  it('one label key pressed thrice makes one annotation', async () => {
    await putCaretBefore('Sabkha');
    await pressAtOnce('l', 'l', 'l');
    await said('“Sabkha” is tagged as location already');
    expect(await stored()).toEqual(['location: Sabkha']);
  });

  it('Delete pressed twice removes one, and says of the second that nothing is in focus', async () => {
    await putCaretBefore('Sabkha');
    await pressAtOnce('l', 'Delete', 'Delete');
    await said('No annotation is in focus');
    expect(await stored()).toEqual([]);
    expect(await journey.page.getByRole('region', { name: 'Notices' }).getByRole('dialog').count()).toBe(0);
  });

  it('the entity is asked for what was tagged just now, not for what was in focus before', async () => {
    await putCaretBefore('Interior');
    await journey.page.keyboard.press('a');
    await said('“Interior Ministry” tagged as actor');
    await putCaretBefore('Sabkha');
    await pressAtOnce('l', 'e');
    await journey.page.locator('[data-find-field]:focus').waitFor();
    await journey.page.keyboard.type('Old quarter');
    await journey.page.keyboard.press('Enter');
    await said('Old quarter');
    const entities = (await journey.call('annotations:list', {})).annotations.map(({ entity }) => entity);
    expect(entities).toEqual([null, 'Old quarter']);
  });

  it('what is typed for the entity while its tag is being saved is typed into the field', async () => {
    await putCaretBefore('Sabkha');
    await pressAtOnce('l', 'e', 'R', 'e', 'x');
    const field = inspector().getByRole('combobox', { name: 'Entity' });
    await expect.poll(() => field.inputValue()).toBe('Rex');
    expect(await stored()).toEqual(['location: Sabkha']);
  });

  it('undo takes back the last of them', async () => {
    await putCaretBefore('Sabkha');
    await pressAtOnce('l', 'c', 'z');
    await said('undone: tag, “Sabkha”');
    expect(await stored()).toEqual(['location: Sabkha']);
  });
});

it('a label key at the end of what it has just tagged tags no part of it again', async () => {
  const { page } = journey;
  await putCaretBefore('Murayn Harbour Authority said');
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('a');
  await said('tagged as actor');
  await page.keyboard.press('a');
  await said('“Murayn Harbour Authority” is tagged as actor already');
  expect(await stored()).toEqual(['actor: Murayn Harbour Authority']);
});

it('labels that exclude one another on the same words are told of', async () => {
  await putCaretBefore('Sabkha');
  await journey.page.keyboard.press('l');
  await said('“Sabkha” tagged as location');
  await journey.page.keyboard.press('a');
  await said('and as location too, though the codebook says that they exclude one another');
  expect((await stored()).sort()).toEqual(['actor: Sabkha', 'location: Sabkha']);
});

describe('the focus', () => {
  it('goes from the list into the text by Enter, and along from article to article', async () => {
    const { page } = journey;
    await page.getByRole('listbox', { name: 'Articles' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused()).toMatch(/Fuel jetty blast/);
    await page.keyboard.press('j');
    await text(/Families sleep/).waitFor();
    await expect.poll(focused).toMatch(/Families sleep/);
  });

  it('is in the text as soon as there is one, so that keys work from the start', async () => {
    const { page } = journey;
    await page.reload();
    await expect.poll(focused).toMatch(/Fuel jetty blast/);
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('a');
    await said('tagged as actor');
    await page.evaluate(() => history.replaceState(null, '', '/'));
    await page.reload(); // which article it is the library says
    await expect.poll(focused).toMatch(/قلعة/);
  });

  it('stays in the Inspector when what had it goes away, and in the text when nothing is left there', async () => {
    const { page } = journey;
    await putCaretBefore('Sabkha');
    await page.keyboard.press('l');
    await putCaretBefore('Interior');
    await page.keyboard.press('a');
    await said('“Interior Ministry” tagged as actor');
    await inspector().getByRole('button', { name: 'All annotations here' }).press('Enter');
    await expect.poll(focused).toMatch(/actor: .*Interior Ministry/);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('All annotations here');
    await inspector().getByRole('button', { name: 'Remove' }).press('Enter');
    await expect.poll(focused).toMatch(/location: .*Sabkha/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await expect.poll(focused).toMatch(/Fuel jetty blast/);
  });

  it('goes into the Dataset view by Ctrl+E', async () => {
    const { page } = journey;
    await page.getByRole('searchbox', { name: 'Search articles' }).focus();
    await page.keyboard.press('Control+e');
    await page.getByRole('tab', { name: 'Dataset', selected: true }).waitFor();
    await expect.poll(focused).not.toBe('nothing');
  });
});

it('Tab says which annotation it came to', async () => {
  const { page } = journey;
  await putCaretBefore('Sabkha');
  await page.keyboard.press('l');
  await said('“Sabkha” tagged as location');
  await page.keyboard.press('Tab');
  await said('location: Sabkha');
});

it('undo and redo show what they did, in another article too', async () => {
  const { page } = journey;
  await putCaretBefore('Sabkha');
  await page.keyboard.press('l');
  await said('“Sabkha” tagged as location');
  await page.keyboard.press('Delete');
  await said('location “Sabkha” removed');
  await page.keyboard.press('j');
  await text(/Families sleep/).waitFor();
  await page.keyboard.press('Control+z');
  await said('undone: removal of a tag, “Sabkha”');
  await text(/Fuel jetty blast/).waitFor();
  await inspector().getByRole('heading', { name: 'location' }).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await said('done again: removal of a tag, “Sabkha”');
  await highlight('location: Sabkha').waitFor({ state: 'detached' });
});

it('an import that is undone takes its article off the screen, and redo brings it back to the list', async () => {
  const { page } = journey;
  const row = page.getByRole('option', { name: /Families sleep/ });
  await row.click();
  await text(/Families sleep/).waitFor();
  await page.keyboard.press('Control+z');
  await said('undone: import');
  await row.waitFor({ state: 'detached' });
  await text(/Families sleep/).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+z');
  await said('done again: import');
  await row.click();
  await text(/Families sleep/).waitFor();
});

it('in a narrow window the list of articles is brought out and put away, and all above the text stays in reach', async () => {
  const { page } = journey;
  await page.setViewportSize({ width: 720, height: 450 });
  const list = page.getByRole('listbox', { name: 'Articles' });
  await list.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Articles', exact: true }).click();
  await list.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'hidden' });
  expect(await focused()).toMatch(/Families sleep/);
  const tools = page.getByRole('toolbar', { name: 'Reader' });
  for (const width of [720, 1024, 1190, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tools.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  }
});

it('what was not saved since Galley ended is said, the words of a note among it', async () => {
  const { page } = journey;
  await putCaretBefore('Sabkha');
  await page.keyboard.press('l');
  await said('“Sabkha” tagged as location');
  // once the list shows it nothing is being asked any more, which would fail with the rest
  const row = page.getByRole('region', { name: 'Articles' }).getByRole('option', { name: /Fuel jetty/ });
  await row.getByText('0 · 1 · 0').waitFor();
  await inspector().getByRole('textbox', { name: 'Note' }).pressSequentially('Ask the ministry');
  await journey.kill();
  await page.getByRole('option', { name: /Families sleep/ }).click();
  await page.getByText('What you typed could not be saved; it said: “Ask the ministry”').first().waitFor();
  await page.getByText('not saved', { exact: true }).waitFor();
  await page.getByText('Galley has ended or cannot be reached').first().waitFor();
});
