import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { setAssignments } from '../../electron/services/assignments.ts';
import { exportDataset } from '../../electron/services/dataset/export-dataset.ts';
import { cutPackage } from '../../electron/services/hand-out/cut-package.ts';
import { enterPerson } from '../../electron/services/people.ts';
import { createEnvironment, noJob, TestCorpus } from '../helpers/corpus.ts';
import { createCaller, findPoint } from './journey.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const TEXT = 'Night at the mole\n\nThe harbour burned on Sunday, said the council of Morrow. The ferry stopped.\n';
const PACKAGE = 'for Omar.galley';

const windows: TestWindow[] = [];
afterEach(async () => {
  for (const window of windows.splice(0)) {
    expect(window.violations).toEqual([]);
    await window.close();
  }
});

/** One article that Sara and Omar both have to tag blind; Omar's copy of it lies where copies are looked for. */
async function handOut(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  await made.importText(TEXT);
  const [article] = made.corpus.read.prepare<[], string>('SELECT uid FROM article').pluck().all();
  enterPerson(made.corpus, 'Omar');
  setAssignments(made.corpus, made.sara, { articles: [article!], people: ['Sara'], blind: true });
  mkdirSync(join(home, 'Documents', 'Galley'), { recursive: true });
  const path = join(home, 'Documents', 'Galley', PACKAGE);
  await cutPackage(made.corpus, made.sara, { for: 'Omar', filter: {}, isBlind: true }, path, noJob);
  made.corpus.close();
  return made.path;
}

async function open(name: string, prepare: (home: string) => Promise<string>): Promise<TestWindow> {
  const window = await openWindow({ name, reading: { suggestions: 'hidden' }, prepare });
  windows.push(window);
  return window;
}

/** Tags words by clicking into each and pressing a label's key, and says that the article is done. */
async function tag({ page }: TestWindow, words: readonly (readonly [string, string])[]): Promise<void> {
  const text = page.getByRole('region', { name: 'Article text' });
  await text.getByRole('document', { name: /Night at the mole/ }).waitFor();
  for (const [word, key] of words) {
    const { x, y } = await findPoint(page, word, 'start');
    await page.mouse.click(x + 3, y);
    await page.keyboard.press(key);
    await text.getByRole('img', { name: `: ${word}` }).waitFor();
  }
  await page.getByText('saved', { exact: true }).waitFor(); // a highlight comes before it is
  const call = await createCaller(page);
  const [article] = (await call('articles:list', {})).articles;
  await call('articles:mark', { article: article!.uid, state: 'done' });
}

it('a package is tagged blind and merged back, what differs is settled, α moves with what is mended, and the dataset says all of it', async () => {
  const sara = await open('Sara', handOut);
  const copy = join(sara.home, 'Documents', 'Galley', PACKAGE);
  const omar = await open('Omar', () => Promise.resolve(copy));
  await tag(omar, [
    ['harbour', 'l'],
    ['council', 'a'],
    ['Morrow', 'l'],
  ]);
  await windows.pop()!.close();
  await tag(sara, [
    ['harbour', 'a'],
    ['council', 'a'],
    ['Morrow', 'l'],
  ]);
  const { page } = sara;
  const call = await createCaller(page);

  await page.getByRole('button', { name: /, corpus$/ }).click();
  await page.getByRole('menuitem', { name: 'Merge another copy…' }).click();
  const merging = page.getByRole('dialog', { name: 'Merge another copy' });
  await merging.getByRole('button', { name: 'Choose a copy…' }).click();
  const choosing = page.getByRole('dialog', { name: 'Choose the copy to merge' });
  await choosing.getByRole('option', { name: PACKAGE }).click();
  await page.keyboard.press('Enter');
  await merging.getByRole('button', { name: '3 annotations, new' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await merging.getByRole('status').getByText(`Merged ${PACKAGE}`).waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Review' }).click();
  await page.getByRole('tab', { name: 'Agreement' }).click();
  const table = page.getByRole('table', { name: 'Agreement' });
  const uAlpha = async () => (await table.getByRole('row').nth(1).innerText()).match(/-?\.?\d*\.\d\d/u)?.[0];
  await table.getByRole('row').nth(1).waitFor();
  const before = Number(await uAlpha());
  expect(before).toBeLessThan(0.9);

  await page.getByRole('tab', { name: 'Settle' }).click();
  const decision = page.getByRole('region', { name: 'Decision' });
  await decision.getByText('Label: what is “harbour” here?').waitFor();
  await page.getByRole('listbox').focus();
  await page.keyboard.press('ArrowRight'); // as Omar has it
  await decision.getByText('All settled').waitFor();

  const [mine] = (await call('annotations:list', { filter: { annotators: ['Sara'], layer: 'own' } } as never))
    .annotations;
  await call('annotations:update', { annotation: mine!.uid, changes: { label: 'location' } });
  await page.getByRole('tab', { name: 'Agreement' }).click();
  await expect.poll(async () => Number(await uAlpha())).toBe(1);

  const corpus = openCorpus(join(sara.home, 'test.galley'), 'read', createEnvironment(9));
  const folder = join(sara.home, 'out');
  await exportDataset(corpus, { format: 'jsonl', checkedBy: 'adjudicated', checkedOnly: true }, folder, noJob);
  corpus.close();
  const card = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(card).toContain('| Annotations | 3 (location 2, actor 1) |');
  expect(card).toContain(
    '| Checked | all (settled between people who tagged the article apart); the others are left out |',
  );
  expect(card).toMatch(/\| Agreement \| 2 people, 1 article that all of them finished; actor, location: uα 1\.00/u);

  await page.getByRole('button', { name: /Sara/ }).first().waitFor();
  const again = await open('Omar', () => Promise.resolve(join(sara.home, 'test.galley')));
  await again.page.getByRole('tab', { name: 'Review' }).click();
  await again.page.getByRole('tab', { name: 'Decisions on my work' }).click();
  await again.page
    .getByRole('listbox', { name: 'Decisions' })
    .getByRole('option', { name: /harbour/ })
    .waitFor();
});
