import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatasetChoiceInput } from '#shared/domain/dataset';
import type { Difference, InterchangePlan } from '#shared/domain/interchange';
import { chooseArticles } from '../../electron/services/dataset/iterate-dataset.ts';
import { exportDataset } from '../../electron/services/dataset/export-dataset.ts';
import { importAnnotations, type ImportRequest } from '../../electron/services/interchange/import-annotations.ts';
import { pageDifferences, pageNotes, planInterchange } from '../../electron/services/interchange/plan.ts';
import { DatasetChoice } from '#shared/domain/dataset';
import { createTestFolder, noJob, type TestCorpus } from './corpus.ts';
import type { Job } from '../../electron/services/job.ts';

type Ways = Partial<Omit<ImportRequest, 'files'>> & { by?: string; job?: Job };

const toRequest = (paths: readonly string[], { by: _, job: __, ...ways }: Ways): ImportRequest => ({
  format: 'auto',
  unit: 'auto',
  mapping: [],
  annotator: null,
  take: 'all',
  ...ways,
  files: paths.map((path) => ({ path, name: basename(path) })),
});

/** What files would bring, as a person sees it. */
export function plan(made: TestCorpus, paths: readonly string[], ways: Ways = {}): Promise<InterchangePlan> {
  const name = ways.by ?? 'Sara';
  return planInterchange(made.corpus, toRequest(paths, ways), { uid: made.person(name), name }, ways.job ?? noJob);
}

/** The differences of the newest plan. */
export const differencesOf = ({ corpus }: TestCorpus, { plan: uid }: InterchangePlan): Difference[] =>
  pageDifferences(corpus.read, { plan: uid, kinds: ['new', 'changed', 'deleted'], offset: 0, limit: 1000 }).differences;

export const notesOf = ({ corpus }: TestCorpus, { plan: uid }: InterchangePlan) =>
  pageNotes(corpus.read, {
    plan: uid,
    kinds: ['refused', 'unplaced', 'moved', 'left', 'values', 'without-text'],
    offset: 0,
    limit: 1000,
  }).notes;

export function take(made: TestCorpus, paths: readonly string[], ways: Ways = {}) {
  const name = ways.by ?? 'Sara';
  return importAnnotations(made.corpus, { uid: made.person(name), name }, toRequest(paths, ways), ways.job ?? noJob);
}

/** Writes a dataset into a folder of its own; gives it. */
export async function exportTo(made: TestCorpus, choice: DatasetChoiceInput): Promise<string> {
  const folder = join(createTestFolder(), 'dataset');
  await exportDataset(made.corpus, DatasetChoice.parse(choice), folder, noJob);
  return folder;
}

/** Writes files into a folder of its own; gives it. */
export function writeFiles(files: Record<string, string | Uint8Array>): string {
  const folder = createTestFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** All that a dataset of a corpus holds, without what an import cannot know. */
export function readAll(made: TestCorpus) {
  const chosen = chooseArticles(made.corpus.read, DatasetChoice.parse({ format: 'jsonl' }));
  return [...chosen.iterate(chosen.uids)].map(({ article, annotations, relations }) => ({
    article,
    annotations: annotations.map(({ origin: _, state: __, revises: ___, correctedBy: ____, ...each }) => each),
    relations: relations.map(({ state: _, ...each }) => each),
  }));
}
