import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Entity } from '#shared/domain/entity';
import { AnnotationId, ArticleId, ClusterId, EntityId } from '#shared/domain/ids';
import type { Dataset, DatasetArticle } from '../../../../electron/formats/format.ts';
import type { Found } from '../../../../electron/formats/found.ts';
import { jsonl } from '../../../../electron/formats/jsonl/jsonl-format.ts';
import { ArticleRecord, EntityRecord, EventCardRecord } from '../../../../electron/formats/jsonl/records.ts';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { toDataset, toFileSet, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { anyArticle, CODEBOOK } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';

const SCHEMA = new URL('../../../../docs/galley-jsonl.schema.json', import.meta.url);
const textOf = (files: Files, name: string) => Buffer.from(files.get(name)!).toString();
const linesOf = (files: Files, name: string) =>
  textOf(files, name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const readAll = (files: Files) => [...(jsonl.reader!.read(toFileSet(files), { unit: 'auto' }) as Iterable<Found>)];
const sampleArticles = (seed: number): DatasetArticle[] =>
  fc.sample(fc.tuple(anyArticle(1), anyArticle(2), anyArticle(3)), { seed, numRuns: 1 })[0]!;

const entity: Entity = {
  uid: EntityId.parse('000000e0-0001-7000-8000-000000000001'),
  label: 'location',
  kind: 'city',
  name: 'حلب',
  aliases: ['حلب', 'Aleppo'],
  count: 3,
  byRule: 1,
  outlets: [],
  details: {
    description: 'A city\u2028in the north',
    latitude: 36.2,
    longitude: 37.16,
    refs: [{ scheme: 'wikidata', value: 'Q41183' }],
    aliases: [
      { uid: '000000e0-0002-7000-8000-000000000001', form: 'حلب', script: 'Arab', outlet: null, neverAlone: false },
      {
        uid: '000000e0-0003-7000-8000-000000000001',
        form: 'Aleppo',
        script: 'Latn',
        outlet: 'Harbour Post',
        neverAlone: true,
      },
    ],
    forms: [],
  },
  merged: [],
  ofOutlets: [],
};
const card = (members: string[]) => ({
  uid: ClusterId.parse('000000c0-0001-7000-8000-000000000001'),
  title: 'The ferry',
  date: '2024-03',
  place: 'حلب',
  note: 'one\ntwo',
  members,
});
const full = (articles: DatasetArticle[], changes: Partial<Dataset> = {}): Dataset => ({
  ...toDataset(articles),
  entities: () => [entity],
  clusters: () => [card([articles[0]!.annotations[0]!.uid])],
  ...changes,
});
/** Two articles, with a relation and a span of a value from the first to the second. */
function twoArticles(): [DatasetArticle, DatasetArticle] {
  const article = (n: number, text: string): DatasetArticle['article'] => ({
    uid: ArticleId.parse(`aaaaaaa${n}-0000-8000-8000-000000000000`),
    title: `Article ${n}`,
    outlet: 'Harbour Post',
    date: '2024-03-12',
    language: 'en',
    address: 'https://example.org/1',
    byline: 'By Ann Dell',
    sha256: process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex'),
    text,
  });
  const [one, two] = [article(1, '👍🏽 Ann of حلب spoke.'), article(2, '🇸🇾 said nobody.')];
  const annotation = (n: number, of: DatasetArticle['article'], start: number, end: number) => ({
    uid: AnnotationId.parse(`0000000${n}-0000-7000-8000-000000000000`),
    article: of.uid,
    label: 'claim',
    spans: [{ start, end, quote: of.text.slice(start, end) }],
    entity: 'حلب',
    entityUid: entity.uid,
    entityLink: 'rule' as const,
    attributes: { span: { article: two.uid, start: 5, end: 9, quote: 'said' } },
    kept: { 'actor: rank': 'captain' },
    toFill: [],
    annotator: 'Sara',
    layer: 'settled' as const,
    state: 'corrected' as const,
    revises: AnnotationId.parse('00000009-0000-7000-8000-000000000000'),
    correctedBy: null,
    origin: 'hand' as const,
    note: '',
  });
  const textOfOther = (uid: string) => (uid === two.uid ? two.text : one.text);
  const relation = {
    uid: '0000000b-0000-7000-8000-000000000000',
    kind: 'contradicts',
    isSymmetric: true,
    from: annotation(1, one, 5, 8).uid,
    to: annotation(2, two, 5, 9).uid,
    toArticle: two.uid,
    note: 'both',
    annotator: 'Omar',
    state: 'accepted' as const,
  };
  return [
    {
      article: one,
      annotations: [annotation(1, one, 5, 8)],
      relations: [relation],
      textOf: textOfOther,
      details: () => ({
        dateWritten: '12 March',
        meta: [{ key: 'section', value: 'Sea', foundBy: 'table' }],
        blocks: [{ kind: 'paragraph', start: 0, end: one.text.length, repeatOf: null, foundBy: 'lines' }],
      }),
    },
    { article: two, annotations: [annotation(2, two, 5, 9)], relations: [], textOf: textOfOther },
  ];
}

test('whatever is tagged in whatever text comes back, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(anyArticle(1), anyArticle(2)), async (articles) => {
      expect(articles.flatMap((item) => listLosses(jsonl, item, toDataset([])))).toEqual([]);
      await expectRoundTrip(jsonl, articles);
    }),
    { numRuns: 60 },
  );
});

