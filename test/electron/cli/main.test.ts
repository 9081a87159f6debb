import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { ArticleSummary } from '#shared/domain/article';
import type { Verification } from '#shared/domain/corpus';
import type { ImportReport } from '#shared/domain/import';
import type { HistoryRow } from '#shared/domain/journal';
import { SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createCommandLine } from '../../helpers/galley.ts';
import { hasPython, verifyByPython } from '../../helpers/verify-dataset.ts';

// One after the other, as a person at a terminal would: each stands on what the ones before have made.
const { folder, galley, json, remove } = createCommandLine();
writeFileSync(join(folder, 'page.txt'), SAMPLE_TEXT);
afterAll(remove);
const war = ['--corpus', 'war.galley'];

describe('from an empty folder to a dataset', () => {
  let article: string;
  let annotation: string;

  test('import makes the corpus and says what came in', async () => {
    const report = await json<ImportReport>('import', 'page.txt', '--outlet', 'The Paper');
    expect(report).toEqual({
      articles: [
        {
          uid: expect.any(String),
          title: 'Harbour council votes to reopen the old ferry',
          outlet: 'The Paper',
          date: null,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
          source: 'page.txt',
          status: 'imported',
          sameTextAs: null,
        },
      ],
      first: expect.any(String),
      imported: 1,
      there: 0,
      skipped: [],
      errors: [],
      marked: [],
      tables: [],
      annotations: [],
    });
    article = report.articles[0]!.uid;
    const again = await json<ImportReport>('import', 'page.txt');
    expect(again.articles.map(({ status }) => status)).toEqual(['already-there']);
    expect(again.skipped).toEqual([{ source: 'page.txt', reason: expect.stringContaining('already') }]);
  });

  test('a dry run stores nothing, and makes no corpus', async () => {
    writeFileSync(join(folder, 'other.txt'), `${SAMPLE_TEXT}More.\n`);
    const report = await json<ImportReport>('import', 'page.txt', 'other.txt', '--dry-run');
    expect(report.articles.map(({ status }) => status)).toEqual(['already-there', 'would-be-imported']);
    expect(report.skipped.map(({ source }) => source)).toEqual(['page.txt']);
    expect((await json<ArticleSummary[]>('articles')).length).toBe(1);
    const { status } = await galley(['import', 'page.txt', '--dry-run', '--corpus', 'none.galley']);
    expect([status, existsSync(join(folder, 'none.galley'))]).toEqual([0, false]);
  });

  test('articles and text show what there is, the text to the character', async () => {
    const list = await json<ArticleSummary[]>('articles', '--outlet', 'the paper');
    expect(list).toEqual([
      {
        uid: article,
        title: 'Harbour council votes to reopen the old ferry',
        outlet: 'The Paper',
        date: null,
        language: null,
        sha256: expect.any(String),
        state: 'new',
        annotations: 0,
        byLabel: {},
      },
    ]);
    expect(await json('articles', '--outlet', 'nobody')).toEqual([]);
    expect((await galley(['text', article.slice(0, 8), ...war])).stdout).toBe(SAMPLE_TEXT);
    expect(await json('text', article)).toMatchObject({
      uid: article,
      text: SAMPLE_TEXT,
      sha256: list[0]!.sha256,
      blocks: expect.arrayContaining([expect.objectContaining({ kind: 'title', start: 0, end: 45 })]) as unknown,
    });
  });

  test('annotate tags exactly what is given, or refuses', async () => {
    const tagged = await json<Annotation>(
      'annotate',
      article.slice(0, 8),
      '--label',
      'actor',
      '--start',
      '0',
      '--end',
      '15',
    );
    expect(tagged).toMatchObject({ article, label: 'actor', spans: [{ start: 0, end: 15, quote: 'Harbour council' }] });
    annotation = tagged.uid;
    for (const [end, sentence] of [
      ['9999', /ends at 9999, but the text has/u],
      [String(SAMPLE_TEXT.indexOf('👩') + 1), /lies inside a character/u],
    ] as const) {
      const refused = await galley(['annotate', article, '--label', 'actor', '--start', '0', '--end', end, ...war]);
      expect(refused.status).toBe(1);
      expect(refused.stderr).toMatch(sentence);
    }
    const unknown = await galley(['annotate', article, '--label', 'weapon', '--start', '0', '--end', '3', ...war]);
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('no label “weapon”')]);
  });

  test('annotations lists them, by filters', async () => {
    const [found] = await json<Annotation[]>('annotations');
    expect(Object.keys(found!).sort()).toEqual(
      [
        'uid',
        'article',
        'label',
        'spans',
        'entity',
        'attributes',
        'annotator',
        'layer',
        'state',
        'origin',
        'note',
        'entityUid',
        'entityLink',
        'kept',
        'toFill',
        'revises',
        'correctedBy',
      ].sort(),
    );
    expect(
      await json('annotations', '--by', 'Sara', '--layer', 'result', '--article', article.slice(0, 8)),
    ).toHaveLength(1);
  });

  test('codebook shows and extends the labels', async () => {
    const { labels } = await json<{ labels: { name: string }[] }>(
      'codebook',
      '--add-label',
      'weapon',
      '--key',
      'w',
      '--excludes',
      'actor,location',
    );
    expect(labels.map(({ name }) => name)).toEqual(['actor', 'location', 'claim', 'weapon']);
    expect(await json('codebook')).toMatchObject({
      labels: expect.arrayContaining([
        expect.objectContaining({ name: 'weapon', key: 'W', excludes: ['actor', 'location'] }),
        expect.objectContaining({ name: 'actor', excludes: ['location', 'weapon'] }),
      ]) as unknown,
    });
    const taken = await galley(['codebook', '--add-label', 'x', '--key', 'J', ...war]);
    expect([taken.status, taken.stderr]).toEqual([1, expect.stringContaining('key J')]);
    expect((await galley(['codebook', '--key', 'x', ...war])).status).toBe(2);
  });

  test('mark says how far a person is', async () => {
    expect(await json('mark', article, '--state', 'done')).toMatchObject({ uid: article, state: 'done' });
    expect(await json<ArticleSummary[]>('articles', '--state', 'new', 'tagging')).toEqual([]);
  });

  test('undo and redo take back and bring back, across processes', async () => {
    expect(await json('undo')).toMatchObject({ taken: [{ act: 'mark article' }] });
    expect(await json('undo')).toMatchObject({ taken: [{ act: 'change codebook' }] });
    expect(await json('redo')).toMatchObject({ taken: [{ act: 'change codebook' }] });
    expect(await json<{ labels: unknown[] }>('codebook')).toMatchObject({ labels: { length: 4 } });
    const nothing = await galley(['undo', ...war], { by: 'Omar' });
    expect([nothing.status, nothing.stderr]).toEqual([1, 'There is nothing of yours to undo.\n']);
  });

  test('history says who changed what, when, in order', async () => {
    const rows = await json<HistoryRow[]>('history', '--annotation', annotation);
    expect(rows).toMatchObject([
      {
        annotator: 'Sara',
        op: 'insert',
        target: annotation,
        before: null,
        after: { label: expect.any(String) as string },
      },
    ]);
    expect(Object.keys(rows[0]!)).toEqual(
      expect.arrayContaining(['seq', 'at', 'annotator', 'op', 'target', 'before', 'after']),
    );
    expect((await json<HistoryRow[]>('history', '--article', article.slice(0, 8))).map(({ act }) => act)).toEqual([
      'import',
      'tag',
      'mark article',
      'undo',
    ]);
  });

  test.each(['jsonl', 'csv'])('export writes %s, all of it or nothing', async (format) => {
    const report = await json<{ files: string[]; checked: unknown }>(
      'export',
      '--format',
      format,
      '--out',
      `out-${format}`,
    );
    expect(report).toMatchObject({
      articles: 1,
      annotations: 1,
      losses: [],
      checked: { annotations: 1, mismatches: 0 },
    });
    expect(report.files.every((file) => existsSync(file))).toBe(true);
    if (hasPython) expect(verifyByPython(join(folder, `out-${format}`))).toMatchObject({ ok: true });
    const again = await galley(['export', '--format', format, '--out', `out-${format}`, ...war]);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('is not empty')]);
  });

  test('verify says what it checked, in numbers', async () => {
    const found = await json<Verification>('verify');
    expect(found).toMatchObject({ ok: true, checked: { articles: 1, annotations: 1, quotes: 1 }, problems: [] });
    expect(found.checked.journal).toBeGreaterThan(10);
    expect([found.fingerprint, found.contentFingerprint].every((hash) => /^[0-9a-f]{64}$/u.test(hash))).toBe(true);
    expect((await galley(['verify', ...war, '--rebuild'])).stdout).toContain('Everything holds.');
  });

  test('from source, as a checkout runs it, it says the same as from the bundle that the other tests start', async () => {
    const verify = ['verify', ...war, '--json'];
    expect(await galley(verify, { fromSource: true })).toEqual(await galley(verify));
  });

  test('call sends any call of the contract, with files by handle', async () => {
    expect(await json('call', 'articles:get', JSON.stringify({ article }))).toMatchObject({ uid: article });
    const { stdout, status } = await galley(['call', 'app:about']);
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { node: process.versions.node }]);
    const preview = await json('call', 'import:preview', '{"pages":[{"handle":"p"}]}', '--file', 'p=page.txt');
    expect(preview).toMatchObject({ pages: [{ source: 'page.txt' }] });
    expect((await galley(['call', 'articles:burn', ...war])).status).toBe(2);
    expect((await galley(['call', 'articles:get', '{}', ...war])).status).toBe(2);
  });

  test('tables for people are made of printable characters only', async () => {
    const { stdout, status } = await galley(['annotations', ...war]);
    expect(status).toBe(0);
    expect(stdout).toContain('Harbour council');
    expect(stdout).not.toMatch(/[\p{Cc}--[\n]]/v);
  });
});

