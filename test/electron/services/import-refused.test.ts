import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Handle } from '#shared/domain/ids';
import { ReadOptions, type ImportReport } from '#shared/domain/import';
import { openCorpus } from '../../../electron/corpus/open-corpus.ts';
import { getArticle, listArticles } from '../../../electron/corpus/repositories/article-repository.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { importArticles } from '../../../electron/services/import-articles.ts';
import { planImport } from '../../../electron/services/plan-import.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../helpers/corpus.ts';

const good = 'A headline of some words\n\nThe first paragraph of it goes on for a good while here.\n';

/** Imports whatever lies at these paths. */
const importPaths = (made: TestCorpus, paths: string[], options: Partial<ReadOptions> = {}, by = 'Sara') =>
  importArticles(
    made.corpus,
    made.person(by),
    paths.map((path) => ({ path, name: path.split('/').at(-1)!, choice: { handle: Handle.parse(path) } })),
    ReadOptions.parse(options),
    noJob,
  );

const windows1256 = new Uint8Array([...Buffer.from('A headline\n\n'), 0xc7, 0xe1, 0xe3, 0xcc, 0xe1, 0xd3, 0x0a]);

describe('a file that cannot be taken is refused in one sentence with its name, and the corpus stays as it was:', () => {
  const cases: [string, (folder: string) => string, RegExp][] = [
    [
      'not UTF-8',
      (folder) => write(folder, 'arabic.txt', windows1256),
      /“arabic.txt” is not UTF-8 \(byte 12, line 3\).*--encoding/u,
    ],
    ['empty', (folder) => write(folder, 'empty.txt', ''), /“empty.txt” holds no text/u],
    ['of blank lines', (folder) => write(folder, 'blank.txt', '\n \n\t\n'), /“blank.txt” holds no text/u],
    ['of a byte order mark', (folder) => write(folder, 'bom.txt', '\uFEFF'), /“bom.txt” holds no text/u],
    [
      'binary',
      (folder) => write(folder, 'a.pdf', `%PDF-1.7\n${good}`),
      /“a.pdf” is not a text \(it holds binary data\)/u,
    ],
    ['of control characters', (folder) => write(folder, 'x.bin', Buffer.alloc(999, 1)), /“x.bin” is not a text/u],
    ['a folder', (folder) => (mkdirSync(join(folder, 'pages')), join(folder, 'pages')), /“pages” is a folder/u],
    ['missing', (folder) => join(folder, 'none.txt'), /no file “none.txt”/u],
    ['below a file', (folder) => join(write(folder, 'file', good), 'none.txt'), /no file “none.txt”/u],
    ['a link to nowhere', (folder) => link(folder, 'lost.txt', '/nowhere/at/all'), /no file “lost.txt”/u],
    ['a device', (folder) => link(folder, 'zero.txt', '/dev/zero'), /“zero.txt” could not be read/u],
    [
      'of 200 MB',
      (folder) => large(folder, 'large.txt', 200e6),
      /“large.txt” has 200 MB; Galley takes texts of up to 32 MB/u,
    ],
  ];

  function write(folder: string, name: string, content: string | Uint8Array): string {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  }
  function link(folder: string, name: string, to: string): string {
    symlinkSync(to, join(folder, name));
    return join(folder, name);
  }
  function large(folder: string, name: string, sizeBytes: number): string {
    truncateSync(write(folder, name, ''), sizeBytes);
    return join(folder, name);
  }

  test.each(cases)('%s', async (_, make, sentence) => {
    const made = createTestCorpus();
    const before = computeContentFingerprint(made.corpus.read);
    const { articles, errors } = await importPaths(made, [make(made.folder)]);
    expect(articles).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toMatch(sentence);
    expect(errors[0]!.message).toContain('imported');
    expect(errors[0]!.message).not.toContain(made.folder);
    expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  });

  test.each(cases)('%s, among others, which are imported', async (_, make, sentence) => {
    const made = createTestCorpus();
    const paths = [
      write(made.folder, 'one.txt', good),
      make(made.folder),
      write(made.folder, 'two.txt', `${good}More.\n`),
    ];
    const { articles, errors } = await importPaths(made, paths);
    expect(articles.map(({ source, status }) => [source, status])).toEqual([
      ['one.txt', 'imported'],
      ['two.txt', 'imported'],
    ]);
    expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(sentence)]);
  });

  test('its own corpus, which is not even opened', async () => {
    const made = createTestCorpus();
    for (const part of ['', '-wal', '-lock']) {
      const { errors } = await importPaths(made, [`${made.path}${part}`]);
      expect(errors[0]?.message).toMatch(/is not a text/u);
    }
  });

  test('nothing of a person is kept who only tried', async () => {
    const made = createTestCorpus();
    const rows = () => made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get();
    const before = rows();
    await importPaths(made, [join(made.folder, 'none.txt')], {}, 'Omar');
    expect(rows()).toBe(before);
    await importPaths(made, [write(made.folder, 'one.txt', good)], {}, 'Omar');
    const acts = made.corpus.read.prepare('SELECT act FROM step ORDER BY id').pluck().all();
    expect(acts).toEqual(['create corpus', 'join', 'import']);
  });
});

