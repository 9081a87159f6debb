import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJourneys, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
const patient = { timeout: 15_000 };
beforeEach(async () => {
  journey = await journeys.begin();
  await journey.call('entities:create', { label: 'actor', name: 'Interior Ministry' });
  await journey.call('annotations:create', {
    article: journey.articles['jetty.txt'],
    label: 'claim',
    spans: [{ start: 0, end: 16 }],
  });
  await openClaim();
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const inspector = () => journey.page.getByRole('complementary', { name: 'Inspector' });
const attributes = () => inspector().getByRole('region', { name: 'Attributes' });
const stored = async () => (await journey.call('annotations:list', { filter: { labels: ['claim'] } })).annotations[0]!;

async function openClaim() {
  const { page } = journey;
  await page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty blast/ })
    .click();
  await page
    .getByRole('region', { name: 'Article text' })
    .getByRole('img', { name: /^claim/ })
    .waitFor();
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  await attributes().waitFor();
}

describe('the values of a claim', () => {
  it('are filled with the keyboard alone, taken back one by one, and there after a reload', async () => {
    const { page } = journey;
    await attributes().getByRole('button', { name: 'Add to figures' }).focus();
    await page.keyboard.press('Enter');
    const figure = attributes().getByRole('group', { name: 'figures 1', exact: true });
    await figure.getByRole('textbox', { name: 'what' }).focus();
    await page.keyboard.type('pilots');
    await page.keyboard.press('Tab');
    await page.keyboard.type('kil');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await stored()).attributes, patient)
      .toEqual({
        figures: [{ what: 'pilots', unit: 'killed', min: 4 }],
      });

    await attributes().getByRole('button', { name: 'Add to attribution' }).focus();
    await page.keyboard.press('Enter');
    const source = attributes().getByRole('group', { name: 'attribution 1', exact: true });
    await source.getByRole('combobox', { name: 'who' }).focus();
    await page.keyboard.type('interior ministry');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await stored()).attributes['attribution'], patient)
      .toMatchObject([{ who: { name: 'Interior Ministry' } }]);

    await page.reload();
    await openClaim();
    await expect.poll(() => attributes().getByRole('textbox', { name: 'min' }).inputValue(), patient).toBe('4');
    expect(await attributes().getByRole('combobox', { name: 'who' }).inputValue()).toBe('Interior Ministry');

    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await attributes().getByRole('combobox', { name: 'who' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect
      .poll(async () => (await stored()).attributes, patient)
      .toEqual({ figures: [{ what: 'pilots', unit: 'killed' }] });
    await expect.poll(() => attributes().getByRole('textbox', { name: 'min' }).inputValue(), patient).toBe('');
  });

  it('that are refused stay in their field with the reason, and are saved once they are right', async () => {
    const { page } = journey;
    const date = attributes().getByRole('textbox', { name: 'event date' });
    await date.fill('yesterday');
    await page.keyboard.press('Enter');
    await attributes()
      .getByText(/not saved: “event date” takes a date/)
      .waitFor();
    expect([await date.inputValue(), await date.getAttribute('aria-invalid')]).toEqual(['yesterday', 'true']);
    await date.fill('2019-01');
    await expect.poll(async () => (await stored()).attributes, patient).toEqual({ 'event date': '2019-01' }); // by itself
  });

  it('may be words that are selected in the text, and options that are chosen', async () => {
    const { page } = journey;
    await attributes().getByRole('combobox', { name: 'verdict' }).selectOption('contested');
    await attributes().getByRole('button', { name: 'Add to evidence' }).click();
    await page.getByRole('document', { name: /Fuel jetty blast/ }).focus();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    await attributes().getByRole('button', { name: 'span from selection' }).click();
    await expect.poll(async () => (await stored()).attributes['verdict'], patient).toBe('contested');
    await expect
      .poll(async () => (await stored()).attributes['evidence'], patient)
      .toMatchObject([{ span: { article: journey.articles['jetty.txt'] } }]);
    await attributes().getByRole('button', { name: 'Remove evidence 1' }).click();
    await expect.poll(async () => (await stored()).attributes, patient).toEqual({ verdict: 'contested' });
  });
});
