import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OffsetUnit } from '#shared/domain/dataset';
import { labelStudio } from '../../../../electron/formats/label-studio/label-studio-format.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toFiles = (tasks: unknown, more: Record<string, string> = {}): Files =>
  new Map(
    Object.entries({ 'a.json': JSON.stringify(tasks), ...more }).map(([name, text]) => [name, Buffer.from(text)]),
  );
const region = (value: object, more: object = {}) => ({
  id: 'r1',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value,
  ...more,
});

test.each<OffsetUnit>(['codepoint', 'utf16'])(
  'by %s: what is written comes back, but for what was declared',
  async (unit) => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyArticle(1), anyArticle(2)), (articles) =>
        expectRoundTrip(labelStudio, articles, { options: { unit } }),
      ),
      { numRuns: 30 },
    );
  },
);

test('changed offsets, words, names and ends of relations are found', async () => {
  const item = plainArticle('Ann\nmet Bob', ['actor', 0, 7], ['actor', 8, 11]);
  const [from, to] = item.annotations.map(({ uid }) => uid as string);
  const relation = { kind: 'part of', from: from!, to: to!, toArticle: item.article.uid, isSymmetric: false, note: '' };
  item.relations.push({ uid: 'r', annotator: 'Sara', state: 'unchecked', ...relation });
  const dataset = toDataset([item]);
  const files = await writeInMemory(labelStudio, dataset);
  const tasks = Buffer.from(files.get('tasks.json')!).toString();
  const recheck = async (from: string, to: string) => {
    expect(tasks).toContain(from);
    const changed = new Map(files).set('tasks.json', Buffer.from(tasks.replace(from, to)));
    return (await labelStudio.recheck(toWritten(changed), dataset)).mismatches;
  };
  expect(await recheck('"data"', '"data"')).toEqual([]);
  expect(await recheck('"end":11', '"end":10')).toEqual([`annotation ${to}`]);
  expect(await recheck('"text":"Ann\\\\nmet"', '"text":"Ann met"')).toEqual([`annotation ${from}`]);
  expect(await recheck('"labels":["actor"]', '"labels":["other"]')).toEqual([`annotation ${from}`]);
  expect(await recheck(`"to_id":"${to}"`, '"to_id":"x"')).toEqual([`relation ${from} → x`]);
});

test('words tell code points from UTF-16, whichever version wrote them', async () => {
  const data = { text: '👍🏽 Ann met 𝔘 Bob' };
  const task = (...offsets: [number, number][]) => ({
    data,
    annotations: [
      { result: offsets.map(([start, end], n) => region({ start, end, text: ['Ann', 'Bob'][n], labels: ['x'] })) },
    ],
  });
  const lines = async (tasks: unknown) => survey(labelStudio, await readFound(labelStudio, toFiles(tasks)));
  expect(await lines([task([3, 6], [13, 16])])).toEqual(['a.json: 2 of 2, 2 of 2 codepoint']);
  const twice = [task([5, 8], [16, 19])];
  twice[0]!.annotations[0]!.result[1]!.id = 'r2';
  expect(await lines(twice)).toEqual(['a.json: 2 of 2, 2 of 2 utf16']);
});

test('a wrong place is mended by the words where they stand once, and listed where they stand twice', async () => {
  const task = {
    data: { text: 'Ann met Bob, and Bob left' },
    annotations: [
      {
        result: [
          region({ start: 9, end: 12, text: 'Ann', labels: ['x'] }),
          region({ start: 13, end: 16, text: 'Bob', labels: ['x'] }, { id: 'r2' }),
        ],
      },
    ],
  };
  expect(survey(labelStudio, await readFound(labelStudio, toFiles([task])))).toEqual([
    'a.json: 1 of 2, 0 of 2 codepoint; quote-repeated',
  ]);
});

