import { describe, expect, test } from 'vitest';
import { find, namesIn } from './names-in.ts';

describe('bodies', () => {
  test('are names that end with, or begin with, a word of institutions', () => {
    expect(
      namesIn('Talks with the Murayn Harbour Authority and the Board for the Liberation of Murayn failed.'),
    ).toEqual(['actor: Murayn Harbour Authority', 'actor: Board for the Liberation of Murayn']);
    expect(namesIn('Men of Jaysh al-Muran and of the Conquest of Temsar Front fled.')).toEqual([
      'actor: Jaysh al-Muran',
      'actor: Conquest of Temsar Front',
    ]);
  });

  test('hold what they are for, and end before what only stands beside them', () => {
    expect(namesIn('The Ministry of Foreign Affairs and Trade and Varr agreed.')).toContain(
      'actor: Ministry of Foreign Affairs and Trade',
    );
    expect(namesIn("It was the People's Harbour Units that came.")).toEqual(["actor: People's Harbour Units"]);
  });

  test('leave out what follows them in lower case', () => {
    expect(namesIn('Some Reef Front fighters left.')).toEqual(['actor: Reef Front']);
  });

  test('of a state are its adjective and a noun in lower case, which alone are none', () => {
    expect(
      namesIn('The Bolivian army and the Peruvian defence ministry met; Bolivian soldiers and Peruvians did not.'),
    ).toEqual(['actor: Bolivian army', 'actor: Peruvian defence ministry']);
    expect(namesIn('They saw Bolivian military vehicles, US soldiers and US missiles.')).toEqual([]);
    expect(namesIn('On Monday the US military said so.')).toEqual(['actor: US military']);
  });

  test('are coalitions that somebody leads, and governments by their seat', () => {
    expect(namesIn('Jets of the Brazil-led international coalition hit the Lima government.')).toEqual([
      'actor: Brazil-led international coalition',
      'actor: Lima government',
    ]);
  });

  test('have short forms with a capital of their own', () => {
    expect(namesIn('Nine died by the account of the Observatory. The observatory counts daily.')).toEqual([
      'actor: Observatory',
    ]);
  });

  test('do not keep their adjective where another state stands before a place', () => {
    expect(namesIn('It lies near the Bolivian Ulan Province.')).toEqual(['location: Ulan Province']);
    expect(namesIn('It lies near the Bolivian Embassy.')).toEqual(['location: Bolivian Embassy']);
  });
});

describe('persons', () => {
  test('have a title in capitals with all that it holds, but none in lower case', () => {
    expect(namesIn('So said Colonel Yusr Hadad, Bolivian Minister of Ports Mark Varr and spokesman Anna Poe.')).toEqual(
      ['actor: Colonel Yusr Hadad', 'actor: Bolivian Minister of Ports Mark Varr', 'actor: Anna Poe'],
    );
    expect(namesIn('He met Secretary of State Mark Poe and Lt. Gen. Hadad.')).toEqual([
      'actor: Secretary of State Mark Poe',
      'actor: Lt. Gen. Hadad',
    ]);
  });

  test('are not a title alone', () => {
    expect(namesIn('The Prime Minister and the President of Bolivia spoke; the Minister left.')).not.toContain(
      'actor: Prime Minister',
    );
    expect(namesIn('The Foreign Minister left.')).toEqual([]);
  });

  test('are found again by their last name', () => {
    expect(namesIn('Colonel Yusr Hadad left. It was late, and Hadad slept.')).toEqual([
      'actor: Colonel Yusr Hadad',
      'actor: Hadad',
    ]);
    expect(find('Colonel Yusr Hadad left. It was late, and Hadad slept.')[1]).toMatchObject({
      rule: 'repeat',
      reason: { name: 'Colonel Yusr Hadad' },
    });
  });
});

describe('places', () => {
  test('take a capital kind or point of the compass along, and none in lower case', () => {
    expect(namesIn('Rain fell in Ulan Province, Northern Varn, southern Temsar and Muran province.')).toEqual([
      'location: Ulan Province',
      'location: Northern Varn',
      'location: Temsar',
      'location: Muran',
    ]);
  });

  test('are told by the words around them, or by a gazetteer', () => {
    expect(namesIn('The town of Varn burns. Troops left for Muran.', { places: ['Muran'] })).toEqual([
      'location: Varn',
      'location: Muran',
    ]);
    expect(namesIn('Rain at noon over Muran fell.')).toEqual([]);
  });

  test('in a row are what one of them is', () => {
    expect(namesIn('It hit the villages of Varn, al-Muran, Kafr Ulan and Temsa.')).toEqual([
      'location: Varn',
      'location: al-Muran',
      'location: Kafr Ulan',
      'location: Temsa',
    ]);
  });

  test('and actors are what others in their row are surely', () => {
    expect(namesIn('Nobody saw the Reef Front, Zarqel or Muranel again.')).toEqual([
      'actor: Reef Front',
      'actor: Zarqel',
      'actor: Muranel',
    ]);
  });

  test('at the ends of a road are two', () => {
    expect(namesIn('They cut the Varn-Muran Bay road and the M5 highway.')).toEqual([
      'location: Varn',
      'location: Muran Bay',
      'location: M5',
    ]);
  });
});

