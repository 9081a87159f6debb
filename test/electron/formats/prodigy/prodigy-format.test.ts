import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverText } from '../../../../electron/formats/prodigy/cover-text.ts';
import { prodigy } from '../../../../electron/formats/prodigy/prodigy-format.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toFiles = (...tasks: unknown[]): Files =>
  new Map([['a.jsonl', Buffer.from(tasks.map((task) => `${JSON.stringify(task)}\n`).join(''))]]);

test('whatever is tagged in whatever text comes back, but for what was declared', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(anyArticle(1), anyArticle(2)), (articles) => expectRoundTrip(prodigy, articles)),
    { numRuns: 60 },
  );
});

test('tokens hold the whole text: one blank behind a word is of none, other white space is a token', () => {
  const tokens = (text: string, ...spans: { start: number; end: number }[]) =>
    coverText(text, spans).map(({ start, end, ws }) => text.slice(start, end) + (ws ? '_' : ''));
  expect(tokens('Ann  met\n Bob ')).toEqual(['Ann_', ' ', 'met', '\n ', 'Bob_']);
  expect(tokens('Ann met', { start: 3, end: 7 })).toEqual(['Ann', ' ', 'met']);
  expect(tokens('Ann met', { start: 1, end: 4 })).toEqual(['A', 'nn', ' ', 'met']);
  expect(tokens('Ann   met', { start: 0, end: 5 })).toEqual(['Ann_', ' ', ' ', 'met']);
});

test('a changed text, token, border or end of a relation is found', async () => {
  const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
  const [from, to] = item.annotations.map(({ uid }) => uid as string);
  const relation = { kind: 'part of', from: from!, to: to!, toArticle: item.article.uid, isSymmetric: false, note: '' };
  item.relations.push({ uid: 'r', annotator: 'Sara', state: 'unchecked', ...relation });
  const dataset = toDataset([item]);
  const files = await writeInMemory(prodigy, dataset);
  const written = Buffer.from(files.get('tasks.jsonl')!).toString();
  const recheck = async (from: string, to: string) => {
    expect(written).toContain(from);
    const changed = new Map(files).set('tasks.jsonl', Buffer.from(written.replace(from, to)));
    return (await prodigy.recheck(toWritten(changed), dataset)).mismatches;
  };
  expect(await recheck('"text"', '"text"')).toEqual([]);
  expect(await recheck('{"text":"Ann met', '{"text":"Ann mat')).toEqual([
    `text of ${item.article.uid}`,
    `tokens of ${item.article.uid}`,
  ]);
  expect(await recheck('"ws":true', '"ws":false')).toEqual([`tokens of ${item.article.uid}`]);
  expect(await recheck('"spans":[{"start":0', '"spans":[{"start":1')).toEqual([`annotation ${from}`, 'relation r']);
  expect(await recheck('"head":0', '"head":1')).toEqual(['relation r']);
  expect(await recheck('"child":2', '"child":1')).toEqual(['relation r']);
  expect(await recheck('"id":1,', '"id":4,')).toEqual([`tokens of ${item.article.uid}`]);
});

test('the script that makes a DocBin has five lines', async () => {
  const files = await writeInMemory(prodigy, toDataset([]));
  expect(Buffer.from(files.get('make_docbin.py')!).toString().trim().split('\n')).toHaveLength(5);
});

test('tokens tell code points from UTF-16', async () => {
  const tokens = ['👍🏽', 'Ann', '𝔘', 'Bob'].map((text, id) => ({ text, id, ws: true }));
  const task = (...offsets: [number, number][]) => ({
    text: '👍🏽 Ann 𝔘 Bob',
    tokens: tokens.map((token, n) => ({ ...token, start: offsets[n]![0], end: offsets[n]![1] })),
    spans: [1, 3].map((n) => ({
      start: offsets[n]![0],
      end: offsets[n]![1],
      token_start: n,
      token_end: n,
      label: 'x',
    })),
  });
  const tell = async (...offsets: [number, number][]) =>
    survey(prodigy, await readFound(prodigy, toFiles(task(...offsets))));
  expect(await tell([0, 2], [3, 6], [7, 8], [9, 12])).toEqual(['a.jsonl: 2 of 2, 2 of 2 codepoint']);
  expect(await tell([0, 4], [5, 8], [9, 11], [12, 15])).toEqual(['a.jsonl: 2 of 2, 2 of 2 utf16']);
});

test('relations go by the last token of a tag, and what leads to no tag is listed', async () => {
  const words = ['Ann', 'Dell', 'met', 'Bob'];
  const starts = [0, 4, 9, 13];
  const tokens = words.map((text, id) => ({ text, id, ws: true, start: starts[id], end: starts[id]! + text.length }));
  const [found] = await readFound(
    prodigy,
    toFiles({
      text: 'Ann Dell met Bob',
      tokens,
      spans: [
        { start: 0, end: 8, token_start: 0, token_end: 1, label: 'PER' },
        { start: 13, end: 16, label: 'PER' },
        { start: 1, label: 'PER' },
      ],
      relations: [
        { head: 1, child: 3, label: 'met' },
        { head: 2, child: 3, label: 'of' },
      ],
      _annotator_id: 'news-ann',
      meta: { source: 'x' },
      answer: 'accept',
    }),
  );
  expect(found).toMatchObject({
    document: {
      meta: [{ key: 'source', value: 'x' }],
      annotations: [{ annotator: 'news-ann', spans: [{ quote: 'Ann Dell' }] }, {}],
      relations: [{ kind: 'met', from: 'tag 0', to: 'tag 1' }],
      left: [{ what: 'tag without offsets or a label' }, { what: 'relation to a token that no tag ends with' }],
    },
  });
});

