import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { ArticleRef } from '#shared/domain/ids';
import { expectNoFaults } from './expect-no-faults.ts';
import { findFaults } from './find-faults.ts';
import { createCaller, openJourney, type Journey } from './journey.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const another = fileURLToPath(new URL('../fixtures/corpora/schema-5.galley', import.meta.url));

let sara: Journey;
let omar: TestWindow | undefined;
afterEach(async () => {
  for (const window of [sara, omar]) {
    expect(window?.violations ?? []).toEqual([]);
    await window?.close();
  }
});

/** What somebody does in their copy: a tag, another title, a label. */
async function work(call: Journey['call'], article: ArticleRef, { words, title }: { words: string; title: string }) {
  const { text } = await call('articles:get', { article });
  const start = text.indexOf(words);
  const spans = [{ start, end: start + words.length }];
  await call('annotations:create', { article, label: 'actor', spans });
  await call('articles:update', { article, changes: { title } });
  await call('codebook:add-label', { name: 'Vessel' });
}

const dropFile = (page: Page, path: string, name: string) =>
  page.evaluate(
    ({ bytes, name: called }) => {
      const dataTransfer = new DataTransfer();
      const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([content], called));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { bytes: readFileSync(path).toString('base64'), name },
  );

it('a package is handed out blind, tagged by somebody else, merged with names and conflicts settled by key, and undone', async () => {
  sara = await openJourney();
  const { page, call, articles } = sara;
  const article = ArticleRef.parse(articles['jetty.txt']);
  const { title: corpus } = (await call('corpus:status', {}))!;

  await page.getByRole('button', { name: /, corpus$/ }).click();
  await page.getByRole('menuitem', { name: 'Hand out a package…' }).click();
  const handing = page.getByRole('dialog', { name: 'Hand out a package' });
  await page.keyboard.type('Omar Said');
  await handing.getByLabel('Blind: without what others tagged').press('Space');
  await handing.getByRole('button', { name: 'Hand out 3 articles' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await handing.getByRole('button', { name: 'Hand out 3 articles' }).press('Enter');
  const file = `${corpus} for Omar Said.galley`;
  await handing.getByText(`${file} is there: 3 articles for Omar Said, blind, with 0 tags.`).waitFor();
  await page.keyboard.press('Enter');
  const packaged = join(sara.home, 'Documents', 'Galley', file);

  omar = await openWindow({ name: 'Omar Said', prepare: () => Promise.resolve(packaged) });
  await omar.page.getByText('Package for Omar Said: 3 articles, blind').waitFor();
  await omar.page.getByRole('region', { name: 'Article text' }).waitFor();
  await work(await createCaller(omar.page), article, { words: 'harbour', title: 'Omar’s title' });
  await omar.close();
  omar = undefined;
  await work(call, article, { words: 'harbour', title: 'Sara’s title' });

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Merge another copy');
  await page.keyboard.press('Enter');
  const merging = page.getByRole('dialog', { name: 'Merge another copy' });
  await merging.getByText('Nothing was merged into this corpus yet.').waitFor();
  await merging.getByRole('button', { name: 'Choose a copy…' }).press('Enter');
  const choosing = page.getByRole('dialog', { name: 'Choose the copy to merge' });
  await choosing.getByRole('option', { name: file }).waitFor();
  await page.keyboard.type(corpus.slice(0, 2));
  await page.keyboard.press('Enter');

  await merging.getByRole('tab', { name: 'Same names 1', exact: true, selected: true }).waitFor();
  await merging.getByRole('row', { name: /Vessel label/ }).waitFor();
  await merging.getByText('Say first that the names are one.').waitFor();
  const agreed = merging.getByRole('checkbox', { name: 'They are one' });
  await agreed.press('Space');
  await merging.getByText('Say first that the names are one.').waitFor({ state: 'detached' });
  await expect.poll(() => agreed.isEnabled()).toBe(true); // it is off while the plan is looked at anew
  await merging.getByRole('tab', { name: 'Conflicts 1' }).press('Enter');
  const conflicts = merging.getByRole('listbox', { name: 'Conflicts' });
  await conflicts
    .getByRole('option', { name: /Title.*not settled.*yours.*Sara’s title.*theirs.*Omar’s title/ })
    .waitFor();
  await expectNoFaults(page);
  expect(await merging.getByRole('button', { name: 'Merge, 1 left' }).isDisabled()).toBe(true);
  await page.keyboard.press('Tab'); // past who decides
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await conflicts.getByRole('option', { name: /settled: theirs/ }).waitFor();
  await merging.getByRole('button', { name: '1 annotation, new' }).press('Enter');
  await merging
    .getByRole('listbox', { name: 'Changes' })
    .getByRole('option', { name: /annotation harbour/ })
    .waitFor();
  await expect.poll(() => merging.getByRole('button', { name: /^Merge/ }).isEnabled()).toBe(true);
  await page.keyboard.press('Control+Enter');

  await merging.getByRole('status').getByText(`Merged ${file}`).waitFor();
  await merging
    .getByRole('listbox', { name: 'Conflicts' })
    .getByRole('option', { name: /Omar’s title/ })
    .waitFor();
  expect(await findFaults(page)).toEqual([]);
  const read = async () => ({
    title: (await call('articles:get', { article })).title,
    annotators: (await call('annotations:list', { limit: 10 })).annotations.map(({ annotator }) => annotator).sort(),
    labels: (await call('codebook:get', {})).labels.filter(({ name }) => name === 'Vessel').length,
  });
  expect(await read()).toEqual({ title: 'Omar’s title', annotators: ['Omar Said', 'Sara'], labels: 1 });
  await page.keyboard.press('Control+z');
  await merging.waitFor({ state: 'detached' });
  await expect.poll(read).toEqual({ title: 'Sara’s title', annotators: ['Sara'], labels: 1 });

  await dropFile(page, another, 'other.galley');
  await merging.getByText('other.galley is not a copy of this corpus but a corpus of its own.').waitFor();
  await merging.getByRole('checkbox', { name: /Another corpus is meant/ }).press('Space');
  await merging.getByText('A corpus of its own, not a copy of this one').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /, corpus$/ }).click();
  await page.getByRole('menuitem', { name: 'Merge another copy…' }).click();
  await merging.getByRole('row', { name: /undone Sara .* Omar Said/ }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await merging.getByRole('button', { name: /1 conflict of the merge of/ }).press('Enter');
  await page
    .getByRole('listbox', { name: 'Conflicts' })
    .getByRole('option', { name: /Omar’s title/ })
    .waitFor();
});
