import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { w3c } from '../../../../electron/formats/w3c/w3c-format.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

type Selector = { type: string; start?: number; end?: number; exact?: string; prefix?: string; suffix?: string };
type Item = { id: string; target: { selector: Selector[] } };

const toFiles = (named: Record<string, unknown>): Files =>
  new Map(
    Object.entries(named).map(([name, value]) => [
      name,
      Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    ]),
  );
const parse = <T = { items: Item[] }>(files: Files, name: string) =>
  JSON.parse(Buffer.from(files.get(name)!).toString()) as T;
const pagesOf = (files: Files) => [...files.keys()].filter((name) => name.startsWith('pages/'));
const sample = (seed: number) =>
  fc.sample(fc.tuple(anyArticle(1), anyArticle(2), anyArticle(3)), { seed, numRuns: 1 })[0]!;

test('whatever is tagged in whatever text comes back, and nothing of it is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(anyArticle(1), anyArticle(2)), (articles) => expectRoundTrip(w3c, articles)),
    { numRuns: 60 },
  );
});

test('words beside a quote cut no grapheme cluster', async () => {
  const flags = '🇸🇾'.repeat(20);
  const text = `${flags}Ann${'👩‍👩‍👧‍👦'.repeat(9)}`;
  const item = plainArticle(text, ['actor', flags.length, flags.length + 3]);
  const [page] = pagesOf(await writeInMemory(w3c, toDataset([item])));
  const { target } = parse(await writeInMemory(w3c, toDataset([item])), page!).items[0]!;
  const { prefix, suffix } = target.selector[1]!;
  expect(isGraphemeBorder(text, flags.length - prefix!.length)).toBe(true);
  expect(isGraphemeBorder(text, flags.length + 3 + suffix!.length)).toBe(true);
  expect([prefix!.length >= 32, suffix!.length >= 32]).toEqual([true, true]);
  expect(target.selector[0]).toMatchObject({ start: 40, end: 43 });
});

test('without texts there are no words but the quotes', async () => {
  const dataset = toDataset(sample(7), { withText: false });
  const files = await writeInMemory(w3c, dataset);
  expect([...files.keys()].filter((name) => name.startsWith('texts/'))).toEqual([]);
  expect(
    pagesOf(files)
      .map((name) => Buffer.from(files.get(name)!).toString())
      .join(''),
  ).not.toContain('"prefix"');
  expect(await w3c.recheck(toWritten(files), dataset)).toMatchObject({ articles: 3, mismatches: [] });
  const found = await readFound(w3c, files);
  expect(found).toMatchObject([1, 2, 3].map(() => ({ document: { text: null } })));
});

test('a dataset without articles is an empty collection', async () => {
  const files = await writeInMemory(w3c, toDataset([]));
  expect(parse<object>(files, 'collection.json')).toMatchObject({ type: 'AnnotationCollection', total: 0 });
  expect(await w3c.recheck(toWritten(files), toDataset([]))).toMatchObject({
    articles: 0,
    annotations: 0,
    mismatches: [],
  });
});

test('a changed text, offset, quote, order or total is found', async () => {
  const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
  const files = await writeInMemory(w3c, toDataset([item]));
  const { uid } = item.article;
  const recheck = async (name: string, from: string, to: string) => {
    const written = Buffer.from(files.get(name)!).toString();
    expect(written).toContain(from);
    const changed = new Map(files).set(name, Buffer.from(written.replace(from, to)));
    return (await w3c.recheck(toWritten(changed), toDataset([item]))).mismatches;
  };
  const page = `pages/${uid}.json`;
  expect(await recheck(page, '"items"', '"items"')).toEqual([]);
  expect(await recheck(page, '"start": 8', '"start": 7')).toEqual([`annotation ${item.annotations[1]!.uid}`]);
  expect(await recheck(page, '"exact": "Ann"', '"exact": "Anna"')).toEqual([`annotation ${item.annotations[0]!.uid}`]);
  expect(await recheck(page, '"suffix": " met', '"suffix": " mat')).toEqual([`annotation ${item.annotations[0]!.uid}`]);
  expect(await recheck(`texts/${uid}.txt`, 'met', 'mat')).toContain(`text of ${uid}`);
  expect(await recheck(page, '"startIndex": 0', '"startIndex": 1')).toEqual([`page of ${uid}`]);
  expect(await recheck('collection.json', '"total": 2', '"total": 3')).toEqual(['collection']);
});

