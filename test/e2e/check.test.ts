import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { updateLabel } from '../../electron/services/codebook.ts';
import { createRelation } from '../../electron/services/relations.ts';
import { createReview } from '../../electron/services/reviews.ts';
import { createAnnotation, updateAnnotation } from '../../electron/services/annotate.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { findTwice, TWICE_TEXT } from '../helpers/tagged-twice.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { expectNoSidewaysScroll } from './expect-no-sideways-scroll.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openWindow({ name: 'Omar', prepare });
  await opened.page.getByRole('tab', { name: 'Review' }).click();
  await opened.page.getByRole('tab', { name: 'Check' }).click();
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  const article = await made.importText(TWICE_TEXT, 'families.txt');
  updateLabel(made.corpus, made.sara, 'actor', {
    guideline: 'People and groups that act.\nWithout what is said of them.',
  });
  const tags = [
    ['location', 'Sabkha quarter'],
    ['actor', 'Hana Treq, who keeps the list'],
    ['actor', 'harbour authority'],
    ['actor', 'حرس السواحل'],
    ['actor', 'Coast Guard officer'],
  ] as const;
  const [quarter, hana, , , officer] = tags.map(([label, words]) =>
    createAnnotation(made.corpus, made.sara, { article, label, spans: [findTwice(words)] }),
  );
  // a third person's tags are not there to be checked while the first one's count; what that one decided on was changed since
  made.tag(article, 'location', 0, 8, 'Lina');
  createReview(made.corpus, made.person('Lina'), {
    annotation: officer!.uid,
    decision: 'accepted',
    reason: '',
    comment: '',
  });
  updateAnnotation(made.corpus, made.sara, officer!.uid, { spans: [findTwice('a Coast Guard officer')] });
  const relation = createRelation(made.corpus, made.sara, {
    from: hana!.uid,
    to: quarter!.uid,
    kind: 'located at',
    note: '',
  });
  createReview(made.corpus, made.person('Omar'), {
    relation: relation.uid,
    decision: 'accepted',
    reason: '',
    comment: '',
  });
  made.corpus.close();
  return join(home, 'test.galley');
}

const queue = () => opened.page.getByRole('region', { name: 'Queue' });
const inFocus = (words: string) => queue().getByRole('option', { selected: true }).filter({ hasText: words }).waitFor();
const decision = () => opened.page.getByRole('region', { name: 'Decision', exact: true });
const said = (words: string) => opened.page.getByRole('status').filter({ hasText: words }).waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) await opened.page.keyboard.press(key);
};

it('each annotation is asked about in its words; one key accepts it, and the next is in focus', async () => {
  const { page } = opened;
  await decision().getByText('Is “Sabkha quarter” a location?').waitFor();
  await queue().getByText('0 of 5 checked').waitFor();
  await queue()
    .getByRole('option', { name: /Coast Guard officer changed since/ })
    .waitFor();
  await queue().getByRole('button', { name: 'changed since (1)', pressed: false }).click();
  await expect.poll(() => queue().getByRole('option').count()).toBe(1);
  await decision().getByText('Changed since it was last checked').waitFor();
  await queue().getByRole('button', { name: 'changed since (1)', pressed: true }).click();
  await decision().getByText('Is “Sabkha quarter” a location?').waitFor();
  await queue().getByRole('listbox').focus();
  await expectNoFaults(page);
  await expectNoSidewaysScroll(page);
  await press('y');
  await said('“Sabkha quarter” accepted. 4 to go.');
  await inFocus('Hana Treq');
});

it('a boundary is corrected by keys, with a rule of the codebook; the reason comes by itself', async () => {
  const { page } = opened;
  await press('r');
  await page.getByRole('menuitem', { name: 'Without what is said of them.' }).click();
  await decision().getByText('Without what is said of them.').waitFor();
  await press('e', '-', '-', '-', '-');
  await decision().getByRole('group', { name: 'Words' }).getByText('Hana Treq', { exact: true }).waitFor();
  await decision().getByRole('button', { name: 'loose boundary', pressed: true }).waitFor();
  await expectNoFaults(page);
  await press('Enter');
  await said('corrected. 3 to go.');
  await inFocus('harbour authority');
});

it('what is rejected or left open needs a reason, picked by number or typed, and a comment goes with it', async () => {
  const { page } = opened;
  await press('c');
  await page.keyboard.type('It has no name.');
  await press('Enter', 'n', '2');
  await said('“harbour authority” rejected. 2 to go.');
  await inFocus('حرس السواحل');
  await press('u');
  await decision().getByRole('textbox', { name: 'Reason' }).fill('coast guards of whom?');
  await press('Enter');
  await said('left open. 1 to go.');
  await inFocus('Coast Guard officer');
});

it('words that were left out are added from the text; progress counts, and an undo brings back what was decided', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Whole article' }).click();
  await page
    .getByRole('article')
    .getByText('The tank farm burned')
    .dblclick({ position: { x: 60, y: 10 } });
  await press('m');
  await decision().getByRole('radio', { name: 'location' }).click();
  await decision().getByRole('button', { name: 'Add it' }).click();
  await said('added as missing');
  await queue().getByText('3 of 5 checked').waitFor();
  await press('y');
  await said('accepted. Nothing is left here.');
  await page.getByText('Nothing to check').waitFor();
  await press('Control+z');
  await inFocus('Coast Guard officer');
  await press('Control+z', 'Control+z');
  await inFocus('حرس السواحل');
  await queue().getByText('3 of 5 checked').waitFor();
});

