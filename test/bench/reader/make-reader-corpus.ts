import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Handle } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { deriveUid } from '../../../electron/corpus/derive-uid.ts';
import { openCorpus, type Corpus } from '../../../electron/corpus/open-corpus.ts';
import { keepCodebookVersion } from '../../../electron/services/codebook.ts';
import { createCorpus } from '../../../electron/services/create-corpus.ts';
import { importArticles } from '../../../electron/services/import-articles.ts';
import { writeStep } from '../../../electron/services/write-step.ts';
import { environment } from '../corpus/build-corpus.ts';
import { makeArticle } from './sample-article.ts';
import type { SampleArticle } from './page/page-api.ts';

/** How long an article is, in UTF-16 code units, and how many annotations it has. */
export type ArticleSize = { size: number; annotations: number };

/** Makes a corpus of one person's in a folder, with invented articles of these sizes; gives its path and their uids. */
export async function makeReaderCorpus(folder: string, sizes: ArticleSize[]) {
  const path = join(folder, 'reader.galley');
  createCorpus(path, 'Ada', environment);
  const corpus = openCorpus(path, 'write', environment);
  try {
    const articles: string[] = [];
    for (const [n, { size, annotations }] of sizes.entries())
      articles.push(await addArticle(corpus, folder, makeArticle(size, annotations, n + 1), `${n}.txt`));
    return { path, articles };
  } finally {
    corpus.close();
  }
}

async function addArticle(corpus: Corpus, folder: string, { text, annotations }: SampleArticle, name: string) {
  const annotator = corpus.read.prepare<[], string>('SELECT uid FROM annotator').pluck().get()!;
  writeFileSync(join(folder, name), text);
  const request = { path: join(folder, name), name, choice: { handle: Handle.parse(name) } };
  const options = ReadOptions.parse({ split: 'never' });
  const job = { report: () => {}, isCancelled: () => false };
  const { articles } = await importArticles(corpus, annotator, [request], options, job);
  const article = articles[0]!.uid;
  writeStep(corpus, annotator, 'tag many', (step) => {
    const codebookVersion = keepCodebookVersion(step);
    for (const { label, spans } of annotations) {
      step.insert('annotation', environment.newUid(), {
        article,
        label: deriveUid('label', label.name),
        annotator,
        layer: 'own',
        origin: 'hand',
        origin_reference: null,
        revises: null,
        codebook_version: codebookVersion,
        note: '',
        entity: null,
        entity_link: null,
        batch: null,
        values: [],
        spans: spans.map(({ start, end }) => ({
          start_offset: start,
          end_offset: end,
          quote: text.slice(start, end),
        })),
      });
    }
  });
  return article;
}
