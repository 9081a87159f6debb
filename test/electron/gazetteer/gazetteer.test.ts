import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGazetteer } from '../../../electron/gazetteer/gazetteer.ts';

const gazetteer = openGazetteer();

test.each([
  ['Aleppo', 'Aleppo', 'SY'],
  ['Halab', 'Aleppo', 'SY'],
  ['حلب', 'Aleppo', 'SY'],
  ['DEIR EZ-ZOR', 'Deir ez-Zor', 'SY'],
  ['al-Sukhnah', 'As Sukhnah', 'SY'],
  ['Sukhnah', 'As Sukhnah', 'SY'],
  ["Ra's al-‘Ayn", 'Rosh Ha‘Ayin', 'IL'],
  ['Khan Sheikhoun', 'Khān Shaykhūn', 'SY'],
  ['Москва', 'Moscow', 'RU'],
])('%s is known as %s', (name, known, countryCode) => {
  expect(gazetteer.findKnown(name)).toMatchObject({ name: known, countryCode });
});

test.each(['Turkey', 'Türkiye', 'تركيا', 'la Turquie'.slice(3)])('%s is a country', (name) => {
  expect(gazetteer.findKnown(name)).toMatchObject({ kind: 'country', countryCode: 'TR', region: '' });
});

test('of places with one name the best known is given', () => {
  expect(gazetteer.findKnown('Paris')).toMatchObject({ kind: 'capital', countryCode: 'FR' });
  expect(gazetteer.findKnown('Tripoli')).toMatchObject({ kind: 'capital', countryCode: 'LY' });
});

test.each(['Qal‘at Murayn', 'Hayat Tahrir al-Sham', 'Fighters', '', ' ', '-', '\n\t\0', 'x'.repeat(100_000)])(
  '“%.20s” is no place',
  (name) => {
    expect(gazetteer.findKnown(name)).toBeUndefined();
    expect(gazetteer.findSounding(name)).toBeUndefined();
  },
);

test.each([
  ['Deir Ezzor', 'Deir ez-Zor'],
  ['Jisr al-Shughour', 'Jisr ash Shughūr'],
  ['Ma’aret al-Numan', 'Ma‘arrat an Nu‘mān'],
])('%s sounds like %s', (name, known) => {
  expect(gazetteer.findSounding(name)?.name).toBe(known);
});

test('coordinates are degrees; a country lies in the middle of its places', () => {
  expect(gazetteer.findKnown('Palmyra')).toMatchObject({
    ref: { scheme: 'geonames', value: '163808' },
    region: 'Homs',
    latitude: 34.5624,
    longitude: 38.284,
  });
  const { latitude, longitude, ref } = gazetteer.findKnown('Syria')!;
  expect([Math.round(latitude), Math.round(longitude)]).toEqual([35, 37]);
  expect(ref).toEqual({ scheme: 'iso3166', value: 'SY' });
});

test('no text makes it throw', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'alez-\u2019 \t\0سونا'), maxLength: 40 }),
  );
  fc.assert(
    fc.property(anything, (name) => {
      gazetteer.findKnown(name);
      gazetteer.findSounding(name);
    }),
    { numRuns: 500, seed: 4 },
  );
});
