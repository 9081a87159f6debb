import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJourneys, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
const patient = { timeout: 15_000 };
beforeEach(async () => {
  journey = await journeys.begin();
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const dialog = () => journey.page.getByRole('dialog', { name: 'Codebook', exact: true });
const editor = (label: string) => dialog().getByRole('region', { name: `Label ${label}`, exact: true });
const labels = async () => (await journey.call('codebook:get', {})).labels;

async function openCodebook() {
  const { page } = journey;
  await page.getByRole('button', { name: /corpus/i }).click();
  await page.getByRole('menuitem', { name: 'Codebook…' }).click();
  await dialog().waitFor();
}

describe('the codebook', () => {
  it('is opened from the settings; a label is added, described, given a look and an attribute', async () => {
    const { page } = journey;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Codebook…' }).click();
    await dialog().getByRole('textbox', { name: 'New label' }).fill('weapon');
    await page.keyboard.press('Enter');
    await editor('weapon').getByRole('textbox', { name: 'Key' }).fill('w');
    await page.keyboard.press('Enter');
    await editor('weapon').getByRole('textbox', { name: 'Guideline' }).fill('What is used to hurt.');
    await editor('weapon').getByRole('radio', { name: 'teal' }).click();
    await editor('weapon').getByRole('combobox', { name: 'Line' }).selectOption('double');
    await editor('weapon').getByRole('checkbox', { name: 'claim' }).click();
    await editor('weapon').getByRole('textbox', { name: 'Words' }).fill('a rifle');
    await page.keyboard.press('Enter');
    await editor('weapon').getByRole('textbox', { name: 'New attribute' }).fill('make');
    await editor('weapon').getByRole('combobox', { name: 'Type' }).selectOption('choice');
    await editor('weapon').getByRole('button', { name: 'Add attribute' }).click();
    await editor('weapon').getByRole('textbox', { name: 'Options' }).fill('old\nnew');
    await expect
      .poll(async () => (await labels())[3], patient)
      .toMatchObject({
        name: 'weapon',
        key: 'W',
        guideline: 'What is used to hurt.',
        colour: 'label-6',
        line: 'double',
        excludes: ['claim'],
        examples: [{ quote: 'a rifle', remark: '', fits: true }],
        attributes: [{ name: 'make', type: 'choice', options: [{ value: 'old' }, { value: 'new' }] }],
      });
    await page.keyboard.press('Escape');
    await page
      .getByRole('region', { name: 'Articles' })
      .getByRole('option', { name: /Fuel jetty blast/ })
      .click();
    await page.getByRole('document', { name: /Fuel jetty blast/ }).focus();
    await page.keyboard.press('w');
    const tagged = page.getByRole('region', { name: 'Article text' }).locator('.hl.l0-double');
    await tagged.first().waitFor();
    await page.getByRole('complementary', { name: 'Inspector' }).getByText('What is used to hurt.').waitFor();
  });

  it('keeps what no longer fits and leads to it', async () => {
    const { page } = journey;
    const spans = [{ start: 0, end: 16 }];
    const article = journey.articles['jetty.txt'];
    await journey.call('annotations:create', { article, label: 'claim', spans, attributes: { verdict: 'contested' } });
    await openCodebook();
    await dialog().getByRole('button', { name: 'claim' }).click();
    await editor('claim').getByRole('button', { name: 'Edit verdict' }).click();
    await editor('claim').getByRole('button', { name: 'Retire verdict' }).click();
    await dialog().getByRole('button', { name: '1 value no longer fits' }).click();
    await dialog().getByRole('cell', { name: 'the attribute is retired' }).waitFor();
    await dialog().getByRole('button', { name: 'Open verdict: contested' }).click();
    const field = page.getByRole('complementary', { name: 'Inspector' }).getByRole('combobox', { name: 'verdict' });
    expect(await field.inputValue()).toBe('contested');
  });

  it('says what a name that is taken is, and goes out and comes in as one file', async () => {
    const { page } = journey;
    await openCodebook();
    await editor('actor').getByRole('textbox', { name: 'Name' }).first().fill('claim');
    await page.keyboard.press('Enter');
    await editor('actor')
      .getByText(/not saved: The codebook has a label “claim” already/)
      .waitFor();
    await editor('actor').getByRole('textbox', { name: 'Name' }).first().fill('actor');
    const download = page.waitForEvent('download');
    await dialog().getByRole('button', { name: 'Export…' }).click();
    const saved = join(journey.home, 'saved');
    await (await download).saveAs(saved);
    const file = JSON.parse(readFileSync(saved, 'utf8')) as { labels: object[] };
    writeFileSync(
      join(journey.home, 'more.json'),
      JSON.stringify({ ...file, labels: [...file.labels, { name: 'event' }] }),
    );
    await dialog().locator('input[type=file]').setInputFiles(join(journey.home, 'more.json'));
    const report = page.getByRole('dialog', { name: 'Import a codebook' });
    await report.getByText('event', { exact: true }).waitFor();
    expect(await labels()).toHaveLength(3);
    await report.getByRole('button', { name: 'Take it over' }).click();
    await dialog().getByRole('button', { name: 'event' }).waitFor();
  });
});
