import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bridge } from '#shared/api/contract';
import type { Annotation } from '#shared/domain/annotation';
import type { FormatName } from '#shared/domain/dataset';
import { datasetMessages } from '#shared/messages/en/dataset-view';
import { readBackMessages } from '#shared/messages/en/read-back';
import { formats } from '../../electron/formats/formats.ts';
import { packZip } from '../../electron/zip/pack-zip.ts';
import { unpackZip } from '../../electron/zip/unpack-zip.ts';
import { importCollection, isThere, layTags, whereIs } from '../evaluate/tagged-corpus.ts';
import { createTestCorpus, type TestCorpus } from '../helpers/corpus.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const hasSeeds = isThere('seeds');
if (!hasSeeds)
  console.warn(`The seed pages are not at ${whereIs('seeds')} (set GALLEY_SEEDS): an invented story is read back.`);

let opened: TestWindow;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-read-back-'));
  const made = hasSeeds ? await makeSeeds() : createTestCorpus({ keep: true });
  if (!hasSeeds) await tagInvented(made);
  made.corpus.close();
  opened = await openWindow({
    name: 'Sara',
    reading: { suggestions: 'hidden' },
    prepare(home) {
      const path = join(home, 'war.galley');
      renameSync(made.path, path);
      made.remove();
      return Promise.resolve(path);
    },
  });
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

async function makeSeeds() {
  const { made, tagged } = await importCollection('seeds');
  layTags(made, tagged);
  return made;
}

/** An invented text with the tags that the journey is about. */
async function tagInvented(made: TestCorpus): Promise<void> {
  const text =
    'Old pier shut\n\nThe Harbour Authority shut the pier at Murayn, off Ras Ilun, until divers have seen it.\n';
  const article = await made.importText(text);
  const tag = (label: string, words: string) =>
    made.tag(article, label, text.indexOf(words), text.indexOf(words) + words.length);
  tag('actor', 'Harbour Authority');
  tag('location', 'Murayn');
  tag('location', 'Ras Ilun');
}

const dialog = () => opened.page.getByRole('dialog', { name: 'Read back annotations' });
const differences = () => dialog().getByRole('listbox', { name: 'Differences' });
const listStored = () =>
  opened.page.evaluate(async () => {
    const answer = await (window as unknown as { galley: Bridge }).galley.call('annotations:list', { limit: 20_000 });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.annotations;
  });
const toLine = ({ label, spans }: Annotation) => `${label}: ${spans.map(({ quote }) => quote).join(' … ')}`;

