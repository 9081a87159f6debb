import { describe, expect, test } from 'vitest';
import { anchor } from '../../../../electron/formats/anchor.ts';
import type { FoundDocument } from '../../../../electron/formats/found.ts';
import { qdpx } from '../../../../electron/formats/qdpx/qdpx-format.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const GUID = (n: number) => `0000000${n}-0000-4000-8000-00000000000A`;
const wrap = (sources: string, { rest = '', ns = 'urn:QDA-XML:project:1.0' } = {}) =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="${ns}" name="p" origin="Other 1">
<Users><User guid="${GUID(1)}" name="Ann"/></Users>
<CodeBook><Codes><Code guid="${GUID(2)}" name="people" isCodable="true"><Code guid="${GUID(3)}" name="actor" isCodable="true"/></Code></Codes></CodeBook>
<Variables><Variable guid="${GUID(4)}" name="country" typeOfVariable="Text"/></Variables>
<Cases><Case guid="${GUID(5)}" name="c"><VariableValue><VariableRef targetGUID="${GUID(4)}"/><TextValue>SY</TextValue></VariableValue><SourceRef targetGUID="${GUID(6)}"/></Case></Cases>
<Sources>${sources}</Sources>${rest}
</Project>`;
const code = (n: number, guid = 8) =>
  `<Coding guid="${GUID(guid)}" creatingUser="${GUID(1)}"><CodeRef targetGUID="{${GUID(n).toLowerCase()}}"/></Coding>`;
const selection = (start: number, end: number, name: string, inside = code(3), guid = 7) =>
  `<PlainTextSelection guid="${GUID(guid)}" name="${name}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`;
const source = (inside: string, more = 'plainTextPath="internal://A.txt"') =>
  `<TextSource guid="${GUID(6)}" name="A" ${more}>${inside}</TextSource>`;

const read = (qde: string, files: Record<string, string | Uint8Array> = {}) =>
  readFound(
    qdpx,
    new Map(
      [['project.qde', qde], ...Object.entries(files)].map(([name, content]) => [name, Buffer.from(content as string)]),
    ),
  );
const readOne = async (...args: Parameters<typeof read>): Promise<FoundDocument> => {
  const [found] = await read(...args);
  if (!found || !('document' in found)) throw new Error(JSON.stringify(found));
  return found.document;
};

test('selections are tags by their codes, with who made them and what is noted; codes of a whole source are said of it', async () => {
  const notes = `<Notes><Note guid="${GUID(9)}" name="n"><PlainTextContent>memo</PlainTextContent></Note></Notes>`;
  const document = await readOne(
    wrap(
      source(
        `${selection(0, 3, 'Ann', `<Description>who?</Description>${code(3)}${code(2, 9)}<NoteRef targetGUID="${GUID(9)}"/>`)}${code(2)}`,
      ),
      { rest: notes },
    ),
    { 'Sources/a.TXT': 'Ann met' },
  );
  expect(document).toMatchObject({
    name: 'A',
    text: 'Ann met',
    meta: [
      { key: 'country', value: 'SY' },
      { key: 'code', value: 'people' },
    ],
    annotations: [
      { label: 'actor', annotator: 'Ann', note: 'who?\nmemo', uid: null, place: 'line 6' },
      { label: 'people', note: '' },
    ],
  });
});

describe('positions are read as what agrees with the names', () => {
  test.each([
    ['code points', '👍 Ann met', 2, 5, 'codepoint'],
    ['UTF-16', '👍 Ann met', 3, 6, 'utf16'],
    ['line ends of two characters', 'a\r\nAnn', 3, 6, 'codepoint'],
    ['line ends of one', 'a\r\nAnn', 2, 5, 'codepoint'],
    ['a mark at the beginning', '\uFEFFAnn', 1, 4, 'codepoint'],
    ['no mark', '\uFEFFAnn', 0, 3, 'codepoint'],
  ])('%s', async (_, text, start, end, unit) => {
    const document = await readOne(wrap(source(selection(start, end, 'Ann'))), { 'sources/A.txt': text });
    expect(survey(qdpx, [{ document }])).toEqual([`sources/A.txt: 1 of 1, 1 of 1 ${unit}`]);
  });

  const people = ['Anna', 'Omar', 'Bassam', 'Hala', 'Reem'];
  test.each([
    ['UTF-16', '👍👍 ', 5, people, 'utf16'],
    ['line ends of one', 'So it goes.\r\n', 12, people, 'codepoint'],
    ['a mark at the beginning', '\uFEFF', 1, people, 'codepoint'],
    ['as it is', '👍👍 ', 3, people, null],
    ['too few to tell', '👍👍 ', 5, people.slice(0, 4), null],
  ])('%s: or, where no name says any, with what clearly cuts fewer words', async (_, before, shift, names, unit) => {
    const words = names.join(' ');
    const selections = names.map((name) => {
      const start = shift + words.indexOf(name);
      return selection(start, start + name.length, '');
    });
    const document = await readOne(wrap(source(selections.join(''))), { 'sources/A.txt': before + words });
    expect(document.unit).toBe(unit);
    const quotes = anchor(document, 'codepoint').placed.map(({ spans }) => spans[0]!.quote);
    if (names.length === people.length) expect(quotes).toEqual(people);
  });

  test('a name that is cut short, or that somebody gave, is no quote', async () => {
    const document = await readOne(
      wrap(source(selection(0, 11, 'Ann m…') + selection(0, 3, 'the one who met', code(3), 9))),
      { 'sources/A.txt': 'Ann met Bob' },
    );
    expect(survey(qdpx, [{ document }])).toEqual(['sources/A.txt: 2 of 2, 0 of 0 codepoint']);
  });

  test('a quote that stands elsewhere is still one', async () => {
    const document = await readOne(wrap(source(selection(0, 3, 'Bob'))), { 'sources/A.txt': 'Ann met Bob' });
    expect(survey(qdpx, [{ document }])).toEqual(['sources/A.txt: 1 of 1, 0 of 1 codepoint']);
  });
});

