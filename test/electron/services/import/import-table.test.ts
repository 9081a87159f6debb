import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { Handle } from '#shared/domain/ids';
import { ReadOptions, type ImportReport } from '#shared/domain/import';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { getArticle, listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { deleteSomeRemoved } from '../../../../electron/services/discard-batch.ts';
import { importArticles } from '../../../../electron/services/import-articles.ts';
import { planImport } from '../../../../electron/services/plan-import.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const body = 'The council met for three hours on Tuesday and closed the pier until divers have looked at it.';
const table = `title,text,source,date,place\nThe Pier,${body},Harbour Post,31/1/17,Morrow\nThe Dam,"The dam\r\nhas a ""crack"".",Marfa News,1/2/17,\n`;

const metaOf = (made: TestCorpus, { articles }: ImportReport, n = 0) =>
  findRecord(made.corpus.read, 'article', articles[n]!.uid)!.meta.map(({ key, value, found_by }) => [
    key,
    value,
    found_by,
  ]);
const requestsFor = (made: TestCorpus, files: Record<string, string | Uint8Array>) =>
  Object.entries(files).map(([name, content]) => {
    writeFileSync(join(made.folder, name), content);
    return { path: join(made.folder, name), name, choice: { handle: Handle.parse(name) } };
  });

describe('a table of articles', () => {
  test('comes in row by row, with what its columns say, the others as metadata', async () => {
    const made = createTestCorpus();
    const report = await made.import({ 'a.csv': table });
    expect(report).toMatchObject({ imported: 2, there: 0, errors: [], skipped: [], marked: [] });
    const [pier, dam] = report.articles.map(({ uid }) => getArticle(made.corpus.read, uid));
    expect(pier).toMatchObject({
      title: 'The Pier',
      text: body,
      outlet: 'Harbour Post',
      date: '2017-01-31',
      dateWritten: '31/1/17',
    });
    expect(dam).toMatchObject({
      title: 'The Dam',
      text: 'The dam\nhas a "crack".',
      outlet: 'Marfa News',
      date: '2017-02-01',
    });
    expect(metaOf(made, report)).toEqual([['place', 'Morrow', 'column']]);
    expect(metaOf(made, report, 1)).toEqual([]);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, checked: { articles: 2, sources: 1 } });
  });

  test('is one step to undo, and comes back as it was', async () => {
    const made = createTestCorpus();
    const first = await made.import({ 'a.csv': table });
    undo(made.corpus, made.sara, false);
    const again = await made.import({ 'a.csv': table });
    expect(again.articles.map(({ uid, status }) => [uid, status])).toEqual(
      first.articles.map(({ uid }) => [uid, 'imported']),
    );
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, checked: { articles: 2 } });
  });

  test('gives an article the same uid wherever it is imported, and others to the rows of another file', async () => {
    const [one, other] = [createTestCorpus(), createTestCorpus({ seed: 2 })];
    const uids = (report: ImportReport) => report.articles.map(({ uid }) => uid);
    const first = uids(await one.import({ 'a.csv': table }));
    expect(uids(await other.import({ 'b.csv': table }))).toEqual(first);
    const moved = await one.import({ 'c.csv': `${table}The Mill,The mill stands still.,,,\n` });
    expect(moved).toMatchObject({ imported: 3 });
    expect(moved.articles.map(({ sameTextAs }) => sameTextAs)).toEqual([...first, null]);
  });

  test('has its mapping and the order of its dates from the person who gives them', async () => {
    const made = createTestCorpus();
    const options = {
      map: { title: 'place', text: 'TEXT', byline: 'title', outlet: null },
      dateOrder: 'mdy' as const,
      outlet: 'Ours',
    };
    const report = await made.import({ 'a.csv': table }, { options });
    const article = getArticle(made.corpus.read, report.articles[1]!.uid);
    expect(article).toMatchObject({ byline: 'The Dam', outlet: 'Ours', date: '2017-01-02' });
    expect(getArticle(made.corpus.read, report.articles[0]!.uid)).toMatchObject({
      title: 'Morrow',
      date: null,
      dateWritten: '31/1/17',
    });
    expect(metaOf(made, report)).toEqual([['source', 'Harbour Post', 'column']]);
  });

  test('leaves dates unknown whose order no row tells, and says so', async () => {
    const made = createTestCorpus();
    const { articles, tables } = await made.import({
      'a.csv': 'title,text,date\nOne,A text.,1/2/17\nTwo,More text.,2017-03-04\n',
    });
    expect(articles.map(({ date }) => date)).toEqual([null, '2017-03-04']);
    expect(getArticle(made.corpus.read, articles[0]!.uid).dateWritten).toBe('1/2/17');
    expect(tables[0]!.dates).toMatchObject({ isOpen: true, example: '1/2/17', read: 1, unread: 1 });
  });

  test('without the rows that cannot be taken or hold no text, which are named', async () => {
    const made = createTestCorpus();
    const report = await made.import({ 'a.csv': 'title,text\nOne,A text.\nTwo,a,b\nThree, \nFour,More.\n' });
    expect(report.articles.map(({ title }) => title)).toEqual(['One', 'Four']);
    expect(report.errors).toEqual([
      {
        source: 'a.csv',
        message: expect.stringMatching(/“a.csv”, row 3, was left out: it has 3 cells where the first row has 2/u),
      },
    ]);
    expect(report.skipped).toEqual([{ source: 'a.csv', reason: 'row 4 holds no text' }]);
  });

  test('marks bytes that it cannot read, in the text they stand in, unless they are to refuse it', async () => {
    const made = createTestCorpus();
    const bytes = Buffer.concat([
      Buffer.from('title,text\nO'),
      Buffer.from([0x95]),
      Buffer.from('ne,"A\0\r\n'),
      Buffer.from([0x81]),
      Buffer.from(' text."\n'),
    ]);
    const report = await made.import({ 'a.csv': bytes });
    const [{ uid } = { uid: '' }] = report.articles;
    expect(getArticle(made.corpus.read, uid as never)).toMatchObject({
      title: 'O\uFFFDne',
      text: 'A\uFFFD\n\uFFFD text.',
    });
    expect(report.marked).toEqual([
      {
        source: 'a.csv',
        encoding: 'utf-8',
        strayBytes: [12, 21],
        replaced: 1,
        rows: [{ uid, row: 2, strayBytes: [12, 21], at: [3], replaced: 1 }],
      },
    ]);
    expect(metaOf(made, report)).toEqual([
      ['stray bytes', '[12,21]', 'decoding'],
      ['stray characters', '[3]', 'decoding'],
      ['replaced characters', '1', 'decoding'],
    ]);
    const refused = await made.import({ 'b.csv': bytes }, { options: { stray: 'refuse' } });
    expect(refused.errors[0]!.message).toMatch(/“b.csv” has 1 byte or more that utf-8 cannot read|has 2 bytes/u);
  });

  test('names the title at the start of a text, and each paragraph by its own words', async () => {
    const made = createTestCorpus();
    const text = `The Pier. It was closed.\n\nPhoto: AFP\n\nIt was closed by the council on Monday.\n\nIt was closed by the council on Monday.`;
    const { articles } = await made.import({ 'a.jsonl': `${JSON.stringify({ title: 'The Pier', text })}\n` });
    const { blocks } = getArticle(made.corpus.read, articles[0]!.uid);
    expect(blocks.map(({ kind, start, end, repeatOf }) => [kind, text.slice(start, end), repeatOf])).toEqual([
      ['title', 'The Pier.', null],
      ['paragraph', 'It was closed.', null],
      ['caption', 'Photo: AFP', null],
      ['paragraph', 'It was closed by the council on Monday.', null],
      ['paragraph', 'It was closed by the council on Monday.', 3],
    ]);
  });

  test('without titles says of its texts what text files would say of themselves', async () => {
    const made = createTestCorpus();
    const text = `Old Pier Closed Until Divers Come\n\nBy Ann Dell\n\n${body}\n`;
    const { articles } = await made.import({ 'a.json': JSON.stringify([{ id: 1, text }]) });
    expect(getArticle(made.corpus.read, articles[0]!.uid)).toMatchObject({
      title: 'Old Pier Closed Until Divers Come',
      byline: 'By Ann Dell',
      text,
    });
  });

  test('keeps its bytes, chunk by chunk, and what is too long for its field as metadata', async () => {
    const made = createTestCorpus();
    const content = `title\tauthor\ttext\nOne\t${'A'.repeat(501)}\t${'Long words of a long text. '.repeat(40_000)}\n`;
    const report = await made.import({ 'a.tsv': content });
    expect(metaOf(made, report)).toEqual([['author', 'A'.repeat(501), 'column']]);
    const chunks = made.corpus.read.prepare('SELECT n, length(bytes) AS size FROM source_chunk ORDER BY n').all();
    expect(chunks).toEqual([
      { n: 0, size: 1 << 20 },
      { n: 1, size: content.length - (1 << 20) },
    ]);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true });
  });

  test('is read in the encoding of its byte order mark, or the one that is named', async () => {
    const made = createTestCorpus();
    const marked = Buffer.from(`\uFEFF${table}`, 'utf16le');
    const bare = Buffer.from(table.replace('Pier', 'Dock'), 'utf16le');
    expect(await made.import({ 'a.csv': marked })).toMatchObject({ imported: 2, errors: [] });
    const { articles, tables } = await made.import({ 'b.csv': bare }, { options: { encoding: 'utf-16le' } });
    expect(articles.map(({ title }) => title)).toEqual(['The Dock', 'The Dam']);
    expect(tables[0]!.encoding).toBe('utf-16le');
  });

  test('any texts come in as they are', async () => {
    const made = createTestCorpus();
    // of control characters a file may have a few; the test of marks has one
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .map((each) => each.replace(/[^\P{Cc}\t\n\r]/gu, ''))
      .filter((each) => /[^\s\uFEFF]/u.test(each));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('csv', 'tsv', 'jsonl', 'json'),
        async (texts, format) => {
          const delimiter = format === 'tsv' ? '\t' : ',';
          const rows = texts.map((each, n) => ({ title: `T ${n}`, text: each }));
          const content =
            format === 'json'
              ? JSON.stringify(rows)
              : format === 'jsonl'
                ? rows.map((row) => `${JSON.stringify(row)}\n`).join('')
                : stringify(rows, { header: true, delimiter, quoted: true });
          const { articles, errors } = await made.import({ [`a.${format}`]: content });
          expect(errors).toEqual([]);
          const expected = texts.map((each) =>
            each
              .replace(/^\uFEFF/u, '')
              .replace(/\r\n?/gu, '\n')

              .toWellFormed(),
          );
          expect(articles.map(({ uid }) => getArticle(made.corpus.read, uid).text)).toEqual(expected);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a table that cannot be taken is refused in one sentence, and others come in:', () => {
  const cases: [string, string, string | Uint8Array, RegExp][] = [
    ['without a text', 'a.csv', 'a,b\n1,2\n', /No column of “a.csv” looks like the text of articles \(it has: a, b\)/u],
    ['with a quote that stays open', 'a.csv', 'title,text\n"x,y\n', /In “a.csv” row 2/u],
    ['cut off', 'a.json', '[{"text":"one"},', /“a.json” is no whole JSON/u],
    ['binary', 'a.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /“a.csv” is not a text/u],
    ['empty', 'a.csv', '', /“a.csv” holds no text/u],
    ['of a header alone', 'a.csv', 'title,text\n', /“a.csv” holds no text/u],
  ];
  test.each(cases)('%s', async (_, name, content, sentence) => {
    const made = createTestCorpus();
    const { articles, errors } = await made.import({ [name]: content, 'b.csv': table });
    expect(articles).toHaveLength(2);
    expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(sentence)]);
  });

  test('of more than 2,000 MB', async () => {
    const made = createTestCorpus();
    const [request] = requestsFor(made, { 'a.csv': table });
    truncateSync(request!.path, 2_000_000_001);
    const { errors } = await importArticles(made.corpus, made.sara, [request!], ReadOptions.parse({}), noJob);
    expect(errors[0]!.message).toMatch(/“a.csv” has 2001 MB; Galley takes tables of articles of up to 2000 MB/u);
  });

  test('with a column named that it has not', async () => {
    const made = createTestCorpus();
    const { errors } = await made.import({ 'a.csv': table }, { options: { map: { text: 'body' } } });
    expect(errors[0]!.message).toMatch(/“a.csv” has no column “body” \(it has: title, text, source, date, place\)/u);
  });
});

