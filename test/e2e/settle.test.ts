import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleDifference } from '../../electron/services/adjudication/adjudicate.ts';
import { readAdjudication } from '../../electron/services/adjudication/read-adjudication.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { importTaggedTwice, TWICE_TEXT } from '../helpers/tagged-twice.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { expectNoSidewaysScroll } from './expect-no-sideways-scroll.ts';
import { openWindow, VIEWPORT, type TestWindow } from './open-window.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openWindow({ name: 'Nour', prepare });
  await opened.page.getByRole('article').waitFor(); // who is quicker than the library finds no article open
  await opened.page.getByRole('tab', { name: 'Review' }).click();
  await opened.page.getByRole('tab', { name: 'Settle' }).click();
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  await importTaggedTwice(made);
  const other = await made.importText('Second night\n\nThe harbour burned again.\n', 'second.txt');
  made.tag(other, 'location', 18, 25);
  made.tag(other, 'actor', 18, 25, 'Omar');
  await settleAndChange(made);
  made.corpus.close();
  return join(home, 'test.galley');
}

/** An article that was settled, and of which Omar then tagged one word more. */
async function settleAndChange(made: TestCorpus): Promise<void> {
  const article = await made.importText('Third night\n\nThe pier is closed.\n', 'third.txt');
  made.tag(article, 'actor', 17, 21);
  made.tag(article, 'location', 17, 21, 'Omar');
  const [difference] = readAdjudication(made.corpus.read, null, article).differences;
  const choice = { article, difference: difference!.uid, reason: '', comment: '', rule: null };
  settleDifference(made.corpus, made.sara, { ...choice, decision: 'right' });
  made.tag(article, 'claim', 13, 31, 'Omar');
}

const queue = () => opened.page.getByRole('region', { name: 'Queue' });
const inFocus = () => queue().getByRole('option', { selected: true });
const decision = () => opened.page.getByRole('region', { name: 'Decision' });
const details = () => opened.page.getByRole('complementary', { name: 'Inspector' });
const said = (words: string) => opened.page.getByRole('status').filter({ hasText: words }).waitFor();

it('an article that two people tagged is opened by key; what differs is asked in words, what agrees is settled by rule', async () => {
  const { page } = opened;
  await queue().getByRole('button', { name: 'All articles' }).click();
  await queue()
    .getByRole('option', { name: /^Families sleep in schools.* 6 differences · / })
    .waitFor();
  await queue().getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await decision().getByText('Label: what is “harbour authority” here?').waitFor();
  await decision().getByRole('button', { name: 'Sara: actor' }).waitFor();
  await queue().getByText('3 tags agree to the character and are settled by rule once you begin.').waitFor();
  await queue().getByRole('button', { name: 'Begin' }).click();
  await queue().getByText('3 tags agree to the character and were settled by rule.').waitFor();
  const agreement = details().getByRole('table', { name: 'Agreement' });
  await agreement.getByRole('row', { name: /^actor or location / }).waitFor();
  await details().getByRole('heading', { name: 'Agreement, 1 article both finished' }).waitFor();
  await details()
    .getByText(/^κ .* 95 % intervals of 1,?000 samples of articles, seed 1/u)
    .waitFor();
  await details().getByRole('button', { name: 'Definitions' }).press('Enter');
  await page.getByRole('dialog', { name: 'Definitions' }).getByRole('heading', { name: 'F1 exact' }).waitFor();
  await page.keyboard.press('Escape');
  await expectNoFaults(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: VIEWPORT.width / 2, height: VIEWPORT.height / 2 });
  await expect.poll(async () => (await details().boundingBox())?.height).toBeGreaterThan(200); // below the text, scrolled to
  await page.setViewportSize(VIEWPORT);
});

