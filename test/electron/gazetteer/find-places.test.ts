import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlaces, type FindOptions } from '../../../electron/gazetteer/find-places.ts';
import { openGazetteer } from '../../../electron/gazetteer/gazetteer.ts';

const gazetteer = openGazetteer();
const find = (query: string, options?: FindOptions) => findPlaces(gazetteer, query, options);
const aboutSyria = { countryWeights: { SY: 0.6, TR: 0.2, RU: 0.2 } };

test.each([
  ['al-Sukhnah', 'As Sukhnah', 'article'],
  ['As Sukhnah', 'As Sukhnah', 'exact'],
  ['Sukhna', 'As Sukhnah', 'spelling'],
  ['Al-Sukhna', 'As Sukhnah', 'spelling'],
  ['السخنة', 'As Sukhnah', 'exact'],
  ['Deir Ezzor', 'Deir ez-Zor', 'spelling'],
  ['Deir Ezzur', 'Deir ez-Zor', 'spelling'],
  ['Al-Qasir', 'Al Quşayr', 'spelling'],
  ['Alqusayr', 'Al Quşayr', 'article'],
  ['Hamah', 'Ḩamāh', 'exact'],
  ['Haleb', 'Aleppo', 'exact'],
  ['Jisr al-Choghour', 'Jisr ash Shughūr', 'spelling'],
  ['Sweida', 'As-Suwayda', 'exact'],
  ['northern Hama', 'Ḩamāh', 'part'],
  ['the city of Raqqa', 'Ar Raqqah', 'part'],
])('in a corpus about Syria %s is %s (%s)', (query, name, matched) => {
  expect(find(query, aboutSyria)[0]).toMatchObject({ name, matched, countryCode: 'SY' });
});

test('what a corpus is about settles which of several places is meant', () => {
  const first = (countryWeights: Record<string, number>) => find('Tripoli', { countryWeights })[0]!.countryCode;
  expect(first({})).toBe('LY');
  expect(first({ LB: 1 })).toBe('LB');
  expect(first({ GR: 1 })).toBe('GR');
});

test('where nothing is known of the corpus, a name that is just so comes before one that sounds so', () => {
  for (const name of ['Raqqa', 'Paris', 'Hama', 'Douma', 'Ghent', 'Bari'])
    expect(find(name)[0]).toMatchObject({ matched: 'exact' });
});

test('the place behind a comma says which is meant', () => {
  expect(find('Tripoli, Lebanon')[0]!.countryCode).toBe('LB');
  expect(find('Paris, Texas')[0]).toMatchObject({ countryCode: 'US', region: 'Texas' });
});

test('a word for its kind tells a region from the town that it is called after', () => {
  expect(find('Idlib Province')[0]).toMatchObject({
    kind: 'region',
    ref: { scheme: 'geonames-admin1', value: 'SY.12' },
  });
  expect(find('Idlib city')[0]).toMatchObject({ kind: 'seat', region: 'Idlib' });
});

test('each place is given once, by the form that fits best, and no more than were asked for', () => {
  const found = find('Hama', { limit: 50 });
  expect(new Set(found.map(({ ref }) => `${ref.scheme} ${ref.value}`)).size).toBe(found.length);
  expect(found[0]).toMatchObject({ form: 'hama', matched: 'exact' });
  expect(find('Hama', { limit: 3 })).toEqual(found.slice(0, 3));
});

test.each(['', ' ', ',', '،،', 'Qqqqq Zzzzz', 'northern', '\0', '(', '[a-z]*', 'الـ', '👩‍👩‍👧', 'a'.repeat(100_000)])(
  '“%.12s” is answered without a failure',
  (query) => {
    expect(Array.isArray(find(query))).toBe(true);
  },
);

test('no text makes it throw', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('al', 'ez', '-', ',', ' ', 'city', 'of', 'حم', 'ص', 'sh', 'kh', 'a'),
      maxLength: 12,
    }),
  );
  fc.assert(
    fc.property(anything, (query) => {
      expect(find(query, { ...aboutSyria, limit: 2 }).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 300, seed: 4 },
  );
});
