import { describe, expect, test } from 'vitest';
import type { FoundDocument } from '../../../../electron/formats/found.ts';
import { readTypeSystem } from '../../../../electron/formats/xmi/read-type-system.ts';
import { xmi } from '../../../../electron/formats/xmi/xmi-format.ts';
import { toFileSet } from '../../../helpers/formats/in-memory.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toFiles = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
const DKPRO = 'http:///de/tudarmstadt/ukp/dkpro/core/api';
const wrap = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"
 xmlns:seg="${DKPRO}/segmentation/type.ecore" xmlns:ner="${DKPRO}/ner/type.ecore" xmlns:meta="${DKPRO}/metadata/type.ecore"
 xmlns:pos="${DKPRO}/lexmorph/type/pos.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${body}
</xmi:XMI>`;
const SOFA =
  '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Ann sold 👍 Bob a boat"/>';
const type = (name: string, features: [string, string, string?][], supertype = 'uima.tcas.Annotation') =>
  `<typeDescription><name>${name}</name><supertypeName>${supertype}</supertypeName><features>${features
    .map(
      ([feature, range, more = '']) =>
        `<featureDescription><name>${feature}</name><rangeTypeName>${range}</rangeTypeName>${more}</featureDescription>`,
    )
    .join('')}</features></typeDescription>`;
const TYPES = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>${[
  type('webanno.custom.Person', [
    ['roles', 'uima.cas.StringArray'],
    ['age', 'uima.cas.Integer'],
    ['sure', 'uima.cas.Boolean'],
    ['boss', 'webanno.custom.Person'],
    ['slots', 'uima.cas.FSArray', '<elementType>webanno.custom.Link</elementType>'],
    ['shared', 'uima.cas.StringArray', '<multipleReferencesAllowed>true</multipleReferencesAllowed>'],
    ['list', 'uima.cas.StringList', '<multipleReferencesAllowed>true</multipleReferencesAllowed>'],
  ]),
  type(
    'webanno.custom.Link',
    [
      ['role', 'uima.cas.String'],
      ['target', 'uima.tcas.Annotation'],
    ],
    'uima.cas.TOP',
  ),
  type('webanno.custom.Rel', [
    ['Governor', 'webanno.custom.Person'],
    ['Dependent', 'webanno.custom.Person'],
    ['value', 'uima.cas.String'],
  ]),
  type('my.Tok', [], 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token'),
].join('')}</types></typeSystemDescription>`;

const readOne = async (body: string, types = TYPES): Promise<FoundDocument> => {
  const [found] = await readFound(xmi, toFiles({ 'a/doc.xmi': wrap(body), 'a/TypeSystem.xml': types }));
  if (!found || !('document' in found)) throw new Error(JSON.stringify(found));
  return found.document;
};

test('sentences, tokens and parts of speech are counted and left, subtypes of theirs too', async () => {
  const { annotations, left } = await readOne(
    `<seg:Sentence xmi:id="2" sofa="1" begin="0" end="22"/>
<seg:Token xmi:id="3" sofa="1" begin="0" end="3" pos="5"/><seg:Token xmi:id="4" sofa="1" begin="4" end="8"/>
<pos:POS_NOUN xmi:id="5" sofa="1" begin="0" end="3" PosValue="NN"/><my:Tok xmlns:my="http:///my.ecore" xmi:id="6" sofa="1" begin="9" end="11"/>
<tcas:DocumentAnnotation xmi:id="7" sofa="1" begin="0" end="22" language="en"/>${SOFA}`,
  );
  expect(annotations).toEqual([]);
  expect(left.map(({ what, count }) => [what.slice(0, what.indexOf(':')), count])).toEqual([
    ['Sentence', 1],
    ['Token', 2],
    ['POS_NOUN', 1],
    ['Tok', 1],
  ]);
});

test('a layer of people is none about words, whatever it is called', async () => {
  const { annotations } = await readOne(`<custom:Sentence xmi:id="2" sofa="1" begin="0" end="3"/>${SOFA}`);
  expect(annotations.map(({ label }) => label)).toEqual(['Sentence']);
});

test('how a page was built is counted and left; where it came from is metadata', async () => {
  const { annotations, left, meta } = await readOne(
    `<x:XmlElement xmlns:x="http:///org/dkpro/core/api/xml/type.ecore" xmi:id="2" sofa="1" begin="0" end="22" qName="p"/>
<p:PdfPage xmlns:p="http:///org/dkpro/core/api/pdf/type.ecore" xmi:id="3" sofa="1" begin="0" end="22"/>
<e:SourceDocumentInformation xmlns:e="http:///org/apache/uima/examples.ecore" xmi:id="4" sofa="1" begin="0" end="22" uri="file:/a.txt"/>${SOFA}`,
  );
  expect(annotations).toEqual([]);
  expect(left.map(({ what }) => what.slice(0, what.indexOf(':')))).toEqual(['XmlElement', 'PdfPage']);
  expect(meta).toEqual([{ key: 'uri', value: 'file:/a.txt' }]);
});