it('what is shown over the words is the text to the character, and words that are selected are what is tagged anew', async () => {
  const { page } = opened;
  const shown = await page
    .getByRole('article')
    .locator('[data-start]')
    .evaluateAll((parts) => parts.map((part) => [Number(part.getAttribute('data-start')), part.textContent] as const));
  for (const [start, words] of shown) expect(TWICE_TEXT.slice(start, start + words.length)).toBe(words);
  expect(shown.map(([, words]) => words).join('')).toBe(TWICE_TEXT.replaceAll('\n', ''));

  await page.getByRole('article').getByText('; the ').dblclick();
  await queue().getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  const form = decision().getByRole('group', { name: 'Something new' });
  await form.getByRole('radio', { name: 'selected', checked: true }).waitFor();
  await form.getByText('the', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});

it('each difference is settled by one key, with a reason and a rule; the next is in focus at once, and all settled is checked', async () => {
  const { page } = opened;
  let figures = 0;
  page.on('request', (request) => (figures += Number(request.postData()?.includes('agreement:figures') ?? false)));
  await details().getByRole('button', { name: 'wrong label' }).click();
  await decision().getByRole('button', { name: 'Cite a rule…' }).click();
  await page.getByRole('menuitem', { name: /^Institutions that speak/ }).click();
  await queue().getByRole('listbox').focus();
  await page.keyboard.press('ArrowLeft');
  await said('“harbour authority”: left. 5 to go.');
  await inFocus().filter({ hasText: 'Hana Treq' }).waitFor();

  await page.keyboard.press('Enter');
  await decision().getByRole('radio', { name: 'right' }).click();
  const entity = decision().getByRole('combobox', { name: 'Entity' });
  await entity.fill('Hana Treq');
  await decision().getByRole('option', { name: 'New entity “Hana Treq”' }).waitFor();
  await page.keyboard.press('Enter');
  await decision().getByText('Hana Treq will be a new entity.').waitFor();
  await page.keyboard.press('Enter');
  await said('something new. 4 to go.');
  await inFocus().filter({ hasText: 'حرس السواحل' }).waitFor();
  await queue().getByRole('listbox').focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', '0', 'u']) await page.keyboard.press(key); // quicker than the disk
  await decision().getByText('1 difference is left unsure').waitFor();
  expect(figures).toBe(0); // how far the two agree is not worked out for each key

  await queue().getByRole('radio', { name: 'unsure 1' }).click();
  await details().getByRole('textbox', { name: 'Answer' }).fill('They are named, so they act.');
  await page.keyboard.press('Enter');
  await details().getByText('Nour: They are named, so they act.').waitFor();
  await queue().getByRole('listbox').focus();
  await page.keyboard.press('b');
  await decision().getByText('All settled').waitFor();

  await queue().getByRole('radio', { name: 'settled 6' }).click();
  await queue().getByRole('option', { name: 'harbour authority' }).click();
  await details().getByRole('button', { name: 'wrong label', pressed: true }).waitFor();
  await decision().getByText('Institutions that speak').waitFor();
  await queue().getByRole('option', { name: 'Hana Treq' }).click();
  await details()
    .locator('section', { hasText: 'What stands' })
    .getByText('Hana Treq', { exact: true })
    .first()
    .waitFor();
  await page.getByRole('tab', { name: 'Annotate' }).click();
  await page
    .getByRole('option', { name: /Families/ })
    .getByRole('img', { name: 'checked' })
    .waitFor();
});

it('an undo brings the last one back, in focus, and says so; once all is settled Enter goes on to the next article', async () => {
  const { page } = opened;
  await page.getByRole('tab', { name: 'Review' }).click();
  await queue().getByRole('radio', { name: 'settled 6' }).waitFor();
  await page.keyboard.press('Control+z');
  await said('undone: settlement of a difference');
  await queue().getByRole('radio', { name: 'unsure 1' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await inFocus().filter({ hasText: 'Firemen' }).waitFor();
  await queue().getByRole('radio', { name: 'differ 1' }).waitFor();
  await queue().getByRole('listbox').focus();
  await page.keyboard.press('0');
  await decision().getByRole('button', { name: 'Next article' }).waitFor();
  await page.keyboard.press('Enter');
  await decision().getByText('Label: what is “harbour” here?').waitFor();
});

it('an article of which a tag changed after it was settled says so in the library and in the queue, and what is new is asked first', async () => {
  const { page } = opened;
  await queue().getByRole('listbox').focus();
  await page.keyboard.press('ArrowLeft');
  await decision().getByText('All settled').waitFor();
  await page.getByRole('tab', { name: 'Annotate' }).click();
  const third = page.getByRole('option', { name: /Third night/ });
  await third.getByRole('img', { name: 'changed since settled' }).waitFor();
  await page.getByRole('tab', { name: 'Review' }).click();
  await queue().getByRole('button', { name: 'All articles' }).click();
  await queue()
    .getByRole('option', { name: /^Third night.*1 difference · 1 settled · .*changed since it was settled$/ })
    .waitFor();
  await queue()
    .getByRole('option', { name: /^Second night/ })
    .waitFor({ state: 'detached' });
  await page.keyboard.press('Enter'); // the list has the focus, as has the queue of what is opened
  await queue().getByText('What was settled goes on counting until what is new has been settled too.').waitFor();
  await decision().getByText('Only Omar tagged “The pier is closed”: is it a claim?').waitFor();
  await page.keyboard.press('ArrowRight');
  await decision().getByText('All settled').waitFor();
  await queue().getByText('What was settled goes on counting').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Annotate' }).click();
  await third.getByRole('img', { name: 'in review' }).waitFor();
});
