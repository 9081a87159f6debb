import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verification } from '#shared/domain/corpus';
import type { ImportReport } from '#shared/domain/import';
import { readLine, startChild } from '../../helpers/child.ts';
import { SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createCommandLine } from '../../helpers/galley.ts';

const { folder, galley, json, remove } = createCommandLine();
const war = ['--corpus', 'war.galley'];
beforeAll(async () => {
  writeFileSync(join(folder, 'page.txt'), SAMPLE_TEXT);
  writeFileSync(join(folder, 'other.txt'), `${SAMPLE_TEXT}More.\n`);
  mkdirSync(join(folder, 'pages'));
  await json('import', 'page.txt');
});
afterAll(remove);

describe('what cannot be done ends with 1, in one sentence that names the file, and changes nothing:', () => {
  const fingerprint = async () => (await json<Verification>('verify')).contentFingerprint;
  const isFree = (file: string) => !existsSync(join(folder, file));

  test('files that cannot be taken; the others come in', async () => {
    const before = await fingerprint();
    writeFileSync(join(folder, 'latin.txt'), Buffer.from('A headline\n\nCaf\xe9 au lait\n', 'latin1'));
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'large.txt'), '');
    truncateSync(join(folder, 'large.txt'), 200e6);
    const bad = ['latin.txt', 'empty.txt', 'large.txt', 'pages', 'none.txt', 'war.galley'];
    const { status, stdout } = await galley(['import', ...bad, ...war, '--json'], { by: 'Eve' });
    expect(status).toBe(1);
    const { articles, errors } = JSON.parse(stdout) as ImportReport;
    expect([articles, errors.map(({ source }) => source)]).toEqual([[], bad]);
    expect(await fingerprint()).toBe(before);
    const some = await galley(['import', ...bad, 'other.txt', ...war, '--json']);
    expect(some.status).toBe(1);
    expect((JSON.parse(some.stdout) as ImportReport).articles).toMatchObject([
      { source: 'other.txt', status: 'imported' },
    ]);
  });

  test('an import of which nothing can be taken makes no corpus', async () => {
    const { status, stderr } = await galley(['import', 'empty.txt', '--corpus', 'fresh.galley']);
    expect([status, isFree('fresh.galley')]).toEqual([1, true]);
    expect(stderr).toContain('“empty.txt” holds no text');
  });

  test('a file that may not be read', async () => {
    writeFileSync(join(folder, 'secret.txt'), SAMPLE_TEXT, { mode: 0o000 });
    const { status, stderr } = await galley(['import', 'secret.txt', '--dry-run', '--corpus', 'none.galley'], {
      asNobody: true,
    });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/“secret.txt” could not be read \(you have no right/u)]);
  });

  test('a folder that may not be written', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    copyFileSync(join(folder, 'war.galley'), join(closed, 'war.galley'));
    chmodSync(closed, 0o555);
    const before = readFileSync(join(closed, 'war.galley'));
    const corpus = ['--corpus', join(closed, 'war.galley')];
    const made = await galley(['new', '--corpus', join(closed, 'new.galley')], { asNobody: true });
    expect([made.status, made.stderr]).toEqual([1, expect.stringMatching(/may not write into the folder/u)]);
    const read = await galley(['articles', ...corpus, '--json'], { asNobody: true });
    expect([read.status, (JSON.parse(read.stdout) as unknown[]).length]).toEqual([0, 2]);
    expect(read.stderr).toContain('a private copy of it is being read');
    const written = await galley(['import', 'page.txt', ...corpus], { asNobody: true });
    expect([written.status, written.stderr]).toEqual([
      1,
      expect.stringContaining('“war.galley” is open for reading only'),
    ]);
    const out = await galley(['export', '--format', 'jsonl', '--out', join(closed, 'out'), ...corpus], {
      asNobody: true,
    });
    expect([out.status, out.stderr]).toEqual([1, expect.stringMatching(/may not write into the folder/u)]);
    chmodSync(closed, 0o755);
    expect(readdirSync(closed)).toEqual(['war.galley']);
    expect(readFileSync(join(closed, 'war.galley')).equals(before)).toBe(true);
  });

  test('a corpus that another Galley is writing, which can be read', async () => {
    const before = await fingerprint();
    copyFileSync(join(folder, 'war.galley'), join(folder, 'busy.galley'));
    const child = startChild('test/helpers/hold-corpus.ts', [join(folder, 'busy.galley')]);
    await readLine(child);
    const busy = ['--corpus', 'busy.galley'];
    writeFileSync(join(folder, 'fresh.txt'), `${SAMPLE_TEXT}Fresh.\n`);
    const { status, stderr } = await galley(['import', 'fresh.txt', ...busy]);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/being written by another Galley \(another test, process \d+/u),
    ]);
    expect(await galley(['articles', ...busy])).toMatchObject({ status: 0 });
    expect(await galley(['export', '--format', 'jsonl', '--out', 'busy-out', ...busy])).toMatchObject({ status: 0 });
    await child.kill();
    expect(await galley(['undo', ...busy], { by: 'Omar' })).toMatchObject({ status: 0 });
    const found = JSON.parse((await galley(['verify', ...busy, '--json'])).stdout) as Verification;
    expect(found).toMatchObject({ ok: true });
    expect(await fingerprint()).toBe(before);
  });

  test.each([
    ['missing', 'none.galley', /There is no corpus at/u],
    ['a text', 'page.txt', /“page.txt” is not a Galley corpus; it was left as it is/u],
    ['a folder', 'pages', /“pages” is not a Galley corpus/u],
  ])('a corpus that is %s', async (_, file, sentence) => {
    const { status, stderr } = await galley(['articles', '--corpus', file]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)]);
  });

  test('a new corpus where there is a file', async () => {
    const { status, stderr } = await galley(['new', '--corpus', 'page.txt']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('exists already and was left as it is')]);
    expect(readFileSync(join(folder, 'page.txt'), 'utf8')).toBe(SAMPLE_TEXT);
  });

  test('a corpus that does not hold, found by verify', async () => {
    const bytes = readFileSync(join(folder, 'war.galley'));
    const at = bytes.indexOf('reopen the ferry, said');
    bytes.write('REOPEN', at);
    writeFileSync(join(folder, 'broken.galley'), bytes);
    const { status, stdout } = await galley(['verify', '--corpus', 'broken.galley', '--json']);
    expect(status).toBe(1);
    const { problems } = JSON.parse(stdout) as Verification;
    expect(problems).toEqual([expect.stringMatching(/its (?:words|bytes) were changed/u)]);
  });
});
