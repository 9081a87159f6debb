import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { importTaggedTwice } from '../helpers/tagged-twice.ts';
import { markArticle } from '../../electron/services/edit-article.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      const article = await importTaggedTwice(made);
      for (const person of ['Sara', 'Omar']) markArticle(made.corpus, made.person(person), article, 'done');
      const text = 'Quay\n\nThe ferry, (it said) left Morrow, late.\n';
      const other = await made.importText(text, 'quay.txt');
      made.tag(other, 'location', text.indexOf('Morrow'), text.indexOf(' late'));
      made.tag(other, 'actor', text.indexOf('ferry'), text.indexOf(' (it'));
      made.corpus.close();
      return made.path;
    },
  });
  await opened.page.getByRole('tab', { name: 'Review' }).click();
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

const shot = async (name: string) => {
  if (process.env['SHOTS']) await opened.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
};

it('findings are worked through by key: mended, left as they are, brought back by an undo', async () => {
  const { page } = opened;
  await page.getByRole('tab', { name: 'Consistency' }).click();
  await page.getByRole('button', { name: 'Loose edges 2' }).click();
  const list = page.getByRole('listbox', { name: 'Findings' });
  await list.getByRole('option').nth(1).waitFor();
  await expectNoFaults(page);
  await shot('consistency');
  await list.focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 annotation changed').waitFor();
  await page.getByRole('button', { name: 'Loose edges 1' }).waitFor();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Right as they are 1' }).click();
  await list.getByRole('option').first().waitFor();
  await page.getByRole('button', { name: 'Not right after all' }).click();
  await page.getByRole('button', { name: 'Loose edges 1' }).click();
  await list.focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Loose edges 2' }).waitFor();
});
