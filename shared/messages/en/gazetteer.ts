import type { FoundPlace, Matched, PlaceKind, PlaceRef } from '../../domain/place.ts';

const kinds: Readonly<Record<PlaceKind, string>> = {
  country: 'country',
  region: 'region',
  capital: 'capital',
  seat: 'administrative seat',
  settlement: 'town or village',
  quarter: 'quarter of a town',
  former: 'abandoned or former',
};

const matches: Readonly<Record<Matched, string>> = {
  exact: 'this name',
  article: 'but for the article',
  spelling: 'sounds alike',
  part: 'as a part of it',
};

/** Thousands parted by a narrow blank, which no language reads as a decimal sign. */
const peopleWords = (people: number) => String(people).replace(/\B(?=(?:\d{3})+$)/gu, '\u202f');

const toPopulation = ({ kind, population }: FoundPlace): string => {
  if (population === 0 || kind === 'country' || kind === 'region') return '';
  return `${peopleWords(population)} people`;
};

const areaWords = ({ kind, region, country }: FoundPlace): string =>
  [region, kind === 'country' ? '' : country].filter((part) => part !== '').join(', ');

/** What stands beside a name in a list of candidates. */
export const placeWords = (place: FoundPlace): string =>
  [areaWords(place), kinds[place.kind], toPopulation(place), matches[place.matched]]
    .filter((part) => part !== '')
    .join(' · ');

export const placeRefWords = ({ scheme, value }: PlaceRef): string => `${scheme}:${value}`;

/** Words of the look-up of places, on screen. */
export const gazetteerMessages = {
  lookUp: 'Look up in gazetteer…',
  title: (name: string) => `Where is ${name}?`,
  find: 'Name of the place, in any spelling',
  hint: 'Ranked by what this corpus is about. Enter takes the one that is marked; Ctrl+Z takes it back.',
  none: 'Nothing in the gazetteer is called so or sounds so. It knows countries, regions and settlements of 500 people and more; no rivers, roads, bases or hills.',
  make: (name: string, place: FoundPlace) => `New entity “${name}”, which is ${place.name}`,
  chosen: (name: string, place: FoundPlace) =>
    `${name} is ${[place.name, areaWords(place)].filter((part) => part !== '').join(', ')}`,
} as const;

/** Words of `galley places`. */
export const placesCommandMessages = {
  query: 'the name, in any spelling; “Tripoli, Lebanon” prefers what lies there',
  limit: 'how many candidates at most',
  set: 'say that this entity (its name or uid) is the place that --take names',
  take: 'the place that is meant, as the list names it (geonames:170654)',
  heads: ['place', 'name', 'region', 'country', 'kind', 'people', 'latitude', 'longitude', 'found by'],
  kind: (kind: PlaceKind) => kinds[kind],
  matched: (matched: Matched) => matches[matched],
  none: 'Nothing in the gazetteer is called so or sounds so.',
  badLimit: (most: number) => `error: --limit is from 1 to ${most}`,
  together: 'error: --set and --take go together: the entity, and which of the candidates it is',
  notFound: (ref: string, query: string) => `error: ${ref} is not among the candidates for “${query}”`,
} as const;
