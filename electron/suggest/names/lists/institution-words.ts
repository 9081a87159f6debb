import { toWords } from './list.ts';

/** Last or first words of the names of bodies, with a capital. Source: general knowledge. */
export const institutionWords = toWords(`
  Academy Administration Agencies Agency Airlines Airways Alliance Ambulance Apparatus Army Armies Artillery Assembly Association Authorities Authority
  Bank Battalion Battalions Board Brigade Brigades Broadcasting Brotherhood Bureau Cabinet Campaign Center Centre Chamber Chancellery
  Chronicle Club Coalition College Command Commando Commandos Commission Committee Committees Commonwealth Communications Community Company Confederation
  Conference Congress Consortium Convention Corporation Corps Council Councils Courier Court Defence Defense Delegation Department
  Directorate Division Divisions Enterprise Establishment Express Faction Federation Fighters Fleet Force Forces Forum Foundation
  Front Fund Gazette Gendarmerie Government Group Groups Guard Guards Headquarters Helmets Herald Initiative Inquirer Inspectorate Institute Institution
  Intelligence Jirga Journal Judiciary Lab Laboratory Lashkar League Legion Leadership Lions Magazine Media Militia Militias Military Ministry Ministries Mission Monitor Monitors Movement
  Navy Network News Newspaper Observatory Observer Office Opposition Organisation Organization Organisations Organizations Panel Parliament Partners Partnership Party Patrol Police
  Post Presidency Press Programme Program Prosecution Radio Rebels Regiment Regime Reserve Resistance Review Revolutionaries Secretariat Senate Service
  Services Shield Society Soldiers Squad Squadron Staff Star Syndicate Taskforce Television Times Treasury Tribune Tribunal Troops TV Union Unit Units University Watch
  Wing Workers Youth Partisans Martyrs Tribes Falcons Hawks Mujahideen Mujahedin Fedayeen Peshmerga
`);

/** First words of such names in Arabic, Persian, Turkish and Urdu: army, party, movement, brigade, front, council … Source: general knowledge. */
export const institutionBeginnings = toWords(`
  Liwa Liwaa Jaysh Jaish Jeish Jeysh Harakat Haraket Hizb Hezb Ansar Katibat Katiba Kata'ib Kataib Jabhat Jund Faylaq Feylaq Failaq Ahrar Saraya Asa'ib Asaib Hashd Majlis
  Jama'at Jamaat Jama'a Jamaah Tanzim Tehrik Tehreek Lashkar Sipah Hay'at Hay'et Haiat Hayat Ittihad Tajammu Nidaa Munazzamat Quwat Quwwat Wilayat Usud Suqour Firqat Fursan
`);

/** A lower-case noun that names one body of its state after a nationality: "Peruvian army", "US military". */
export const stateBodies = toWords(`
  army government military navy parliament police regime presidency cabinet gendarmerie intelligence judiciary leadership senate
  authorities state administration embassy
`);

/** The same in two words: "air force", "defense ministry", "armed forces". */
export const stateBodyPairs: ReadonlySet<string> = new Set(
  [
    'air',
    'armed',
    'special',
    'security',
    'naval',
    'ground',
    'aerospace',
    'government',
    'military',
    'coast',
    'border',
    'state',
    'foreign',
  ]
    .concat([
      'defense',
      'defence',
      'interior',
      'health',
      'finance',
      'justice',
      'oil',
      'energy',
      'transport',
      'information',
      'air',
      'national',
    ])
    .concat([
      'general',
      'secret',
      'news',
      'intelligence',
      'central',
      'supreme',
      'constitutional',
      'federal',
      'communist',
      'ruling',
      'secret',
    ])
    .flatMap((first) =>
      [
        'force',
        'forces',
        'ministry',
        'guard',
        'guards',
        'department',
        'staff',
        'service',
        'services',
        'agency',
        'bank',
        'court',
        'party',
        'army',
        'police',
        'parliament',
        'council',
      ].map((second) => `${first} ${second}`),
    ),
);

/** Behind a name in lower case: it is a medium. */
export const mediaNouns = toWords(
  'newspaper daily weekly channel broadcaster website news agency newswire magazine outlet tv television radio',
);

/** After a name in lower case: who it is that the name names. "Reef Front fighters", "HTS militants", "the SDF commander". */
export const followersOfActors = toWords(`
  fighter fighters militant militants terrorist terrorists member members leader leaders leadership commander commanders insurgent insurgents
  rebel rebels jihadist jihadists troops soldier soldiers forces force officials official spokesman spokeswoman spokesperson
  militia militias operatives operative gunmen positions position group cell cells elements faction factions chief chiefs head
  supporters representatives representative division divisions battalion battalions regiment regiments brigade brigades negotiators delegation personnel convoy convoys unit units brigade brigades agency
  correspondent reporter reporters journalist report reports statement base bases headquarters
  allies ally affiliates affiliate branch network propaganda ministers minister president lawmakers diplomats mercenaries peacekeepers
  organization organisation movement party alliance coalition regime government army military
`);

/** What a ministry, a council or an army is "of" or "for": these do not part a name. */
export const fieldsOfWork = toWords(`
  Affairs Agriculture Aid Arts Arab Arms Chemical Commerce Communications Culture Defence Defense Democratic Development Documentation Economic Economy Education Emergencies Emergency Employment Energy
  Environment Expatriates Faith Finance Fisheries Foreign Forestry Freedom General Health Home Housing Human Humanitarian Immigration Independence Industry Information Infrastructure Intelligence
  Interior Internal International Investment Investigative Islamic Islam Journalists Justice Labor Labour Law Liberation Literature Martyrs Media Migration Military Mineral Monitoring National Natural
  Nuclear Oil Opposing Oppressed Peace People Peoples People's Petroleum Planning Police Political Press Prevention Prohibition Promotion Protection Public Reconciliation Reconstruction Refugee
  Refugees Regional Relief Religious Rescue Research Resources Responsibility Revolution Rights Rural Science Sciences Scientific Search Security Services Sides Social Sports Staff State Strategic
  Studies Support Supreme Technology Terrorism Tourism Trade Transport Transportation Union Unity Urban Victory Virtue Vice Volunteers War Warring Water Weapons Welfare Women Workers Works World Youth Atomic
`);
