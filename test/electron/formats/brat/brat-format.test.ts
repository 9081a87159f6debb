import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brat } from '../../../../electron/formats/brat/brat-format.ts';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import { findPython, runPython } from '../../../helpers/formats/by-python.ts';
import { toDataset, toWritten, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { anyArticle, CODEBOOK } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip, type ComparedArticle } from '../../../helpers/formats/round-trip.ts';

const BREAKS = '\\n\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';
const flat = (text: string) => text.replace(new RegExp(`[\\t${BREAKS}]`, 'gu'), ' ').trim();

/** Line breaks at the ends of a part are gone, and parts that nothing else stands between are one. */
function adapt(expected: ComparedArticle, { article: { text } }: DatasetArticle): ComparedArticle {
  const spansOf = (spans: { start: number; end: number }[]) => {
    const parts: { start: number; end: number }[] = [];
    for (const { start, end } of spans) {
      const quote = text.slice(start, end);
      const from = start + quote.search(new RegExp(`[^${BREAKS}]`, 'u'));
      const to = start + quote.replace(new RegExp(`[${BREAKS}]+$`, 'u'), '').length;
      if (to <= from || from < start) continue;
      const last = parts.at(-1);
      if (last && new RegExp(`^[${BREAKS}]+$`, 'u').test(text.slice(last.end, from))) last.end = to;
      else parts.push({ start: from, end: to });
    }
    return parts.map((part) => ({ ...part, quote: text.slice(part.start, part.end) }));
  };
  return {
    ...expected,
    annotations: expected.annotations.map((each) => ({
      ...each,
      spans: spansOf(each.spans),
      note: flat(each.note),
      attributes: Object.fromEntries(
        Object.entries(each.attributes).map(([name, value]) => [name, typeof value === 'string' ? flat(value) : value]),
      ),
    })),
    relations: expected.relations.map((each) => ({ ...each, note: flat(each.note) })),
  };
}

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) => expectRoundTrip(brat, articles, { adapt })),
    { numRuns: 60 },
  ));

test('a loss is named where something is lost, and only there', () =>
  fc.assert(
    fc.property(anyArticle(1), (item) => {
      const losses = brat.listLosses!(item, toDataset([item]));
      const plain = adapt(toPlain(item), item);
      for (const [n, { uid, spans, note }] of item.annotations.entries()) {
        const kinds = losses
          .filter(({ annotation }) => annotation === uid)
          .map(({ kind, part }) => `${kind} ${part ?? ''}`);
        const read = plain.annotations[n]!;
        expect(kinds.includes('overlap ')).toBe(read.spans.length === 0);
        if (read.spans.length === 0) continue;
        expect(kinds.includes('moved ')).toBe(JSON.stringify(read.spans) !== JSON.stringify(spans));
        expect(kinds.includes('changed note')).toBe(read.note !== note);
      }
    }),
    { numRuns: 60 },
  ));

const toPlain = ({ article, annotations }: DatasetArticle): ComparedArticle => ({
  ...article,
  annotations: annotations.map((each) => ({ ...each, state: each.state })),
  relations: [],
});

const someArticle = (text: string, ...parts: [number, number][][]): DatasetArticle => {
  const [item] = fc.sample(anyArticle(1), { numRuns: 1, seed: 1 });
  const spans = (pairs: [number, number][]) =>
    pairs.map(([start, end]) => ({ start, end, quote: text.slice(start, end) }));
  const annotation = { ...emptyAnnotation, article: item!.article.uid };
  return {
    ...item!,
    article: { ...item!.article, text },
    relations: [],
    annotations: parts.map((pairs, n) => ({
      ...annotation,
      uid: `0000000${n}-0000-7000-8000-000000000000` as typeof annotation.uid,
      spans: spans(pairs),
    })),
  };
};
const emptyAnnotation = {
  uid: '' as DatasetArticle['annotations'][0]['uid'],
  label: 'actor',
  entity: null,
  entityUid: null,
  entityLink: null,
  attributes: {},
  kept: {},
  toFill: [],
  annotator: 'Sara',
  layer: 'own' as const,
  state: 'unchecked' as const,
  revises: null,
  correctedBy: null,
  origin: 'hand' as const,
  note: '',
};
const annOf = async (item: DatasetArticle, dataset = toDataset([item])) =>
  Buffer.from((await writeInMemory(brat, dataset)).get(`${item.article.uid}.ann`)!).toString();
