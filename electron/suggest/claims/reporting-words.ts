import { wordSet } from './words.ts';

/** Verbs of saying that something is so, in the forms that news has them in. */
export const sayingVerbs =
  wordSet(`said says say told tells announced announces reported report reports claimed claims claim confirmed
  confirms confirm stated states state added adds add admitted admits denied denies deny alleged alleges stressed stresses noted notes
  insisted insists insist revealed reveals disclosed discloses warned warns declared declares asserted asserts emphasised emphasized
  explained explains acknowledged acknowledges argued argues accused accuses accuse blamed blames tweeted estimated estimates estimate
  concluded maintained maintains indicated indicates indicate testified recounted recalled charged charges
  affirmed affirms clarified informed underlined reiterated contended conceded boasted threatened threatens vowed vows pledged pledges promised`);
/** Those that go with a main verb, or stand for one: “with local sources claiming”. */
export const sayingParticiples = wordSet('saying claiming alleging confirming announcing');
/** Forms that are nouns or other verbs as well, and say something only before “that” or a clause. */
export const doubtfulVerbs =
  wordSet(`report reports claim claims state states add adds notes noted deny estimates estimate maintained
  maintains charged charges indicates indicate informed recalled concluded confirm`);
/** Verbs that come before who says it: “…,” said the mayor; the second ones only right after a quotation or a comma. */
export const invertedVerbs = wordSet('said says added adds reported explained stressed noted insisted stated declared');
export const quotingVerbs = wordSet('told claimed confirmed announced revealed warned concluded tweeted continued');
/** Heads that are more often what the sentence is about than who says so. */
export const objectNouns = wordSet(
  'soldier soldiers fighter fighters rebel rebels insurgents militants forces force troops worker workers officers residents',
);
export const referringVerbs = wordSet('citing quoting');

/** Whoever speaks, by kind: the head of “a military source”, “the defence ministry”, “state TV”. */
export const speakerNouns =
  wordSet(`activist activists adviser advisor agency agencies aide aides alliance ambassador analyst analysts
  army administration association authorities authority broadcaster cabinet campaigner captain center centre channel charity chief chiefs church
  coalition colonel command commander commanders commission committee committees company contributor correspondent correspondents council court
  defence defense delegation department deputy diplomat diplomats director doctor doctors driver embassy envoy expert experts fighter fighters
  father footage force forces foundation fund general government governor governorate group groups guards head hospital inquiry insurgents intelligence
  investigators journalist journalists judge kremlin lawmaker lawmakers lawyer leader leaders leadership locals man mayor media medic medics
  medium militants military militia minister ministers ministry mission monitor monitors mouthpiece mother movement negotiator network news
  newspaper newspapers ngo nurse nurses observatory observers office officer officers official officials opposition organisation organisations
  organization organizations outlet outlets paper paramedic paramedics parliament party pentagon police president prosecutor prosecutors
  protester protesters radio rebel rebels regime report reports reporter reporters representative representatives rescuers resident
  residents researcher secretary senator server service services site soldier soldiers source sources spokesman spokesmen spokesperson
  spokespersons spokeswoman staff state statement statements supporters surgeon surgeons survivor survivors team television troops tv union unit video
  villagers volunteers watchdog website websites witness witnesses woman worker workers`);
/** Of these nobody knows who they are, unless a name is with them. */
export const unnamedNouns =
  wordSet(`activist activists aide aides analyst analysts campaigner correspondent diplomat diplomats doctor
  doctors expert experts footage insider insiders journalists locals media medic medics monitors nurse nurses observers officer officers official
  officials outlets paramedic paramedics people police report reports reporters rescuers resident residents source sources surgeon surgeons survivor survivors supporters
  data information video videos villagers volunteers witness witnesses worker workers agencies groups soldiers`);
/** Of these it is known whom they speak for where a name is with them: “a spokesman for the Reef Front”, “Dawn newspaper”. */
export const voiceNouns =
  wordSet(`spokesman spokesperson spokeswoman spokesmen statement report news newspaper agency website channel tv
  network site outlet broadcaster radio mouthpiece`);

export const determiners = wordSet(
  'the a an its their his her our this that these those one another some several other most many two three four both all any no',
);
export const pronouns = wordSet('he she it they');
export const links = wordSet('of for in from to at on and with near by');
export const modifiers =
  wordSet(`anti-government air armed activist-run aerospace anonymous battlefield central chemical civil civilian
  coalition coordination constitutional defence defense diplomatic dissident district eastern emergency eyewitness field field, foreign former
  government health hospital human information intelligence interior international islamist jihadist judicial junior justice key kurdish labour
  leading local main medical military monitoring national naval news northern official online opposition other party police political
  preliminary presidential pro-government prominent provincial public rebel regime regional related relief reliable rescue right-wing
  rights russian security senior southern special state state-run super syrian television top transport tribal trusted turkish
  unconfirmed unidentified unnamed various war well-informed western independent initial earlier several different education energy finance trade young al el bin ibn abu van der von de du first second
  british french american iraqi iranian israeli`);
/** Words that may stand between who speaks and the verb. */
export const betweens =
  wordSet(`also later earlier further meanwhile meantime then however had has have again now today yesterday still
  just once even who initially previously previously, nevertheless moreover too instead separately immediately`);
