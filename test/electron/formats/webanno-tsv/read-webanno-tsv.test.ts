import { describe, expect, test } from 'vitest';
import { webannoTsv } from '../../../../electron/formats/webanno-tsv/webanno-tsv-format.ts';
import type { FoundDocument } from '../../../../electron/formats/found.ts';
import { toFileSet, type Files } from '../../../helpers/formats/in-memory.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toFiles = (text: string, name = 'a.tsv'): Files => new Map([[name, Buffer.from(text)]]);
const HEAD = '#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|value\n\n\n';
const readOne = async (text: string, name?: string): Promise<FoundDocument> => {
  const [found] = await readFound(webannoTsv, toFiles(text, name));
  if (!found || !('document' in found)) throw new Error(JSON.stringify(found));
  return found.document;
};

test.each([
  ['another first line', '#FORMAT=WebAnno TSV 2.0\n', 1],
  ['a layer without a name', '#FORMAT=WebAnno TSV 3.3\n#T_SP=\n', 2],
  ['a row that is no token', `${HEAD}#Text=Ann ran\n1-1\t0-3\tAnn\t_\t\nran\n`, 7],
  ['a row with too few columns', `${HEAD}#Text=Ann ran\n1-1\t0-3\tAnn\t_\t\n1-2\t4-7\tran\t\n`, 7],
  ['a row with too many', `${HEAD}#Text=Ann ran\n1-1\t0-3\tAnn\t_\tPER\t\n`, 6],
  ['a token before any sentence', `${HEAD}1-1\t0-3\tAnn\t_\t\n`, 5],
  [
    'a sentence that begins in the one before',
    `${HEAD}#Text=Ann\n1-1\t0-3\tAnn\t_\t\n\n#Text=ran\n2-1\t2-5\tran\t_\t\n`,
    9,
  ],
])('a file with %s is refused with its line', async (_, text, line) => {
  const [found] = await readFound(webannoTsv, toFiles(text));
  expect(found).toEqual({ refused: { file: 'a.tsv', line, reason: expect.stringMatching(/^\S.*\.$/u) } });
});

test('columns behind those of the head that say nothing are passed over', async () => {
  const { annotations } = await readOne(`${HEAD}#Text=Ann ran\n1-1\t0-3\tAnn\tPER\t\n1-2\t4-7\tran\t_\t_\t_\t\n`);
  expect(annotations.map(({ label }) => label)).toEqual(['PER']);
});

test.each([
  ' # webanno.custom.Name | value # webanno.custom.Of | kind | AttachTo=webanno.custom.Name\n#id=1\n#text=Ann ran\n1-1\tAnn\tB-PER\t_\t_\t\n',
  ' # de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity | value\n#id=1\n#text=Ann ran\n1-1\tAnn\tB-PER\t\n',
  '#FORMAT=WebAnno TSV 2.0\n',
])('an older version is known, and refused with the reason', async (text) => {
  expect(webannoTsv.reader!.recognises(toFileSet(toFiles(text)))).toBe(true);
  const [found] = await readFound(webannoTsv, toFiles(text));
  expect(found).toMatchObject({ refused: { file: 'a.tsv', line: 1, reason: expect.stringMatching(/before 3/u) } });
});

test('a token within an annotation that is not as the text has it moves no border', async () => {
  const rows = ['0-3\tAnn', "3-5\t's", '6-10\tboat'].map((row, n) => `1-${n + 1}\t${row}\tX[1]\t\n`);
  const document = await readOne(`${HEAD}#Text=Ann’s boat\n${rows.join('')}`);
  expect(document.annotations[0]!.spans).toEqual([{ start: 0, end: 10, quote: 'Ann’s boat' }]);
});

test.each([
  ['type', 'ana', ['ana'], []],
  ['type|sure', 'ana\tyes', ['Of'], ['“type” of a relation: ana', '“sure” of a relation: yes']],
  ['label|sure', 'ana\tyes', ['ana'], ['“sure” of a relation: yes']],
])(
  'a relation with the features %s is of the kind that it says, if it is clear which says it',
  async (features, values, kinds, left) => {
    const none = values.replace(/[^\t]+/gu, '_');
    const document = await readOne(
      `#FORMAT=WebAnno TSV 3.2\n#T_SP=a.Name|value\n#T_RL=a.Of|${features}|BT_a.Name\n\n\n#Text=Ann her\n` +
        `1-1\t0-3\tAnn\tX\t${none}\t_\t\n1-2\t4-7\ther\tX\t${values}\t1-1\t\n`,
    );
    expect(document.relations.map(({ kind }) => kind)).toEqual(kinds);
    expect(document.left.map(({ what }) => what)).toEqual(left);
  },
);

test('offsets are read as code points where the tokens agree with that', async () => {
  const rows = (a: number, b: number) =>
    `${HEAD}#Text=👍 Ann 𝔘 Bob\n1-1\t${a}-${a + 3}\tAnn\tPER\t\n1-2\t${b}-${b + 3}\tBob\tPER\t\n`.replace(
      '1-1\t',
      `1-0\t0-${a - 1}\t👍\t_\t\n1-1\t`,
    );
  const documents = [await readOne(rows(3, 10)), await readOne(rows(2, 8))];
  expect(
    survey(
      webannoTsv,
      documents.map((document) => ({ document })),
    ),
  ).toEqual(['a.tsv: 2 of 2, 2 of 2 utf16', 'a.tsv: 2 of 2, 2 of 2 codepoint']);
});

