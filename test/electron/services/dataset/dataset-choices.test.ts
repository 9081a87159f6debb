import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DatasetChoice, type DatasetChoiceInput } from '#shared/domain/dataset';
import { chooseArticles } from '../../../../electron/services/dataset/iterate-dataset.ts';
import { exportDataset, previewDataset } from '../../../../electron/services/dataset/export-dataset.ts';
import { listSavedDatasets, removeDataset, saveDataset } from '../../../../electron/services/dataset/saved-datasets.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const read = (made: TestCorpus, choice: DatasetChoiceInput) => {
  const chosen = chooseArticles(made.corpus.read, DatasetChoice.parse(choice));
  return [...chosen.iterate(chosen.uids)];
};

async function createPair() {
  const made = createTestCorpus();
  const one = await made.importText(SAMPLE_TEXT, 'one.txt');
  const two = await made.importText(`Another. ${SAMPLE_TEXT}`, 'two.txt');
  const from = made.tag(one, 'claim', 0, 7);
  const to = made.tag(two, 'claim', 0, 7);
  const third = made.tag(one, 'claim', 8, 15);
  return { made, one, two, from, to, third };
}

test('a relation goes along where both of its ends do, also into another article', async () => {
  const { made, one, two, from, to, third } = await createPair();
  const make = (a: string, b: string) =>
    createRelation(made.corpus, made.sara, { kind: 'contradicts', from: a, to: b, note: '' });
  make(from.uid, to.uid);
  make(from.uid, third.uid);
  const relationsOf = (choice: DatasetChoiceInput) => read(made, choice).flatMap(({ relations }) => relations);
  expect(relationsOf({ format: 'jsonl' })).toMatchObject([
    { from: from.uid, to: to.uid, toArticle: two, kind: 'contradicts', isSymmetric: true },
    { from: from.uid, to: third.uid, toArticle: one },
  ]);
  expect(relationsOf({ format: 'jsonl', filter: { articles: [one] } })).toHaveLength(1);
  expect(await previewDataset(made.corpus, { format: 'csv' }, noJob)).toMatchObject({ relations: 2, losses: [] });
});

test('a relation of what was corrected leads to what stands in its place, and one of what was rejected nowhere', async () => {
  const { made, from, to, third } = await createPair();
  for (const end of [to, third])
    createRelation(made.corpus, made.sara, { kind: 'contradicts', from: from.uid, to: end.uid, note: '' });
  const omar = made.person('Omar');
  const opinion = { reason: 'edge', comment: '' } as const;
  createReview(made.corpus, omar, {
    annotation: to.uid,
    decision: 'corrected',
    correction: { spans: [{ start: 0, end: 9 }] },
    ...opinion,
  });
  createReview(made.corpus, omar, { annotation: third.uid, decision: 'rejected', ...opinion });
  const items = read(made, { format: 'jsonl' });
  const correction = items.flatMap(({ annotations }) => annotations).find(({ revises }) => revises === to.uid)!;
  expect(items.flatMap(({ relations }) => relations)).toMatchObject([{ from: from.uid, to: correction.uid }]);
});

test('people go by their names, their initials or numbers', async () => {
  const { made, one } = await createPair();
  made.tag(one, 'location', 20, 25, 'Samir Omar');
  const namesOf = (names: 'names' | 'initials' | 'numbers') =>
    new Set(
      read(made, { format: 'jsonl', names, filter: { layer: 'own' } }).flatMap(({ annotations }) =>
        annotations.map(({ annotator }) => annotator),
      ),
    );
  expect(namesOf('names')).toEqual(new Set(['Sara', 'Samir Omar']));
  expect(namesOf('numbers')).toEqual(new Set(['annotator 1', 'annotator 2']));
  const initials = [...namesOf('initials')];
  expect(initials).toHaveLength(2);
  expect(initials.every((each) => !each.includes('Sara'))).toBe(true);
  await exportDataset(
    made.corpus,
    { format: 'jsonl', names: 'numbers', filter: { layer: 'own' } },
    join(made.folder, 'numbers'),
    noJob,
  );
  for (const file of ['articles.jsonl', 'README.md'])
    expect(readFileSync(join(made.folder, 'numbers', file), 'utf8')).not.toContain('Samir');
});

test('a split dataset has a folder a part, and the same bytes each time', async () => {
  const { made } = await createPair();
  const choice: DatasetChoiceInput = { format: 'jsonl', split: { shares: { train: 0.5, dev: 0, test: 0.5 }, seed: 3 } };
  const preview = await previewDataset(made.corpus, choice, noJob);
  for (const out of ['one', 'two']) await exportDataset(made.corpus, choice, join(made.folder, out), noJob);
  const filesOf = (out: string) =>
    (readdirSync(join(made.folder, out), { recursive: true }) as string[])
      .filter((name) => name.includes('.'))
      .sort()
      .map((name) => [name, readFileSync(join(made.folder, out, name), 'utf8')]);
  expect(filesOf('two')).toEqual(filesOf('one'));
  // near copies stay together: these two are, so that one part has both
  expect(Object.values(preview.parts).sort()).toEqual([0, 0, 2]);
  expect(preview.checks).toContainEqual({ name: 'parts-share-no-copy', done: 1, total: 1 });
  expect(existsSync(join(made.folder, 'one', 'README.md'))).toBe(true);
});

test('what a format cannot do is refused before anything is written', async () => {
  const { made } = await createPair();
  const run = (choice: DatasetChoiceInput) => exportDataset(made.corpus, choice, join(made.folder, 'no'), noJob);
  await expect(run({ format: 'jsonl', options: { unit: 'byte' } })).rejects.toMatchObject({ code: 'unit-unfit' });
  expect(existsSync(join(made.folder, 'no'))).toBe(false);
});

test('a choice is kept by name, changed under it, and undone like all else', async () => {
  const { made, one } = await createPair();
  const choice = DatasetChoice.parse({ format: 'csv', filter: { articles: [one] } });
  saveDataset(made.corpus, made.sara, { name: 'Coast', choice });
  saveDataset(made.corpus, made.sara, { name: 'COAST', choice: { ...choice, text: 'hash' } });
  expect(listSavedDatasets(made.corpus.read)).toMatchObject([
    { name: 'COAST', annotator: 'Sara', choice: { text: 'hash' } },
  ]);
  undo(made.corpus, made.sara, false);
  expect(listSavedDatasets(made.corpus.read)).toMatchObject([{ name: 'Coast', choice }]);
  removeDataset(made.corpus, made.sara, 'coast');
  expect(listSavedDatasets(made.corpus.read)).toEqual([]);
  expect(() => removeDataset(made.corpus, made.sara, 'coast')).toThrow(/No dataset is kept as “coast”/u);
});