test('a preview says what a table comes to, and stores nothing', async () => {
  const made = createTestCorpus();
  await made.import({ 'a.csv': table });
  const before = made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get();
  const requests = requestsFor(made, { 'b.csv': `${table}The Dam,${body},,,\n` });
  const { tables } = await planImport(made.corpus, requests, ReadOptions.parse({}), noJob);
  expect(tables[0]).toMatchObject({
    source: 'b.csv',
    format: 'csv',
    delimiter: ',',
    rows: 3,
    fresh: 3,
    there: 0,
    sameText: 3,
    outlets: [
      { name: 'Harbour Post', articles: 1 },
      { name: 'Marfa News', articles: 1 },
      { name: null, articles: 1 },
    ],
    dates: { order: 'dmy', first: '2017-01-31', last: '2017-02-01' },
  });
  expect(tables[0]!.columns.map(({ name, field }) => [name, field])).toEqual([
    ['title', 'title'],
    ['text', 'text'],
    ['source', 'outlet'],
    ['date', 'date'],
    ['place', null],
  ]);
  expect(tables[0]!.head[0]).toEqual({ row: 2, cells: ['The Pier', body, 'Harbour Post', '31/1/17', 'Morrow'] });
  expect(made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(before);
});

test('an import of a large table that is stopped leaves nothing, and a tag made meanwhile stays', async () => {
  const made = createTestCorpus();
  const article = await made.importText('The pier is closed.\n');
  const rows = Array.from({ length: 1500 }, (_, n) => `Title ${n},"${`Words of row ${n}. `.repeat(30)}"`);
  const [request] = requestsFor(made, { 'a.csv': `title,text\n${rows.join('\n')}\n` });
  const countStored = () => made.corpus.read.prepare('SELECT count(*) FROM article').pluck().get() as number;
  let isTagged = false;
  const job = {
    report() {
      if (isTagged || countStored() < 100) return;
      made.tag(article, 'actor', 0, 8);
      isTagged = true;
    },
    isCancelled: () => isTagged && countStored() > 300,
  };
  const importing = importArticles(made.corpus, made.sara, [request!], ReadOptions.parse({}), job);
  await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
  const count = (sql: string) => made.corpus.read.prepare(sql).pluck().get();
  expect(listArticleUids(made.corpus.read, {})).toEqual([article]);
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(count('SELECT count(*) FROM article')).toBe(1);
  expect(count(`SELECT count(*) FROM batch WHERE state = 'removed'`)).toBe(1);
  expect(count('SELECT count(*) FROM annotation')).toBe(1);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  // what is left of its bytes is made whole when it comes again
  expect(await importArticles(made.corpus, made.sara, [request!], ReadOptions.parse({}), noJob)).toMatchObject({
    imported: 1500,
  });
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, checked: { articles: 1501 } });
});

test('a table that changes while it is imported is not stored', async () => {
  const made = createTestCorpus();
  const [request] = requestsFor(made, { 'a.csv': table });
  const importing = importArticles(
    made.corpus,
    made.sara,
    [{ ...request!, choice: { ...request!.choice, sha256: 'ab'.repeat(32) } }],
    ReadOptions.parse({}),
    noJob,
  );
  expect((await importing).errors[0]!.message).toMatch(/“a.csv” has changed/u);
});