describe('how a file is written', () => {
  const read = async (bytes: Uint8Array, options: Partial<ReadOptions>) => {
    const made = createTestCorpus();
    const report = await made.import({ 'page.txt': bytes }, { options });
    const [first] = report.articles;
    return { report, article: first && getArticle(made.corpus.read, first.uid), made };
  };
  const messageOf = ({ errors }: ImportReport) => errors[0]?.message ?? '';

  test('is as the person says', async () => {
    const { article } = await read(windows1256, { encoding: 'windows-1256' });
    expect(article).toMatchObject({ text: 'A headline\n\nالمجلس\n', encoding: 'windows-1256' });
  });

  test('is suggested, never guessed', async () => {
    const cyrillic = Buffer.from('cfeef1eeebfcf1f2e2ee20eff0e8edffebee20e3eef1f2e5e920e220e3eef0eee4e5', 'hex');
    const { report } = await read(cyrillic, {});
    expect(messageOf(report)).toMatch(/perhaps windows-1251/u);
  });

  test('is read off a byte order mark, whatever the person says', async () => {
    const text = 'A headline\n\nقال المجلس\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect((await read(utf16, {})).article).toMatchObject({ text, encoding: 'utf-16le' });
    expect((await read(Buffer.from(`\uFEFF${text}`), { encoding: 'windows-1252' })).article).toMatchObject({
      text,
      encoding: 'utf-8',
    });
  });

  test('with bytes that the named encoding cannot read, is refused with the first of their places', async () => {
    const bytes = Buffer.concat([
      Buffer.from('A headline\n\nab'),
      Buffer.from([0xff]),
      Buffer.from('cd\xe9\n', 'latin1'),
    ]);
    const { report } = await read(bytes, { encoding: 'utf-8' });
    expect(messageOf(report)).toMatch(/“page.txt” has 2 bytes that utf-8 cannot read, the first at byte 14, line 3/u);
  });

  test('has each byte that cannot be read marked and listed by its place, where the person wants it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('A headline\n\nab'),
      Buffer.from([0xff]),
      Buffer.from('cd\xe9\n', 'latin1'),
    ]);
    const { report, article, made } = await read(bytes, { encoding: 'utf-8', stray: 'mark' });
    expect(article!.text).toBe('A headline\n\nab\uFFFDcd\uFFFD\n');
    expect(report.marked).toEqual([{ source: 'page.txt', encoding: 'utf-8', strayBytes: [14, 17], replaced: 0 }]);
    const source = made.corpus.read.prepare('SELECT encoding, stray_bytes FROM source').get();
    expect(source).toEqual({ encoding: 'utf-8', stray_bytes: '[14,17]' });
  });

  test('is marked at the right places although they lie far apart and characters straddle what is read at once', async () => {
    const piece = Buffer.from('قال المجلس 👍 '.repeat(300));
    const bytes = Buffer.concat([piece, Buffer.from([0x80]), piece, piece, Buffer.from([0xf0, 0x9f]), piece]);
    const { report } = await read(bytes, { encoding: 'utf-8', stray: 'mark', split: 'never' });
    const n = piece.length;
    expect(report.marked[0]!.strayBytes).toEqual([n, 3 * n + 1, 3 * n + 2]);
  });

  test('in an encoding that is not known is refused before anything is done', async () => {
    await expect(read(windows1256, { encoding: 'klingon' })).rejects.toThrow(/“klingon” is no encoding/u);
  });

  test('with NULs has them counted and marked', async () => {
    const { report, article } = await read(Buffer.from(`${good}${'Some more words here. '.repeat(40)}\0end\n`), {});
    expect(article!.text).toContain('\uFFFDend');
    expect(report.marked).toEqual([{ source: 'page.txt', encoding: 'utf-8', strayBytes: [], replaced: 1 }]);
  });
});

