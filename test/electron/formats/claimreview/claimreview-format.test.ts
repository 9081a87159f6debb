import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimReview, WithContext } from 'schema-dts';
import { structuredDataTestHtml } from 'structured-data-testing-tool';
import { Google } from 'structured-data-testing-tool/presets.js';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import { AnnotationId, ArticleId, EntityId } from '#shared/domain/ids';
import { claimReview } from '../../../../electron/formats/claimreview/claimreview-format.ts';
import type { Review } from '../../../../electron/formats/claimreview/to-review.ts';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { toDataset, toWritten, writeInMemory } from '../../../helpers/formats/in-memory.ts';

const text = 'The ministry said 12 boats were lost. Nobody answered. “</script><b>” was written there.';
const uid = ArticleId.parse('aaaaaaa1-0000-8000-8000-000000000000');
const ministry = EntityId.parse('000000e0-0001-7000-8000-000000000001');
const annotation = (
  n: number,
  words: string,
  attributes: Annotation['attributes'],
  changes: Partial<Annotation> = {},
) => {
  const start = text.indexOf(words);
  return {
    uid: AnnotationId.parse(`0000000${n}-0000-7000-8000-000000000000`),
    article: uid,
    label: 'claim',
    spans: [{ start, end: start + words.length, quote: words }],
    entity: null,
    entityUid: null,
    entityLink: null,
    attributes,
    kept: {},
    toFill: [],
    annotator: 'Sara Nour',
    layer: 'own',
    state: 'unchecked',
    revises: null,
    correctedBy: null,
    origin: 'hand',
    note: '',
    ...changes,
  } satisfies Annotation;
};
const claims = [
  annotation(
    1,
    '12 boats were lost',
    {
      verdict: 'refuted',
      attribution: [{ who: { entity: ministry, name: 'The ministry' } }, { who: 'the outlet' }, { who: 'unnamed' }],
      evidence: [{ address: 'https://example.org/list', archived: 'https://example.org/kept', note: 'a list' }],
      voice: 'quoted',
    },
    { note: 'Nine were.' },
  ),
  annotation(2, 'Nobody answered', { verdict: 'cannot be checked' }),
  annotation(3, text, { verdict: 'contested' }),
  annotation(4, 'The ministry', {}, { label: 'actor' }),
];
const item: DatasetArticle = {
  article: {
    uid,
    title: 'Boats',
    outlet: 'Harbour Post',
    date: '2024-03-12',
    language: 'en',
    address: 'https://example.org/boats',
    byline: null,
    sha256: '0'.repeat(64),
    text,
  },
  annotations: claims,
  relations: [],
  textOf: () => text,
};
const write = async (articles: DatasetArticle[]) => {
  const files = await writeInMemory(claimReview, toDataset(articles));
  return { files, text: Buffer.from(files.get('claim-reviews.json')!).toString() };
};
const reviewsOf = async (articles = [item]) => JSON.parse((await write(articles)).text) as Review[];

test('is one review for each claim that was rated, with who said it, where, and what the verdict rests on', async () => {
  const reviews = await reviewsOf();
  expect(reviews).toHaveLength(2);
  expect(reviews[0]).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': 'urn:uuid:00000001-0000-7000-8000-000000000000',
    url: 'urn:uuid:00000001-0000-7000-8000-000000000000',
    claimReviewed: '12 boats were lost',
    reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 3, worstRating: 1, alternateName: 'Refuted' },
    author: { '@type': 'Person', name: 'Sara Nour' },
    datePublished: '2026-01-02',
    reviewBody: 'Nine were.',
    citation: [
      {
        '@type': 'CreativeWork',
        url: 'https://example.org/list',
        archivedAt: 'https://example.org/kept',
        description: 'a list',
      },
    ],
    itemReviewed: {
      '@type': 'Claim',
      text: '12 boats were lost',
      author: [
        { '@type': 'Organization', name: 'The ministry' },
        { '@type': 'Organization', name: 'Harbour Post' },
      ],
      datePublished: '2024-03-12',
      appearance: {
        '@type': 'NewsArticle',
        identifier: uid,
        headline: 'Boats',
        url: 'https://example.org/boats',
        datePublished: '2024-03-12',
        inLanguage: 'en',
        publisher: { '@type': 'Organization', name: 'Harbour Post' },
      },
    },
  });
});

