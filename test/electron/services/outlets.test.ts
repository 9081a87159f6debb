import { expect, test } from 'vitest';
import { listArticles } from '../../../electron/corpus/repositories/article-repository.ts';
import { getCluster } from '../../../electron/corpus/repositories/cluster-repository.ts';
import { findOutletUid, listOutlets } from '../../../electron/corpus/repositories/outlet-repository.ts';
import { createAnnotation } from '../../../electron/services/annotate.ts';
import { createCluster } from '../../../electron/services/clusters.ts';
import { createEntity } from '../../../electron/services/entities/edit-entity.ts';
import { mergeOutlets, unmergeOutlet, updateOutlet } from '../../../electron/services/outlets.ts';
import { undo } from '../../../electron/services/undo.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

async function createMade(): Promise<TestCorpus> {
  const made = createTestCorpus();
  await made.import({ 'a.txt': SAMPLE_TEXT }, { options: { outlet: 'SANA', split: 'never' } });
  await made.import({ 'b.txt': `${SAMPLE_TEXT}b` }, { options: { outlet: 'Syrian Arab News', split: 'never' } });
  return made;
}
const outletsOf = ({ corpus }: TestCorpus) =>
  listArticles(corpus.read, {}, { offset: 0, limit: 10 }).articles.map(({ outlet }) => outlet);

test('an outlet that is renamed is called so everywhere, and found by its old name', async () => {
  const made = await createMade();
  updateOutlet(made.corpus, made.sara, 'sana', { name: 'SANA English' });
  expect(outletsOf(made)).toEqual(['SANA English', 'Syrian Arab News']);
  await made.import({ 'c.txt': `${SAMPLE_TEXT}c` }, { options: { outlet: 'Sana' } });
  expect(listOutlets(made.corpus.read)).toMatchObject([
    { name: 'SANA English', articles: 2, aliases: ['SANA'] },
    { name: 'Syrian Arab News', articles: 1 },
  ]);
});

test('outlets that are merged are one in every list, take new articles in, and come apart again', async () => {
  const made = await createMade();
  const { corpus, sara } = made;
  const [sana, syrian] = listOutlets(corpus.read);
  mergeOutlets(corpus, sara, 'Syrian Arab News', 'SANA');
  expect(outletsOf(made)).toEqual(['SANA', 'SANA']);
  expect(listOutlets(corpus.read)).toMatchObject([{ articles: 2, merged: [{ name: 'Syrian Arab News' }] }]);
  expect(findOutletUid(corpus.read, 'syrian arab news')).toBe(sana!.uid);
  expect(listArticles(corpus.read, { outlets: ['Syrian Arab News'] }, { offset: 0, limit: 9 }).total).toBe(2);
  unmergeOutlet(corpus, sara, syrian!.uid);
  expect(outletsOf(made)).toEqual(['SANA', 'Syrian Arab News']);
  undo(corpus, sara, false);
  undo(corpus, sara, false);
  expect(listOutlets(corpus.read)).toEqual([sana, syrian]);
});

test('a name or merge that would make two outlets one by mistake is refused', async () => {
  const { corpus, sara } = await createMade();
  expect(codeOf(() => updateOutlet(corpus, sara, 'SANA', { name: 'syrian arab news' }))).toBe('outlet-exists');
  expect(codeOf(() => updateOutlet(corpus, sara, 'SANA', { addAliases: ['Syrian Arab News'] }))).toBe('outlet-exists');
  expect(codeOf(() => mergeOutlets(corpus, sara, 'SANA', 'Sana'))).toBe('outlet-with-itself');
  expect(codeOf(() => updateOutlet(corpus, sara, 'FNA', { name: 'x' }))).toBe('outlet-unknown');
});

test('an outlet that is an entity speaks for itself in its own article, and is named in another’s', async () => {
  const made = await createMade();
  const { corpus, sara } = made;
  const entity = { label: 'actor', name: 'Syrian Arab News Agency', aliases: [], annotations: [] };
  createEntity(corpus, sara, entity);
  const claims = listArticles(corpus.read, {}, { offset: 0, limit: 9 }).articles.map(
    ({ uid: article }) =>
      createAnnotation(corpus, sara, {
        article,
        label: 'claim',
        spans: [{ start: 0, end: 20 }],
        attributes: { attribution: [{ who: 'Syrian Arab News Agency' }] },
      }).uid as string,
  );
  updateOutlet(corpus, sara, 'SANA', { entity: 'Syrian Arab News Agency' });
  const { uid } = createCluster(corpus, sara, { title: 'Ferry', claims });
  expect(getCluster(corpus.read, uid).members.map(({ outlet, speakers }) => [outlet, speakers])).toEqual(
    expect.arrayContaining([
      ['SANA', ['the outlet']],
      ['Syrian Arab News', ['Syrian Arab News Agency']],
    ]),
  );
});
