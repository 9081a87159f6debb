import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Handle } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { planImport } from '../../../../electron/services/plan-import.ts';
import { createTestCorpus, createTestFolder, noJob } from '../../../helpers/corpus.ts';

const table = 'title,text\nThe Pier,It is closed.\nThe Dam,It has a crack.\n';

function writeTables(folder: string, tables: Record<string, string>) {
  return Object.entries(tables).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return { path: join(folder, name), name, choice: { handle: Handle.parse(name) } };
  });
}

test('of tables that are looked at together each article counts once, and the same text again is said', async () => {
  const files = {
    'a.csv': table,
    'again.csv': table,
    'other.csv': `${table}The Mill,It stands still.\n`,
    'more.csv': `${table}\n\n`,
  };
  const requests = writeTables(createTestFolder(), files);
  const { tables } = await planImport(null, requests, ReadOptions.parse({}), noJob);
  expect(tables.map(({ fresh, there, sameText }) => [fresh, there, sameText])).toEqual([
    [2, 0, 0],
    [0, 2, 0],
    [3, 0, 2],
    [2, 0, 2],
  ]);
  const [first, , ...others] = tables.map(({ articles }) => articles);
  const uids = first!.map(({ uid }) => uid);
  expect(others.map((articles) => articles.map(({ sameTextAs }) => sameTextAs))).toEqual([[...uids, null], uids]);
});

test('what a table comes to is what its import then says', async () => {
  const made = createTestCorpus();
  await made.import({ 'a.csv': table });
  const again = `title,text,\nThe Quay,It is closed.,\n`;
  const requests = writeTables(made.folder, { 'a.csv': table, 'b.csv': again });
  const { tables } = await planImport(made.corpus, requests, ReadOptions.parse({}), noJob);
  const planned = tables.flatMap(({ articles }) => articles);
  const { articles, imported, there } = await made.import({ 'a.csv': table, 'b.csv': again });
  expect([imported, there]).toEqual([1, 2]);
  expect(planned.map(({ uid, sameTextAs }) => [uid, sameTextAs])).toEqual(
    articles.map(({ uid, sameTextAs }) => [uid, sameTextAs]),
  );
});