test('what a dataset knows beside annotations comes back too', async () => {
  const articles = twoArticles();
  const found = readAll(await writeInMemory(jsonl, full(articles)));
  expect(found.map((each) => Object.keys(each)[0])).toEqual(['codebook', 'entity', 'document', 'document', 'cluster']);
  const [codebook, first, one, , cluster] = found as unknown as [
    { codebook: { labels: { name: string }[] } },
    ...{ [key: string]: Record<string, unknown> }[],
  ];
  expect(codebook.codebook.labels.map(({ name }) => name)).toEqual(CODEBOOK.labels.map(({ name }) => name));
  expect(first!['entity']).toEqual({
    uid: entity.uid,
    label: 'location',
    kind: 'city',
    name: 'حلب',
    description: 'A city\u2028in the north',
    latitude: 36.2,
    longitude: 37.16,
    refs: [{ scheme: 'wikidata', value: 'Q41183' }],
    aliases: [{ form: 'Aleppo', outlet: 'Harbour Post', neverAlone: true }],
  });
  expect(one!['document']).toMatchObject({
    language: 'en',
    address: 'https://example.org/1',
    meta: [
      { key: 'byline', value: 'By Ann Dell' },
      { key: 'date written', value: '12 March' },
      { key: 'section', value: 'Sea' },
    ],
    blocks: [{ kind: 'paragraph', start: 0, end: 20, repeatOf: null, foundBy: 'lines' }],
    annotations: [
      {
        spans: [{ start: 3, end: 6, quote: 'Ann' }],
        entity: { name: 'حلب', uid: entity.uid, refs: [{ scheme: 'wikidata', value: 'Q41183' }], link: 'rule' },
        attributes: { span: { article: articles[1].article.uid, start: 3, end: 7, quote: 'said' } },
        kept: { 'actor: rank': 'captain' },
        layer: 'settled',
        origin: 'hand',
        revises: '00000009-0000-7000-8000-000000000000',
        state: 'corrected',
      },
    ],
    relations: [{ toDocument: articles[1].article.uid, state: 'accepted', annotator: 'Omar', note: 'both' }],
    left: [],
  });
  expect(cluster!['cluster']).toEqual({ ...card([articles[0].annotations[0]!.uid]) });
});