describe('what others write', () => {
  const context = 'http://www.w3.org/ns/anno.jsonld';
  const text = '👍🏽 Ann met Bob and Bob';
  const recogito = (id: string, start: number, exact: string) => ({
    '@context': context,
    id: `#${id}`,
    type: 'Annotation',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
      { type: 'TextualBody', purpose: 'commenting', value: 'who?' },
      { type: 'SpecificResource', purpose: 'identifying', source: 'https://example.org/people/Ann' },
    ],
    target: {
      selector: [
        { type: 'TextQuoteSelector', exact },
        { type: 'TextPositionSelector', start, end: start + exact.length },
      ],
    },
  });

  test('Recogito: UTF-16 is told by its quotes, and a link goes with what it leads from', async () => {
    const link = {
      '@context': context,
      id: '#l',
      type: 'Annotation',
      motivation: 'linking',
      body: [{ type: 'TextualBody', purpose: 'tagging', value: 'met' }],
      target: [{ id: '#a' }, { id: '#b' }],
    };
    const files = toFiles({ 'a.json': [recogito('a', 5, 'Ann'), recogito('b', 13, 'Bob'), link], 'a.txt': text });
    const found = await readFound(w3c, files);
    expect(survey(w3c, found)).toEqual(['a.json: 2 of 2, 2 of 2 utf16; 1 relations']);
    expect(found).toMatchObject([
      {
        document: {
          annotations: [
            { label: 'PER', note: 'who?', uid: null, entity: { name: 'Ann', refs: [{ scheme: 'uri' }] } },
            {},
          ],
          relations: [{ kind: 'met', from: '#a', to: '#b' }],
        },
      },
    ]);
  });

  test('Recogito: places and people have no source, whoever made a body made the annotation, and tags may be of a list', async () => {
    const body = (value: string, more: object = {}) => ({
      type: 'SpecificResource',
      purpose: 'identifying',
      value,
      creator: 'https://recogito.example.org/ann',
      ...more,
    });
    const annotated = (id: string, bodies: object[]) => ({ ...recogito(id, 5, 'Ann'), body: bodies });
    const files = toFiles({
      'a.json': [
        annotated('a', [body('https://example.org/places/Ulm')]),
        annotated('b', [body('PLACE')]),
        annotated('c', [body('Ulm', { id: 'https://example.org/places/7' })]),
        annotated('d', [
          { type: 'SpecificResource', purpose: 'classifying', source: { id: 'https://example.org/7', label: 'sea' } },
        ]),
        annotated('e', [{ type: 'SpecificResource', purpose: 'identifying' }]),
      ],
      'a.txt': text,
    });
    const found = await readFound(w3c, files);
    expect(found[0]).toMatchObject({ refused: { reason: 'A SpecificResource has no source.' } });
    expect(found[1]).toMatchObject({
      document: {
        annotations: [
          { annotator: 'ann', label: 'highlighting', entity: { name: 'Ulm' } },
          { annotator: 'ann', label: 'PLACE', entity: null },
          { entity: { name: 'Ulm', refs: [{ value: 'https://example.org/places/7' }] } },
          { annotator: null, label: 'sea', entity: null },
        ],
      },
    });
  });

  test('Hypothesis: what its page exports is read, with what the page is called', async () => {
    const target = [{ source: 'https://example.org/a', selector: [{ type: 'TextQuoteSelector', exact: 'Ann' }] }];
    const exported = {
      export_date: '2024-03-12T10:00:00Z',
      export_userid: 'acct:ann@example.org',
      client_version: '1.1',
      annotations: [
        { id: 'a', user: 'acct:ann@example.org', tags: ['PER'], text: '', document: { title: [' A page '] }, target },
      ],
    };
    expect(await readFound(w3c, toFiles({ 'a.json': exported, 'a.txt': text }))).toMatchObject([
      { document: { title: 'A page', annotations: [{ label: 'PER', annotator: 'ann@example.org' }] } },
    ]);
  });

  test('selectors that the model does not know stand beside those that say where the words are', async () => {
    const own = recogito('a', 5, 'Ann');
    const selector = [{ type: 'ProgressionSelector', value: 0.4 }, ...own.target.selector];
    const found = await readFound(w3c, toFiles({ 'a.json': [{ ...own, target: { selector } }], 'a.txt': text }));
    expect(survey(w3c, found)).toEqual(['a.json: 1 of 1, 1 of 1 utf16']);
  });

  test('a quote alone is found by what stands beside it, and listed where it stands twice', async () => {
    const quote = (id: string, more: object) => ({
      '@context': context,
      id,
      type: 'Annotation',
      motivation: 'highlighting',
      target: { source: 'a.txt', selector: { type: 'TextQuoteSelector', exact: 'Bob', ...more } },
    });
    const files = toFiles({
      'x.json': [quote('a', { prefix: 'met ' }), quote('b', {}), quote('c', {})],
      'a.txt': text,
    });
    expect(survey(w3c, await readFound(w3c, files))).toEqual([
      'x.json: 1 of 3, 0 of 3 codepoint; quote-repeated, quote-repeated',
    ]);
  });

  test('bodies elsewhere, replies, places that are no text and second tags are listed or kept', async () => {
    const target = { source: 'https://example.org/a', selector: { type: 'TextQuoteSelector', exact: 'Ann' } };
    const files = toFiles({
      'x.json': { rows: [{ id: 'r', references: ['a'], text: 'no', target: [{ source: 'https://example.org/a' }] }] },
      'y.json': { '@context': context, id: 'a', type: 'Annotation', body: ['https://example.org/b'], target },
      'z.json': {
        '@context': context,
        type: 'AnnotationPage',
        id: 'p',
        items: [
          { id: 'b', type: 'Annotation', target: { ...target, selector: { type: 'CssSelector', value: 'p' } } },
          1,
        ],
      },
    });
    expect(await readFound(w3c, files)).toMatchObject([
      { refused: { file: 'z.json', line: 1, reason: 'Item 2: It is no object.' } },
      {
        document: {
          address: 'https://example.org/a',
          text: null,
          annotations: [{ label: 'highlighting' }],
          left: [
            { what: 'reply to another annotation', quote: 'no' },
            { what: 'body that stands elsewhere', quote: 'https://example.org/b' },
            { what: 'annotation that is of no words in a text', quote: 'b' },
          ],
        },
      },
    ]);
  });

  test('a collection whose pages are elsewhere is refused, and one whose pages are there is not', async () => {
    const collection = { '@context': context, id: 'c', type: 'AnnotationCollection', total: 1, first: 'urn:p:1' };
    const page = { '@context': context, id: 'urn:p:1', type: 'AnnotationPage', items: [] };
    expect(await readFound(w3c, toFiles({ 'c.json': collection, 'p.json': page }))).toEqual([]);
    expect(await readFound(w3c, toFiles({ 'c.json': collection }))).toEqual([
      { refused: { file: 'c.json', line: 1, reason: 'Its first page (urn:p:1) is not among the files.' } },
    ]);
  });

  test('other JSON is not taken for annotations', () => {
    expect(w3c.reader!.recognises(toFileSet(toFiles({ 'a.json': { text: 'Ann', label: [] } })))).toBe(false);
  });
});

