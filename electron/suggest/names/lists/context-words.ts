import { toWords } from './list.ts';

/** Before a name: it says where. */
export const placePrepositions = toWords(
  `in at near inside outside into across throughout around toward towards within nearby through reaching entering leaving`,
);

/** Before a name: it may say where. */
export const weakPrepositions = toWords(`from to of over on off along beyond between via for`);

/** What only those do who can speak and decide, directly after their name. Source: general knowledge of English reporting verbs. */
export const actorVerbs = toWords(`
  said says saying say told tells tell announced announces announce reported reports claimed claims claim accused accuses accuse denied denies deny stated states confirmed confirms warned warns urged urges called calls
  condemned condemns demanded demands vowed vows promised promises pledged pledges threatened threatens insisted insists argued argues added adds noted notes declared declares demanded described describes explained explains stressed
  emphasized emphasised underlined quoted cited cites wrote writes tweeted posted published publishes broadcast aired released releases revealed reveals admitted admits acknowledged acknowledges alleged alleges asked asks believes believed believe
  wants wanted want seeks sought seek hopes hoped plans planned intends intended agreed agrees agree refused refuses refuse rejected rejects reject welcomed welcomes supports supported support backs backed opposes opposed oppose
  launched launches launch carried conducted conducts deployed deploys deploy sent sends send attacked attacks attack seized seizes seize captured captures capture recaptured retook killed kills kill shelled bombed struck targeted targets
  fired fires shot downed destroyed destroys repelled repels fought fights fight stormed liberated controls controlled control advanced advances withdrew withdraws pulled deployed invaded occupies occupied
  signed signs signed brokered hosted hosts met meets visited visits held holds holding issued issues imposed imposes lifted supplied supplies provides provided delivered gave gives took takes take taken made makes decided decides tried tries
  used uses using began begins started starts continues continued continue managed failed lost loses won gained gains secured secures arrested detained released freed evacuated recruited trained armed funded financed joined joins
  has have had will would can could may might must should does did do is are was were being having trying backing supporting seeking fighting
  encourages encouraged prefers prefer preferred thwarted pressed presses pushed pushes threw ramped suffered suffers stepped drew faces faced
  responded responds replied reacted called appealed arrived expects expected fears feared considers considered sees recognizes recognized shares shared handed turned set put led leads ordered orders allowed allows let helped helps kept keeps
`);

/** Of those, what places do as well: it says little. */
export const stateVerbs = toWords(
  `has have had will would can could may might must should does did do is are was were being having`,
);

/** Before a name: who did it, or with and against whom. */
export const actorPrepositions = toWords(`by against with`);

/** In lower case before a name: a role, so that a person's name follows. */
export const roles = toWords(`
  president premier chancellor minister senator congressman governor mayor ambassador envoy secretary chairman chairwoman speaker spokesman spokeswoman spokesperson director chief commander deputy representative judge prosecutor
  general colonel major captain lieutenant sergeant admiral brigadier marshal king queen prince princess sultan emir sheikh imam cleric pope patriarch bishop rabbi doctor professor analyst expert activist journalist reporter correspondent
  leader founder head boss adviser advisor aide official lawyer author writer historian scholar researcher economist dictator militant gunman soldier officer photographer editor blogger negotiator coordinator
  son daughter brother sister wife husband father mother uncle cousin
`);

/** In lower case before a name: a body, so that its name follows. */
export const bodies = toWords(`
  group groups militia militias organisation organization movement party faction factions agency outlet channel newspaper website network broadcaster alliance coalition company firm force brigade battalion terrorists militants rebels
  jihadists insurgents fighters ally allies partner enemy rival government army think-tank magazine daily station foundation charity
`);

/** Of verbs, those whose object may be a place that is gone to or held. */
export const placeVerbs = toWords(`
  seized seize seizes captured capture captures recaptured retook liberated controls control controlled invaded occupied occupies secured secures stormed entered left visited visits reached quit
  took takes take bombed shelled struck held holds hold holding arrived destroyed evacuated lost losses joined leads led
`);

/** Between whom there are talks, and not a road. */
export const dealings = toWords(`
  talks negotiations agreement deal agreements relations ties tensions war conflict fighting clashes battle battles cooperation alliance dialogue dispute differences ceasefire truce meeting summit understanding conversation call trade rivalry
  contacts coordination treaty confrontation
`);
