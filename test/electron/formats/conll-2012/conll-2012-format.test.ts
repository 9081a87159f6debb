import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conll2012 } from '../../../../electron/formats/conll-2012/conll-2012-format.ts';
import { adaptTokens, expectTokenLosses } from '../../../helpers/formats/adapt-tokens.ts';
import { toDataset, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, survey } from '../../../helpers/formats/samples.ts';

const toName = (label: string) => label.replace(/[^\w-]+/gu, '_').replace(/_$/u, '');
const adapt = adaptTokens(toName);

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) => expectRoundTrip(conll2012, articles, { adapt })),
    { numRuns: 60 },
  ));

const someArticle = () => {
  const item = plainArticle('Ann Dell ran. Bob saw Ann.', ['actor', 0, 8], ['armed group', 14, 17], ['actor', 22, 25]);
  for (const n of [0, 2]) Object.assign(item.annotations[n]!, { entity: 'Ann', entityUid: 'e1', entityLink: 'person' });
  return item;
};
const columnsOf = (files: Files) => Buffer.from(files.get('articles.conll')!).toString();

test('a loss is named where something is lost, and only there', () =>
  fc.assert(
    fc.property(anyArticle(1), (item) => expectTokenLosses(conll2012, item, { toName, joins: true })),
    { numRuns: 60 },
  ));

test('names are in brackets, and annotations of one entity are a chain', async () => {
  const files = await writeInMemory(conll2012, toDataset([someArticle()]));
  const uid = '00000001-00a1-8000-8000-000000000001';
  const rows = columnsOf(files).split('\n');
  expect(rows.slice(0, 2)).toEqual([
    `#begin document (${uid}); part 000`,
    `${uid} 0 0 Ann XX (TOP* - - - - (actor* (0`,
  ]);
  expect(rows.map((row) => row.split(' ').slice(10).join(' '))).toEqual([
    '',
    '(actor* (0',
    '*) 0)',
    '* -',
    '* -',
    '',
    '(armed_group) -',
    '* -',
    '(actor) (0)',
    '* -',
    '',
    '',
    '',
  ]);
  expect(Buffer.from(files.get('chains.csv')!).toString()).toBe(`document,chain,entity,name\n${uid},0,e1,Ann\n`);
});

test.each([
  ['a token', 'articles.conll', ' Dell ', ' Bell '],
  ['a bracket', 'articles.conll', '*) 0)', '* 0)'],
  ['a chain', 'articles.conll', '(0)', '(1)'],
  ['the end of a mention', 'articles.conll', '*) 0)', '*) 1)'],
  ['a word without a name', 'articles.conll', '* -\n', '(actor) -\n'],
  ['the table of articles', 'articles.csv', /\n$/u, '\nx,y,,,,,\n'],
  ['an offset', 'offsets.csv', ',4,8,', ',4,7,'],
])('with %s that was changed it does not check out', async (_, name, from, to) => {
  const files = await writeInMemory(conll2012, toDataset([someArticle()]));
  expect(await conll2012.recheck(toWritten(files), toDataset([]))).toEqual({
    articles: 1,
    annotations: 3,
    relations: 0,
    mismatches: [],
  });
  const written = Buffer.from(files.get(name)!).toString();
  expect(written).toMatch(from);
  files.set(name, Buffer.from(written.replace(from, to)));
  expect((await conll2012.recheck(toWritten(files), toDataset([]))).mismatches).not.toEqual([]);
});

const toFiles = (text: string): Files => new Map([['a.gold_conll', Buffer.from(text)]]);
const row = (word: string, names: string, chain: string, pos = 'NN') =>
  `bc/x 0 0 ${word} ${pos} * - - - Ann ${names} (V*) ${chain}\n`;

