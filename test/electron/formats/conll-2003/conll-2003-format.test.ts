import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conll2003 } from '../../../../electron/formats/conll-2003/conll-2003-format.ts';
import { conllU } from '../../../../electron/formats/conll-u/conll-u-format.ts';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { adaptTokens, expectTokenLosses } from '../../../helpers/formats/adapt-tokens.ts';
import { findPython, runPython } from '../../../helpers/formats/by-python.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toName = (label: string) => label.replaceAll(' ', '_');
const adapt = adaptTokens(toName);
const columnsOf = (files: Files) => Buffer.from(files.get('articles.conll')!).toString();
const write = (item: DatasetArticle, scheme: 'iob1' | 'iob2' = 'iob2') =>
  writeInMemory(conll2003, toDataset([item], { options: { scheme } }));

test.each(['iob1', 'iob2'] as const)(
  'what is written in %s reads back the same, but for what was said to be lost',
  (scheme) =>
    fc.assert(
      fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) =>
        expectRoundTrip(conll2003, articles, { options: { scheme }, adapt }),
      ),
      { numRuns: 40 },
    ),
);

test('a loss is named where something is lost, and only there', () =>
  fc.assert(
    fc.property(anyArticle(1), (item) => expectTokenLosses(conll2003, item, { toName, joins: true })),
    { numRuns: 60 },
  ));

test('IOB2 begins each tag with B, IOB1 only one that follows another of its label', async () => {
  const item = plainArticle('Ann Bob ran. Cy', ['actor', 0, 3], ['actor', 4, 7], ['location', 13, 15]);
  const [iob2, iob1] = [columnsOf(await write(item)), columnsOf(await write(item, 'iob1'))];
  const tags = (columns: string) => columns.split('\n').map((line) => line.split(' ').slice(3).join());
  expect(iob2).toMatch(
    /^-DOCSTART- -X- -X- O\n\nAnn -X- -X- B-actor\nBob -X- -X- B-actor\nran -X- -X- O\n\. -X- -X- O\n\n/u,
  );
  expect(tags(iob2)).toEqual(['O', '', 'B-actor', 'B-actor', 'O', 'O', '', 'B-location', '', '']);
  expect(tags(iob1)).toEqual(['O', '', 'I-actor', 'B-actor', 'O', 'O', '', 'I-location', '', '']);
});

test('tokens are parted at the borders of tags, and sentences are not within them', async () => {
  const item = plainArticle('Ann. Bob ran\tawaythere', ['actor', 0, 8], ['location', 13, 17]);
  expect(
    columnsOf(await write(item))
      .split('\n')
      .slice(2),
  ).toEqual([
    'Ann -X- -X- B-actor',
    '. -X- -X- I-actor',
    'Bob -X- -X- I-actor',
    'ran -X- -X- O',
    'away -X- -X- B-location',
    'there -X- -X- O',
    '',
    '',
  ]);
});

test('the outermost of tags that overlap is kept, the others are named, and their relations', () => {
  const item = plainArticle('Ann Bob ran', ['claim', 0, 11], ['actor', 0, 3], ['actor', 4, 7]);
  item.relations.push({
    uid: '1',
    kind: 'part of',
    isSymmetric: false,
    from: item.annotations[1]!.uid,
    to: item.annotations[2]!.uid,
    toArticle: item.article.uid,
    note: '',
    annotator: 'Sara',
    state: 'unchecked',
  });
  const losses = listLosses(conll2003, item, toDataset([item]));
  expect(losses.map(({ kind, annotation }) => [kind, annotation])).toEqual([
    ['annotator', item.annotations[0]!.uid],
    ['overlap', item.annotations[1]!.uid],
    ['overlap', item.annotations[2]!.uid],
    ['relation', '1'],
  ]);
});

test.each([
  ['a tag', 'articles.conll', 'B-actor', 'I-actor'],
  ['a word without a tag', 'articles.conll', 'ran -X- -X- O', 'ran -X- -X- B-actor'],
  ['the table of articles', 'articles.csv', /\n$/u, '\nx,y,,,,,\n'],
  ['a token', 'articles.conll', 'Bob', 'Rob'],
  ['an offset', 'offsets.csv', ',4,7,', ',5,7,'],
  ['a text', 'texts/00000001-00a1-8000-8000-000000000001.txt', 'ran', 'run'],
])('with %s that was changed it does not check out', async (_, name, from, to) => {
  const item = plainArticle('Ann saw Bob ran', ['actor', 8, 11]);
  item.annotations[0]!.spans = [{ start: 4, end: 7, quote: 'saw' }];
  const files = await write(item);
  expect((await conll2003.recheck(toWritten(files), toDataset([]))).mismatches).toEqual([]);
  files.set(name, Buffer.from(Buffer.from(files.get(name)!).toString().replace(from, to)));
  expect((await conll2003.recheck(toWritten(files), toDataset([]))).mismatches).not.toEqual([]);
});

