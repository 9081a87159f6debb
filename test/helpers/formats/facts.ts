import { expect } from 'vitest';
import type { Format } from '../../../electron/formats/format.ts';
import { toDataset, writeInMemory } from './in-memory.ts';
import { plainArticle } from './plain-article.ts';
import { readFound } from './samples.ts';

/** Expects all that is known of an article, and what its annotation and its relation say besides words, to come back. */
export async function expectFacts(format: Format): Promise<void> {
  const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
  Object.assign(item.article, {
    title: 'A “title”',
    outlet: 'Post & Co',
    date: '2024-03',
    language: 'ar',
    address: 'https://example.org/a?b=1&c=<2>',
    byline: 'By Ann',
  });
  const [from, to] = item.annotations.map(({ uid }) => uid);
  Object.assign(item.annotations[0]!, { kept: { 'claim: voice': 'quoted' }, state: 'corrected', entity: 'Ann' });
  const relation = { uid: '0000000b-0000-7000-8000-000000000000', kind: 'part of', from: from!, to: to! };
  const said = { note: 'because', annotator: 'Sara', state: 'unsure' as const };
  item.relations.push({ ...relation, ...said, isSymmetric: false, toArticle: item.article.uid });
  const { uid, sha256, title, outlet, date, language, address } = item.article;
  expect(await readFound(format, await writeInMemory(format, toDataset([item])))).toMatchObject([
    {
      document: {
        ...{ uid, sha256, title, outlet, date, language, address, left: [] },
        meta: [{ key: 'byline', value: 'By Ann' }],
        annotations: [{ uid: from, kept: { 'claim: voice': 'quoted' }, state: 'corrected', entity: { uid: null } }, {}],
        relations: [{ uid: relation.uid, kind: 'part of', ...said }],
      },
    },
  ]);
}
