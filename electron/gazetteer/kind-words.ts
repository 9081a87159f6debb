/** Words for what a place is, in lower case, as they stand before or behind its name. */
const regionWords =
  'province|governorate|muhafazah|muhafaza|state|region|district|prefecture|oblast|countryside|vilayet';
const townWords = 'city|town|village|municipality';
const otherWords =
  'rural|central|northern|southern|eastern|western|north|south|east|west|airport|airbase|air base|camp';
const any = `${regionWords}|${townWords}|${otherWords}`;

const before = new RegExp(`^(?:the )?(?:(?:${any}) )+(?:of )?(?:the )?(?=.)`, 'u');
const behind = new RegExp(`(?: (?:${any}))+$`, 'u');
const says = (words: string) => new RegExp(`(?<![^ ])(?:${words})(?![^ ])`, 'u');
const saysRegion = says(regionWords);
const saysTown = says(townWords);

/** A plain form without words for its kind and the points of the compass; itself where it has none, or nothing else. */
export const stripKind = (plain: string): string =>
  plain.replace(before, '').replace(behind, '').replace(/^the /, '') || plain;

/** What a plain form says its place is, if it does. */
export const readKind = (plain: string): 'region' | 'town' | undefined =>
  saysRegion.test(plain) ? 'region' : saysTown.test(plain) ? 'town' : undefined;
