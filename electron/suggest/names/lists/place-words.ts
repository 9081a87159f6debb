import { toWords } from './list.ts';

/** Last words of the names of places, with a capital: "Varn Province", "Muran Airport". Source: general knowledge. */
export const placeEndings = toWords(`
  Airbase Airfield Airport Airstrip Alley Archipelago Avenue Barracks Base Basin Bay Beach Boulevard Bridge Camp Canal Canyon Cape Cathedral Cemetery Church Citadel City Coast
  Countryside County Creek Cross Crossing Crossroads Dam Delta Desert District Districts Factory Farm Farms Field Fields Forest Fort Fortress Garden Gardens Gate
  Governorate Gulf Harbor Harbour Heights Highway Hill Hills Hospital Hotel Island Islands Isle Isles Junction Juncture Lake Market Marsh Marshes
  Monastery Mosque Mount Mountain Mountains Museum Neighborhood Neighbourhood Oasis Ocean Oilfield Outskirts Palace Parish Park Pass Peninsula Plain Plains Plant Plateau Pocket Port
  Prefecture Prison Province Provinces Quarter Refinery Region Reservoir Ridge River Road Roundabout Sea Shrine Square Station Stadium Strait Straits Street
  Suburb Suburbs Subdistrict Sub-district Sub-District Territory Town Triangle Tunnel Valley Village Villages Wall Zone Desert Terminal Checkpoint Embassy Consulate Facility Temple Tower
`);

/** First words of the names of places: "Mount Hermon", "Lake Chad", "Wadi Rum". Source: general knowledge of place names. */
export const placeBeginnings = toWords(`
  Mount Mt Mt. Lake Port Fort Cape Camp Gulf Bay Strait Isle Island River Jabal Jebel Jabel Tal Tel Tell Tall Wadi Deir Dayr Dair Khan Kafr Kafar Kfar
  Ain Ayn Ras Umm Beit Bayt Bir Bab Burj Qalat Qal'at Shatt Nahr Sahl Hawr Khirbet Khirbat Marj San Santa Santo São Saint St St. Los Las New Nueva
  Upper Lower Ciudad Villa Rio Puerto Sidi Oued Aïn Novo Nizhny Tall
`);

/** In lower case beside a name: what kind of place it is. "Varn province", "the town of Varn". */
export const placeKinds = toWords(`
  province provinces governorate governorates city cities town towns village villages district districts region regions area areas countryside neighborhood neighborhoods neighbourhood
  neighbourhoods suburb suburbs subdistrict sub-district capital county airport airbase airfield airspace border borders frontier crossing highway
  road river valley mountain mountains mount hill hills desert plain plains peninsula island islands coast port harbor harbour camp base dam bridge street square market
  hospital prison quarter oasis lake gulf sea strait enclave pocket outskirts axis front-line frontline frontlines settlement settlements hamlet farms farmland gasfield oilfield municipality territory
  territories checkpoint roundabout ghetto canton cantons strongholds stronghold
`);

/** Compass words. */
export const compassWords = toWords(`
  North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest Northeastern Northwestern
  Southeastern Southwestern North-East North-West South-East South-West North-Eastern North-Western South-Eastern South-Western Greater Inner Outer Rural
`);
