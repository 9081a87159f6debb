import { wordSet } from './words.ts';

/** The unit of what is counted, as the codebook's option says it; for people it depends on what befell them. */
const nouns: Readonly<Record<string, ReadonlySet<string>>> = {
  people: wordSet(
    `people person persons ppl civilians civilian citizens soldiers soldier troops troop fighters fighter militants
    militant terrorists terrorist insurgents insurgent rebels rebel jihadists jihadist gunmen gunman extremists extremist mercenaries
    mercenary members member men man women woman children child kids boys boy girls girl babies baby infants residents resident
    refugees refugee families family workers worker medics medic doctors doctor nurses nurse journalists journalist officers officer
    commanders commander police policemen policeman guards guard servicemen serviceman personnel pilots pilot crew sailors sailor
    bombers bomber attackers attacker prisoners prisoner detainees detainee hostages hostage evacuees victims victim students student
    pupils teachers teacher patients patient activists activist protesters protester demonstrators volunteers volunteer villagers
    passengers passenger recruits operatives operative individuals others minors loyalists militiamen militiaman combatants
    commandos nationals migrants inhabitants Americans Syrians Iraqis Turks Kurds Palestinians Israelis Russians Lebanese Iranians
    leaders ringleaders brothers sisters mothers sons daughters siblings relatives rescuers firefighters paramedics shepherds farmers
    peacekeepers observers advisers advisors contractors martyrs forces households youths teenagers elders drivers driver`.toLowerCase(),
  ),
  killed: wordSet('dead deaths death fatalities fatality bodies body corpses corpse lives'),
  wounded: wordSet('injuries wounds'),
  captured: wordSet('captives arrests abductions kidnappings'),
  other: wordSet('casualties casualty'),
  strikes:
    wordSet(`strikes strike airstrikes airstrike air-strikes raids raid airraids attacks attack sorties sortie bombings bombing
    bombardments shellings explosions explosion blasts blast ambushes shootings detonations`),
  missiles: wordSet(`missiles missile rockets rocket shells shell bombs bomb mortars projectiles projectile torpedoes
    munitions rounds round warheads grenades`),
  aircraft:
    wordSet(`aircraft aircrafts warplanes warplane planes plane jets jet helicopters helicopter drones drone uavs uav
    choppers airplanes quadcopters gunships`),
  vehicles:
    wordSet(`vehicles vehicle tanks tank trucks truck apcs apc cars car buses bus ambulances ambulance lorries lorry vbieds
    vbied bulldozers bulldozer humvees convoys tankers pickups bmps ships ship boats boat ferries trains motorcycles`),
  buildings:
    wordSet(`buildings building homes home houses house hospitals hospital schools school mosques mosque shops churches
    apartments clinics bakeries bridges factories warehouses flats facilities`),
  money: wordSet('dollars dollar euros euro pounds lira liras rubles roubles usd eur'),
  distance: wordSet('km kms kilometers kilometres kilometer kilometre miles mile meters metres meter metre m'),
};
const unitByNoun = new Map(
  Object.entries(nouns).flatMap(([unit, words]) => [...words].map((word) => [word, unit] as const)),
);

/** The unit of a counted noun, in small letters; undefined for one that is in no list. */
export const findUnit = (noun: string): string | undefined => unitByNoun.get(noun);

/** What befell people: a verb or noun, and the unit of those it counts. */
const fates: Readonly<Record<string, ReadonlySet<string>>> = {
  killed:
    wordSet(`killed killing kill kills dead died dies die dying death deaths bodies corpses toll slain executed executing executes beheaded martyred
    massacred perished lives fatalities neutralized neutralised murdered slaughtered drowned`),
  wounded: wordSet('injure wounded wounding wounds wound injured injuring injures injuries hurt maimed maiming'),
  captured: wordSet(
    'captured capturing captures arrested arresting arrests detained detaining abducted abducting kidnapped hostage surrendered surrender',
  ),
  displaced: wordSet('displaced displacing fled flee fleeing evacuated uprooted displaces homeless'),
  missing: wordSet('missing unaccounted disappeared'),
  other: wordSet('casualties'),
};
const fateByWord = new Map(
  Object.entries(fates).flatMap(([unit, words]) => [...words].map((word) => [word, unit] as const)),
);

/** What that word says befell those who are counted beside it. */
export const findFate = (word: string): string | undefined => fateByWord.get(word);

/** Nouns that say at once who is counted and what befell them: “two dead and five injuries”. */
export const fateNouns = wordSet('dead deaths death fatalities fatality lives injuries casualties');

/** Fates that are said of whoever stands before them as well as after them: “were killed”, “19 dead”. */
export const onlyBefore = wordSet(
  'dead died dies die dying fled flee missing hurt perished drowned homeless disappeared unaccounted surrendered surrender',
);
export const onlyAfter =
  wordSet(`killing kill kills injure kills executing executes wounding wounds injuring injures maiming capturing captures
  arresting detaining abducting displacing toll death deaths bodies corpses lives fatalities displaces`);

/** Stretches of time and their like: they are no figures, and neither is what has them for its last word. */
export const timeNouns =
  wordSet(`year years month months week weeks day days hour hours minute minutes second seconds decade decades
  century centuries yr yrs nights night weekends o'clock gmt utc am pm a.m. p.m. a.m p.m th`);
/** What is counted without being a matter of fact: how often, how many sides, which of them. */
export const emptyNouns =
  wordSet(`times time sides side ways way occasions reasons fronts stages phases steps things points
  sources parts hands continents thirds halves quarters terms percentage sorts kinds
  degrees countries nations options aspects goals areas groups campaigns directions suburbs neighbours`);

/** Words that a number after them is a name of: “Brigade 52”, “Resolution 2254”. */
export const numberedNouns =
  wordSet(`brigade division regiment battalion base resolution resolutions article articles chapter section
  page room route highway road flight channel unit checkpoint phase stage round number no nos group gate camp hill annex protocol
  astana geneva class type model line point level paragraph item sector block figure table version issue point`);

/** Where what is counted ends at the latest. */
export const phraseEnds =
  wordSet(`a an the this that these those in on at by for from to with without within into onto over under near
  after before during since until till as than and or but nor if when while where which who whom whose because although though amid
  among against across around along between through throughout via per about is are was were be been being am has have had having do
  does did will would shall should may might must can could not n't it its they them their he she his her him we our us you your i my
  there here then also only just so what how why all both either neither each every out up down off away back said says told reported
  claimed including scores dozens hundreds thousands reportedly allegedly mostly mainly ago later earlier inside outside behind towards toward besides always perhaps afterwards overseas overnight yesterday sometimes`);