test('what shares the id of a region is its value, and the configuration says what may be several', async () => {
  const place = { start: 0, end: 3 };
  const [found] = await readFound(
    labelStudio,
    toFiles(
      [
        {
          id: 7,
          data: { body: 'Ann met Bob', topic: 'sea' },
          annotations: [
            {
              completed_by: { id: 1, email: 'ann@example.org', first_name: '', last_name: '' },
              reviews: [{ accepted: false }, { accepted: true }],
              result: [
                region({ ...place, text: 'Ann', labels: ['x', 'y'] }, { to_name: 'main' }),
                {
                  id: 'r1',
                  from_name: 'tone',
                  to_name: 'main',
                  type: 'choices',
                  value: { ...place, choices: ['sad'] },
                },
                { id: 'r1', from_name: 'x: why', to_name: 'main', type: 'textarea', value: { ...place, text: ['so'] } },
                { id: 'r1', from_name: 'sure', to_name: 'main', type: 'number', value: { ...place, number: 0.5 } },
                { id: 'z', from_name: 'kind', to_name: 'main', type: 'choices', value: { choices: ['news'] } },
              ],
            },
            { was_cancelled: true, result: [region({ ...place, text: 'Ann', labels: ['x'] })] },
          ],
          predictions: [{ model_version: 'm1', result: [region({ ...place, text: 'Ann', labels: ['x'] })] }],
        },
      ],
      { 'config.xml': '<View><Text name="main" value="$body"/><Choices name="tone" choice="multiple"/></View>' },
    ),
  );
  const common = { annotator: 'ann@example.org', state: 'accepted', uid: null };
  expect(found).toMatchObject({
    document: {
      name: '7',
      text: 'Ann met Bob',
      meta: [
        { key: 'topic', value: 'sea' },
        { key: 'kind', value: 'news' },
      ],
      annotations: [
        { ...common, label: 'x', attributes: { tone: ['sad'], why: 'so', sure: 0.5 } },
        { ...common, label: 'y', id: 'r1/1' },
      ],
      left: [
        { what: 'regions that were skipped', count: 1 },
        { what: 'regions that a model predicted (m1)', count: 1 },
      ],
    },
  });
});

test('line breaks that are written as two characters are told from those two characters in a text', async () => {
  const text = 'a\\n b\nc';
  const files = await writeInMemory(labelStudio, toDataset([plainArticle(text, ['actor', 0, text.length])]));
  expect(survey(labelStudio, await readFound(labelStudio, files))).toEqual(['tasks.json: 1 of 1, 1 of 1 codepoint']);
});

test('an annotation of two people keeps both, and relations stay with whose they are', async () => {
  const result = [
    region({ start: 0, end: 3, text: 'Ann', labels: ['x'] }),
    region({ start: 8, end: 11, text: 'Bob', labels: ['x'] }, { id: 'r2' }),
    { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'left', labels: ['met'] },
    { type: 'relation', from_id: 'r1', to_id: 'gone' },
  ];
  const annotations = [1, 2].map((who) => ({ completed_by: who, result }));
  const [found] = await readFound(labelStudio, toFiles([{ data: { text: 'Ann met Bob' }, annotations }]));
  expect(found).toMatchObject({
    document: {
      annotations: [{ annotator: '1' }, { annotator: '1' }, { annotator: '2' }, { annotator: '2', id: '1/r2' }],
      relations: [
        { kind: 'met', from: 'r2', to: 'r1' },
        { from: '1/r2', to: '1/r1' },
      ],
      left: [{ quote: 'r1 → gone' }, { quote: 'r1 → gone' }],
    },
  });
});

test('the column of a text is the one that regions name or have their words of, or is called as texts are', async () => {
  const result = (more: object) => [region({ start: 0, end: 3, text: 'Ann', labels: ['x'] }, more)];
  const found = await readFound(
    labelStudio,
    toFiles([
      { data: { one: 'Ann met', two: 'Ann met Bob' }, annotations: [{ result: result({ source: '$one' }) }] },
      { data: { one: 'Bob', two: 'Ann met Bob' }, annotations: [{ result: result({}) }] },
      { data: { sentence: 'Bob met', topic: 'sea' }, annotations: [{ result: [] }] },
      { data: { one: 'Bob', topic: 'sea' }, annotations: [{ result: [] }] },
    ]),
  );
  expect(found).toMatchObject([
    { document: { text: 'Ann met', meta: [{ key: 'two' }] } },
    { document: { text: 'Ann met Bob' } },
    { document: { text: 'Bob met', meta: [{ key: 'topic' }] } },
    { refused: { reason: 'The task has no text: Galley tags texts only.' } },
  ]);
});

test('a page counts the title of its head and its line breaks', async () => {
  const text = '<html><head><title>Pier 👍</title></head><body><p>Bob</p>Ann<br>met<br>Bob</body></html>';
  const place = { start: '/text()[3]', end: '/text()[3]', startOffset: 0, endOffset: 3 };
  const value = { ...place, globalOffsets: { start: 17, end: 20 }, text: 'Bob', hypertextlabels: ['x'] };
  const task = { data: { text }, annotations: [{ result: [region(value, { type: 'hypertextlabels' })] }] };
  expect(survey(labelStudio, await readFound(labelStudio, toFiles([task])))).toEqual([
    'a.json: 1 of 1, 1 of 1 codepoint',
  ]);
});

