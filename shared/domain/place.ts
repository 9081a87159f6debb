import { z } from 'zod';
import type { EntityChanges, OutsideId } from './entity.ts';

/**
 * Under which number a place is known, and by whom: a settlement by GeoNames, a first-level region by its code there
 * (`SY.12`), a country by ISO 3166.
 */
export const PlaceRef = z.object({ scheme: z.enum(['geonames', 'geonames-admin1', 'iso3166']), value: z.string() });
export type PlaceRef = z.infer<typeof PlaceRef>;

/**
 * `seat`: of a region or district; `quarter`: of a town; `former`: abandoned, destroyed or historical. Their order is that of the
 * gazetteer's file.
 */
export const PLACE_KINDS = ['country', 'region', 'capital', 'seat', 'settlement', 'quarter', 'former'] as const;
export const PlaceKind = z.enum(PLACE_KINDS);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** A place of the gazetteer. Unit of coordinates: degrees, WGS 84; those of a country or region are the middle of its settlements. */
export const Place = z.object({
  ref: PlaceRef,
  name: z.string(),
  kind: PlaceKind,
  /** ISO 3166, two letters. */
  countryCode: z.string(),
  country: z.string(),
  /** First-level, in English; empty where it has none or is one. */
  region: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  /** 0 where the source has none; of a country or region: of the settlements in it that are listed. */
  population: z.int(),
});
export type Place = z.infer<typeof Place>;

/**
 * How a name was found: as it stands; but for the Arabic article; by its sound; as a part of what was asked, without a word such
 * as *Province* or *northern*.
 */
export const Matched = z.enum(['exact', 'article', 'spelling', 'part']);
export type Matched = z.infer<typeof Matched>;

/** `form`: the name by which it was found, folded. */
export const FoundPlace = Place.extend({ matched: Matched, form: z.string() });
export type FoundPlace = z.infer<typeof FoundPlace>;

/** The country that a place lies in, as an outside id. */
const COUNTRY = 'country';
const placeSchemes: readonly string[] = [...PlaceRef.shape.scheme.options, COUNTRY];

/** Whether an outside id says which place an entity is, or in which country it lies. */
const isPlaceRef = ({ scheme }: OutsideId): boolean => placeSchemes.includes(scheme.toLowerCase());

/** The kind of a location that a place is, in the words of the built-in label. */
const entityKinds: Readonly<Record<PlaceKind, string>> = {
  ...{ country: 'country', region: 'region', capital: 'town', seat: 'town', settlement: 'town', quarter: 'town' },
  former: 'town',
};
const placeKinds = new Set(Object.values(entityKinds));

/** Whether entities of these kinds are places on the map. */
export const isOfPlaces = (kinds: readonly string[]): boolean => kinds.some((kind) => placeKinds.has(kind));

/**
 * What an entity becomes when a person says that it is this place: its coordinates, and outside ids for the place and its
 * country instead of those of another. Its kind where it has none and its label knows it (`kinds`).
 */
export function toPlaceChanges(
  place: Pick<Place, 'ref' | 'kind' | 'countryCode' | 'latitude' | 'longitude'>,
  entity: { kind: string | null; refs: readonly OutsideId[] },
  kinds: readonly string[],
): EntityChanges {
  const kind = entityKinds[place.kind];
  const country = place.kind === 'country' ? [] : [{ scheme: COUNTRY, value: place.countryCode }];
  return {
    latitude: place.latitude,
    longitude: place.longitude,
    refs: [...entity.refs.filter((ref) => !isPlaceRef(ref)), { ...place.ref }, ...country],
    ...(entity.kind === null && kinds.includes(kind) && { kind }),
  };
}
