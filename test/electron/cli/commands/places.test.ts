import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCommandLine } from '../../../helpers/galley.ts';

const { galley, json, remove } = createCommandLine();
afterAll(remove);
beforeAll(async () => {
  await galley(['new', '--corpus', 'war.galley']);
  await json('entities', '--add', 'Sukhna', '--label', 'location');
});

test('places are looked up without a corpus, as a table or JSON', async () => {
  const { stdout, status } = await galley(['places', 'al-Sukhnah', '--limit', '2']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/geonames:172425 +As Sukhnah +Homs +Syria .* but for the article/u);
  expect(stdout).toContain('CC BY 4.0');
  const found = JSON.parse((await galley(['places', 'Tripoli, Lebanon', '--json', '--limit', '1'])).stdout) as unknown;
  expect(found).toMatchObject([{ name: 'Tripoli', country: 'Lebanon', matched: 'exact' }]);
  expect((await galley(['places', 'Hmeymim'])).stdout).toBe('Nothing in the gazetteer is called so or sounds so.\n');
});

test('--set and --take say which place an entity is', async () => {
  const chosen = await json('places', 'As Sukhnah', '--set', 'Sukhna', '--take', 'geonames:172425');
  expect(chosen).toMatchObject({ name: 'Sukhna', kind: 'town', latitude: 34.8853, longitude: 38.8711 });
});

test.each([
  [['places', 'Aleppo', '--limit', '0'], '--limit is from 1 to 50'],
  [['places', 'Aleppo', '--set', 'Sukhna', '--corpus', 'war.galley'], '--set and --take go together'],
  [
    ['places', 'Aleppo', '--set', 'Sukhna', '--take', 'geonames:1', '--corpus', 'war.galley'],
    'not among the candidates',
  ],
])('%j is a wrong use', async (args, words) => {
  const { status, stderr } = await galley(args);
  expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
});
