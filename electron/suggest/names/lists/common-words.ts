import { toWords } from './list.ts';

/** Words that join, point or ask: at the start of a sentence they have a capital and are no name. */
export const functionWords = toWords(`
  a an the this that these those some any all both each every either neither no none one two three four five six seven eight nine ten eleven twelve
  twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion dozens dozen scores first second third fourth fifth last next other another others such same
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself himself herself itself themselves who whom whose which what where when why how
  and or but nor so yet for if unless until till while whereas although though because since as than that whether once lest except
  in on at by to from of off out over under up down into onto upon with without within about above across after against along amid among around before behind below beneath beside besides
  between beyond despite during inside near outside past per regarding through throughout toward towards underneath unlike versus via like following according due owing instead
  is are was were be been being am do does did done doing have has had having will would shall should can could may might must ought need dare
  not never also too very only just even still already again always often sometimes usually perhaps maybe however therefore moreover furthermore meanwhile nevertheless nonetheless otherwise
  then thus hence here there now today tomorrow yesterday tonight soon later earlier recently finally eventually currently previously initially originally similarly likewise additionally accordingly consequently
  more most less least many much few fewer several enough half quarter almost nearly roughly approximately exactly certainly clearly indeed apparently reportedly allegedly
  yes well oh ok okay please let there's it's that's he's she's we're they're don't didn't isn't wasn't won't can't couldn't
`);

/** Nouns and others that stand first in sentences of news. Source: general knowledge; what a text writes small besides is known from it. */
export const openingWords = toWords(`
  according accused activists additional addressing adding aerial air aircraft airstrike airstrikes allied allies ambulances analysts anti anyone anything army armed artillery asked attack attackers attacks authorities backed based beginning being believe bomb bombers bombing bombings both bombs border breaking britain's
  bullets bus buses calls campaign captured car casualties ceasefire chemical children civil civilian civilians claims clashes coalition combat commander commanders commenting concerning concerns conflict considering contact convoy copyright correspondents council countries country coup critics crowds date days de-escalation dead deal death
  deaths defense defence demonstrators despite diplomats disclaimer doctors drone drones during early economic editor efforts election elections elsewhere email emergency end enemy envoy ever everyone everything evidence experts explosion explosions explosive failure families family featured federal fierce fight fighter fighters fighting fire firefighters
  five following foreign former forces free fresh full further general given good government governor great ground groups group gunmen health heavy help helicopter helicopters hostages hospitals hours house how human humanitarian image images immediate including increased information infantry injured insurgent insurgents intelligence intense international
  investigation investigators jets jihadist jihadists joint journalists judges judging just key killing king known large last late latest law lawmakers lawyers leader leaders leaving left local long looking major man march massive maybe meantime media medical medics members men mercenaries military militant militants militia militias minister ministers ministry minutes
  missile missiles monitor monitors months moreover mortar mr nations national neighboring neighbouring new news night nobody nothing number observers office officer officers officials oil old on-the-ground only operation operations opponents opposition original others overall owing own part parliament parties party people photo photos pilots plans planes please police political
  president press preliminary prime pro prisoners protesters protests provincial question questions raids read rebel rebels recent reconciliation refugees regarding regime regional related relations reportedly report reporters reporting reports representatives rescue rescuers research residents retired rocket rockets ruling russian-made sanctions saying security see seven share shells shelling shooting shortly
  signs similar small snipers soldiers some sources special spokesman spokesperson state statement states strikes strong subscribe suicide suspected suspects talks tanks tensions terror terrorism terrorist terrorists thanks tuesday's tribal troops true two under unidentified unknown update updated us-backed vehicles victims video videos vice village villagers villages violence war warning warplanes
  weapons weeks western whatever white witnesses women world worse wounded writing year years young yet
  asked answering arguing calling citing commenting confirming declaring denying describing expressing insisting noting quoting referring responding speaking stressing suggesting talking telling warning
`);

/** With a capital always, and no names of who or where: days, months, feasts, wars, faiths' and others' adjectives, languages' letters. */
export const neverNames = toWords(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Christmas Easter Ramadan Eid Eid-al-Fitr Ashura Arbaeen Nowruz Passover Hanukkah Muharram Hijri AD BC AM PM GMT EST UTC
  God Lord Allah Internet Web English Arabic Olympics Cup Prize Oscar Nobel COVID COVID-19 Covid TNT IED IEDs VBIED VBIEDs SVBIED SVBIEDs UAV UAVs ATGM ATGMs MANPADS MANPAD IDP IDPs NGO NGOs TV CEO PhD MP MPs PM FM WMD GPS ID RPG RPGs AK IFV APC APCs MLRS SAM ICBM HQ POW POWs
  Km KM MM Kg RELATED UPDATE UPDATED BREAKING VIDEO PHOTO PHOTOS MAP WATCH READ EXCLUSIVE LIVE NEWS Photo Image Source Sources Credit Caption Featured RSS PDF WWW HTTP HTTPS Q A I II III IV VI VII VIII IX XI XII
  Kalashnikov Grad Katyusha Tomahawk Patriot Iskander Kalibr Javelin Hellfire Stinger Scud Kornet Abrams Humvee Humvees Merkava Apache Chinook Predator Reaper Sukhoi Antonov Tupolev Hercules Buk Tor Pantsir Bastion Burkan Sarin Novichok
  Sharia Shari'a Caliphate Holocaust Intifada Nakba Brexit
`);

/** Last words of what happens or is made, not of who or where. */
export const eventWords = toWords(`
  War Wars Battle Operation Operations Treaty Accord Accords Agreement Agreements Deal Summit Talks Process Crisis Revolution Uprising Spring Day Week Month Year Law Act Bill Resolution Resolutions Plan Declaration Constitution Charter Protocol Storm
  Memorandum Election Elections Attack Attacks Massacre Offensive Campaigns Ceasefire Convention Conventions Cup Games Festival Award Prize Report Doctrine Dialogue Round Peace Strike Missile Missiles Defense-System System Systems Project Initiative Article Chapter Annex Anniversary Era Age Century Disclaimer Trust Principles Rights Line Curtain
`);
