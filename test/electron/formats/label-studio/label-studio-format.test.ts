import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OffsetUnit } from '#shared/domain/dataset';
import { labelStudio } from '../../../../electron/formats/label-studio/label-studio-format.ts';
import { toDataset, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
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
          region({ start: 9, end: 12, text: 'Bob', labels: ['x'] }, { id: 'r2' }),
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