describe('wrong usage ends with 2, and changes nothing:', () => {
  test.each<[string, string[], { by?: null }]>([
    ['no command', [], {}],
    ['no corpus named', ['articles'], {}],
    ['a corpus that nobody may write for want of a name', ['new', '--corpus', 'new.galley'], { by: null }],
    ['an import by nobody', ['import', 'page.txt', '--corpus', 'new.galley'], { by: null }],
    [
      'an offset that is no number',
      ['annotate', 'aaaaaaaa', '--label', 'actor', '--start', 'x', '--end', '3', ...war],
      {},
    ],
    ['a date that is none', ['articles', '--from', '2019-02-30', ...war], {}],
    ['a format that is none', ['export', '--format', 'docx', '--out', 'x', ...war], {}],
  ])('%s', async (_, args, options) => {
    const { status, stderr } = await galley(args, options);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
    expect(existsSync(join(folder, 'new.galley'))).toBe(false);
  });

  test('help and version end with 0', async () => {
    expect(await galley(['--help'])).toMatchObject({ status: 0 });
    expect(await galley(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) as string,
    });
  });
});

test('--annotator without a name takes the settings’, else the system’s', async () => {
  const { stdout } = await galley(['new', '--corpus', 'mine.galley', '--json', '--annotator'], { by: null });
  const { annotator } = JSON.parse(stdout) as { annotator: string };
  expect(annotator).not.toBe('');
  expect(await galley(['call', 'settings:set', '{"name":"Nora"}'])).toMatchObject({ status: 0 });
  const named = await galley(['new', '--corpus', 'hers.galley', '--json', '--annotator'], { by: 'Omar' });
  expect(JSON.parse(named.stdout)).toMatchObject({ annotator: 'Nora' });
  await galley(['call', 'settings:set', '{"name":null}']);
});
