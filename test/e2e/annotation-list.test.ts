import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setAssignments } from '../../electron/services/assignments.ts';
import { createEntity } from '../../electron/services/entities/edit-entity.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
const inspector = () => opened.page.getByRole('complementary', { name: 'Inspector' });
const list = () => inspector().getByRole('listbox', { name: 'Annotations' });
const article = (title: RegExp) =>
  opened.page.getByRole('region', { name: 'Articles' }).getByRole('option', { name: title });
const rows = (name?: string | RegExp) => list().getByRole('option', name === undefined ? {} : { name });
const press = async (...keys: string[]) => {
  for (const key of keys) await opened.page.keyboard.press(key);
};
const says = (text: string | RegExp) => opened.page.getByRole('status').getByText(text).first().waitFor();
const text = () => opened.page.getByRole('region', { name: 'Article text' });

beforeAll(async () => {
  opened = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      const many = Array.from({ length: 20 }, (_, n) => `Boat ${n} lies at Morrow.`).join('\n\n');
      const first = await made.importText(`Many boats\n\n${many}\n`, 'many.txt');
      for (const { index } of many.matchAll(/Boat/g)) made.tag(first, 'actor', 12 + index, 16 + index);
      for (const { index } of many.matchAll(/Morrow/g)) made.tag(first, 'location', 12 + index, 18 + index);
      made.tag(first, 'claim', 0, 10, 'Omar');
      createEntity(made.corpus, made.sara, { label: 'location', name: 'Morrow Bay', aliases: [], annotations: [] });
      const second = await made.importText('Ferry news\n\nThe ferry of Morrow, the ferry.\n', 'ferry.txt');
      made.tag(second, 'actor', 16, 21, 'Omar');
      made.tag(second, 'actor', 25, 31, 'Omar');
      const buoys = await made.importText('Three buoys\n\nA buoy, a buoy, a buoy.\n', 'buoys.txt');
      for (const start of [15, 23, 31]) made.tag(buoys, 'actor', start, start + 4, 'Omar');
      const third = await made.importText('Blind work\n\nNothing of Omar is seen here.\n', 'blind.txt');
      made.tag(third, 'actor', 0, 5, 'Omar');
      made.tag(third, 'actor', 6, 10);
      setAssignments(made.corpus, made.person('Omar'), { articles: [third], people: ['Sara'], blind: true });
      made.corpus.close();
      return join(home, 'test.galley');
    },
  });
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

it('many are chosen by key, relabelled, linked and removed, each with one undo', async () => {
  const { page } = opened;
  await article(/Many boats/).click();
  await rows().first().waitFor();
  await inspector().getByRole('searchbox', { name: 'Find annotations here' }).fill('mórrow');
  await says('20 of 41 shown');
  await list().focus();
  await press('Control+a');
  await inspector().getByRole('toolbar', { name: 'Chosen annotations' }).getByText('20 chosen').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await press('e');
  const field = page.getByRole('combobox', { name: 'Entity' });
  await field.fill('nothing so');
  await page.getByRole('option', { name: 'Morrow Bay' }).waitFor({ state: 'hidden' });
  await field.fill('bay');
  await press('Enter'); // sooner than it is found
  await says('20 annotations linked to Morrow Bay');

  await inspector().getByRole('searchbox').fill('');
  await inspector().getByRole('button', { name: 'mine' }).click();
  await says('40 of 41 shown');
  await inspector().getByRole('button', { name: 'no entity' }).click();
  await says('20 of 41 shown');
  await list().focus();
  await press('Home', 'Space', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp', 'c');
  await says('3 annotations relabelled as claim');
  await press('Control+z');
  await says(/undone|taken back|change/i);
  await rows(/^actor: Boat/)
    .nth(19)
    .waitFor();

  await press('Control+a', 'Delete');
  await page.getByRole('dialog', { name: 'Remove 20 annotations?' }).getByRole('button', { name: 'Remove' }).click();
  await says('20 annotations removed');
  await inspector().getByText('No annotation here is like that.').waitFor();
  await press('Control+z');
  await rows(/^actor: Boat/)
    .nth(19)
    .waitFor();
  await list().focus();
  await press('End', 'Enter');
  await inspector().getByRole('heading', { name: 'actor' }).waitFor();
});

it('another’s annotations are accepted and rejected by key, with a reason, and the next one comes', async () => {
  const { page } = opened;
  await article(/Ferry news/).click();
  await rows('actor: ferry').click();
  await text().getByRole('document', { name: 'Ferry news' }).focus();
  await press('y');
  await says('actor “ferry” accepted. actor: Morrow');
  const review = inspector().getByRole('region', { name: 'Review' });
  await inspector().getByText('Morrow', { exact: true }).waitFor();
  await press('n');
  await review.getByRole('textbox', { name: 'Reason' }).waitFor();
  expect(await findFaults(page)).toEqual([]);
  await review.getByRole('textbox', { name: 'Reason' }).fill('a place, no actor');
  await press('Enter');
  await says('actor “Morrow” rejected');
  await review.getByText('a place, no actor').waitFor();
  await review.getByRole('button', { name: 'Correct…' }).click();
  await review.getByRole('radio', { name: 'location' }).click();
  await review.getByRole('textbox', { name: 'Reason' }).fill('it is the town');
  await press('Enter');
  await says('actor “Morrow” corrected');
  await review.getByRole('button', { name: 'Take back' }).click();
  await review.getByText('Nobody has looked at it yet.').waitFor();
});

it('three quick keys decide on three annotations', async () => {
  const { page } = opened;
  await article(/Three buoys/).click();
  await rows('actor: buoy').first().click();
  await text().getByRole('document', { name: 'Three buoys' }).focus();
  await page.evaluate(async () => {
    for (const key of ['y', 'y', 'n']) {
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve)); // drawn, and on its way to the disk
    }
  });
  await text().getByRole('img', { name: 'actor: buoy, accepted' }).nth(1).waitFor();
  await inspector().getByText('3 of 3').waitFor();
  await inspector().locator('[data-reason]:focus').waitFor();
});

it('an article that is tagged blind shows nobody else’s annotations', async () => {
  await article(/Blind work/).click();
  await text().getByRole('document', { name: 'Blind work' }).waitFor();
  await rows(/work/).waitFor();
  expect(await rows().count()).toBe(1);
});