describe('without texts', () => {
  test('a dataset has their hashes and the quotes, and reads back', async () => {
    const dataset = full(twoArticles(), { withText: false });
    const files = await writeInMemory(jsonl, dataset);
    expect(textOf(files, 'articles.jsonl')).not.toContain('nobody');
    expect(await jsonl.recheck(toWritten(files), dataset)).toEqual({
      ...{ articles: 2, annotations: 2, relations: 1 },
      mismatches: [],
    });
    expect(readAll(files)).toContainEqual({
      document: expect.objectContaining({
        text: null,
        sha256: dataset.articles()[Symbol.iterator]().next().value!.article.sha256,
      }),
    });
    files.set(
      'articles.jsonl',
      Buffer.from(textOf(files, 'articles.jsonl').replace('"quote":"Ann"', '"quote":"Anna"')),
    );
    expect((await jsonl.recheck(toWritten(files), dataset)).mismatches).toHaveLength(1);
  });
});

describe('the schema in docs', () => {
  test('is what the reader takes', async () => {
    const define = (record: z.ZodType) => ({ ...z.toJSONSchema(record), $schema: undefined });
    const whole = {
      ...z.toJSONSchema(ArticleRecord),
      title: 'Galley JSONL: one line of articles.jsonl; those of entities.jsonl and event-cards.jsonl are in $defs',
      $defs: { entity: define(EntityRecord), 'event-card': define(EventCardRecord) },
    };
    const options = await resolveConfig(SCHEMA);
    await expect(await format(JSON.stringify(whole), { ...options, parser: 'json' })).toMatchFileSnapshot(
      SCHEMA.pathname,
    );
  });

  test('holds for what is written, by a validator that is not ours, and fails where a line is changed', async () => {
    const ajv = addFormats.default(new Ajv2020({ strictTypes: false }));
    const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { $defs: Record<string, object> };
    const isArticle = ajv.compile(schema);
    const [isEntity, isCard] = [ajv.compile(schema.$defs['entity']!), ajv.compile(schema.$defs['event-card']!)];
    for (const withText of [true, false])
      for (const articles of [twoArticles(), sampleArticles(3), sampleArticles(7)]) {
        const files = await writeInMemory(jsonl, full(twoArticles(), { articles: () => articles, withText }));
        for (const line of linesOf(files, 'articles.jsonl')) expect(isArticle(line) || isArticle.errors).toBe(true);
        for (const line of linesOf(files, 'entities.jsonl')) expect(isEntity(line) || isEntity.errors).toBe(true);
        for (const line of linesOf(files, 'event-cards.jsonl')) expect(isCard(line) || isCard.errors).toBe(true);
      }
    const [line] = linesOf(await writeInMemory(jsonl, full(twoArticles())), 'articles.jsonl');
    for (const change of [{ unit: 'utf16' }, { id: 1 }, { date: '12 March' }, { annotations: [{ id: 'x' }] }])
      expect(isArticle({ ...line, ...change })).toBe(false);
  });
});

describe('checking finds', () => {
  const changed = async (file: string, from: string | RegExp, to: string) => {
    const dataset = full(twoArticles());
    const files = await writeInMemory(jsonl, dataset);
    expect((await jsonl.recheck(toWritten(files), dataset)).mismatches).toEqual([]);
    const text = textOf(files, file);
    expect(text.replace(from, to)).not.toBe(text);
    files.set(file, Buffer.from(text.replace(from, to)));
    return (await jsonl.recheck(toWritten(files), dataset)).mismatches;
  };
  test.each([
    ['a text that was changed', 'articles.jsonl', 'nobody', 'nobodY', /^text of aaaaaaa2/u],
    ['an offset that was changed', 'articles.jsonl', '"start":3,"end":6', '"start":4,"end":7', /^annotation 00000001/u],
    [
      'words of another article that are not there',
      'articles.jsonl',
      '"end":7,"quote":"said"',
      '"end":7,"quote":"sold"',
      /^a value of annotation 00000001/u,
    ],
    ['a block that was changed', 'articles.jsonl', '"end":20', '"end":19', /^blocks of aaaaaaa1/u],
    ['a relation from nowhere', 'articles.jsonl', '"from":"00000001', '"from":"00000007', /^relation 0000000b/u],
    ['an entity that is not described', 'entities.jsonl', '"id":"000000e0', '"id":"000000e1', /^entity 000000e0/u],
  ])('%s', async (_, file, from, to, said) => {
    expect(await changed(file, from, to)).toEqual([expect.stringMatching(said)]);
  });
});