const python = findPython('IOB2 is not read by another program', 'nltk');

test.skipIf(!python)('NLTK reads each chunk of IOB2, with its label and words', async () => {
  const item = plainArticle(
    'Ann Bob, حلب and 👍🏽 ran',
    ['actor', 0, 7],
    ['armed group (non-state)', 9, 12],
    ['actor', 17, 21],
  );
  expect(runPython(python!, 'verify-iob.py', await write(item))).toEqual({
    ok: true,
    said: 'actor Ann Bob\narmed_group_(non-state) حلب\nactor 👍🏽\n',
  });
  const articles = fc.sample(fc.tuple(...[1, 2, 3, 4, 5].map(anyArticle)), { numRuns: 1, seed: 9 }).flat();
  const { ok, said } = runPython(python!, 'verify-iob.py', await writeInMemory(conll2003, toDataset(articles)));
  expect([ok, said]).toEqual([true, expect.not.stringContaining('Error')]);
  const { annotations } = await conll2003.recheck(
    toWritten(await writeInMemory(conll2003, toDataset(articles))),
    toDataset([]),
  );
  expect(said.trimEnd().split('\n')).toHaveLength(annotations!);
});

const toFiles = (name: string, text: string): Files => new Map([[name, Buffer.from(text)]]);

describe('files that others made', () => {
  test.each([
    ['IOB1', 'I-PER', 'I-PER', 'B-PER', 'O', [['A', 'B'], ['C']]],
    ['IOB2', 'B-PER', 'I-PER', 'B-PER', 'O', [['A', 'B'], ['C']]],
    ['IOBES', 'B-PER', 'E-PER', 'S-PER', 'O', [['A', 'B'], ['C']]],
    ['BILOU', 'B-PER', 'L-PER', 'U-PER', 'O', [['A', 'B'], ['C']]],
    ['two labels', 'I-PER', 'I-ORG', 'I-ORG', 'O', [['A'], ['B', 'C']]],
  ] as const)('are read in %s', async (_, a, b, c, d, words) => {
    const found = await readFound(conll2003, toFiles('x.conll', `A ${a}\nB ${b}\nC ${c}\nD ${d}\n`));
    const [each] = found;
    if (!each || !('document' in each)) throw new Error('refused');
    expect(each.document.annotations.map(({ spans }) => spans[0]!.quote)).toEqual(words.map((some) => some.join(' ')));
  });

  test('are one document for each start, and one with a line that does not fit is refused', async () => {
    const columns =
      '-DOCSTART- -X- O\n\nA X B-PER\n\n-DOCSTART- -X- O\n\nB X B-PER\nC B-PER\n\n-DOCSTART- -X- O\n\nD X PER\n';
    expect(survey(conll2003, await readFound(conll2003, toFiles('x.conll', columns)))).toEqual([
      'x.conll: 1 of 1, 1 of 1 utf16; 1 left',
      'x.conll:8: The line has 2 columns where the first has 3.',
      'x.conll:12: “PER” is no tag (O, B-…, I-…).',
    ]);
    expect(survey(conll2003, await readFound(conll2003, toFiles('x.conll', '\nno columns here\n')))).toEqual([
      'x.conll:2: It has no columns of which the last is a tag (O, B-…, I-…).',
    ]);
  });

  test('have comments, which are no tokens, though a sign may be one', async () => {
    const columns = '# id 7 domain=en\nAnn _ _ B-PER\n# _ _ O\n';
    const found = await readFound(conll2003, toFiles('x.conll', columns));
    expect(found).toMatchObject([
      { document: { text: 'Ann #', annotations: [{ label: 'PER' }], left: [{ count: 1 }] } },
    ]);
  });

  test.each([
    [
      'from 1, with levels',
      '1\tAnn\tB-PER\tO\n2\tDell\tI-PER\tB-ORG\n\n1\tran\tO\tO\n',
      ['PER: Ann Dell', 'ORG: Dell'],
    ],
    ['from 0', '0\tAnn\tB-PER\n1\tDell\tI-PER\n\n0\tran\tO\n', ['PER: Ann Dell']],
    ['not at all, though the first is a number', '1 CD B-QTY\nran VB O\n', ['QTY: 1']],
    [
      'not at all, in levels beside each other',
      'The\tO\tO\t\nAnn\tB-PER\tB-ORG\t\nDell\tI-PER\tO\t\n',
      ['PER: Ann Dell', 'ORG: Ann'],
    ],
    [
      'and whose columns have names',
      '# global.columns = ID FORM UPOS CONLL:NER LEMMA\n1\tAnn\tX\tB-PER\tann\n2\tran\tX\tO\trun\n\n1\tBob\tX\tB-PER\tbob\n',
      ['PER: Ann', 'PER: Bob'],
    ],
    ['not at all, with chunks', 'Ann B-NP B-PER\nran B-VP O\n', ['PER: Ann']],
  ])('whose tokens are numbered %s have the words and tags', async (_, columns, tags) => {
    const [found] = await readFound(conll2003, toFiles('x.conll', columns));
    if (!found || !('document' in found)) throw new Error('refused');
    expect(found.document.annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`)).toEqual(tags);
  });

  test('have a line that says what the columns are, and comments where documents begin', async () => {
    const columns = [
      'TOKEN\tNE-COARSE\tNE-FINE\tNEL\tMISC',
      '# set:document_id = one',
      '# set:language = de',
      'In\tO\tO\t_\t',
      'Ulm\tB-loc\tB-loc.town\tQ3012\tNoSpaceAfter',
      '.\tO\tO\t_\tEndOfSentence',
      '',
      '# set:document_id = two',
      'Ann\tB-pers\tB-pers.ind\t\t',
      'ran\tO\tPER\t_\t',
      '# newdoc id = three',
      'Bob\tB-pers\tO\t_\t',
    ];
    const files = toFiles('x.tsv', `${columns.join('\n')}\n`);
    const found = await readFound(conll2003, files);
    expect(found.map((each) => 'document' in each && each.document.name)).toEqual(['one', false, 'three']);
    expect(survey(conll2003, found)).toEqual([
      'x.tsv: 2 of 2, 2 of 2 utf16; 4 left',
      'x.tsv:10: “PER” is no tag (O, B-…, I-…).',
      'x.tsv: 1 of 1, 1 of 1 utf16; 1 left',
    ]);
    expect(conll2003.reader!.recognises(toFileSet(files))).toBe(true);
    expect(conllU.reader!.recognises(toFileSet(files))).toBe(false);
  });

  test('are told from ten columns by what is in them, whatever they are called', () => {
    const numbered = toFileSet(toFiles('x.conllu', '0\tAnn\tB-PER\n1\tran\tO\n'));
    const levels = toFileSet(toFiles('x.tsv', `TOKEN${'\tNE'.repeat(9)}\n1860${'\tO'.repeat(8)}\t_\n`));
    expect([numbered, levels].map((files) => conllU.reader!.recognises(files))).toEqual([false, false]);
    expect([numbered, levels].map((files) => conll2003.reader!.recognises(files))).toEqual([true, true]);
  });

  test('that were ours are read on their text as long as the tokens are the same', async () => {
    const item = plainArticle('Ann saw   Bob', ['actor', 10, 13]);
    const files = await write(item);
    files.set(
      'articles.conll',
      Buffer.from(columnsOf(files).replace('B-actor', 'B-person').replace('Ann -X- -X- O', 'Ann -X- -X- B-person')),
    );
    const [same] = await readFound(conll2003, files);
    expect(same).toMatchObject({
      document: {
        text: 'Ann saw   Bob',
        annotations: [{ uid: null }, { uid: item.annotations[0]!.uid, label: 'person' }],
      },
    });
    files.set('articles.conll', Buffer.from(columnsOf(files).replace('saw', 'met')));
    const [other] = await readFound(conll2003, files);
    expect(other).toMatchObject({ document: { text: 'Ann met Bob', left: [{ count: 1 }] } });
  });

  const samples = readSamples('conll');
  test.skipIf(!samples)(
    'the samples: IOB1 in four columns, IOB2 in two, nested names in two columns of tags',
    async () => {
      const found = await readFound(conll2003, samples!);
      expect(survey(conll2003, found)).toEqual([
        'dkpro-2002/germeval2014_test.conll: 6 of 6, 6 of 6 utf16; 1 left',
        'dkpro-2002/ner2002_test.conll: 4 of 4, 4 of 4 utf16',
        'dkpro-2003/en-orig.conll: 3 of 3, 3 of 3 utf16; 7 left',
      ]);
    },
  );
});
