import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FormatName } from '#shared/domain/dataset';
import type { AnnotationFilter } from '#shared/domain/filter';
import { ArticleId } from '#shared/domain/ids';
import { listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { createAnnotation, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { exportDataset, previewDataset } from '../../../../electron/services/dataset/export-dataset.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { hasPython, verifyByPython } from '../../../helpers/verify-dataset.ts';

const at = (words: string) => ({ start: SAMPLE_TEXT.indexOf(words), end: SAMPLE_TEXT.indexOf(words) + words.length });

async function createTagged(): Promise<{ made: TestCorpus; article: string }> {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  for (const words of ['Ann Dell 👩‍👩‍👧‍👦', 'العبارة', 'cafe\u0301'])
    made.tag(article, 'actor', at(words).start, at(words).end);
  createAnnotation(made.corpus, made.sara, {
    article,
    label: 'claim',
    spans: [at('voted on Monday'), at('the ferry')],
  });
  return { made, article };
}

const run = (made: TestCorpus, format: FormatName, out = 'out', filter: AnnotationFilter = {}) =>
  exportDataset(made.corpus, { format, filter }, join(made.folder, out), noJob);
const readLines = (made: TestCorpus, out = 'out') =>
  readFileSync(join(made.folder, out, 'articles.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { annotations: { label: string; annotator: string }[] });

describe('JSONL', () => {
  test('is one object an article, with offsets in code points', async () => {
    const { made, article } = await createTagged();
    const report = await run(made, 'jsonl');
    expect(report).toEqual({
      relations: 0,
      lost: [],
      files: ['articles.jsonl', 'codebook.json', 'README.md'].map((name) => join(made.folder, 'out', name)),
      articles: 1,
      annotations: 4,
      losses: [],
      checked: { annotations: 4, files: 2, mismatches: 0 },
    });
    const [line] = readLines(made);
    expect(Object.keys(line!)).toEqual([
      'galley',
      'unit',
      'id',
      'text',
      'outlet',
      'title',
      'date',
      'language',
      'address',
      'byline',
      'date_written',
      'meta',
      'blocks',
      'sha256',
      'annotations',
      'relations',
    ]);
    expect(line).toMatchObject({
      galley: 1,
      unit: 'codepoint',
      id: article,
      text: SAMPLE_TEXT,
      outlet: null,
      date: null,
    });
    const characters = [...SAMPLE_TEXT];
    const start = characters.join('').indexOf('Ann Dell'); // nothing astral stands before it
    expect(line!.annotations[0]).toMatchObject({
      label: 'actor',
      annotator: 'Sara',
      state: 'unchecked',
      entity: null,
      attributes: {},
      spans: [{ start, end: start + [...'Ann Dell 👩‍👩‍👧‍👦'].length, quote: 'Ann Dell 👩‍👩‍👧‍👦' }],
    });
  });
});

describe('CSV', () => {
  test('names what a row cannot carry', async () => {
    const { made } = await createTagged();
    const { losses, files } = await run(made, 'csv');
    expect(losses).toMatchObject([
      { quote: 'voted on Monday … the ferry', what: expect.stringContaining('several parts') },
    ]);
    expect(files.map((file) => file.slice(made.folder.length))).toEqual([
      '/out/annotations.csv',
      '/out/articles.csv',
      '/out/README.md',
    ]);
  });
});

describe.each<FormatName>(['jsonl', 'csv', 'tsv'])('an export as %s', (format) => {
  test('is read and found right by a program that shares no code with ours', async ({ skip }) => {
    skip(!hasPython, 'there is no python3 here');
    const { made } = await createTagged();
    await run(made, format);
    expect(verifyByPython(join(made.folder, 'out'))).toMatchObject({ ok: true });
  });

  test('has the same bytes for the same corpus and choices', async () => {
    const { made } = await createTagged();
    await run(made, format, 'one');
    made.reopen();
    await run(made, format, 'two');
    const read = (out: string) =>
      readdirSync(join(made.folder, out), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]);
    expect(read('two')).toEqual(read('one'));
  });

  test('leaves nothing but its folder, and into a full one is refused', async () => {
    const { made } = await createTagged();
    const before = readdirSync(made.folder);
    await run(made, format, 'a/b/out');
    expect(readdirSync(made.folder).filter((name) => !before.includes(name))).toEqual(['a']);
    expect(readdirSync(join(made.folder, 'a/b'))).toEqual(['out']);
    await expect(run(made, format, 'a/b/out')).rejects.toMatchObject({ code: 'folder-not-empty' });
    writeFileSync(join(made.folder, 'file'), '');
    await expect(run(made, format, 'file')).rejects.toMatchObject({ code: 'folder-not-empty' });
    mkdirSync(join(made.folder, 'empty'));
    await run(made, format, 'empty');
    expect(existsSync(join(made.folder, 'empty', 'README.md'))).toBe(true);
  });

  test('fails loudly where a quote is not at its offsets any more, and keeps nothing', async () => {
    const { made } = await createTagged();
    made.corpus.writer!.db.exec(`UPDATE annotation_span SET quote = 'Ben' WHERE annotation_id = 1`);
    const before = readdirSync(made.folder).sort();
    await expect(run(made, format, 'x/out')).rejects.toThrow(/does not read back as it should \(annotation .*\)/u);
    expect(readdirSync(made.folder).sort()).toEqual(before);
    expect((await previewDataset(made.corpus, { format, filter: {} }, noJob)).mismatches).toBe(1);
  });

  test('that is stopped keeps nothing', async () => {
    const made = createTestCorpus();
    for (let n = 0; n < 21; n += 1) await made.importText(`${SAMPLE_TEXT}${n}\n`, `${n}.txt`);
    const stopping = { report: () => {}, isCancelled: () => true };
    const stopped = exportDataset(made.corpus, { format, filter: {} }, join(made.folder, 'out'), stopping);
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(made.folder).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  test('is previewed as it will be: files, sizes, card', async () => {
    const { made } = await createTagged();
    const preview = await previewDataset(made.corpus, { format, filter: {} }, noJob);
    expect(readdirSync(made.folder)).not.toContain('out');
    await run(made, format);
    for (const { name, sizeBytes } of preview.files)
      expect(readFileSync(join(made.folder, 'out', name)).length).toBe(sizeBytes);
    const card = readFileSync(join(made.folder, 'out', 'README.md'), 'utf8');
    const agreement = '| Agreement | undefined: no article was finished by two people |';
    expect(card).toContain(agreement);
    expect(card.replace(/, SHA-256 [0-9a-f]{64}$/gmu, '')).toBe(
      preview.card.replace('| Agreement | (worked out when the dataset is written) |', agreement),
    );
    expect(preview).toMatchObject({ articles: 1, annotations: 4, byLabel: { actor: 3, claim: 1 }, mismatches: 0 });
  });
});

describe('what is exported', () => {
  test('is one result an article, whatever others have tagged in it', async () => {
    const { made, article } = await createTagged();
    made.tag(article, 'location', 0, 7, 'Omar');
    await run(made, 'jsonl');
    expect(readLines(made)[0]!.annotations.map(({ annotator }) => annotator)).toEqual(Array(4).fill('Sara'));
  });

  test('leaves out what was rejected, has corrections in place of originals, and says the state of each', async () => {
    const { made, article } = await createTagged();
    const [first, second] = listOfArticle(made.corpus.read, ArticleId.parse(article), 'own');
    const opinion = { reason: 'edge', comment: '' };
    const omar = made.person('Omar');
    createReview(made.corpus, omar, { annotation: first!.uid, decision: 'rejected', ...opinion });
    const correction = { spans: [{ start: 0, end: 15 }] };
    createReview(made.corpus, omar, { annotation: second!.uid, decision: 'corrected', correction, ...opinion });
    await run(made, 'jsonl');
    expect(readLines(made)[0]!.annotations).toMatchObject([
      { annotator: 'Sara', state: 'unchecked' },
      { annotator: 'Sara', state: 'unchecked' },
      { annotator: 'Omar', state: 'corrected', spans: [{ quote: 'Harbour council' }] },
    ]);
    await run(made, 'jsonl', 'checked', { annotationStates: ['accepted', 'corrected'] });
    expect(readLines(made, 'checked')[0]!.annotations).toHaveLength(1);
  });

  test('is everybody’s own work where that is asked for, and the card says so', async () => {
    const { made, article } = await createTagged();
    made.tag(article, 'location', 0, 7, 'Omar');
    await run(made, 'jsonl', 'own', { layer: 'own' });
    expect(readLines(made, 'own')[0]!.annotations).toHaveLength(5);
    expect(readFileSync(join(made.folder, 'own', 'README.md'), 'utf8')).toMatch(/own annotations, side by side/u);
    await run(made, 'jsonl', 'settled', { layer: 'settled' });
    expect(readLines(made, 'settled')[0]!.annotations).toEqual([]);
  });

  test('is chosen by label, in any case, by person and by outlet', async () => {
    const { made, article } = await createTagged();
    await run(made, 'jsonl', 'a', { labels: ['CLAIM'] });
    expect(readLines(made, 'a')[0]!.annotations.map(({ label }) => label)).toEqual(['claim']);
    await run(made, 'jsonl', 'b', { annotators: ['Omar'] });
    expect(readLines(made, 'b')[0]!.annotations).toEqual([]);
    editArticle(made.corpus, made.sara, article, { outlet: 'The Paper' });
    expect(await run(made, 'jsonl', 'c', { outlets: ['the paper'] })).toMatchObject({ articles: 1 });
    expect(await run(made, 'jsonl', 'd', { outlets: ['another'] })).toMatchObject({ articles: 0 });
    expect(readFileSync(join(made.folder, 'd', 'articles.jsonl'), 'utf8')).toBe('');
  });
});

test('words that a spreadsheet would run are guarded in a table, and can be had back', async ({ skip }) => {
  skip(!hasPython, 'there is no python3 here');
  const made = createTestCorpus();
  const text = '=HYPERLINK("x") and @SUM and -1+2 and "quoted", with commas\n';
  const article = await made.importText(text);
  for (const [start, end] of [
    [0, 15],
    [20, 24],
    [29, 33],
    [0, 58],
    [38, 46],
  ] as const)
    made.tag(article, 'claim', start, end);
  const { uid } = made.tag(article, 'actor', 0, 1);
  updateAnnotation(made.corpus, made.sara, uid, { note: '\t=1+1\r\nand "more"' });
  updateAnnotation(made.corpus, made.sara, made.tag(article, 'actor', 1, 2).uid, { note: 'one\rtwo' });
  editArticle(made.corpus, made.sara, article, { title: "'+evil", outlet: '-x' });
  await run(made, 'csv');
  const table = readFileSync(join(made.folder, 'out', 'annotations.csv'), 'utf8');
  expect(table).toContain(`"'=HYPERLINK(""x"")"`);
  expect(table).toContain(`''+evil`);
  expect(verifyByPython(join(made.folder, 'out'))).toMatchObject({ ok: true });
});

test('the checker in Python finds what was tampered with', async ({ skip }) => {
  skip(!hasPython, 'there is no python3 here');
  const { made } = await createTagged();
  await run(made, 'jsonl', 'a');
  await run(made, 'csv', 'b');
  const tamper = (path: string, from: string | RegExp, to: string) => {
    chmodSync(path, 0o644);
    const text = readFileSync(path, 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(path, text.replace(from, to));
  };
  tamper(join(made.folder, 'a/articles.jsonl'), /(?<="spans":\[\{)"start":\d+/u, '"start":1');
  const found = verifyByPython(join(made.folder, 'a'));
  expect(found.ok).toBe(false);
  expect(found.said).toMatch(/is not '/u);
  tamper(join(made.folder, 'b/annotations.csv'), 'العبارة', '=العبارة');
  expect(verifyByPython(join(made.folder, 'b')).said).toMatch(/begins as a formula/u);
});

test('links that a rule made are counted in the card, and left out where only those by people are wanted', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  addTestEntity(made, 'actor', 'Ann Dell');
  const start = SAMPLE_TEXT.indexOf('Ann Dell');
  made.tag(article, 'actor', start, start + 'Ann Dell'.length);
  const spans = [{ start: 0, end: 7 }];
  createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans, entity: 'Ann Dell' });
  const write = async (format: 'jsonl' | 'csv', links: 'all' | 'person') => {
    const folder = join(made.folder, `${format}-${links}`);
    await exportDataset(made.corpus, { format, filter: {}, links }, folder, noJob);
    if (hasPython) expect(verifyByPython(folder)).toMatchObject({ ok: true });
    return (file: string) => readFileSync(join(folder, file), 'utf8');
  };
  const linksOf = (read: (file: string) => string) =>
    (JSON.parse(read('articles.jsonl')) as { annotations: Record<string, unknown>[] }).annotations.map(
      ({ entity, entity_link: link }) => [entity, link],
    );
  const all = await write('jsonl', 'all');
  expect(linksOf(all)).toEqual([
    ['Ann Dell', 'rule'],
    ['Ann Dell', 'person'],
  ]);
  expect(all('README.md')).toContain('| Entities | 2 annotations linked, 1 of them by rule');
  const person = await write('jsonl', 'person');
  expect(linksOf(person)).toEqual([
    [null, null],
    ['Ann Dell', 'person'],
  ]);
  expect(person('README.md')).toContain('links by rule left out: 1');
  const table = await write('csv', 'all');
  expect(table('annotations.csv')).toMatch(/,Ann Dell,[0-9a-f-]{36},rule,,Sara,/u);
});

test('what a format leaves out is not among the annotations that are said to be written', async () => {
  const { made, article } = await createTagged();
  made.tag(article, 'location', at('Ann Dell').start, at('Ann Dell').end); // within another
  const folder = join(made.folder, 'flat');
  const report = await exportDataset(made.corpus, { format: 'conll-2003', filter: {} }, folder, noJob);
  const left = report.lost.find(({ kind }) => kind === 'overlap')!.count;
  expect(left).toBeGreaterThan(0);
  expect([report.annotations, report.checked.annotations]).toEqual([5 - left, 5 - left]);
});
