import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const sample = fileURLToPath(new URL('../../out/sample/sample.galley', import.meta.url));

let opened: TestWindow;
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

/** Opens the Dataset view of a copy of the sample corpus, which one named Galley tagged. */
async function openSample(name = 'Sara') {
  opened = await openWindow({
    name,
    prepare(home) {
      const path = join(home, 'Sample.galley');
      copyFileSync(sample, path);
      return Promise.resolve(path);
    },
  });
  await opened.page.getByRole('tab', { name: 'Dataset' }).click();
  await heading('2 articles, 27 annotations').waitFor();
}
const heading = (name: string) => opened.page.getByRole('heading', { name });
const check = (group: string, name: string) =>
  opened.page.getByRole('group', { name: group }).getByRole('checkbox', { name });

it('what goes out is counted, narrowed and previewed', async () => {
  await openSample();
  const { page } = opened;
  expect(await findFaults(page)).toEqual([]);
  await check('Labels', 'claim').evaluate(async (box: HTMLElement) => {
    box.click();
    await new Promise((done) => setTimeout(done)); // long before the choice is looked at
    const key = { key: 'e', code: 'KeyE', ctrlKey: true, bubbles: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', key));
    await new Promise((done) => setTimeout(done));
    if (!document.body.innerText.includes('Nothing is written yet')) throw new Error('the key was silent');
  });
  await heading('2 articles, 16 annotations').waitFor();
  expect(await page.getByText('Nothing is written yet').count()).toBe(0);
  expect(await page.getByRole('group', { name: 'Labels' }).getByText('claim11').count()).toBe(1); // still offered
  await check('Outlets', 'The Harbour Post').uncheck();
  await heading('1 article, 7 annotations').waitFor();
  await page.getByRole('textbox', { name: 'To' }).fill('2020');
  await heading('0 articles, 0 annotations').waitFor();
  await page.getByText('No article is meant by these choices').waitFor();
  expect(await page.getByRole('button', { name: 'Write dataset' }).isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'To' }).fill('2024-13');
  await page.getByText('Write 2019, 2019-01 or 2019-01-16.').waitFor();
  await heading('1 article, 7 annotations').waitFor();
});

it('what a table cannot carry is counted and listed with its words', async () => {
  await openSample();
  const { page } = opened;
  await page.getByText('Nothing is lost in this format.').waitFor();
  await page.getByRole('button', { name: '13 more' }).click();
  await page.getByRole('radio', { name: /^CSV/ }).check();
  await page.getByRole('button', { name: 'Show: an annotation of several parts' }).click();
  await page.getByText('carried 400 tonnes of diesel … no working radio').waitFor();
  await page.getByRole('tab', { name: /^Files \d/ }).click();
  await page.getByRole('cell', { name: 'annotations.csv' }).waitFor();
  await page.getByRole('tab', { name: 'First record' }).click();
  await page.getByRole('region', { name: 'How the first file begins' }).getByText(/quote/).waitFor();
});

it('Ctrl E writes the dataset, which is read back before it comes as a download', async () => {
  await openSample();
  const { page } = opened;
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+e');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Sample jsonl.zip');
  await page.getByRole('status').getByText('27 annotations read back, 0 mismatches.').waitFor();
  const zip = readFileSync(await download.path());
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  for (const name of ['articles.jsonl', 'README.md']) expect(zip.includes(name)).toBe(true);
});

it('links that only a rule made can be left out', async () => {
  await openSample('Galley');
  const { page } = opened;
  await page.evaluate(async () => {
    const { galley } = window as unknown as { galley: { call(name: string, input: unknown): Promise<unknown> } };
    const listed = (await galley.call('articles:list', {})) as { value: { articles: { uid: string }[] } };
    const article = listed.value.articles[0]!.uid;
    const span = { start: 0, end: 5 };
    const made = (await galley.call('articles:get', { article })) as { value: { text: string } };
    const name = made.value.text.slice(span.start, span.end);
    await galley.call('entities:create', { label: 'actor', name, kind: 'person' });
    await galley.call('annotations:create', { article, label: 'actor', spans: [span] });
  });
  await page.getByText(/1 annotation linked, 1 of them by rule/).waitFor();
  await page.getByRole('radio', { name: 'by a person only' }).click();
  await page.getByText(/0 annotations linked by people; links by rule left out: 1/).waitFor();
});

it('an annotation made meanwhile is counted at once', async () => {
  await openSample('Galley');
  const { page } = opened;
  await page.evaluate(async () => {
    const { galley } = window as unknown as { galley: { call(name: string, input: unknown): Promise<unknown> } };
    const listed = (await galley.call('articles:list', {})) as { value: { articles: { uid: string }[] } };
    const article = listed.value.articles[0]!.uid;
    await galley.call('annotations:create', { article, label: 'actor', spans: [{ start: 0, end: 5 }] });
  });
  await heading('2 articles, 28 annotations').waitFor();
  await page.getByRole('group', { name: 'Whose' }).getByText('28').waitFor();
});

it('an empty corpus says what to do first', async () => {
  opened = await openWindow({
    name: 'Sara',
    prepare(home) {
      const made = new TestCorpus(home, 1);
      made.corpus.close();
      return Promise.resolve(made.path);
    },
  });
  await opened.page.getByRole('tab', { name: 'Dataset' }).click();
  await opened.page.getByText('This corpus holds no article.').waitFor();
});

it('a dataset is split, kept by name, taken up again and removed', async () => {
  await openSample();
  const { page } = opened;
  await page.getByRole('checkbox', { name: 'Train, dev and test' }).check();
  await page.getByRole('img', { name: /train \d/ }).waitFor();
  await page.getByText('Parts share no near copy').waitFor();
  await page.getByRole('textbox', { name: 'train %' }).fill('70');
  await page.getByText('The shares are to sum to 100.').waitFor();
  await page.getByRole('textbox', { name: 'dev %' }).fill('20');
  await page.getByRole('radio', { name: 'initials' }).click();
  await page.getByRole('button', { name: 'Not kept' }).click();
  await page.getByRole('textbox', { name: 'Keep this choice as' }).fill('Coast');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take up Coast' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Train, dev and test' }).uncheck();
  await page.getByRole('button', { name: 'Not kept' }).click();
  await page.getByRole('button', { name: 'Take up Coast' }).click();
  expect(await page.getByRole('checkbox', { name: 'Train, dev and test' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Remove Coast' }).click();
  await page.getByText('No choice is kept in this corpus yet.').waitFor();
  expect(await findFaults(page)).toEqual([]);
});