test('tags of what was rejected or ignored do not count, and are listed', async () => {
  const task = { text: 'Ann', spans: [{ start: 0, end: 3, label: 'x' }], answer: 'reject' };
  expect(survey(prodigy, await readFound(prodigy, toFiles(task, { ...task, answer: 'ignore' }, { meta: {} })))).toEqual(
    [
      'a.jsonl: 0 of 0, 0 of 0 codepoint; 1 left',
      'a.jsonl: 0 of 0, 0 of 0 codepoint; 1 left',
      'a.jsonl:3: It has no text.',
    ],
  );
});

test('a tag that was rejected does not count in a text that was accepted', async () => {
  const spans = ['accept', 'reject'].map((answer, n) => ({ start: 4 * n, end: 4 * n + 3, label: 'x', answer }));
  expect(survey(prodigy, await readFound(prodigy, toFiles({ text: 'Ann met', spans, answer: 'accept' })))).toEqual([
    'a.jsonl: 1 of 1, 0 of 0 codepoint; 1 left',
  ]);
});

test('what else is said of a text or a tag is kept, and what a reviewed one was made from is listed', async () => {
  const span = { start: 0, end: 3, label: 'x' };
  const task = {
    text: 'Ann',
    source: 'Pier Post',
    priority: 0.5,
    _input_hash: 5,
    _view_id: 'review',
    spans: [{ ...span, kb_id: 'Q7', score: 1, source: 'model' }],
    versions: [{ spans: [span, span] }, { spans: [span] }],
    answer: 'accept',
  };
  expect(await readFound(prodigy, toFiles(task))).toMatchObject([
    {
      document: {
        meta: [
          { key: 'source', value: 'Pier Post' },
          { key: 'priority', value: '0.5' },
        ],
        annotations: [{ attributes: { kb_id: 'Q7' } }],
        left: [{ what: 'tags of others, from which a reviewed text was made', count: 3 }],
      },
    },
  ]);
});

test('tags follow their tokens where these stand elsewhere than the file says, and it is listed', async () => {
  const text = '𝔘 (Bob) met Bob.';
  const words = ['𝔘', '(', 'Bob', ')', 'met', 'Bob', '.'];
  let at = 0;
  // as if a blank stood behind every word
  const tokens = words.map((word, id) => {
    const start = at;
    at += word.length + 1;
    return { text: word, id, start, end: start + word.length, ws: true };
  });
  const tag = (token: number) => ({
    start: tokens[token]!.start,
    end: tokens[token]!.end,
    token_start: token,
    token_end: token,
    label: 'x',
  });
  const found = await readFound(prodigy, toFiles({ text, tokens, spans: [tag(2), tag(5)] }));
  expect(survey(prodigy, found)).toEqual(['a.jsonl: 2 of 2, 2 of 2 codepoint; 2 left']);
  expect(found).toMatchObject([
    { document: { annotations: [{ spans: [{ start: 3, end: 6 }] }, { spans: [{ start: 12, end: 15 }] }] } },
  ]);
});

test('a line of words with tags that has another form is refused', async () => {
  const files = new Map([['a.iob', Buffer.from('Ann|B-PER left|O\n\nBob left\n')]]);
  expect(await readFound(prodigy, files)).toEqual([
    { refused: { file: 'a.iob', line: 3, reason: '“Bob” is no word with a tag behind a “|”.' } },
  ]);
});

test('other JSON is not taken for tasks', () => {
  for (const value of [
    { text: 'Ann', label: [[0, 3, 'x']] },
    { text: 'Ann', tokens: ['Ann'] },
    { data: { text: 'Ann' } },
    { title: 'Pier', paragraphs: [{ context: 'Ann', questions: [] }] },
  ])
    expect(prodigy.reader!.recognises(toFileSet(toFiles(value)))).toBe(false);
});

const samples = readSamples('spacy-prodigy');
describe.skipIf(!samples)('files that others made', () => {
  test('are read: tasks, categories, and sentences of spaCy 2', async () => {
    expect(survey(prodigy, await readFound(prodigy, samples!))).toEqual([
      'ner_example_data/ner-sent-per-line.iob: 7 of 7, 7 of 7 utf16',
      ...['sent-per-line', 'token-per-line-conll2003', 'token-per-line-with-pos', 'token-per-line'].map(
        (name) => `ner_example_data/ner-${name}.json: 7 of 7, 7 of 7 utf16; 66 left`,
      ),
      'prodigy-relations-support-6467.jsonl: 9 of 9, 0 of 0 codepoint; 2 left',
      ...Array<string>(10).fill('textcat/cooking.jsonl: 0 of 0, 0 of 0 codepoint'),
      ...Array<string>(10).fill('textcat/jigsaw-toxic-comment.jsonl: 0 of 0, 0 of 0 codepoint'),
      'training-data.json: 11 of 11, 11 of 11 utf16; 54 left',
    ]);
  });

  test('categories of texts are kept with the article', async () => {
    const [found] = await readFound(
      prodigy,
      new Map([...samples!].filter(([name]) => name === 'textcat/cooking.jsonl')),
    );
    expect(found).toMatchObject({
      document: {
        meta: [
          { key: 'id', value: '2' },
          { key: 'baking', value: '0' },
          { key: 'not_baking', value: '1' },
        ],
      },
    });
  });
});