it('whom a tag means may be somebody new, in a correction and in what was missing; an undo takes them away with it', async () => {
  const { page } = opened;
  const entity = () => decision().getByRole('combobox', { name: 'Entity' });
  const nameAnew = async (name: string) => {
    await entity().fill(name);
    await decision()
      .getByRole('option', { name: `New entity “${name}”` })
      .waitFor();
    await press('Enter');
    await decision().getByText('will be a new entity.').filter({ hasText: name }).waitFor();
  };
  const listNames = () =>
    page.evaluate(async () => {
      const { galley } = globalThis as unknown as {
        galley: { call(name: string, input: object): Promise<{ value: { entities: { name: string }[] } }> };
      };
      return (await galley.call('entities:list', {})).value.entities.map(({ name }) => name);
    });
  await press('e');
  await nameAnew('حرس سواحل تمسار');
  await decision().getByRole('button', { name: 'wrong entity', pressed: true }).waitFor();
  await expectNoFaults(page);
  await press('Enter');
  await said('“حرس السواحل” corrected.');
  await expect.poll(listNames).toEqual(['حرس سواحل تمسار']);
  await queue().getByRole('listbox').focus();
  await press('Control+z');
  await inFocus('حرس السواحل');
  await expect.poll(listNames).toEqual([]);

  await page
    .getByRole('article')
    .getByText('The tank farm burned')
    .dblclick({ position: { x: 60, y: 10 } });
  await press('m');
  await decision().getByRole('radio', { name: 'location' }).click();
  await nameAnew('Temsar tank farm');
  await decision().getByRole('radio', { name: 'claim' }).click();
  await entity().waitFor({ state: 'detached' });
  await decision().getByRole('radio', { name: 'location' }).click();
  await decision().getByText('Temsar tank farm will be a new entity.').waitFor();
  await decision().getByRole('button', { name: 'Add it' }).click();
  await said('added as missing');
  await expect.poll(listNames).toEqual(['Temsar tank farm']);
  await queue().getByRole('listbox').focus();
  await press('Control+z');
  await said('undone');
  await expect.poll(listNames).toEqual([]);
});

it('what is missing is found by key alone too: it begins with the words in focus, whose ends are moved', async () => {
  const { page } = opened;
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await queue().getByRole('listbox').focus();
  await press('m');
  const missing = decision().getByRole('group', { name: 'Missing here' });
  await missing.getByRole('group', { name: 'Words' }).getByText('حرس السواحل').waitFor();
  await said('it begins with those in focus');
  await press('Enter');
  await said('These words are tagged so already');
  await press('+', '>', '>');
  await missing.getByRole('group', { name: 'Words' }).getByText('أطلق', { exact: true }).waitFor();
  await press('Enter');
  await said('“أطلق” added as missing');
  await press('Control+z');
  await said('undone');
});

it('whoever tagged sees each decision with what stands instead, filters them by reason, and answers', async () => {
  const { page } = opened;
  await page.evaluate(async () => {
    const { galley } = globalThis as unknown as { galley: { call(name: string, input: object): Promise<unknown> } };
    await galley.call('people:switch', { name: 'Sara' });
  });
  await page.getByRole('tab', { name: 'Decisions on my work' }).click();
  const list = page.getByRole('listbox', { name: 'Decisions' });
  await list.getByRole('option', { name: /harbour authority.*rejected.*not meant here/su }).waitFor();
  const details = page.getByRole('region', { name: 'This decision' });
  await page.getByRole('button', { name: 'relations' }).click();
  await list.getByRole('option', { name: /relation, located at Hana Treq.* to Sabkha quarter accepted/ }).click();
  await details.getByRole('region', { name: 'Yours' }).getByText('Sabkha quarter').waitFor();
  await page.getByRole('button', { name: 'relations' }).click();
  await page.getByRole('button', { name: 'changed since' }).click();
  await list.getByRole('option', { name: /Coast Guard officer accepted changed since · Lina/ }).waitFor();
  await details.getByText('the decision does not count any more').waitFor();
  await page.getByRole('button', { name: 'changed since' }).click();
  await page.getByRole('button', { name: 'loose boundary 1' }).click();
  await details.getByRole('region', { name: 'Yours' }).getByText('Hana Treq, who keeps the list').waitFor();
  await details.getByRole('region', { name: 'What stands instead' }).getByText('Hana Treq', { exact: true }).waitFor();
  await details.getByText('Without what is said of them.').waitFor();
  await expectNoFaults(page);
  await list.focus();
  await press('Enter');
  await page.keyboard.type('Agreed.');
  await press('Enter');
  await details.getByText('Agreed.').waitFor();
  await page.getByRole('button', { name: 'loose boundary 1' }).click();
  await page.getByRole('radio', { name: 'not answered' }).click();
  await expect.poll(() => list.getByRole('option').count()).toBe(1);
  await details.getByRole('button', { name: 'Open in Annotate' }).click();
  await page.getByRole('tab', { name: 'Annotate', selected: true }).waitFor();
});