test('an import that the person stops leaves nothing, and the corpus as it was', async () => {
  const made = createTestCorpus();
  const before = computeContentFingerprint(made.corpus.read);
  const paths = ['a', 'b', 'c'].map((name) => {
    writeFileSync(join(made.folder, name), `${good}${name}\n`);
    return { path: join(made.folder, name), name, choice: { handle: Handle.parse(name) } };
  });
  let looks = 0;
  const stopping = { report: () => {}, isCancelled: () => (looks += 1) > 5 }; // when all are read and two are stored
  const stopped = importArticles(made.corpus, made.sara, paths, ReadOptions.parse({}), stopping);
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  expect(made.corpus.read.prepare(`SELECT act FROM step ORDER BY id DESC LIMIT 2`).pluck().all()).toEqual([
    'discard',
    'import',
  ]);
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect(listArticles(made.corpus.read, {}, { offset: 0, limit: 9 }).total).toBe(0);
});

test('an import that fills the disk is refused whole; with room again it comes in', async () => {
  const made = createTestCorpus();
  const before = computeContentFingerprint(made.corpus.read);
  const files = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [name, `${good}${name} ${'Words that fill a page of the file. '.repeat(2000)}\n`]),
  );
  const { db } = made.corpus.writer!;
  db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 60}`);
  await expect(made.import(files)).rejects.toMatchObject({ code: 'disk-full' });
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect(listArticles(made.corpus.read, {}, { offset: 0, limit: 9 }).total).toBe(0);
  db.pragma('max_page_count = 1000000');
  expect((await made.import(files)).articles.map(({ status }) => status)).toEqual(Array(3).fill('imported'));
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, checked: { articles: 3 } });
});

test('a file that has changed since the person looked at it is not imported', async () => {
  const made = createTestCorpus();
  const { errors } = await made.import({ 'a.txt': good }, { choice: { sha256: 'ab'.repeat(32) } });
  expect(errors[0]!.message).toMatch(/“a.txt” has changed since it was looked at/u);
});

test('a preview stores nothing, and says what is there already and what has the same text', async () => {
  const made = createTestCorpus();
  await made.import({ 'a.txt': good });
  writeFileSync(join(made.folder, 'b.txt'), `\uFEFF${good}`);
  const before = made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get();
  const requests = ['a.txt', 'b.txt', 'none.txt'].map((name) => ({
    path: join(made.folder, name),
    name,
    choice: { handle: Handle.parse(name) },
  }));
  const { pages, errors } = await planImport(made.corpus, requests, ReadOptions.parse({}), noJob);
  const [a, b] = pages.map(({ articles }) => articles[0]!);
  expect(a!.status).toBe('already-there');
  expect(b).toMatchObject({ status: 'new', sameTextAs: a!.uid });
  expect(errors).toHaveLength(1);
  expect(made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(before);
});

test('a preview without a corpus says which of its own articles have the same text', async () => {
  const made = createTestCorpus();
  for (const name of ['a.txt', 'b.txt'])
    writeFileSync(join(made.folder, name), name === 'a.txt' ? good : `\uFEFF${good}`);
  const requests = ['a.txt', 'b.txt'].map((name) => ({
    path: join(made.folder, name),
    name,
    choice: { handle: Handle.parse(name) },
  }));
  const { pages } = await planImport(null, requests, ReadOptions.parse({}), noJob);
  const [a, b] = pages.map(({ articles }) => articles[0]!);
  expect([a!.sameTextAs, b!.sameTextAs]).toEqual([null, a!.uid]);
});

test('importing into a corpus that another is writing is refused, and says who', async () => {
  const made = createTestCorpus();
  writeFileSync(join(made.folder, 'a.txt'), good);
  const second = openCorpus(made.path, 'write', made.environment);
  const request = { path: join(made.folder, 'a.txt'), name: 'a.txt', choice: { handle: Handle.parse('a') } };
  const imported = importArticles(second, made.sara, [request], ReadOptions.parse({}), noJob);
  await expect(imported).rejects.toMatchObject({ code: 'corpus-in-use', message: expect.stringContaining('a test') });
  second.close();
});
