import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { TestCorpus } from '../helpers/corpus.ts';
import { importMarked } from '../helpers/marked-text.ts';
import { findFaults } from './find-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
afterEach(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

const front = (form: string) => `[${form}|Reef Front]`;
const pirates = '[pirates|Reef Front!]';
const guard = (form: string) => `[${form}|Coast Guard]`;

const POST = [
  `Men of the ${front('Reef Front')} met\n\nThe ${front('Reef Front')} and a man of the ${front('Reef Front')} spoke to the ${guard('Coast Guard')}.`,
  `The ${front('جبهة المرجان')} waits\n\nThe ${front('Reef Front')} came. “The ${pirates} fled”, a sailor said. The ${guard('Guard')} left.`,
];
const WIRE = [
  `Boats of ${pirates} seen\n\nMore ${pirates} came, and ${pirates} again; {the ${pirates} took a boat|Coast Guard}.`,
  `What ${pirates} want\n\nThe ${pirates} want a harbour. “The ${front('Reef Front')} is calm”, it says.`,
];

/** Two outlets that call a group differently. */
async function openCorpus(): Promise<void> {
  opened = await openWindow({
    name: 'Sara',
    async prepare(home) {
      const made = new TestCorpus(home, 1);
      for (const [n, text] of POST.entries()) await importMarked(made, 'Harbour Post', text, `2024-03-1${n}`);
      for (const [n, text] of WIRE.entries()) await importMarked(made, 'Meridian Wire', text, `2024-03-1${n}`);
      made.corpus.close();
      return join(home, 'test.galley');
    },
  });
}

it('an entity is chosen, a number of its forms opened, and from a line its article, by mouse and by keys', async () => {
  await openCorpus();
  const { page } = opened;
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('tab', { name: 'Naming' }).click();
  const entities = page.getByRole('listbox', { name: 'Entities by difference' });
  const entity = page.getByRole('region', { name: 'Reef Front' });
  await entities.getByRole('option', { name: 'Reef Front, actor, A 6 mentions, B 7 mentions, G² 13.9' }).waitFor();
  await entity
    .getByText('A calls it Reef Front, B calls it pirates. In their own voice they share none of 3 words.')
    .waitFor();

  await entities.getByRole('option', { name: /^Coast Guard/ }).click();
  await page.getByText('B never names it in its own voice').first().waitFor();
  await entities.press('ArrowUp');
  await entity.getByRole('row', { name: /جبهة المرجان/ }).waitFor();

  await entity.getByRole('button', { name: 'Reef Front, A own voice, 4, opens its lines' }).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const open = entity.getByRole('button', { name: 'pirates, B own voice, 5, opens its lines' });
  await open.click();
  const lines = entity.getByRole('region', { name: 'Concordance' });
  await lines.getByText('5 hits in 2 articles').waitFor();
  expect(await lines.getByRole('option').allInnerTexts()).toHaveLength(5);
  await lines.getByRole('option', { name: /What\s*pirates\s*want/ }).waitFor();
  expect(await findFaults(page)).toEqual([]);

  await lines.getByRole('listbox').press('Escape');
  expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await lines.getByRole('listbox').press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Article text' }).getByText('What pirates want').waitFor();

  await page.getByRole('tab', { name: 'Compare' }).click();
  await lines.getByText('5 hits in 2 articles').waitFor();
});