/** Writes the dataset in one format, as a person would, and gives what was downloaded. */
async function download(format: FormatName): Promise<Download> {
  const { page } = opened;
  const more = page.getByRole('button', { name: /^\d+ more$/ });
  const radio = page.getByRole('radio', { name: new RegExp(`^${datasetMessages.formats[format].name}\\b`) });
  if ((await radio.count()) === 0) await more.click();
  await radio.first().check();
  // the card is of the choice that was looked at last
  const card = page.getByRole('article', { name: datasetMessages.cardName });
  await card.getByText(datasetMessages.formats[format].name, { exact: true }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+e')]);
  await page
    .getByRole('status')
    .getByText(/ read back, 0 mismatches\./)
    .waitFor();
  return file;
}

/** What another tool did to a folder of brat: annotations by label and words, before and after. */
type Edited = { article: string; moved: [from: string, to: string]; removed: string; added: string };

/** Edits the annotations of one text: one is shorter by its first word, one has another label, one is gone, one is new. */
function editAsAnotherTool(of: string): Edited {
  const name = readdirSync(of)
    .filter((file) => file.endsWith('.ann'))
    .sort((a, b) => statSync(join(of, b)).size - statSync(join(of, a)).size)[0]!;
  const text = readFileSync(join(of, name.replace(/ann$/, 'txt')), 'utf8');
  let lines = readFileSync(join(of, name), 'utf8').split('\n');
  const tags = lines.filter((line) => /^T\d+\t(?:actor|location) \d+ \d+\t/.test(line));
  const long = tags.find((line) => /\t\S+ \S+$/.test(line))!;
  const [other, gone] = tags.filter((line) => line !== long && line.includes('\tlocation '));
  const replace = (line: string, by: string) => (lines = lines.map((each) => (each === line ? by : each)));

  const [id, where, words] = long.split('\t') as [string, string, string];
  const [label, start, end] = where.split(' ');
  const moved = words.slice(words.indexOf(' ') + 1);
  replace(long, `${id}\t${label} ${Number(start) + words.length - moved.length} ${end}\t${moved}`);
  replace(other!, other!.replace('\tlocation ', '\tactor '));
  const goneId = gone!.split('\t')[0]!;
  lines = lines.filter((line) => !new RegExp(`(?:^|[ :])${goneId}(?:\\s|$)`).test(line.slice(0, 60)));

  const isOnce = (word: string) => text.split(word).length === 2;
  const added = [...text.matchAll(/\b[a-z]{6,}\b/g)].map(([word]) => word).find(isOnce)!;
  const at = [...text.slice(0, text.indexOf(added))].length;
  lines.push(`T9999\tlocation ${at} ${at + added.length}\t${added}`, '');
  writeFileSync(join(of, name), lines.filter((line, n) => line !== '' || n === lines.length - 1).join('\n'));
  return {
    article: name.replace(/\.ann$/, ''),
    moved: [`${label}: ${words}`, `${label}: ${moved}`],
    removed: `location: ${gone!.split('\t')[2]}`,
    added: `location: ${added}`,
  };
}

it('what goes out in every format comes back from another tool as differences, is taken one by one, and undone', async () => {
  const { page } = opened;
  await page.getByRole('tab', { name: 'Dataset' }).click();
  const files = new Map<string, string>();
  for (const { name } of formats) {
    const file = await download(name);
    files.set(name, join(folder, file.suggestedFilename()));
    await file.saveAs(files.get(name)!);
    expect(statSync(files.get(name)!).size, name).toBeGreaterThan(0);
  }

  const work = join(folder, 'work');
  mkdirSync(work);
  const path = files.get('brat')!;
  const names = await unpackZip({ path, name: 'brat.zip', sizeBytes: statSync(path).size }, work);
  const inner = join(
    work,
    names.find((each) => each.endsWith('.ann'))!,
    '..',
  );
  const edited = editAsAnotherTool(inner);
  const zip = join(folder, 'from another tool.zip');
  await packZip(
    names.filter((each) => !each.includes('articles.')).map((name) => ({ path: join(work, name), name })),
    zip,
  );

  const before = await listStored();
  await page.keyboard.press('Control+i');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files…' }).press('Enter'),
  ]);
  await chooser.setFiles(zip);
  await dialog().getByRole('tab', { name: 'Differences 4' }).waitFor();
  await dialog()
    .getByText(/^[\d,]+ of [\d,]+ quotes agree$/)
    .waitFor();
  await differences()
    .getByRole('option', { name: /deleted/ })
    .waitFor();
  await expectNoFaults(page);

  // the keys are at the first; the one with another label is left, the one that is gone is taken
  expect(await dialog().getByRole('button', { name: 'Take 3', exact: true }).isEnabled()).toBe(true);
  for (const row of await differences().getByRole('option').all()) {
    const isLabel = (await row.getByText(/^label(?:,|$)/).count()) > 0;
    await page.keyboard.press(isLabel ? 'n' : 'y');
  }
  await dialog().getByText('3 of 4 taken').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog().getByRole('heading', { name: '3 changes taken' }).waitFor();

  const after = await listStored();
  const isIn = (list: Annotation[]) => (one: Annotation) =>
    list.some(({ uid, spans }) => uid === one.uid && spans[0]!.start === one.spans[0]!.start);
  const without = (list: Annotation[], others: Annotation[]) => list.filter((one) => !isIn(others)(one)).map(toLine);
  expect(without(before, after).sort()).toEqual([edited.moved[0], edited.removed].sort());
  expect(without(after, before).sort()).toEqual([edited.moved[1], edited.added].sort());

  await dialog().getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('tab', { name: 'Annotate' }).click();
  await page.evaluate((uid) => location.assign(`#/annotate/${uid}`), edited.article);
  const tag = page.getByRole('region', { name: 'Article text' }).getByRole('img', { name: edited.added });
  await tag.first().waitFor();
  await page.keyboard.press('Control+z');
  await tag.first().waitFor({ state: 'detached' });
  expect((await listStored()).map(toLine).sort()).toEqual(before.map(toLine).sort());
});

/** Drops files on the window. */
async function drop(files: Record<string, string>): Promise<void> {
  const transfer = await opened.page.evaluateHandle((texts) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) data.items.add(new File([text], name));
    return data;
  }, files);
  await opened.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