test('a token that stands elsewhere than it says is found again by its words', async () => {
  const document = await readOne(`${HEAD}#Text=Ann met Bob\n1-1\t0-3\tAnn\tPER\t\n1-2\t7-10\tBob\tPER\t\n`);
  expect(survey(webannoTsv, [{ document }])).toEqual(['a.tsv: 2 of 2, 1 of 2 utf16']);
});

test('in an exported project the folder is the document and the file the annotator', async () => {
  const text = `${HEAD}#Text=Ann\n1-1\t0-3\tAnn\tPER\t\n`;
  const document = await readOne(text, 'p/annotation/news.txt/sara.tsv');
  expect([document.name, document.annotations[0]!.annotator]).toEqual(['news.txt', 'sara']);
  const curated = await readOne(text, 'p/curation/news.txt/CURATION_USER.tsv');
  expect([curated.name, curated.annotations[0]!.annotator]).toEqual(['news.txt', null]);
});

test('it is known by its first line, whatever it is called', () => {
  expect(webannoTsv.reader!.recognises(toFileSet(toFiles(HEAD, 'x.tsv')))).toBe(true);
  expect(webannoTsv.reader!.recognises(toFileSet(toFiles('a\tb\n1\t2\n', 'x.tsv')))).toBe(false);
});

test('a chain has its two columns in either order, and a link may go over several tokens', async () => {
  const rows = ['Ann\tname[1]\tsame->1-1', 'Dell\tname[1]\tsame->1-1', 'saw\t_\t_', 'her\tpr[1]\t*->1-2'];
  let at = 0;
  const units = rows.map((row, n) => {
    const length = row.indexOf('\t');
    at += length + 1;
    return `1-${n + 1}\t${at - length - 1}-${at - 1}\t${row}\t\n`;
  });
  const { annotations, relations } = await readOne(
    `#FORMAT=WebAnno TSV 3.2\n#T_CH=a.CoreferenceLink|referenceType|referenceRelation\n\n\n#Text=Ann Dell saw her\n${units.join('')}`,
  );
  expect(annotations.map(({ spans, attributes }) => [spans[0]!.quote, attributes])).toEqual([
    ['Ann Dell', { referenceType: 'name' }],
    ['her', { referenceType: 'pr' }],
  ]);
  expect(relations.map(({ kind, from, to }) => [from, kind, to])).toEqual([['0', 'same', '1']]);
});

const samples = readSamples('webanno-tsv/tsv3-suite');
describe.skipIf(!samples)('the test suite of WebAnno', async () => {
  const tsv = new Map([...(samples ?? [])].filter(([name]) => name.endsWith('.tsv')));
  const found = samples ? await readFound(webannoTsv, tsv) : [];
  const documents = found.flatMap((each) => ('document' in each ? [each.document] : []));

  test('is read whole: spans that are not empty stand in their texts, empty ones are listed', () => {
    const lines = survey(webannoTsv, found);
    expect(lines).toHaveLength(40);
    for (const line of lines) {
      const [, placed, all, agree, quoted] = /: (\d+) of (\d+), (\d+) of (\d+) utf16/u.exec(line)!.map(Number);
      const empty = line.match(/zero-length/gu)?.length ?? 0;
      expect([line, placed! + empty, agree! + empty, quoted]).toEqual([line, all, all, all]);
    }
  });

  /** Annotations of the layers that are about what is meant, from the same case as XMI. */
  const readXmi = (xmi: string) =>
    Array.from(
      xmi.matchAll(/<(?:custom|type4):(\w+) [^>]*?begin="(\d+)" end="(\d+)"/gu),
      ([, layer, begin, end]) => `${/Relation/u.test(layer!) ? 'relation' : 'span'} ${begin}-${end}`,
    );

  test('gives the spans and relations that its XMI has', () => {
    const moved = /Whitespace|ZeroWidth/u; // of which the XMI says where it stood before TSV was written
    let compared = 0;
    for (const { file, annotations, relations } of documents) {
      const bytes = samples!.get(file.replace('.tsv', '.xmi'));
      if (!bytes || moved.test(file)) continue;
      const expected = readXmi(Buffer.from(bytes).toString());
      const spans = annotations.map(({ spans: [span] }) => `span ${span!.start}-${span!.end}`);
      expect([file, ...spans.sort()]).toEqual([file, ...expected.filter((each) => each.startsWith('span')).sort()]);
      const between = expected.filter((each) => each.startsWith('relation')).length;
      if (between > 0 && !file.includes('TokenRelationWith')) expect([file, relations.length]).toEqual([file, between]);
      compared += spans.length;
    }
    expect(compared).toBe(102);
  });

  const relationsOf = (name: string) =>
    documents
      .find(({ file }) => file.startsWith(`${name}/`))!
      .relations.map(({ kind, from, to }) => `${from} ${kind} ${to}`);

  test('gives slots, relations and chains as relations', () => {
    expect(relationsOf('testSimpleSlotFeature')).toEqual(['0 p1 1', '0 p2 2']);
    expect(relationsOf('testZeroLengthSlotFeature2')).toEqual(['0 p1 1', '0 p2 2']);
    expect(relationsOf('testStackedNonMultiTokenRelationWithMultipleFeatureValues')).toEqual(['0 nsubj 1', '0 obj 1']);
    expect(relationsOf('testSingleStackedNonTokenRelationWithoutFeatureValue')).toEqual(['0 Relation 2']);
    expect(relationsOf('testStackedChain')).toEqual([
      '0 SimpleLink 2',
      '2 SimpleLink 4',
      '5 SimpleLink 3',
      '3 SimpleLink 1',
    ]);
  });
});