const samples = readSamples('w3c-annotation');
describe.skipIf(!samples)('by the files of the W3C and of Hypothesis', () => {
  const within = (folder: string) => new Map([...(samples ?? [])].filter(([name]) => name.startsWith(`${folder}/`)));

  test('what is written is valid by each schema of the test suite that is a must', async () => {
    const ajv = new Ajv({ strict: false, logger: false });
    addFormats(ajv);
    const schemas = [...within('schemas')].map(
      ([, bytes]) => JSON.parse(Buffer.from(bytes).toString()) as { id: string; assertionType?: string },
    );
    for (const schema of schemas) if (schema.assertionType === undefined) ajv.addSchema(schema);
    const musts = schemas.filter(({ assertionType }) => assertionType === 'must').map((schema) => ajv.compile(schema));
    const items: Item[] = [];
    for (const seed of [1, 2, 3]) {
      const files = await writeInMemory(w3c, toDataset(sample(seed)));
      items.push(...pagesOf(files).flatMap((name) => parse(files, name).items));
    }
    const faults = items.flatMap((item) => {
      const whole = { '@context': 'http://www.w3.org/ns/anno.jsonld', ...item };
      return musts.filter((isValid) => !isValid(whole)).map((isValid) => (isValid.schema as { id: string }).id);
    });
    expect([musts.length > 20, items.length > 5, faults]).toEqual([true, true, []]);
  });

  test('each annotation that is correct is read, and each file that is not is refused with a reason', async () => {
    const correct = await readFound(w3c, within('correct'));
    expect(correct.filter((each) => 'refused' in each)).toEqual([]);
    const incorrect = await readFound(w3c, within('incorrect'));
    expect(incorrect.filter((each) => 'document' in each)).toEqual([]);
    const refused = incorrect.flatMap((each) => ('refused' in each ? [each.refused.file] : []));
    expect(new Set(refused)).toEqual(new Set(within('incorrect').keys()));
  });

  test('every quote of Hypothesis stands in its page', async () => {
    expect(survey(w3c, await readFound(w3c, within('hypothesis')))).toEqual([
      'hypothesis/minimal.json: 1 of 1, 1 of 1 codepoint',
      'hypothesis/wikipedia-regression-testing.json: 5 of 5, 5 of 5 codepoint',
    ]);
  });
});