describe('states and their seats', () => {
  test('are places where something is, and actors where they act, own or are dealt with', () => {
    expect(
      namesIn('In Peru it rained. Peru said so, by order of Lima. Talks between Chile and Bolivia began.'),
    ).toEqual(['location: Peru', 'actor: Peru', 'location: Lima', 'actor: Chile', 'actor: Bolivia']);
    expect(namesIn("Peru's navy left Chile's northern coast.")).toEqual(['actor: Peru', 'location: Chile']);
    expect(namesIn('The border with Peru and the road between Lima and Quito are shut.')).toEqual([
      'location: Peru',
      'location: Lima',
      'location: Quito',
    ]);
  });

  test('within a hyphened word are names of their own', () => {
    expect(namesIn('The Peru-backed, anti-ISIS men of the Lima-based group fled.')).toEqual([
      'actor: Peru',
      'actor: ISIS',
      'location: Lima',
    ]);
  });

  test('are not the words that are written like their short names', () => {
    expect(namesIn('It is up to us, who is in.')).toEqual([]);
    expect(namesIn('The US and the WHO agreed, the U.N. did not.')).toEqual(['actor: US', 'actor: WHO', 'actor: U.N.']);
  });
});

describe('acronyms', () => {
  test('in brackets behind a name are a name of their own, and what the name is', () => {
    const text = 'The Tide of Varn (TOV) met at Lake Ulan. A TOV man said so.';
    expect(namesIn('Tahat al-Varn (TAV) left. Nobody saw TAV again.')).toEqual([
      'actor: Tahat al-Varn',
      'actor: TAV',
      'actor: TAV',
    ]);
    expect(find('Reef Front (RF) left.')[1]).toMatchObject({ rule: 'acronym', reason: { name: 'Reef Front' } });
    expect(namesIn(text)).toContain('location: Lake Ulan');
  });

  test('of things are no names', () => {
    expect(namesIn('He had a BMX, six TOZ missiles, a T-72 and an F-16.')).toEqual([]);
  });
});

describe('capitals that are no names', () => {
  test('are those of beginnings, days, months, peoples, faiths and events', () => {
    const text =
      'Meanwhile, on Friday, 3 May, Muslims and Bolivians met. Shelling went on. The World Cup and Operation Reef Shield ended.';
    expect(namesIn(text)).toEqual([]);
  });

  test('begin a sentence with a word that the article has in lower case', () => {
    expect(namesIn('The convoy left. Convoy said nothing.')).toEqual([]);
  });

  test('begin a sentence, and stand nowhere else', () => {
    expect(namesIn('Fishermen said so.')).toEqual([]);
  });

  test('of a headline say nothing: its names are those that stand in the article, or on a list', () => {
    const text =
      'Reef Front Loses Second Harbour in Peru as Fighting Resumes\n\nOn Sunday the Reef Front said that it lost.';
    expect(namesIn(text)).toEqual(['actor: Reef Front', 'location: Peru', 'actor: Reef Front']);
    expect(namesIn('REEF FRONT LOSES HARBOUR\n\nOn Sunday the Reef Front said that it lost.')).toEqual([
      'actor: REEF FRONT',
      'actor: Reef Front',
    ]);
    expect(namesIn('Bolivian Army Kicks Off Great Operation near Reef\n\nIt began on Sunday.')).toEqual([
      'actor: Bolivian Army',
    ]);
  });

  test('in boilerplate are not looked at', () => {
    const text = 'Peru said so.\n\nMore from Lima';
    const blocks = [
      { kind: 'paragraph', start: 0, end: 13 },
      { kind: 'boilerplate', start: 15, end: 29 },
    ];
    expect(namesIn(text, { blocks })).toEqual(['actor: Peru']);
  });
});

test('the same name is the same wherever it stands in an article', () => {
  const text = 'The Varnals said so on Sunday. On Monday the port was quiet, but not for Varnals or others.';
  expect(namesIn(text)).toEqual(['actor: Varnals', 'actor: Varnals']);
});

test('a text in another language, or none that can be told, has no names but those that the corpus knows', () => {
  expect(namesIn('Der Präsident Peters sagte in Lima nichts.', { language: 'de' })).toEqual([]);
  const german = 'Der Bürgermeister Karl Poe sagte in Lima, dass die Armee von Peru nicht komme. '.repeat(5);
  expect(namesIn(german, { language: null })).toEqual([]);
});
