import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { ArticleSummary } from '#shared/domain/article';
import type { SearchResult } from '#shared/domain/search';
import { SAMPLE_TEXT } from '../../helpers/corpus.ts';
import { createCommandLine } from '../../helpers/galley.ts';

const { folder, galley, json, remove } = createCommandLine();
const search = (...args: string[]) => json<SearchResult>('search', ...args);

beforeAll(async () => {
  writeFileSync(join(folder, 'page.txt'), SAMPLE_TEXT);
  await json('import', 'page.txt', '--outlet', 'Morrow Times');
});
afterAll(remove);

test('search gives hits with offsets, and keeps to filters', async () => {
  const { total, hits } = await search('ferry');
  expect(total).toBe(2);
  for (const { start, end, left, match, right } of hits) {
    expect(SAMPLE_TEXT.slice(start, end)).toBe(match);
    expect(SAMPLE_TEXT).toContain(left + match + right);
  }
  expect(hits[0]).toMatchObject({ outlet: 'Morrow Times', title: expect.stringContaining('Harbour') as string });
  expect((await search('ferry', '--outlet', 'Nobody')).total).toBe(0);
  expect((await search('[Ff]erry\\b', '--regex')).total).toBe(2);
  expect(await json<ArticleSummary[]>('articles', '--search', 'ferry -aleppo')).toHaveLength(1);
});

test('people get the matches one under the other, with Arabic isolated', async () => {
  const { stdout } = await galley(['search', 'ferry OR العباره', '--corpus', 'war.galley']);
  const lines = stdout.split('\n');
  expect(lines[0]!.indexOf('[ferry]')).toBe(lines[1]!.indexOf('[ferry]'));
  expect(lines[2]).toContain('[\u2068العبارة\u2069]');
  expect(lines[3]).toBe('3 hits in 1 article');
});

test('--tag tags what was found, as one step', async () => {
  expect(await json('search', 'ferry', '--tag', 'actor')).toMatchObject({ tagged: { tagged: 2, alreadyThere: 0 } });
  expect(await json<Annotation[]>('annotations')).toHaveLength(2);
  await galley(['undo', '--corpus', 'war.galley']);
  expect(await json<Annotation[]>('annotations')).toHaveLength(0);
});

test('--where and --only-in find annotations by what they say', async () => {
  const [article] = await json<ArticleSummary[]>('articles');
  const verdict = ['--attr', 'verdict=contested'];
  await json('annotate', article!.uid, '--label', 'claim', '--start', '0', '--end', '15', ...verdict);
  const found = await search('--where', 'verdict=contested', '--label', 'claim', '--only-in', 'Morrow Times');
  expect(found).toMatchObject({ total: 1, hits: [{ match: 'Harbour council', label: 'claim', annotator: 'Sara' }] });
});

test.each([
  [['search', '"ferry'], 1, 'never closed'],
  [['search', '(?=a)', '--regex'], 1, 'regular expression'],
  [['search', '(', '--regex'], 1, 'missing closing ): `(`'],
  [['search', 'a', '--regex', '--sort', 'relevance'], 2, 'relevance'],
  [['search'], 2, 'what to look for'],
])('%j ends with %i and one sentence', async (args, status, sentence) => {
  const run = await galley([...args, '--corpus', 'war.galley']);
  expect([run.status, run.stderr.trim().split('\n')]).toEqual([status, [expect.stringContaining(sentence)]]);
});