it('the work of another team: names are put right by hand, what cannot be taken is listed with its line', async () => {
  const { page } = opened;
  const text = 'Pier shut by the guard\n\nقال حرس تمسر إن الرصيف مغلق حتى إشعار آخر، ولم يذكر سببا لذلك في بيانه.\n';
  const at = (words: string) => `${text.indexOf(words)} ${text.indexOf(words) + words.length}\t${words}`;
  const work = {
    'pier.txt': text,
    'pier.ann': `T1\tORG ${at('حرس تمسر')}\nT2\tBuilding ${at('Pier')}\nT3\tORG 900 905\tnobody\nE1\tShut:T2\n`,
  };
  const importing = page.getByRole('dialog', { name: 'Import articles' });
  const choose = async (button: Locator, name: string, content: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  };
  await drop({ 'pier.ann': work['pier.ann'] });
  await choose(importing.getByRole('button', { name: 'Add files' }), 'pier.txt', text); // they are annotations together
  await choose(dialog().getByRole('button', { name: 'Add files…' }), 'wall.ann', 'T1\tORG 0 4\tWall\n');
  await dialog().getByRole('tab', { name: 'Not taken 3' }).click();
  await dialog()
    .getByRole('option', { name: /wall\.ann/ })
    .waitFor();
  await dialog().getByRole('button', { name: 'Import as articles instead' }).click();
  await importing.getByRole('option').nth(2).waitFor();
  await page.keyboard.press('Escape');
  await drop(work);

  const org = dialog().getByRole('combobox', { name: 'ORG stands for' });
  await org.waitFor();
  expect(await org.inputValue()).toBe('=actor');
  await dialog().getByText('guessed: a common word for it').waitFor();
  const building = dialog().getByRole('textbox', { name: 'New name for Building' });
  await building.fill('structure');
  await building.press('Enter');
  await dialog().getByText('as you said').waitFor();
  await dialog().getByRole('button', { name: 'Take 2', exact: true, disabled: false }).waitFor();
  await expectNoFaults(page);

  await dialog().getByRole('tab', { name: 'Not taken 2' }).click();
  await dialog().getByRole('radio', { name: '1 stands nowhere' }).click();
  const notes = dialog().getByRole('listbox', { name: 'Not taken, or not as it stands' });
  await notes.getByRole('option', { name: /nobody.*pier\.ann.*line 3/ }).waitFor();
  await dialog().getByRole('tab', { name: 'Differences 2' }).click();
  await differences()
    .getByRole('option', { name: /structure.*Pier/ })
    .waitFor();
  await page.keyboard.press('n'); // the first, in Arabic, is left, and taken after all
  await dialog().getByText('1 of 2 taken').waitFor();
  await page.keyboard.press('k');
  await page.keyboard.press(' ');
  const mark = dialog().getByRole('region', { name: 'This difference' }).getByText('حرس تمسر');
  expect(await mark.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await dialog().getByRole('button', { name: 'Take 2', exact: true }).click();
  await dialog().getByText('labels: structure').waitFor();
  expect((await listStored()).filter(({ label }) => label === 'structure').map(toLine)).toEqual(['structure: Pier']);
  await page.keyboard.press('Control+z');
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(async () => (await listStored()).some(({ label }) => label === 'structure')).toBe(false);
});

it('files that are dropped onto the dialog are read too, what is refused is named, and a taking that is stopped leaves nothing', async () => {
  const { page } = opened;
  const toLine = (n: number) => {
    const words = Array.from({ length: 60 }, (_, at) => `berth${n}x${at}`);
    let at = 0;
    const label = words.map((word) => {
      const tag = [at, at + word.length, 'LOC'];
      at += word.length + 1;
      return tag;
    });
    return `${JSON.stringify({ text: words.join(' '), label })}\n`;
  };
  const before = (await listStored()).length;
  await drop({ 'many.jsonl': Array.from({ length: 100 }, (_, n) => toLine(n)).join('') });
  const take = dialog().getByRole('button', { name: /^Take 6,000/, disabled: false });
  await take.waitFor();
  await drop({ 'broken.jsonl': '{"text": "Wall", "label": [[0, 4, "LOC"]]}\n{"text": "Wa\n' });
  await dialog().getByRole('tab', { name: 'Not taken 1' }).click();
  await dialog()
    .getByRole('option', { name: /broken\.jsonl.*line 2/ })
    .waitFor();
  await dialog()
    .getByRole('button', { name: /^Take 6,001/, disabled: false })
    .click();
  await dialog().getByRole('progressbar', { name: readBackMessages.taking }).waitFor();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await dialog()
    .getByRole('button', { name: /^Take 6,001/, disabled: false })
    .waitFor();
  expect(await listStored()).toHaveLength(before);

  // what was planned is forgotten where other files are planned, as in another window: it is worked out anew
  await page.evaluate(async () => {
    const { galley } = window as unknown as { galley: Bridge };
    const ended = new Promise<void>((done) => galley.listen((event) => event.type === 'job-ended' && done()));
    const offered = await galley.offer(new File(['{"text":"Wall","label":[[0,4,"LOC"]]}\n'], 'other.jsonl'));
    if (!offered.ok) throw new Error(offered.error.code);
    const files = [offered.value.handle] as never;
    await galley.call('interchange:plan', { files, format: 'auto', unit: 'auto', mapping: [], annotator: null });
    await ended;
  });
  await dialog().getByRole('tab', { name: 'Differences 6,001' }).click();
  await differences().getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
});
