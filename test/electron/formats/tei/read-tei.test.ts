import { describe, expect, test } from 'vitest';
import type { FoundDocument } from '../../../../electron/formats/found.ts';
import { tei } from '../../../../electron/formats/tei/tei-format.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toFiles = (text: string) => new Map([['a.xml', Buffer.from(text)]]);
const HEAD =
  '<teiHeader><fileDesc><titleStmt><title> A\t story </title></titleStmt><publicationStmt><publisher>Post</publisher><date when="2024-03-12"/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const wrap = (inside: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEAD}\n${inside}</TEI>`;
const readOne = async (inside: string): Promise<FoundDocument> => {
  const [found] = await readFound(tei, toFiles(wrap(inside)));
  if (!found || !('document' in found)) throw new Error(JSON.stringify(found));
  return found.document;
};
const quotes = ({ text, annotations }: FoundDocument) =>
  annotations.map(({ spans }) => spans.map(({ start, end }) => Array.from(text!).slice(start, end).join('')));

test('blocks are lines, white space is one blank, and of two readings the one on the page is taken', async () => {
  const document = await readOne(
    '<text><body><div>\n <head>Head</head>\n <p>One\n   two<lb/>three <choice><sic>teh</sic><corr>the</corr></choice> end.</p><p xml:space="preserve"> a  b\n</p></div></body></text>',
  );
  expect(document.text).toBe('Head\nOne two\nthree teh end.\n a  b\n');
  expect(document).toMatchObject({ title: 'A story', outlet: 'Post', date: '2024-03-12' });
});

test('what stands between paragraphs is on a line of its own, and words that are joined have no blank between', async () => {
  const { text } = await readOne(
    `<text><body><div><note>Ann leads.</note>
<note>DELL:</note><u><w join="right">So</w>
<pc>,</pc> <w>ran</w>
<pc join="left">.</pc></u><pb/><p>End</p></div></body></text>`,
  );
  expect(text).toBe('Ann leads.\nDELL:\nSo, ran.\nEnd');
});

test('pointers count the characters of the file, also where white space and tags stand between', async () => {
  const document = await readOne(
    `<text><body><p xml:id="p">One\n   <hi>tw𝔘</hi> three</p></body></text>
<standOff><spanGrp type="words"><span target="#string-range(p,7,3)">a note</span><span target="#string-range(#p,0,3,11,5)"/><span from="#p" to="#p"/></spanGrp></standOff>`,
  );
  expect(document.text).toBe('One tw𝔘 three');
  expect(quotes(document)).toEqual([['tw𝔘'], ['One', 'three'], ['One tw𝔘 three']]);
  expect(document.annotations.map(({ label, note }) => [label, note])).toEqual([
    ['words', 'a note'],
    ['words', ''],
    ['words', ''],
  ]);
});

test('spans stand in whatever holds them, and those that say what words are, are counted', async () => {
  const { annotations, left } = await readOne(
    `<text><body><p><w xml:id="a">Ann</w> <w xml:id="b">ran</w></p></body></text>
<standOff><listAnnotation><annotationBlock><span target="#a" type="person"/></annotationBlock></listAnnotation>
<spanGrp type="words"><span target="#a" pos="NE"/><span target="#b" lemma="run"/></spanGrp></standOff>`,
  );
  expect(annotations.map(({ label }) => label)).toEqual(['person']);
  expect(left.map(({ what, count }) => [what, count])).toEqual([
    ['<span>: words and sentences', 2],
    ['<w>: words and sentences', 2],
  ]);
});

test('a long text with many names takes as long as its parts', async () => {
  const sentence = '<persName ref="https://example.org/ann">Ann Dell</persName> went to sea again. ';
  const { text, annotations } = await readOne(`<text><body><p>${sentence.repeat(10_000)}</p></body></text>`);
  expect(text).toHaveLength('Ann Dell went to sea again. '.length * 10_000 - 1);
  expect(annotations).toHaveLength(10_000);
  expect(annotations.at(-1)!.entity!.name).toBe('Ann Dell');
}, 5000);

test('Recogito: paths lead to elements, and characters are counted from where these begin', async () => {
  const annotation = (from: string, to: string) =>
    `<annotation target="${from} ${to}"><note>who?</note><rs ana="Name"/><respStmt xml:id="r"><name>ann</name></respStmt></annotation>`;
  const document = await readOne(
    `<standOff><listAnnotation>
${annotation('/TEI[1]/text[1]/body[1]/p[2]::3', '/TEI[1]/text[1]/body[1]/p[2]/hi[1]::4')}
${annotation("//p[@xml:id='a']::0", "//p[@xml:id='a']::3")}
${annotation('/TEI[1]/teiHeader[1]::0', '/TEI[1]/teiHeader[1]::3')}
</listAnnotation></standOff><text><body><p xml:id="a">Bob sat</p><p>by Ann <hi>Dell</hi></p></body></text>`,
  );
  expect(quotes(document)).toEqual([['Ann Dell'], ['Bob']]);
  expect(document.annotations[0]).toMatchObject({ label: 'Name', annotator: 'ann', note: 'who?' });
  expect(document.left.map(({ what, count }) => [what, count])).toContainEqual(['<annotation>: leads to nothing', 1]);
});

