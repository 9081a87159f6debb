import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { statement } from '../../../../electron/corpus/connection.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { openFiles } from '../../../../electron/services/interchange/files/open-files.ts';
import { recogniseFiles } from '../../../../electron/services/interchange/recognise.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, createTestFolder, noJob } from '../../../helpers/corpus.ts';
import { differencesOf, notesOf, plan, readAll, take, writeFiles } from '../../../helpers/interchange.ts';

const given = (path: string) => ({ path, name: path.split('/').at(-1)! });

test('a folder is read with all that is in it, strictly, and UTF-16 where a file says so', async () => {
  const folder = writeFiles({
    'a.txt': '\uFEFFone\r\ntwo',
    'b/c.txt': Buffer.from('\uFEFFdrei', 'utf16le'),
    'bad.txt': Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xc3, 0x28]),
    '.hidden': 'x',
  });
  const files = await openFiles([given(folder)], noJob);
  expect(files.names).toEqual(['a.txt', 'b/c.txt', 'bad.txt']);
  expect([...files.lines('a.txt')]).toEqual(['one', 'two']);
  expect(files.text('b/c.txt')).toBe('drei');
  expect(() => files.text('bad.txt')).toThrow(
    expect.objectContaining({ values: expect.objectContaining({ line: 3 }) }),
  );
});

test('lines are whole, and the line of a stray byte is the right one, where a file is read in slices', async () => {
  const slice = 1 << 20;
  const folder = writeFiles({
    'a.txt': `${'x'.repeat(slice - 1)}\r\ntwo\n\nfour\r\n${'y'.repeat(2 * slice)}z\r`,
    'bad.txt': Buffer.concat([Buffer.from(`${'x'.repeat(slice - 2)}\ny\nz`), Buffer.from([0xc3, 0x28])]),
  });
  const files = await openFiles([given(folder)], noJob);
  const ends = Array.from(files.lines('a.txt'), (line) => [line.length, line.slice(-4)]);
  expect(ends).toEqual([
    [slice - 1, 'xxxx'],
    [3, 'two'],
    [0, ''],
    [4, 'four'],
    [2 * slice + 1, 'yyyz'],
  ]);
  for (const read of [files.lines, (name: string) => files.text(name)])
    expect(() => [...read('bad.txt')]).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ line: 3 }) }),
    );
});

test('files are sorted into those that are annotations and those that are articles', async () => {
  const folder = writeFiles({
    'a.txt': 'Harbour',
    'a.ann': 'T1\tPER 0 7\tHarbour\n',
    'page.txt': 'A page.',
    'rows.jsonl': '{"text":"One."}\n{"text":"Two."}\n',
  });
  const names = ['a.ann', 'a.txt', 'page.txt', 'rows.jsonl'];
  const groups = await recogniseFiles(
    names.map((name) => given(join(folder, name))),
    null,
    noJob,
  );
  expect(groups.find(({ format }) => format === 'brat')?.files).toEqual([0, 1]);
  expect(groups.find(({ format }) => format === null)?.files).toContain(2);
  expect(await recogniseFiles([given(join(folder, 'rows.jsonl'))], null, noJob)).toEqual([
    { format: null, files: [0] },
  ]);
});

test('the unit is the one that the quotes of all files agree with; wrong offsets follow their words, or are listed', async () => {
  const made = createTestCorpus();
  const text = '😀😀 Harbour and the council; the council';
  const folder = writeFiles({
    // UTF-16, as some tools write brat
    'a.txt': text,
    'a.ann': 'T1\tPER 5 12\tHarbour\nT2\tPER 0 4\t😀😀\n',
    'b.txt': `${text}!`,
    'b.ann': 'T1\tPER 5 12\tHarbour\nT2\tLOC 0 7\tHarbour\nT3\tORG 0 7\tcouncil\nT4\tMISC 13 16\tand\n',
  });
  const mapping = [{ sort: 'label', theirs: 'MISC', ours: null }] as const;
  const planned = await plan(made, [folder], { mapping: [...mapping] });
  expect(planned).toMatchObject({
    format: 'brat',
    unit: 'utf16',
    agreement: { annotations: 6, quoted: 6, agree: 4, moved: 1, unplaced: 1 },
    documents: { here: 0, new: 2 },
    annotations: { new: 4, same: 0 },
  });
  expect(planned.names.map(({ theirs, ours }) => [theirs, ours])).toEqual([
    ['PER', 'actor'],
    ['LOC', 'location'],
    ['MISC', null],
    ['ORG', 'actor'],
  ]);
  expect(notesOf(made, planned).map(({ kind, file }) => [kind, file])).toEqual(
    expect.arrayContaining([
      ['moved', expect.stringMatching(/^b/u)],
      ['unplaced', expect.stringMatching(/^b/u)],
      ['left', expect.stringMatching(/^b/u)],
    ]),
  );
  await take(made, [folder], { mapping: [...mapping], annotator: 'Omar' });
  expect(readAll(made).flatMap(({ annotations }) => annotations.map(({ annotator }) => annotator))).toEqual(
    Array(4).fill('Omar'),
  );
  // what a name was taken for is remembered, and the same files bring nothing new
  const again = await plan(made, [folder]);
  expect(again.names.find(({ theirs }) => theirs === 'MISC')).toMatchObject({ ours: null, by: 'remembered' });
  expect(differencesOf(made, again)).toEqual([]);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
});