test('a file of others: names, mentions that cross each other, and what leads from one to the next', async () => {
  const rows = [
    row('Ann', '(PERSON)', '(7)|(3'),
    row('saw', '*', '-'),
    row('her', '*', '3)|(7|(2'),
    row('dog', '(ORG(GPE*', '7)'),
    row('Rex', '*))', '2)'),
  ];
  const [found] = await readFound(
    conll2012,
    toFiles(`#begin document (bc/x); part 001\n${rows.join('')}\n#end document\n`),
  );
  if (!found || !('document' in found)) throw new Error('refused');
  const { name, text, annotations, relations, left } = found.document;
  expect([name, text]).toEqual(['bc/x 001', 'Ann saw her dog Rex']);
  expect(annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`)).toEqual([
    'PERSON: Ann',
    'GPE: dog Rex',
    'ORG: dog Rex',
    'mention: Ann saw her',
    'mention: her dog',
    'mention: her dog Rex',
  ]);
  expect(relations.map(({ kind, from, to }) => `${from} ${kind} ${to}`)).toEqual(['0 coreference 4']);
  expect(left).toEqual([expect.objectContaining({ count: 5 })]);
});

const readMentions = async (rows: string, head = '#begin document (x); part 000') => {
  const [found] = await readFound(conll2012, toFiles(`${head}\n${rows}#end document\n`));
  if (!found || !('document' in found)) throw new Error('refused');
  const { name, annotations } = found.document;
  return [name, ...annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`)];
};

test('a file of mentions alone, as the scorer has them, has the words before its last column', async () => {
  const rows = 'a\t0\t0\tAnn\t(1(2)\na\t0\t1\tsaw\t-\na\t0\t2\tRex\t(3)1)\n';
  expect(await readMentions(rows, '#begin document (a); ')).toEqual([
    'a',
    'mention: Ann',
    'mention: Rex',
    'mention: Ann saw Rex',
  ]);
});

test.each([
  ['that is empty where nothing is said', '', ''],
  ['that an empty one follows', '-', '\t'],
])('a last column %s is one', async (_, nothing, end) => {
  const cells = (word: string, chain: string) => `x\t0\t0\t${word}${'\t_'.repeat(8)}\t${chain}${end}\n`;
  const rows = [cells('So', nothing), cells('Ann', '(1)'), cells('ran', nothing), '\n', cells('Rex', '(2)')];
  expect(await readMentions(rows.join(''))).toEqual(['x', 'mention: Ann', 'mention: Rex']);
});

test.each([
  ['a line before any document', row('a', '*', '-'), 1],
  ['too few columns', '#begin document (x); part 000\nx 0 0 a\n', 2],
  ['a chain that is no bracket', `#begin document (x); part 000\n${row('a', '*', '(1((2)')}`, 2],
  ['a bracket that closes nothing', `#begin document (x); part 000\n${row('a', '*)', '-')}`, 2],
  ['a chain that closes nothing', `#begin document (x); part 000\n${row('a', '*', '3)')}`, 2],
  ['a bracket that is never closed', `#begin document (x); part 000\n${row('a', '(A*', '-')}\n#end document\n`, 4],
  ['another number of columns', `#begin document (x); part 000\n${row('a', '*', '-')}${row('b', '* (V*)', '-')}`, 3],
])('a file with %s is refused with its line', async (_, text, line) => {
  expect(await readFound(conll2012, toFiles(text))).toEqual([
    { refused: { file: 'a.gold_conll', line, reason: expect.stringMatching(/^\S.*\.$/u) } },
  ]);
});

test('where one document is refused the others are read', async () => {
  const text = `#begin document (x); part 000\n${row('a', '*)', '-')}#end document\n#begin document (y); part 000\n${row('b', '(A)', '-', '-')}#end document\n`;
  expect(survey(conll2012, await readFound(conll2012, toFiles(text)))).toEqual([
    'a.gold_conll:2: “*)” closes what was not opened, or is no bracket.',
    'a.gold_conll: 1 of 1, 1 of 1 utf16',
  ]);
});
