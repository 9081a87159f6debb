import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { createTestCorpus, createTestFolder } from '../../../helpers/corpus.ts';
import { notesOf, plan, readAll, take, writeFiles } from '../../../helpers/interchange.ts';

const TEXT = 'The pier was shut.';
const xmi = (type: string, begin: number, end: number) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
<custom:${type} xmi:id="2" sofa="1" begin="${begin}" end="${end}"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${TEXT}"/>
</xmi:XMI>`;

async function writeZip(path: string, files: Record<string, string>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

test('in a project with a ZIP for each who annotated a document, all are read as they stand in their folders', async () => {
  const folder = createTestFolder();
  const within = join(folder, 'annotation', 'pier.txt');
  await writeZip(join(within, 'export1.zip'), { 'ann.xmi': xmi('Place', 4, 8) });
  await writeZip(join(within, 'export2.zip'), { 'bob.xmi': xmi('Deed', 13, 17) });
  const made = createTestCorpus();
  const report = await take(made, [folder]);
  expect(report).toMatchObject({
    articles: { imported: 1 },
    annotations: { added: 2 },
    made: { people: ['ann', 'bob'] },
  });
});

test('other ZIPs in a folder stay as they are', async () => {
  const folder = writeFiles({ 'a.xmi': xmi('Place', 4, 8) });
  await writeZip(join(folder, 'annotation.zip'), { 'b.xmi': xmi('Deed', 13, 17) });
  const made = createTestCorpus();
  expect(await plan(made, [folder])).toMatchObject({ documents: { new: 1 }, annotations: { new: 1 } });
});

test('what several files say of one text is taken once, and the rest of it listed', async () => {
  const ann = 'T1\tPlace 4 8\tpier\nT2\tDeed 13 17\tshut\nR1\tOf Arg1:T2 Arg2:T1\n';
  const made = createTestCorpus();
  const folder = writeFiles({ 'a.txt': TEXT, 'a.ann': ann, 'b.txt': TEXT, 'b.ann': `${ann}T3\tWord 0 3\tThe\n` });
  const report = await take(made, [folder]);
  expect(report).toMatchObject({
    articles: { imported: 1 },
    annotations: { added: 3, same: 2 },
    relations: { added: 1, same: 1 },
    counts: { left: 2 },
  });
  expect(report.notes.map(({ file, place, quote }) => [file, place, quote])).toEqual([
    ['b.ann', 'line 1', 'pier'],
    ['b.ann', 'line 2', 'shut'],
  ]);
  expect(readAll(made)).toHaveLength(1);
});

test('a folder with its texts in another is read whole', async () => {
  const made = createTestCorpus();
  const folder = writeFiles({ 'ann/a.ann': 'T1\tPlace 4 8\tpier\n', 'txt/a.txt': TEXT });
  expect(await take(made, [folder])).toMatchObject({ articles: { imported: 1 }, annotations: { added: 1 } });
  expect(notesOf(made, await plan(made, [folder]))).toEqual([]);
});
