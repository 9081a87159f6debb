import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport } from '#shared/domain/import';
import { createCommandLine } from '../../../helpers/galley.ts';

const line = createCommandLine();
afterAll(() => line.remove());
beforeAll(() => {
  const table =
    'head,body,place,day\nThe Pier,The pier is closed.,Morrow,4/5/17\nThe Dam,"It, too, has a crack.",,1/13/17\n';
  writeFileSync(join(line.folder, 'good.csv'), table);
  writeFileSync(join(line.folder, 'ragged.csv'), `${table}The Mill,It, too\n`);
});

test('a table comes in through the command line, with its mapping given and printed; a dry run stores nothing', async () => {
  const map = 'date=day';
  const dry = await line.json<ImportReport>('import', 'good.csv', '--map', map, '--dry-run');
  expect(dry.articles.map(({ title, date, status }) => [title, date, status])).toEqual([
    ['The Pier', '2017-04-05', 'would-be-imported'],
    ['The Dam', '2017-01-13', 'would-be-imported'],
  ]);
  expect(existsSync(join(line.folder, 'war.galley'))).toBe(false);

  const { status, stdout } = await line.galley(['import', 'good.csv', '--map', map, '--corpus', 'war.galley']);
  expect(status).toBe(0);
  for (const said of [
    'good.csv: a table (csv) of 2 rows',
    'title = head',
    'text = body',
    'date = day',
    'kept as metadata: place',
    'month/day/year',
    '2 articles imported.',
  ])
    expect(stdout).toContain(said);
  const again = await line.json<ImportReport>('import', 'good.csv', '--map', map);
  expect(again).toMatchObject({ imported: 0, there: 2, skipped: [{ source: 'good.csv' }] });
});

test('a row that is refused makes the exit status 1, and the others come in; a wrong mapping is a wrong use', async () => {
  const ragged = await line.galley(['import', 'ragged.csv', '--corpus', 'ragged.galley']);
  expect(ragged).toMatchObject({ status: 1, stdout: expect.stringContaining('2 articles imported') });
  expect(ragged.stderr).toContain('“ragged.csv”, row 4, was left out: it has 3 cells where the first row has 4');
  expect((await line.galley(['import', 'good.csv', '--map', 'body', '--corpus', 'war.galley'])).status).toBe(2);
});
