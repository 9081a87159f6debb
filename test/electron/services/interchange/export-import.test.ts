import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import { getFormat } from '../../../../electron/formats/formats.ts';
import { importCodebook } from '../../../../electron/services/codebook-import.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';
import { toDataset, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { differencesOf, exportTo, plan, readAll, take, writeFiles } from '../../../helpers/interchange.ts';

const anyArticles = fc.tuple(...Array.from({ length: 6 }, (_, n) => anyArticle(n + 1)));

/** A corpus that holds random articles with their annotations, as somebody's dataset brought them. */
async function fill(articles: DatasetArticle[]): Promise<TestCorpus> {
  const files = await writeInMemory(getFormat('jsonl'), toDataset(articles));
  const made = createTestCorpus();
  const report = await take(made, [writeFiles(Object.fromEntries(files))]);
  expect(report.counts).toMatchObject({ refused: 0, unplaced: 0, moved: 0 });
  return made;
}

const everything = { layer: 'own' } as const;
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

test('what is exported and read into an empty corpus is exported again as the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticles, async (articles) => {
      const made = await fill(articles);
      const first = await exportTo(made, { format: 'jsonl', filter: everything });
      const other = createTestCorpus({ seed: 2 });
      await take(other, [first]);
      const second = await exportTo(other, { format: 'jsonl', filter: everything });
      expect(read(second, 'articles.jsonl')).toBe(read(first, 'articles.jsonl'));
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

test.for(['csv', 'hugging-face'] as const)('through %s no annotation and no relation is another', async (format) => {
  await fc.assert(
    fc.asyncProperty(anyArticles, async (articles) => {
      const made = await fill(articles);
      const other = createTestCorpus({ seed: 2 });
      // of values these say no type: that is the codebook's
      const text = read(await exportTo(made, { format: 'jsonl', filter: everything }), 'codebook.json');
      importCodebook(other.corpus, other.sara, { text, dryRun: false });
      await take(other, [await exportTo(made, { format, filter: everything })]);
      expect(readAll(other)).toEqual(readAll(made));
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

/** Two articles, the first with a relation within it, and one to and from the other. */
async function relate(): Promise<TestCorpus> {
  const made = createTestCorpus();
  const claims: string[] = [];
  for (const words of ['Omar shut the pier.', 'Sara let it open.']) {
    const article = await made.importText(words, `${words}.txt`);
    claims.push(made.tag(article, 'claim', 0, 4).uid, made.tag(article, 'claim', 5, 9).uid);
  }
  const [a, b, c, d] = claims as [string, string, string, string];
  for (const [from, to] of [
    [a, b],
    [b, c],
    [d, a],
  ] as const)
    createRelation(made.corpus, made.sara, { kind: 'contradicts', from, to, note: '' });
  return made;
}

test.for(['jsonl', 'csv', 'tsv', 'hugging-face', 'w3c', 'tei', 'qdpx'] as const)(
  'through %s relations between articles come back, whichever is first',
  async (format) => {
    const made = await relate();
    const folder = await exportTo(made, { format });
    const other = createTestCorpus({ seed: 2 });
    expect(await take(other, [folder])).toMatchObject({ relations: { added: 3 }, counts: { left: 0 } });
    expect(readAll(other).map(({ relations }) => relations)).toEqual(readAll(made).map(({ relations }) => relations));
  },
);

test.for(['doccano', 'label-studio', 'prodigy', 'xmi'] as const)(
  '%s is written where relations stand in some articles only',
  async (format) => {
    const made = await relate();
    const other = createTestCorpus({ seed: 2 });
    expect(await take(other, [await exportTo(made, { format })])).toMatchObject({
      articles: { imported: 2 },
      annotations: { added: 4 },
      relations: { added: 1 },
    });
  },
);

test('what lies under the tag of another person, and is not written for it, is not missing when the file is read', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Omar Dell shut the pier.', 'one.txt');
  made.tag(article, 'actor', 0, 9);
  made.tag(article, 'actor', 0, 4, 'Omar');
  made.tag(article, 'location', 19, 23, 'Omar');
  const folder = await exportTo(made, { format: 'conll-2003', filter: everything });
  expect(differencesOf(made, await plan(made, [folder]))).toEqual([]);
});
