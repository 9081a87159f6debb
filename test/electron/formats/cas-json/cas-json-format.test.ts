import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casJson } from '../../../../electron/formats/cas-json/cas-json-format.ts';
import { expectFacts } from '../../../helpers/formats/facts.ts';
import { toFileSet } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';
import { recheckChanged, writeTexts } from '../../../helpers/formats/tamper.ts';

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) => expectRoundTrip(casJson, articles)),
    { numRuns: 60 },
  ));

test('what is known of an article, of who tagged and of what was decided comes back', () => expectFacts(casJson));

const text = 'Ann met 👍🏽 Bob\u0001.';
const item = plainArticle(text, ['actor', 0, 3], ['claim', 13, 16]);
item.annotations[1]!.attributes = { choices: ['one', '=4'] };
const file = `${item.article.uid}.json`;

test('a file has its types, the text before all else, and arrays as objects of their own', async () => {
  const cas = JSON.parse((await writeTexts(casJson, item))[file]!) as Record<string, unknown>;
  expect(Object.keys(cas)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
  expect(cas['%TYPES']).toMatchObject({
    'custom.Claim': { '%SUPER_TYPE': 'uima.tcas.Annotation', choices: { '%RANGE': 'uima.cas.StringArray' } },
  });
  const structures = cas['%FEATURE_STRUCTURES'] as Record<string, unknown>[];
  expect(Object.keys(structures[0]!).slice(0, 2)).toEqual(['%ID', '%TYPE']);
  expect(structures[0]).toMatchObject({ '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: text });
  expect(structures[4]).toMatchObject({ '@sofa': 1, begin: 13, end: 16, '@choices': 6 });
  expect(structures[5]).toEqual({ '%ID': 6, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['one', '=4'] });
});

test.each([
  ['an offset', '"begin":13,"end":16', '"begin":12,"end":16'],
  ['a quote', '"galleyQuote":"Ann"', '"galleyQuote":"Anna"'],
  ['a byte of the text', 'Ann met', 'Ann set'],
  ['a type that nobody declared', '"%TYPE":"custom.Actor"', '"%TYPE":"custom.Factor"'],
  ['an id that is in no view', /("%MEMBERS":\[[^\]]*),4\b/u, '$1'],
  ['an end that is not there', '"@choices":6', '"@choices":7'],
])('with %s that was changed it does not check out', async (_, from, to) => {
  expect(await recheckChanged(casJson, item, file, from, to)).not.toEqual([]);
});

const toFiles = (json: unknown, name = 'a.json') =>
  new Map([[name, Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))]]);
const SOFA = { '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: '👍 Ann met Bob' };

describe('reading', () => {
  test('takes objects by id, offsets with their mark, and references of every kind', async () => {
    const [found] = await readFound(
      casJson,
      toFiles({
        '%TYPES': {},
        '%FEATURE_STRUCTURES': {
          1: SOFA,
          2: {
            '%TYPE': 'my.Person',
            '@sofa': 1,
            '^begin': 3,
            '^end': 6,
            '@boss': 0,
            '@friends': 4,
            '#score': 'NaN',
            none: null,
          },
          3: { '%TYPE': 'my.Person', '@sofa': 1, '^begin': 11, '^end': 14, nested: { a: 1 } },
          4: { '%TYPE': 'my.Person[]', '%ELEMENTS': [3, null] },
          5: { '%TYPE': 'my.Meets', '@sofa': 1, begin: 7, end: 10, '@Governor': 2, '@Dependent': 3 },
        },
        '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 5] } },
      }),
    );
    expect(found).toMatchObject({
      document: {
        unit: null,
        annotations: [
          {
            label: 'Person',
            spans: [{ start: 3, end: 6 }],
            attributes: { score: 'NaN' },
            place: 'feature structure 2',
          },
          { attributes: { nested: '{"a":1}' } },
        ],
        relations: [
          { kind: 'friends', from: '2', to: '3' },
          { kind: 'Meets', from: '2', to: '3' },
        ],
      },
    });
  });

  test.each([
    ['UTF-32', 'codepoint', 2],
    ['UTF-8', 'byte', 5],
    ['UTF-16', 'utf16', 3],
  ])('takes what the header says that offsets count: %s', async (encoding, unit, start) => {
    const found = await readFound(
      casJson,
      toFiles({
        '%HEADER': { 'offset-encoding': encoding },
        '%FEATURE_STRUCTURES': [
          { '%ID': 1, ...SOFA },
          { '%ID': 2, '%TYPE': 'my.Person', '@sofa': 1, begin: start, end: start + 3 },
        ],
      }),
    );
    expect(found).toMatchObject([{ document: { unit, annotations: [{ spans: [{ start }] }] } }]);
    expect(survey(casJson, found)).toEqual([`a.json: 1 of 1, 0 of 0 ${unit}`]);
  });

  test.each([
    ['is no JSON', '{"%TYPES": {}\n"%FEATURE_STRUCTURES": []}', 2, /not JSON/u],
    ['has a sign too many', '{\n  "%TYPES": {},\n  "%VIEWS": { "_InitialView": ; }\n}', 3, /not JSON/u],
    ['begins with one', '{\n ;"%TYPES": {}}', 2, /not JSON/u],
    ['ends too early', '{\n  "%TYPES": {},\n  "%VIEWS":\n', 3, /not JSON/u],
    ['is of an older form', '{"_context":{"_types":{}},"_views":{"_InitialView":{}}}', null, /before 0\.4/u],
    ['is other JSON', '[{"text": "Ann"}]', null, /no CAS/u],
    ['has no text', '{"%TYPES": {}, "%VIEWS": {}}', null, /no text/u],
  ])('refuses a file that %s', async (_, json, line, reason) => {
    expect(await readFound(casJson, toFiles(json))).toEqual([
      { refused: { file: 'a.json', line, reason: expect.stringMatching(reason) as string } },
    ]);
  });

  test('knows its files by what stands in them', () => {
    const recognises = (json: unknown) => casJson.reader!.recognises(toFileSet(toFiles(json)));
    expect([recognises({ '%TYPES': {} }), recognises({ text: '%TYPES', of: ['%TYPES'] })]).toEqual([true, false]);
  });
});

const samples = readSamples('uima-json');
test.skipIf(!samples)(
  'files that others made have all their annotations, and those without a text are refused',
  async () => {
    const lines = survey(casJson, await readFound(casJson, samples ?? new Map()));
    expect(lines.map((line) => line.replace(/^apache-FsAsArray\/cas(.*)\/data\.json/u, '$1'))).toEqual([
      'WithEmojiUnicodeTextAndAnnotations: 9 of 9, 0 of 0 utf16',
      expect.stringContaining('WithFloatingPointSpecialValues: There is no text'),
      expect.stringContaining('WithFsList: There is no text'),
      'WithLeftToRightTextAndAnnotations: 2 of 2, 0 of 0 utf16',
      expect.stringContaining('WithSofaDataArray: There is no text'),
      expect.stringContaining('WithSofaDataURI: There is no text'),
      'WithText: 0 of 0, 0 of 0 utf16',
      'WithTextAndAnnotations: 4 of 4, 0 of 0 utf16',
      'WithTraditionalChineseTextAndAnnotations: 4 of 4, 0 of 0 utf16',
      expect.stringContaining('WithoutTextButWithAnnotations: There is no text'),
      expect.stringContaining('emptyCas/data.json: There is no text'),
    ]);
  },
);