test('a long claim is shortened at a word, and is whole in what is reviewed', async () => {
  const [, long] = await reviewsOf();
  expect(long!.claimReviewed).toMatch(/^The ministry said .* Nobody answered\..*…$/u);
  expect(Array.from(long!.claimReviewed).length).toBeLessThanOrEqual(75);
  expect(long!.itemReviewed.text).toBe(text);
});

test('what has no place is listed, and nothing else', () => {
  expect(
    listLosses(claimReview, item, toDataset([])).map(({ kind, annotation: of, part }) => [kind, of.slice(0, 8), part]),
  ).toEqual([
    ['attribute', '00000001', 'voice'],
    ['overlap', '00000002', undefined],
    ['changed', '00000003', undefined],
    ['overlap', '00000004', undefined],
  ]);
});

describe('what Google asks for', () => {
  const pageOf = (json: string) => `<html><head><script type="application/ld+json">${json}</script></head></html>`;

  test('is there, as a tool that is not ours finds', async () => {
    const { failed, passed, warnings } = await structuredDataTestHtml(pageOf((await write([item])).text), {
      presets: [Google],
      schemas: ['ClaimReview'],
    });
    expect([failed, warnings]).toEqual([[], []]);
    for (const n of [0, 1]) expect(passed.map((each) => each.test)).toContain(`ClaimReview[${n}].reviewRating`);
  });

  test('that tool finds where something is missing', async () => {
    const [review] = await reviewsOf();
    Reflect.deleteProperty(review!, 'reviewRating');
    const found = await structuredDataTestHtml(pageOf(JSON.stringify(review)), {
      presets: [Google],
      schemas: ['ClaimReview'],
    }).catch((error: { res: { failed: { test: string }[] } }) => error.res);
    expect(found.failed.map((each) => each.test)).toEqual(['ClaimReview[0].reviewRating']);
  });

  test('has the types of schema.org', async () => {
    const typed: WithContext<ClaimReview>[] = await reviewsOf();
    expect(typed[0]!['@type']).toBe('ClaimReview');
  });

  test('others’ review in the samples has no key that ours lacks', async ({ skip }) => {
    const path = join(process.env['GALLEY_SAMPLES'] ?? '../shared/samples', 'claimreview/aaio-fi.json');
    skip(!existsSync(path), `there is no ${path}`);
    const theirs = JSON.parse(readFileSync(path, 'utf8')) as object;
    const [ours] = await reviewsOf();
    expect(Object.keys(theirs).filter((key) => !(key in ours!))).toEqual([]);
  });
});

describe('checking', () => {
  test('counts the reviews and finds what was changed', async () => {
    const { files, text: written } = await write([item]);
    const check = (changed: string) =>
      claimReview.recheck(toWritten(new Map([['claim-reviews.json', Buffer.from(changed)]])), toDataset([]));
    expect(await claimReview.recheck(toWritten(files), toDataset([]))).toEqual({
      articles: null,
      annotations: 2,
      relations: null,
      mismatches: [],
    });
    for (const [from, to] of [
      ['"ratingValue":1', '"ratingValue":7'],
      ['"ratingValue":1', '"ratingValue":0'],
      ['"claimReviewed":"12', '"claimReviewed":"13'],
      [/"claimReviewed":"12[^"]*"/u, '"claimReviewed":"13 boats…"'],
      ['"alternateName":"Refuted"', '"alternateName":" "'],
    ] as const)
      expect(await check(written.replace(from, to))).toMatchObject({
        mismatches: ['claim review urn:uuid:00000001-0000-7000-8000-000000000000'],
      });
  });

  test('a dataset without rated claims is an empty list', async () => {
    expect((await write([{ ...item, annotations: [] }])).text).toBe('[]\n');
  });
});