const tagsOf = (ann: string) => ann.split('\n').filter((line) => line.startsWith('T'));

test('a tag over a line end is parted around it, and so at every character that Python ends a line at', async () => {
  for (const sign of ['\n', '\u2028', '\u2029', '\x85', '\v', '\f', '\x1c', '\x1d', '\x1e'])
    expect(tagsOf(await annOf(someArticle(`New${sign}York`, [[0, 8]])))).toEqual(['T1\tactor 0 3;4 8\tNew York']);
});

test('offsets count code points', async () => {
  expect(
    tagsOf(
      await annOf(
        someArticle('👍🏽 Ann and 𝔘', [
          [5, 8],
          [13, 15],
        ]),
      ),
    ),
  ).toEqual(['T1\tactor 3 6;11 12\tAnn 𝔘']);
});

test('every type stands in the configuration, under a name that every tool takes and shown as it is', async () => {
  const item = someArticle('Ann', [[0, 3]]);
  item.annotations[0]!.label = 'armed group (non-state)';
  const files = await writeInMemory(brat, toDataset([item]));
  const read = (name: string) => Buffer.from(files.get(name)!).toString();
  expect(tagsOf(read(`${item.article.uid}.ann`))).toEqual(['T1\tarmed_group_non_state 0 3\tAnn']);
  expect(read('visual.conf')).toContain('armed_group_non_state | armed group (non-state)\n');
  const configuration = read('annotation.conf');
  for (const { name } of CODEBOOK.labels)
    expect(configuration).toMatch(new RegExp(`^${name.replace(/[^\w]+/gu, '_').replace(/_$/u, '')}$`, 'mu'));
  expect(configuration).toContain('contradicts\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric\n');
  expect(configuration).toContain('<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n');
  expect(configuration).toContain('yes-no\tArg:claim, Value:true|false\n');
});

test.each([
  ['an offset', /T1\tactor 0 /u, 'T1\tactor 1 '],
  ['a word', /\tAnn\n/u, '\tAnd\n'],
  ['a label', /T1\tactor/u, 'T1\tfactor'],
  ['an id', /^T2/mu, 'T1'],
])('with %s that was changed it does not check out', async (_, from, to) => {
  const item = someArticle('Ann met Bob', [[0, 3]], [[8, 11]]);
  const files = await writeInMemory(brat, toDataset([item]));
  const name = `${item.article.uid}.ann`;
  expect((await brat.recheck(toWritten(files), toDataset([]))).mismatches).toEqual([`text of ${item.article.uid}`]);
  const changed = Buffer.from(files.get(name)!).toString().replace(from, to);
  expect(changed).not.toBe(Buffer.from(files.get(name)!).toString());
  files.set(name, Buffer.from(changed));
  expect((await brat.recheck(toWritten(files), toDataset([]))).mismatches.length).toBeGreaterThan(1);
});

const python = findPython('brat’s own rules are not tried on what is written');

test.skipIf(!python)('by the rules of brat itself, written again in Python, every line can be read', async () => {
  const articles = fc.sample(fc.tuple(...[1, 2, 3, 4, 5, 6, 7, 8].map(anyArticle)), { numRuns: 10, seed: 6 });
  const files = new Map(
    (await Promise.all(articles.map((some) => writeInMemory(brat, toDataset(some))))).flatMap((each, n) =>
      [...each].map(([name, bytes]) => [/\.(txt|ann)$/u.test(name) ? `${n}-${name}` : name, bytes] as const),
    ),
  );
  const { ok, said } = runPython(python!, 'verify-brat.py', files);
  expect(said).toMatch(/^T\d{3} R\d+ A\d+ N\d+ #\d+\n\n$/u);
  expect(ok).toBe(true);
});
