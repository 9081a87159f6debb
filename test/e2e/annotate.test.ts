import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJourneys, findPoint, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
beforeEach(async () => {
  journey = await journeys.begin();
  await openArticle(/Fuel jetty blast/);
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const region = (name: string) => journey.page.getByRole('region', { name });
const inspector = () => journey.page.getByRole('complementary', { name: 'Inspector' });
const highlight = (name: string) => region('Article text').getByRole('img', { name });
const said = (text: string) => journey.page.getByRole('status').filter({ hasText: text }).waitFor();

async function openArticle(title: RegExp) {
  await journey.page.getByRole('option', { name: title }).click();
  await region('Article text').getByRole('document', { name: title }).waitFor();
}

/** Puts the caret before the first such words and gives the text the focus. */
async function putCaretBefore(words: string) {
  const { x, y } = await findPoint(journey.page, words, 'start');
  await journey.page.mouse.click(x + 1, y);
}

const stored = async () =>
  (await journey.call('annotations:list', {})).annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`);

async function drag(from: string, to: string) {
  const { page } = journey;
  const start = await findPoint(page, from, 'start');
  const end = await findPoint(page, to, 'end');
  await page.mouse.move(start.x + 2, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x - 2, end.y);
  await page.mouse.up();
}

describe('tagging', () => {
  it('a key tags the word at the caret, reached with the keyboard alone', async () => {
    const { page } = journey;
    await region('Articles').getByRole('listbox', { name: 'Articles' }).focus();
    await page.keyboard.press('F6');
    for (let letter = 0; letter < 6; letter += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('a');
    await highlight('actor: jetty').waitFor();
    await said('“jetty” tagged as actor');
    await inspector().getByText('characters 5–10', { exact: true }).waitFor();
    expect(await stored()).toEqual(['actor: jetty']);
  });

  it('a key tags what was selected with the keyboard, and the text keeps the focus', async () => {
    const { page } = journey;
    await putCaretBefore('Murayn Harbour Authority said');
    for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('A');
    await highlight('actor: Murayn Harbour Authority').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('l');
    await highlight('location: said').waitFor();
    expect(await stored()).toEqual(['actor: Murayn Harbour Authority', 'location: said']);
  });

  it('a drag over the border of two blocks makes one claim of both, by the popover', async () => {
    const { page } = journey;
    await drag('It did not say', 'Colonel Yusr Hadad');
    await page.getByRole('toolbar', { name: 'Tag as' }).getByRole('button', { name: 'claim' }).click();
    await highlight('claim: It did not say').waitFor();
    expect(await stored()).toEqual(['claim: It did not say what had exploded.\n\nColonel Yusr Hadad']);
  });

  it('a claim over two tags leaves all three to be seen', async () => {
    const { page } = journey;
    await drag('Interior Ministry', 'Interior Ministry');
    await page.keyboard.press('a');
    await drag('Sabkha quarter', 'Sabkha quarter');
    await page.keyboard.press('l');
    await drag('The Interior Ministry said', 'moved inland by noon');
    await page.keyboard.press('c');
    await highlight('claim: The Interior Ministry said').waitFor();
    await highlight('actor: Interior Ministry').waitFor();
    await highlight('location: Sabkha quarter').waitFor();
    const bar = page.getByRole('contentinfo', { name: 'Status' });
    for (const count of ['1 actor', '1 location', '1 claim']) await bar.getByText(count, { exact: true }).waitFor();
  });

  it('the same words are not tagged twice alike', async () => {
    const { page } = journey;
    await putCaretBefore('Sabkha');
    await page.keyboard.press('l');
    await said('“Sabkha” tagged as location');
    await putCaretBefore('Sabkha');
    await page.keyboard.press('l');
    await said('“Sabkha” is tagged as location already');
    expect(await stored()).toEqual(['location: Sabkha']);
  });

  it('letters go by their place on a keyboard without Latin letters', async () => {
    const { page } = journey;
    await openArticle(/قلعة مُرين/);
    await putCaretBefore('ميناء');
    await page.evaluate(() =>
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'م', code: 'KeyL', bubbles: true })),
    );
    await highlight('location: ميناء').waitFor();
  });

  it('where there are no words it says so and tags nothing', async () => {
    const { page } = journey;
    await region('Articles').getByRole('listbox', { name: 'Articles' }).focus();
    await page.mouse.move(5, 5);
    await page.keyboard.press('a');
    await said('Nothing to tag here');
    expect(await stored()).toEqual([]);
  });

  it('keys do nothing while a person types or a dialog is open', async () => {
    const { page } = journey;
    await putCaretBefore('Sabkha');
    await page.getByRole('searchbox', { name: 'Search articles' }).focus();
    await page.keyboard.type('jl?');
    await putCaretBefore('Sabkha');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('l');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('searchbox', { name: 'Search articles' }).inputValue()).toBe('jl?');
    expect(await stored()).toEqual([]);
  });
});

describe('an annotation in focus', () => {
  beforeEach(async () => {
    await drag('Interior Ministry', 'Interior Ministry');
    await journey.page.keyboard.press('a');
    await highlight('actor: Interior Ministry').waitFor();
  });

  it('Tab goes from one to the next, and the Inspector follows', async () => {
    const { page } = journey;
    await putCaretBefore('Sabkha');
    await page.keyboard.press('l');
    await said('“Sabkha” tagged as location');
    await page.keyboard.press('Shift+Tab');
    await inspector().getByRole('heading', { name: 'actor' }).waitFor();
    await inspector().getByText('1 of 2', { exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await inspector().getByRole('heading', { name: 'location' }).waitFor();
    await inspector().getByRole('button', { name: 'Previous annotation' }).click();
    await inspector().getByRole('heading', { name: 'actor' }).waitFor();
    await inspector().getByRole('button', { name: 'All annotations here' }).click();
    await inspector().getByRole('option', { name: 'location: Sabkha' }).click();
    await inspector().getByRole('heading', { name: 'location' }).waitFor();
  });

  it('its label is changed in the Inspector, and the highlight with it', async () => {
    await inspector().getByRole('radio', { name: 'location' }).click();
    await highlight('location: Interior Ministry').waitFor();
    await inspector().getByText('actor changed to location').waitFor();
    expect(await stored()).toEqual(['location: Interior Ministry']);
  });

  it('a note is saved when its field is left, as one step', async () => {
    const { page } = journey;
    const note = inspector().getByRole('textbox', { name: 'Note' });
    await note.fill('Which ministry? وزارة الداخلية');
    await inspector().getByText('typing…').waitFor();
    await note.blur();
    await inspector().getByText('saved', { exact: true }).waitFor();
    await inspector().getByText('note changed').waitFor();
    const [annotation] = (await journey.call('annotations:list', {})).annotations;
    expect(annotation!.note).toBe('Which ministry? وزارة الداخلية');
    await page.keyboard.press('Control+z');
    await inspector().getByRole('textbox', { name: 'Note' }).and(page.locator('textarea:placeholder-shown')).waitFor();
  });

  it('a note is saved after a pause in typing, the field still open', async () => {
    const note = inspector().getByRole('textbox', { name: 'Note' });
    await note.pressSequentially('Asked twice.');
    await inspector().getByText('saved', { exact: true }).waitFor();
    expect((await journey.call('annotations:list', {})).annotations[0]!.note).toBe('Asked twice.');
    await inspector().getByText('2 changes', { exact: true }).waitFor(); // the tag, and the note as one
  });

  it('a note that is being typed is saved when another annotation comes into focus', async () => {
    const { page } = journey;
    await inspector().getByRole('textbox', { name: 'Note' }).pressSequentially('Half a sentence');
    await putCaretBefore('Sabkha');
    await page.keyboard.press('l');
    await highlight('location: Sabkha').waitFor();
    const notes = async () => (await journey.call('annotations:list', {})).annotations.map(({ note }) => note);
    await expect.poll(notes).toContain('Half a sentence');
  });

  it('is removed by a key, comes back by undo, and goes again by redo', async () => {
    const { page } = journey;
    await page.keyboard.press('Delete');
    await highlight('actor: Interior Ministry').waitFor({ state: 'detached' });
    expect(await stored()).toEqual([]);
    await page.keyboard.press('Control+z');
    await highlight('actor: Interior Ministry').waitFor();
    await page.keyboard.press('Control+z');
    await highlight('actor: Interior Ministry').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await highlight('actor: Interior Ministry').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await highlight('actor: Interior Ministry').waitFor({ state: 'detached' });
    expect(await stored()).toEqual([]);
  });

  it('a label is hidden and shown again', async () => {
    const actors = journey.page.getByRole('toolbar', { name: 'Reader' }).getByRole('button', { name: 'actors' });
    await actors.click();
    await highlight('actor: Interior Ministry').waitFor({ state: 'detached' });
    expect(await actors.getAttribute('aria-pressed')).toBe('false');
    await actors.click();
    await highlight('actor: Interior Ministry').waitFor();
  });

  it('what is tagged with a hidden label is shown, and what was tagged before', async () => {
    const actors = journey.page.getByRole('toolbar', { name: 'Reader' }).getByRole('button', { name: 'actors' });
    await actors.click();
    await highlight('actor: Interior Ministry').waitFor({ state: 'detached' });
    await putCaretBefore('Sabkha');
    await journey.page.keyboard.press('a');
    await highlight('actor: Sabkha').waitFor();
    await highlight('actor: Interior Ministry').waitFor();
    expect(await actors.getAttribute('aria-pressed')).toBe('true');
  });

  it('is another person’s once someone else is at the keyboard, and then is not changed', async () => {
    await journey.call('settings:set', { name: 'Omar' });
    await inspector().getByText('Sara made this').waitFor();
    expect(await inspector().getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
    expect(await inspector().getByRole('radio', { name: 'location' }).isDisabled()).toBe(true);
  });
});

it('later work of another is taken back together or not at all', async () => {
  const { page } = journey;
  const article = journey.articles['jetty.txt'];
  await journey.call('articles:update', { article, changes: { title: 'Jetty blast' } });
  await journey.call('settings:set', { name: 'Omar' });
  await journey.call('articles:update', { article, changes: { title: 'Jetty blast kills 14' } });
  await journey.call('settings:set', { name: 'Sara' });
  await page.getByRole('option', { name: 'Jetty blast kills 14' }).waitFor();
  await page.keyboard.press('Control+z');
  const question = page.getByRole('dialog', { name: 'Take back together?' });
  await question.getByText('by Omar').waitFor();
  await question.getByRole('button', { name: 'Leave as it is' }).click();
  await page.getByRole('option', { name: 'Jetty blast kills 14' }).waitFor();
  await page.keyboard.press('Control+z');
  await question.getByRole('button', { name: 'Take all back' }).click();
  await page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty blast/ })
    .waitFor();
});