test('without quotes the unit is told by where words begin and end, in texts in which it makes a difference', async () => {
  const text = '👍👍👍 Omar met Sara, and Sara left Omar.';
  const toLine = (convert: (utf16: number) => number, ...words: string[]) => {
    const label = words.map((word) => [convert(text.indexOf(word)), convert(text.indexOf(word) + word.length), 'ORG']);
    return `${JSON.stringify({ text, label })}\n`;
  };
  const toPoints = (utf16: number) => Array.from(text.slice(0, utf16)).length;
  const unitOf = async (line: string) => {
    const made = createTestCorpus();
    return (await plan(made, [writeFiles({ 'a.jsonl': line })])).unit;
  };
  expect(await unitOf(toLine(toPoints, 'Omar', 'Sara', 'left'))).toBe('codepoint');
  expect(await unitOf(toLine((utf16) => utf16, 'Omar', 'Sara', 'left'))).toBe('utf16');
  // one is not enough to go by
  expect(await unitOf(toLine(toPoints, 'Omar'))).toBe('utf16');
});

test('a ZIP is read as the folder that it holds', async () => {
  const made = createTestCorpus();
  const path = join(createTestFolder(), 'brat.zip');
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('Harbour'), 'x/a.txt');
  zip.addBuffer(Buffer.from('T1\tVessel 0 7\tHarbour\nA1\tSure T1\n'), 'x/a.ann');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  expect(await take(made, [path])).toMatchObject({
    articles: { imported: 1 },
    annotations: { added: 1 },
    made: { labels: ['Vessel'], attributes: ['Vessel.Sure'] },
  });
  expect(readAll(made)[0]!.annotations[0]).toMatchObject({ label: 'Vessel', attributes: { Sure: 'true' } });
});

test('many annotations come in as one step; an import that is stopped leaves nothing', async () => {
  const made = createTestCorpus();
  const files: Record<string, string> = {};
  for (let n = 0; n < 20; n += 1) {
    const words = Array.from({ length: 100 }, (_, at) => `w${n}x${at}`);
    const text = words.join(' ');
    files[`${n}.txt`] = text;
    let at = 0;
    files[`${n}.ann`] = words
      .map((word, each) => {
        const line = `T${each}\tThing ${at} ${at + word.length}\t${word}\n`;
        at += word.length + 1;
        return line;
      })
      .join('');
  }
  const folder = writeFiles(files);
  made.tag(await made.importText('Something else.', 'else.txt'), 'actor', 0, 9);
  const before = computeContentFingerprint(made.corpus.read);
  const isBegun = () => statement<[], number>(made.corpus.read, 'SELECT count(*) FROM annotation').pluck().get()! > 1;
  const job = { report: () => {}, isCancelled: isBegun };
  await expect(take(made, [folder], { job, annotator: 'Omar' })).rejects.toMatchObject({ code: 'cancelled' });
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect(await take(made, [folder])).toMatchObject({ annotations: { added: 2000 }, made: { labels: ['Thing'] } });
  undo(made.corpus, made.sara, false);
  expect(readAll(made)).toHaveLength(1);
});

test('texts whose files of annotations are alike are each an article', async () => {
  const made = createTestCorpus();
  const folder = writeFiles({ 'a.txt': 'Harbour', 'a.ann': '', 'b.txt': 'Council', 'b.ann': '' });
  expect(await take(made, [folder])).toMatchObject({ articles: { imported: 2, here: 0 } });
  expect(await take(made, [folder])).toMatchObject({ articles: { imported: 0, here: 2 } });
  undo(made.corpus, made.sara, false);
  expect(readAll(made)).toEqual([]);
});