test('a pointer that leads nowhere is left with its line, and what has no other place', async () => {
  const { annotations, left } = await readOne(
    '<standOff><listAnnotation>\n<annotation xml:id="a" target="#string-range(p,0,99)"/>\n<annotation xml:id="b" target="http://x/#y"/></listAnnotation></standOff><text><body><p xml:id="p">One</p></body></text>',
  );
  expect(annotations).toEqual([]);
  expect(left.map(({ place, quote }) => [place, quote])).toEqual([
    ['line 3', '#string-range(p,0,99)'],
    ['line 3', ''],
    ['line 4', 'http://x/#y'],
  ]);
});

test('names in the text are tags, with whom they mean', async () => {
  const document = await readOne(
    `<standOff><listPerson><person xml:id="ann"><persName>Ann Dell</persName><idno type="viaf">7</idno></person></listPerson></standOff>
<text><body><p><persName ref="#ann">Ann</persName> in <rs type="city" ref="https://www.wikidata.org/wiki/Q7">it</rs> <name key="k">K</name> <w>x</w></p></body></text>`,
  );
  expect(quotes(document)).toEqual([['Ann'], ['it'], ['K']]);
  expect(document.annotations.map(({ label, entity }) => [label, entity])).toEqual([
    ['persName', { name: 'Ann Dell', uid: null, refs: [{ scheme: 'viaf', value: '7' }] }],
    ['city', { name: 'it', uid: null, refs: [{ scheme: 'wikidata', value: 'Q7' }] }],
    ['name', { name: 'K', uid: null, refs: [{ scheme: 'key', value: 'k' }] }],
  ]);
  expect(document.left).toMatchObject([{ what: expect.stringContaining('<w>') as string, count: 1 }]);
});

test('relations and links join annotations; what joins others is left', async () => {
  const { relations, left } = await readOne(
    `<standOff><listAnnotation><annotation xml:id="a" target="#p"/><annotation xml:id="b" target="#p"/><annotation xml:id="c" target="#p"/></listAnnotation>
<listRelation><relation name="before" active="#a" passive="#b #c"/><relation name="kin" mutual="#someone #else"/></listRelation><linkGrp><link type="same" target="#b #c"/></linkGrp></standOff><text><body><p xml:id="p">One</p></body></text>`,
  );
  expect(relations.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['before', 'a', 'b'],
    ['before', 'a', 'c'],
    ['same', 'b', 'c'],
  ]);
  expect(left).toMatchObject([{ place: 'line 3', quote: 'kin' }]);
});

test('every text of a corpus is a document', async () => {
  const one = (words: string) => `<TEI>${HEAD}<text><body><p>${words}</p></body></text></TEI>`;
  const found = await readFound(
    tei,
    toFiles(`<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${HEAD}${one('Ann')}${one('Bob')}</teiCorpus>`),
  );
  expect(found.map((each) => 'document' in each && [each.document.name, each.document.text])).toEqual([
    ['a', 'Ann'],
    ['a (2)', 'Bob'],
  ]);
});

test.each([
  ['is of another kind', '<a>\n</a>', 1, /no TEI/u],
  ['is not well formed', wrap('<text>'), 2, /well-formed/u],
  ['has no text', wrap('<text><body><p/></body></text>'), 1, /no text/u],
])('a file that %s is refused', async (_, text, line, reason) => {
  expect(await readFound(tei, toFiles(text))).toEqual([
    { refused: { file: 'a.xml', line, reason: expect.stringMatching(reason) as string } },
  ]);
});

const samples = readSamples('tei');
describe.skipIf(!samples)('files that others made', async () => {
  const found = samples ? await readFound(tei, samples) : [];
  const documents = new Map(found.flatMap((each) => ('document' in each ? [[each.document.file, each.document]] : [])));

  test('have all their annotations, and what has no place is counted', () => {
    expect(survey(tei, found)).toEqual([
      'standOff-example-1.xml: 6 of 6, 0 of 0 codepoint; 7 left',
      'standOff-example-2.xml: 2 of 2, 0 of 0 codepoint; 11 left',
      expect.stringMatching(/^testbasic\.xml: 1 of 1, 0 of 0 codepoint; \d+ left$/u),
    ]);
  });

  test('have words by their ids with their values, and places by their lists', () => {
    const words = documents.get('standOff-example-1.xml')!;
    expect(quotes(words)).toContainEqual(['put', 'up']);
    expect(words.annotations[3]).toMatchObject({ label: 'wordForm', attributes: { lemma: 'put up', pos: 'VB' } });
    const places = documents.get('standOff-example-2.xml')!;
    expect(places.annotations.map(({ entity }) => entity?.name)).toEqual(quotes(places).flat());
  });
});

test.skipIf(!samples)('a TEI specification, which has no TEI at its root, is refused', async () => {
  const spec = new Map([...(samples ?? [])].filter(([name]) => name === 'standOff.xml'));
  expect(await readFound(tei, spec)).toMatchObject([{ refused: { file: 'standOff.xml', line: 4 } }]);
});

test('a pointer behind the end of its element, or to one that is not there, is listed and leads to nothing', async () => {
  const { annotations, left } = await readOne(
    `<text><body><p xml:id="p">Ann</p><p>Bob left</p></body></text>
<standOff><listAnnotation><annotation target="#string-range(p,0,9)"/><annotation target="#string-range(q,0,1)"/></listAnnotation></standOff>`,
  );
  expect(annotations.flatMap(({ spans }) => spans)).toEqual([]);
  expect(left.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(2);
});
