import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';
import { differencesOf, exportTo, notesOf, plan, writeFiles } from '../../../helpers/interchange.ts';

async function createTagged() {
  const made = createTestCorpus();
  const article = await made.importText('Omar Dell shut the pier, and Ann left.', 'one.txt');
  const own = [made.tag(article, 'actor', 0, 9), made.tag(article, 'actor', 29, 32)];
  const other = made.tag(article, 'actor', 0, 4, 'Omar');
  return { made, own, other };
}

test('what a person tagged whom the files do not name is not missing in them', async () => {
  const { made, own } = await createTagged();
  const exportOf = (name: string) => exportTo(made, { format: 'jsonl', filter: { layer: 'own', annotators: [name] } });
  expect(differencesOf(made, await plan(made, [await exportOf('Omar')]))).toEqual([]);
  const folder = await exportOf('Sara');
  expect(differencesOf(made, await plan(made, [folder]))).toEqual([]);
  const file = join(folder, 'articles.jsonl');
  const line = JSON.parse(readFileSync(file, 'utf8')) as { annotations: { id: string }[] };
  const annotations = line.annotations.filter(({ id }) => id !== own[1]!.uid);
  writeFileSync(file, `${JSON.stringify({ ...line, annotations })}\n`);
  expect(differencesOf(made, await plan(made, [folder]))).toMatchObject([{ kind: 'deleted', annotation: own[1]!.uid }]);
});

test('what was rejected here is not missing in files that do not hold it', async () => {
  const { made, own } = await createTagged();
  const filter = { layer: 'own' as const, annotationStates: ['unchecked' as const] };
  createReview(made.corpus, made.person('Omar'), {
    annotation: own[0]!.uid,
    decision: 'rejected',
    reason: 'edge',
    comment: '',
  });
  expect(differencesOf(made, await plan(made, [await exportTo(made, { format: 'jsonl', filter })]))).toEqual([]);
});

test('what stands in the files with words that are nowhere is listed, and is not missing', async () => {
  const { made } = await createTagged();
  const folder = await exportTo(made, { format: 'jsonl', filter: { layer: 'own' } });
  const file = join(folder, 'articles.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"quote":"Ann"', '"quote":"Cid"'));
  const planned = await plan(made, [folder]);
  expect(differencesOf(made, planned)).toEqual([]);
  expect(notesOf(made, planned)).toMatchObject([{ kind: 'unplaced' }]);
});

test('what another person is said to have tagged in the same place is theirs, and what nobody is said to have is known', async () => {
  const { made } = await createTagged();
  const row = (columns: string, cells: string) =>
    writeFiles({
      'a.csv': `text,start,end,label${columns}\n"Omar Dell shut the pier, and Ann left.",0,9,actor${cells}\n`,
    });
  const kinds = async (folder: string) => differencesOf(made, await plan(made, [folder])).map(({ kind }) => kind);
  expect(await kinds(row(',coder', ',Omar'))).toEqual(['new']);
  expect(await kinds(row(',coder', ',Sara'))).toEqual([]);
  expect(await kinds(row('', ''))).toEqual([]);
});