const ENDS =
  '<custom:Person xmi:id="2" sofa="1" begin="0" end="3"/><custom:Person xmi:id="3" sofa="1" begin="12" end="15"/>';
test.each([
  ['role="Giver"', 'Giver', []],
  ['role="Giver" sure="yes"', 'Link', ['Link: “role” of a relation: Giver', 'Link: “sure” of a relation: yes']],
])('a relation that says %s is of the kind %s', async (says, kind, left) => {
  const document = await readOne(
    `${ENDS}<my:Link xmlns:my="http:///my.ecore" xmi:id="4" sofa="1" begin="12" end="15" Governor="2" Dependent="3" ${says}/>${SOFA}`,
  );
  expect(document.relations.map((relation) => relation.kind)).toEqual([kind]);
  expect(document.left.map(({ what }) => what)).toEqual(left);
});

test('a relation on no words of its own leads from one argument to the other', async () => {
  const { relations, left } = await readOne(
    `${ENDS}<r:LocationOf xmlns:r="http:///my/relation.ecore" xmi:id="4" category="location_of" arg1="5" arg2="6"/>
<r:RelationArgument xmlns:r="http:///my/relation.ecore" xmi:id="5" argument="2" role="Argument"/>
<r:RelationArgument xmlns:r="http:///my/relation.ecore" xmi:id="6" argument="3" role="Related_to"/>${SOFA}`,
  );
  expect(relations.map(({ kind, from, to }) => [kind, from, to])).toEqual([['location_of', '2', '3']]);
  expect(left).toEqual([]);
});

test('a type system beside the folder of a file is its own where there is none above it', async () => {
  const body = `${ENDS.replace('"0" end="3"', '"0" end="3" boss="3"')}${SOFA}`;
  const [found] = await readFound(xmi, toFiles({ 'xmi/doc.xmi': wrap(body), 'types/TypeSystem.xml': TYPES }));
  expect(found).toMatchObject({ document: { relations: [{ kind: 'boss', from: '2', to: '3' }] } });
});

test('in an exported project the folder is the document and the file the annotator', async () => {
  const read = async (name: string) => {
    const [found] = await readFound(xmi, toFiles({ [name]: wrap(`${ENDS}${SOFA}`) }));
    if (!found || !('document' in found)) throw new Error(JSON.stringify(found));
    return [found.document.name, found.document.annotations[0]!.annotator];
  };
  expect(await read('p/annotation/news.txt/sara.xmi')).toEqual(['news.txt', 'sara']);
  expect(await read('p/annotation/news.txt/export.zip/sara.xmi')).toEqual(['news.txt', 'sara']);
  expect(await read('p/curation/news.txt/CURATION_USER.xmi')).toEqual(['news.txt', null]);
});

test('a named entity is called by its value, and its identifier is an entity', async () => {
  const { annotations } = await readOne(
    `<ner:NamedEntity xmi:id="2" sofa="1" begin="0" end="3" value="PER" identifier="http://www.wikidata.org/entity/Q7"/>${SOFA}`,
  );
  expect(annotations).toMatchObject([
    { label: 'PER', attributes: {}, entity: { refs: [{ scheme: 'wikidata', value: 'Q7' }] }, place: 'line 6' },
  ]);
});

test('features are attributes by their ranges; those that lead to others are relations, and so are slots', async () => {
  const { annotations, relations, left } = await readOne(
    `<custom:Person xmi:id="2" sofa="1" begin="0" end="3" age="12" sure="true" boss="3" slots="4 5" shared="6" list="7"><roles>seller</roles><roles>a b</roles></custom:Person>
<custom:Person xmi:id="3" sofa="1" begin="12" end="15" age="0"/>
<custom:Link xmi:id="4" role="buyer" target="3"/><custom:Link xmi:id="5" target="3"/>
<cas:StringArray xmi:id="6"><elements>x</elements><elements>y</elements></cas:StringArray>
<cas:NonEmptyStringList xmi:id="7" head="p" tail="8"/><cas:NonEmptyStringList xmi:id="8" head="q" tail="9"/><cas:EmptyStringList xmi:id="9"/>
${SOFA}`,
  );
  expect(annotations.map(({ label, attributes }) => [label, attributes])).toEqual([
    ['Person', { age: 12, sure: true, shared: ['x', 'y'], list: ['p', 'q'], roles: ['seller', 'a b'] }],
    ['Person', { age: 0 }],
  ]);
  expect(relations.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['boss', '2', '3'],
    ['buyer', '2', '3'],
    ['slots', '2', '3'],
  ]);
  expect(left).toEqual([]);
});

