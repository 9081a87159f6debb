import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import { getFormat } from '../../../../electron/formats/formats.ts';
import { importCodebook } from '../../../../electron/services/codebook-import.ts';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';
import { toDataset, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { exportTo, readAll, take, writeFiles } from '../../../helpers/interchange.ts';

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
