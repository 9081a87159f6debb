import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleFilter } from '#shared/domain/filter';
import type { Cell } from '#shared/tables/table';
import { toPlacesTable, toTimeTable } from '#shared/tables/timeline';
import { updateEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { compareTimes } from '../../../../electron/services/compare/timeline.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { importTagged } from '../../../helpers/tagged-article.ts';

const post = { outlets: ['Harbour Post'] };
const wire = { outlets: ['Meridian Wire'] };

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  for (const name of ['Ras Ilun', 'Marsa']) addTestEntity(made, 'location', name);
  updateEntity(made.corpus, made.sara, 'Ras Ilun', { latitude: 34.5, longitude: 19.25 });
  const write = (outlet: string, date: string | undefined, text: string) =>
    importTagged(made, {
      outlet,
      ...(date !== undefined && { date }),
      text,
      places: [
        ['Ras Ilun', 'Ras Ilun'],
        ['Marsa', 'Marsa'],
        ['the bay', null],
      ],
      claims: [{ words: text }],
    });
  // each article is printed twice, so that both sides can be doubled
  for (const edition of ['', ' 2']) {
    await write(`Harbour Post${edition}`, '2024-02-28', `From Ras Ilun to Marsa over the bay.${edition}`);
    await write(`Harbour Post${edition}`, '2024-02', `To Ras Ilun and Marsa by the bay.${edition}`);
    await write(`Meridian Wire${edition}`, '2024-03-01', `In Ras Ilun, Marsa and the bay.${edition}`);
    await write(`Meridian Wire${edition}`, undefined, `At Ras Ilun and Marsa, on the bay.${edition}`);
  }
});
afterAll(() => made.remove());

const ask = (a: ArticleFilter, b: ArticleFilter) => compareTimes(made.corpus.read, { a, b, checkedOnly: false }, noJob);
const none = { articles: 0, mentions: 0, claims: 0 };
const one = { articles: 1, mentions: 3, claims: 1 };

test('articles, mentions and claims are counted by day without a gap, and those without a day apart', async () => {
  const { unit, bins, undated, inexact } = await ask(post, wire);
  expect(unit).toBe('day');
  expect(bins).toEqual([
    { from: '2024-02-28', a: one, b: none },
    { from: '2024-02-29', a: none, b: none },
    { from: '2024-03-01', a: none, b: one },
  ]);
  expect(inexact).toEqual({ a: one, b: none });
  expect(undated).toEqual({ a: none, b: one });
});

test('places are counted by side, with coordinates or without; those that are not linked by their number', async () => {
  const { places, unlinked } = await ask(post, wire);
  const side = { mentions: 2, articles: 2 };
  expect(places).toMatchObject([
    { name: 'Marsa', latitude: null, longitude: null, a: side, b: side },
    { name: 'Ras Ilun', latitude: 34.5, longitude: 19.25, a: side, b: side },
  ]);
  expect(unlinked).toEqual({ a: 2, b: 2 });
});

test('swapped sides mirror every count', async () => {
  const swap = <T extends { a: unknown; b: unknown }>(each: T) => ({ ...each, a: each.b, b: each.a });
  const [there, back] = [await ask(post, wire), await ask(wire, post)];
  expect(back.bins).toEqual(there.bins.map(swap));
  expect(back.places).toEqual(there.places.map(swap));
  expect(back.undated).toEqual(swap(there.undated));
});

test('doubling both sides doubles every count, and leaves time and places as they were', async () => {
  const twice = (name: string) => ({ outlets: [name, `${name} 2`] });
  const [one, two] = [await ask(post, wire), await ask(twice('Harbour Post'), twice('Meridian Wire'))];
  const double = (cell: Cell) => (typeof cell === 'number' ? 2 * cell : cell);
  expect(toTimeTable(two).rows).toEqual(toTimeTable(one).rows.map((row) => row.map(double)));
  const where = one.places.map(({ latitude, longitude }) => [latitude, longitude]);
  expect(toPlacesTable(two).rows).toEqual(
    toPlacesTable(one).rows.map((row, n) => [...row.slice(0, -2).map(double), ...where[n]!]),
  );
  expect(two.unlinked).toEqual({ a: 2 * one.unlinked.a, b: 2 * one.unlinked.b });
});

test('two sides without articles have no time and no places', async () => {
  const nobody = { outlets: ['Nobody'] };
  expect(await ask(nobody, nobody)).toMatchObject({ unit: 'day', bins: [], places: [], unlinked: { a: 0, b: 0 } });
});

test('the tables end with what no day can hold, and list places that are not on the map', async () => {
  const timeline = await ask(post, wire);
  expect(toTimeTable(timeline).rows.slice(2)).toEqual([
    ['2024-03-01', 0, 0, 0, 1, 3, 1],
    ['no exact day', 1, 3, 1, 0, 0, 0],
    ['no date', 0, 0, 0, 1, 3, 1],
  ]);
  const places = toPlacesTable(timeline);
  expect(places.rows[0]).toEqual(['Marsa', 2, 2, 2, 2, null, null]);
  expect(places.note).toContain('not on the map: 1.');
});