test('a relation is called by its value, and one between words is left', async () => {
  const { relations, left } = await readOne(
    `<custom:Person xmi:id="2" sofa="1" begin="0" end="3"/><custom:Person xmi:id="3" sofa="1" begin="12" end="15"/>
<seg:Token xmi:id="4" sofa="1" begin="0" end="3"/>
<custom:Rel xmi:id="5" sofa="1" begin="12" end="15" Governor="2" Dependent="3" value="sells to"/>
<custom:Rel xmi:id="6" sofa="1" begin="12" end="15" Governor="4" Dependent="3"/>${SOFA}`,
  );
  expect(relations).toMatchObject([{ kind: 'sells to', from: '2', to: '3' }]);
  expect(left.map(({ what }) => what)).toContain('Rel: does not lead from one tag to another');
});

test('without a type system relations and features are read by their names', async () => {
  const [found] = await readFound(
    xmi,
    toFiles({
      'doc.xmi': wrap(
        `<custom:Person xmi:id="2" sofa="1" begin="0" end="3" age="3"/><custom:Person xmi:id="3" sofa="1" begin="12" end="15"/><custom:Rel xmi:id="5" sofa="1" begin="12" end="15" Governor="2" Dependent="3"/>${SOFA}`,
      ),
    }),
  );
  expect(found).toMatchObject({
    document: { annotations: [{ attributes: { age: '3' } }, {}], relations: [{ kind: 'Rel', from: '2', to: '3' }] },
  });
});

test('each view with a text is a document with what stands on it, and one without is left', async () => {
  const files = toFiles({
    'doc.xmi': wrap(
      `<cas:Sofa xmi:id="1" sofaNum="1" sofaID="plain" sofaString="Ann"/><cas:Sofa xmi:id="2" sofaNum="2" sofaID="html" sofaString="&lt;b>Ann"/><cas:Sofa xmi:id="3" sofaNum="3" sofaID="pdf" sofaURI="file:x.pdf"/>
<custom:Person xmi:id="4" sofa="1" begin="0" end="3"/><custom:Person xmi:id="5" sofa="2" begin="3" end="6"/>`,
    ),
  });
  const found = await readFound(xmi, files);
  expect(
    found.map((each) => ('document' in each ? [each.document.name, each.document.annotations[0]!.id] : [])),
  ).toEqual([
    ['doc (plain)', '4'],
    ['doc (html)', '5'],
  ]);
  expect(found[0]).toMatchObject({ document: { left: [{ what: 'a view without a text' }] } });
});

test.each([
  ['is another XML file', '<a/>', 1, /begin with xmi:XMI/u],
  ['is not well formed', wrap('<custom:Person'), 7, /well-formed/u],
  ['has no text', wrap('<tcas:Annotation xmi:id="2" begin="0" end="1"/>'), null, /no text/u],
  ['declares entities', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', 1, /never reads/u],
])('a file that %s is refused', async (_, text, line, reason) => {
  expect(await readFound(xmi, toFiles({ 'a.xmi': text }))).toEqual([
    { refused: { file: 'a.xmi', line, reason: expect.stringMatching(reason) as string } },
  ]);
});

test('a file is known by its name or how it begins', () => {
  const recognises = (name: string, text: string) => xmi.reader!.recognises(toFileSet(toFiles({ [name]: text })));
  expect([recognises('a.xmi', ''), recognises('a.xml', wrap('')), recognises('a.xml', TYPES)]).toEqual([
    true,
    true,
    false,
  ]);
});

const samples = readSamples('uima-json');
describe.skipIf(!samples)('files that others made', () => {
  test('have all their annotations, and those without a text are refused', async () => {
    const lines = survey(xmi, await readFound(xmi, samples ?? new Map()));
    expect(lines.filter((line) => line.includes('There is no text')).length).toBe(7);
    expect(lines.filter((line) => !line.includes('There is no text')).map((line) => line.split('/').at(-2))).toEqual([
      'casWithEmojiUnicodeTextAndAnnotations',
      'casWithLeftToRightTextAndAnnotations',
      'casWithText',
      'casWithTraditionalChineseTextAndAnnotations',
    ]);
    expect(lines.map((line) => /: (\d+) of \1,/u.exec(line)?.[1]).filter((count) => count !== undefined)).toEqual([
      '9',
      '2',
      '0',
      '4',
    ]);
  });
});

const types = readSamples('uima-xmi');
test.skipIf(!types)('the types of DKPro are read, each with what it is one of', () => {
  const system = readTypeSystem(toFileSet(types ?? new Map()).slices('dkpro-core-types.xml'));
  expect(system.size).toBeGreaterThan(100);
  const entity = system.get('de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity');
  expect(entity).toEqual({
    supertype: 'uima.tcas.Annotation',
    ranges: new Map([
      ['value', 'uima.cas.String'],
      ['identifier', 'uima.cas.String'],
    ]),
  });
});