describe('reading', () => {
  const withLine = async (line: string) => {
    const files = await writeInMemory(jsonl, full(twoArticles()));
    const lines = textOf(files, 'articles.jsonl').split('\n');
    files.set('articles.jsonl', Buffer.from([lines[0], line, lines[1]].join('\n')));
    return readAll(files).flatMap((found) => ('refused' in found ? [found.refused] : []));
  };
  test.each([
    ['is not JSON', '{"galley":1,', /not JSON/u],
    ['has another unit', '{"galley":1,"unit":"utf16"}', /“unit” is not as it should be/u],
    [
      'has an offset that is no number',
      '{"galley":1,"unit":"codepoint","id":"aaaaaaa3-0000-8000-8000-000000000000","outlet":null,"title":"","date":null,"sha256":"","annotations":[]}',
      /“sha256” is not as it should be: A SHA-256/u,
    ],
  ])('refuses a line that %s by its number, and takes the others', async (_, line, reason) => {
    expect(await withLine(line)).toEqual([
      { file: 'articles.jsonl', line: 2, reason: expect.stringMatching(reason) as string },
    ]);
  });

  test('lists what somebody added to a line', async () => {
    const files = await writeInMemory(jsonl, full(twoArticles()));
    const [line] = linesOf(files, 'articles.jsonl');
    const annotations = (line!['annotations'] as object[]).map((each) => ({ ...each, mood: 'sad' }));
    files.set('articles.jsonl', Buffer.from(JSON.stringify({ ...line, annotations, rating: 5 })));
    const [document] = readAll(files).flatMap((found) => ('document' in found ? [found.document] : []));
    expect(document!.left).toEqual([
      { what: 'what stands under “rating”', place: 'line 1', quote: '', count: 1 },
      { what: 'what stands under “mood”', place: 'line 1', quote: '', count: 1 },
    ]);
  });

  test('knows its files by their first line, whatever they are called, and no others', async () => {
    const files = await writeInMemory(jsonl, full(twoArticles()));
    expect(jsonl.reader!.recognises(toFileSet(files))).toBe(true);
    const renamed = new Map([['train/mine.jsonl', files.get('articles.jsonl')!]]);
    expect(jsonl.reader!.recognises(toFileSet(renamed))).toBe(true);
    expect(readAll(renamed)).toHaveLength(2);
    const sorted = Object.fromEntries(Object.entries(linesOf(files, 'articles.jsonl')[0]!).sort());
    const set = JSON.stringify(sorted, null, 1).replaceAll('\n', ''); // as other programs set it
    expect(jsonl.reader!.recognises(toFileSet(new Map([['a.jsonl', Buffer.from(set)]])))).toBe(true);
    for (const [name, text] of [
      ['articles.jsonl', '{"text":"Ann","label":[[0,3,"actor"]]}'],
      ['entities.jsonl', textOf(files, 'entities.jsonl')],
    ] as const)
      expect(jsonl.reader!.recognises(toFileSet(new Map([[name, Buffer.from(text)]])))).toBe(false);
  });

  test('takes lines of earlier versions', () => {
    const line = {
      galley: 1,
      unit: 'codepoint',
      id: 'aaaaaaa3-0000-8000-8000-000000000000',
      text: 'Ann',
      outlet: null,
      title: 'Ann',
      date: null,
      sha256: '0'.repeat(64),
      annotations: [],
    };
    expect(readAll(new Map([['articles.jsonl', Buffer.from(JSON.stringify(line))]]))).toMatchObject([
      { document: { text: 'Ann', relations: [], left: [] } },
    ]);
  });
});

test('the same dataset gives the same bytes', async () => {
  const write = async () => [
    ...(await writeInMemory(jsonl, full(sampleArticles(5).filter(({ annotations }) => annotations.length > 0)))),
  ];
  expect(await write()).toEqual(await write());
});
