import { expect, test } from 'vitest';
import { PLACE_KINDS } from '#shared/domain/place';
import { packPlaces, parseRows, PlacesFile, toKey, type PlaceRow } from '../../../electron/gazetteer/places-file.ts';

const header = {
  source: 'made up',
  countries: [{ code: 'TM', name: 'Temsar', names: ['temsar'] }],
  regions: [
    { code: '', name: '' },
    { code: 'TM.01', name: 'Coast' },
  ],
};
const murayn: PlaceRow = {
  ...{ id: 4_000_000_000 - 2 ** 31, name: 'Qal‘at Murayn', latitude: 190_860, longitude: -342_170 },
  ...{ population: 0, country: 0, region: 1, kind: PLACE_KINDS.indexOf('seat') },
};

test('rows come back as they were packed, in their order', () => {
  const places = [{ ...murayn, name: '', population: 2_000_000_000, longitude: -1_800_000 }, murayn];
  const file = new PlacesFile(packPlaces(header, places, new Map()));
  expect(file.header).toEqual(header);
  expect([file.getPlace(0), file.getPlace(1)]).toEqual(places);
});

test('every form is in the block of its key, with its rows', () => {
  const letters = [...'bdfgjklmnrst'];
  const forms = new Map(letters.flatMap((a) => letters.map((b, n) => [`${a}a${b}u`, [n, n + 36]])));
  forms.set('قلعه مرين', [7]);
  const file = new PlacesFile(packPlaces(header, [murayn], forms));
  for (const [form, rows] of forms) {
    const line = file
      .readBlock(toKey(form))
      .split('\n')
      .find((each) => each.startsWith(`${form}\t`));
    expect(parseRows(line!.slice(form.length + 1))).toEqual(rows);
  }
});

test('a key before the first, between or behind the last finds a block without it', () => {
  const file = new PlacesFile(packPlaces(header, [murayn], new Map([['bada', [0]]])));
  for (const key of ['', 'a', 'c', 'zzzz', '\uffff']) expect(file.readBlock(key)).toBe('\nbada\t0\n');
});
