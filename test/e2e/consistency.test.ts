import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { addTestEntity } from '../helpers/entity.ts';
import { importTaggedTwice } from '../helpers/tagged-twice.ts';
import { markArticle } from '../../electron/services/edit-article.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { expectNoSidewaysScroll } from './expect-no-sideways-scroll.ts';
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
      const copy = await made.importText(`${text}Again.\n`, 'copy.txt');
      made.tag(copy, 'location', text.indexOf('Morrow'), text.indexOf(', late'));
      addTestEntity(made, 'location', 'MORROW');
      made.corpus.close();
      return made.path;
    },
  });
  await opened.page.getByRole('tab', { name: 'Review' }).click();
  await opened.page.getByRole('tab', { name: 'Consistency' }).click();
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

const listbox = () => opened.page.getByRole('listbox', { name: 'Findings' });
const rule = (name: string) => opened.page.getByRole('button', { name });

it('findings are worked through by key: mended, left as they are, brought back by an undo', async () => {
  const { page } = opened;
  await rule('Loose edges 2').click();
  await listbox().getByRole('option').nth(1).waitFor();
  await expectNoFaults(page);
  await expectNoSidewaysScroll(page);
  await listbox().focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 annotation changed').waitFor();
  await rule('Loose edges 1').waitFor();
  await page.keyboard.press('x');
  await rule('Right as they are 1').click();
  await page.getByRole('button', { name: 'Not right after all' }).click();
  await rule('Loose edges 1').click();
  await listbox().focus();
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+z');
  await rule('Loose edges 2').waitFor();
});

it('all of a rule is mended as one step, which one undo takes back; a name is linked to what it means', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Fix all 2' }).click();
  await page.getByText('2 annotations changed').waitFor();
  await page.getByText('Nothing of this kind was found').waitFor();
  await listbox().focus();
  await page.keyboard.press('Control+z');
  await rule('Loose edges 2').waitFor();

  await rule('Names that are not linked 1').click();
  await listbox().focus();
  await page.keyboard.press('Enter');
  await rule('Names that are not linked 0').waitFor();
  await page.keyboard.press('Control+z');
  await rule('Names that are not linked 1').waitFor();
});

it('of near copies that were tagged otherwise either is opened by key', async () => {
  const { page } = opened;
  const shown: (string | null)[] = [];
  for (const key of ['o', 'Shift+O']) {
    await rule('Near copies tagged otherwise').click();
    await listbox().getByRole('option').waitFor();
    await listbox().focus();
    await page.keyboard.press(key);
    await page.getByRole('region', { name: 'Article text' }).waitFor();
    shown.push(new URL(page.url()).hash);
    await page.goBack();
  }
  expect(new Set(shown).size).toBe(2);
});