test('links join tags, also of two sources; those that lead elsewhere are left', async () => {
  const links = (
    [
      [7, 9],
      [7, 1],
      [2, 7],
    ] as const
  ).map(([from, to]) => `<Link guid="${GUID(0)}" name="l${to}" originGUID="${GUID(from)}" targetGUID="${GUID(to)}"/>`);
  const other = `<TextSource guid="${GUID(0)}" name="B"><PlainTextContent>Bob</PlainTextContent>${selection(0, 3, 'Bob', code(3), 9)}</TextSource>`;
  const found = await read(
    wrap(source(selection(0, 3, 'Ann')) + other, { rest: `\n<Links>${links.join('\n')}</Links>` }),
    {
      'sources/A.txt': 'Ann',
    },
  );
  expect(found).toMatchObject([
    {
      document: {
        relations: [{ kind: 'l9', to: GUID(9).toLowerCase(), toDocument: GUID(0).toLowerCase() }],
        left: [{ quote: 'l1' }],
      },
    },
    { document: { text: 'Bob' } },
    { refused: { line: 9, reason: expect.stringContaining('l7') as string } },
  ]);
});

test('older namespaces, other names of the project and UTF-16 texts are read', async () => {
  const files = new Map([
    ['My study.QDE', Buffer.from(wrap(source(selection(0, 3, 'Ann')), { ns: 'urn:QDA-XML:project:0:10' }))],
    ['SOURCES/A.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Ann', 'utf16le')])],
  ]);
  expect(survey(qdpx, await readFound(qdpx, files))).toEqual(['SOURCES/A.txt: 1 of 1, 1 of 1 codepoint']);
});

test('what is no text is refused by its line, and of a PDF its plain text is read', async () => {
  const pdf = `<PDFSource guid="${GUID(5)}" name="P" path="internal://P.pdf"><PDFSelection guid="${GUID(1)}" name="box" page="1" firstX="0" firstY="0" secondX="1" secondY="1"/>${source(selection(0, 3, 'Ann')).replaceAll('TextSource', 'Representation')}</PDFSource>`;
  const found = await read(
    wrap(
      `\n<PictureSource guid="${GUID(0)}" name="photo"/>\n${source('', 'richTextPath="internal://x.docx"')}\n${pdf}`,
    ),
    { 'sources/A.txt': 'Ann' },
  );
  expect(found).toMatchObject([
    { refused: { file: 'project.qde', line: 7, reason: '“photo” is no text (Picture).' } },
    { refused: { line: 8, reason: expect.stringContaining('x.docx') as string } },
    { document: { name: 'P', annotations: [{}], left: [{ quote: 'box' }] } },
  ]);
});

test('a selection without a code, rich text, and sets are left', async () => {
  const sets = `<Sets><Set guid="${GUID(0)}" name="s"/></Sets>`;
  const { left } = await readOne(
    wrap(source(selection(0, 3, 'Ann', ''), 'plainTextPath="internal://A.txt" richTextPath="internal://A.docx"'), {
      rest: sets,
    }),
    { 'sources/A.txt': 'Ann' },
  );
  expect(left.map(({ what, quote }) => [what, quote])).toEqual([
    ['selection without a code', 'Ann'],
    ['rich text of a source, beside its plain text', ''],
    ['<Sets>: of the project as a whole', ''],
  ]);
});

test.each([
  ['is no project', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>', 1, /no project/u],
  ['is not well formed', wrap('').replace('</Project>', ''), 7, /well-formed/u],
])('a file that %s is refused', async (_, text, line, reason) => {
  expect(await read(text)).toEqual([
    { refused: { file: 'project.qde', line, reason: expect.stringMatching(reason) as string } },
  ]);
});

test('a fault within the sources, which are passed over at first, is refused by its line', async () => {
  const found = await read(wrap(`${source('')}\n<TextSource></PDFSource>`), { 'sources/A.txt': 'Ann' });
  expect(found.at(-1)).toEqual({
    refused: { file: 'project.qde', line: 7, reason: expect.stringMatching(/well-formed/u) as string },
  });
});

const samples = readSamples('qdpx');
test.skipIf(!samples)(
  'a project that ATLAS.ti made is read; its sources, which are not beside it, are refused by their lines',
  async () => {
    const lines = survey(qdpx, await readFound(qdpx, samples ?? new Map()));
    expect(lines).toHaveLength(13);
    expect(lines.filter((line) => line.includes('is not in it'))).toHaveLength(8);
    expect(lines.filter((line) => line.includes('is no text'))).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/^annex_A2\.qde:272: The link/u);
  },
);

test('a name that is as long as a selection in either unit is a quote, by which it is found', async () => {
  const text = 'abc is 𝔘bc';
  const files = { 'Sources/A.txt': text };
  const placed = async (end: number) => {
    const document = await readOne(wrap(source(selection(0, end, '𝔘bc'))), files);
    return anchor(document, 'codepoint').placed.map(({ spans, how }) => [spans[0]!.start, how]);
  };
  expect([await placed(3), await placed(4)]).toEqual([[[7, 'by-quote']], [[7, 'by-quote']]]);
  expect(await placed(2)).toEqual([[0, 'as-said']]);
});