test('a dialogue is a text with a line for each who speaks; seconds of its recording are no offsets in it', async () => {
  const said = (start: number, startOffset: number, end: number, endOffset: number, label: string) =>
    region(
      { start: String(start), end: String(end), startOffset, endOffset, paragraphlabels: [label] },
      { type: 'paragraphlabels', id: label, to_name: 'talk' },
    );
  const task = {
    data: {
      lines: [
        { who: 'Ann:', words: '👍 Yes.' },
        { who: 'Bob', words: 'No, no.' },
      ],
      sound: 'https://example.org/a.wav',
    },
    annotations: [
      {
        result: [
          said(0, 3, 0, 6, 'yes'),
          said(0, 3, 1, 2, 'both'),
          {
            id: 's',
            from_name: 'noise',
            to_name: 'sound',
            type: 'labels',
            value: { start: 1, end: 3, labels: ['hum'] },
          },
        ],
      },
    ],
  };
  const config = '<View><Paragraphs name="talk" value="$lines" nameKey="who" textKey="words"/></View>';
  const [found] = await readFound(labelStudio, toFiles([task], { 'config.xml': config }));
  const text = 'Ann: 👍 Yes.\nBob: No, no.';
  expect(found).toMatchObject({
    document: {
      text,
      unit: 'utf16',
      annotations: [
        { label: 'yes', spans: [{ start: text.indexOf('Yes'), end: text.indexOf('Yes') + 3 }] },
        { label: 'both', spans: [{ start: text.indexOf('Yes'), end: text.indexOf('No') + 2 }] },
      ],
      left: [{ what: 'labels: on something that is no text', count: 1 }],
    },
  });
});

describe('the short exports', () => {
  const place = { start: 3, end: 6, text: 'Ann' };
  const row = (annotator: number, more: object) => ({
    text: '👍🏽 Ann met Bob',
    topic: 'sea',
    id: 7,
    ...more,
    annotator,
    annotation_id: 70 + annotator,
    created_at: '2026-01-02T03:04:05.000000Z',
    updated_at: '2026-01-02T03:04:05.000000Z',
    lead_time: 1.5,
  });
  const rows = [
    row(1, {
      who: [
        { ...place, labels: ['x', 'y'] },
        { start: 11, end: 14, text: 'Bob' },
      ],
      tone: 'sad',
    }),
    row(2, { who: [{ ...place, labels: ['x'] }], tone: 'glad' }),
  ];
  const expected = {
    name: '7',
    meta: [
      { key: 'topic', value: 'sea' },
      { key: 'tone', value: 'sad' },
      { key: 'tone', value: 'glad' },
    ],
    annotations: [
      { label: 'x', annotator: '1', spans: [place].map(({ text, ...at }) => ({ ...at, quote: text })) },
      { label: 'y', annotator: '1' },
      { label: 'x', annotator: '2' },
    ],
    left: [{ what: 'labels: on words that have no label', count: 1 }],
  };

  test('in JSON: regions by their control, what people made of one task together', async () => {
    const found = await readFound(labelStudio, toFiles(rows));
    expect(found).toMatchObject([{ document: expected }]);
    expect(survey(labelStudio, found)).toEqual(['a.json: 3 of 3, 3 of 3 codepoint; 1 left']);
  });

  test.each([
    ['csv', ','],
    ['tsv', '\t'],
  ])('in %s: regions in a cell, as JSON', async (ending, delimiter) => {
    const names = [...new Set(rows.flatMap((each) => Object.keys(each)))];
    const cell = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
    const quoted = (value: unknown) => `"${cell(value).replaceAll('"', '""')}"`;
    const lines = rows.map((each) => names.map((name) => quoted((each as Record<string, unknown>)[name])));
    const table = [names, ...lines].map((cells) => `${cells.join(delimiter)}\r\n`).join('');
    const files: Files = new Map([[`a.${ending}`, Buffer.from(`\uFEFF${table}`)]]);
    expect(labelStudio.reader!.recognises(toFileSet(files))).toBe(true);
    expect(await readFound(labelStudio, files)).toMatchObject([{ document: expected }]);
  });
});

const samples = readSamples('label-studio');
describe.skipIf(!samples)('files that others made', () => {
  test('agree with their texts, pages too; pictures are listed, and tasks without a text refused', async () => {
    expect(survey(labelStudio, await readFound(labelStudio, samples!))).toEqual([
      ...Array<string>(4).fill('ls-emoji-cypress-expected.json: 1 of 1, 1 of 1 codepoint'),
      'sdk-csv/csv_test.json: 0 of 0, 0 of 0 codepoint; 2 left',
      'sdk-csv/csv_test.json: 0 of 0, 0 of 0 codepoint; 3 left',
      'sdk-csv/csv_test2.json:2: The task has no text: Galley tags texts only.',
      'sdk-csv/csv_test_colliding_keys.json: 0 of 0, 0 of 0 codepoint',
      'sdk-csv/csv_test_colliding_keys_mixed.json: 0 of 0, 0 of 0 codepoint',
      'sdk-csv/csv_test_colliding_keys_mixed.json: 0 of 0, 0 of 0 codepoint',
      'sdk-csv/csv_test_history.json: 0 of 0, 0 of 0 codepoint',
    ]);
  });
});
