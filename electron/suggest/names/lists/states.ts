import { toNames } from './list.ts';

/** What CLDR calls regions that are no states: unions, test codes, the unknown. */
const noStates = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'XK', 'ZZ']);

/** Short, long and historic names that CLDR does not give. Source: general knowledge of world news. */
const otherNames = toNames(`
  Turkey, Burma, Czech Republic, Ivory Coast, Cape Verde, Swaziland, East Timor, Macedonia, Kosovo, Palestine, Vatican, Holy See
  Democratic Republic of the Congo, Democratic Republic of Congo, Republic of Congo, Republic of the Congo, Congo, DR Congo, Zaire
  Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Holland, Soviet Union, USSR, Yugoslavia, Czechoslovakia
  East Germany, West Germany, Russian Federation, People's Republic of China, Republic of China, Republic of Korea, DPRK
  Syrian Arab Republic, Islamic Republic of Iran, Islamic Republic, Kingdom of Saudi Arabia, KSA, Republic of Turkey
  United Arab Emirates, UAE, Emirates, United States of America, America, USA, US, U.S., U.S.A., UK, U.K., Persia
  Republic of Iraq, Arab Republic of Egypt, State of Israel, Republic of Yemen, Hashemite Kingdom of Jordan, Lebanese Republic
  Bosnia, Herzegovina, Trinidad, Hong Kong, Macau, Taiwan, Western Sahara, Greenland, Somaliland, Abkhazia, South Ossetia, Transnistria
  Northern Cyprus, Nagorno-Karabakh, Chechnya, Crimea, Catalonia, Tibet, Xinjiang, Kashmir, Kurdistan, Iraqi Kurdistan, Gaza, Gaza Strip
  West Bank, Golan Heights, East Jerusalem, Darfur, Rhodesia, Ceylon, Siam, Bavaria, Quebec, Puerto Rico, Gibraltar, Bermuda
`);

/** Seats of government, which stand for the state as well. Source: general knowledge. */
const capitals = toNames(`
  Abu Dhabi, Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Andorra la Vella, Ankara, Antananarivo, Apia, Ashgabat, Asmara
  Astana, Asunción, Athens, Baghdad, Baku, Bamako, Bangkok, Bangui, Banjul, Beijing, Beirut, Belgrade, Belmopan, Berlin, Bern, Bishkek
  Bissau, Bogotá, Bogota, Brasília, Brasilia, Bratislava, Brazzaville, Bridgetown, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura
  Cairo, Canberra, Caracas, Castries, Chișinău, Chisinau, Colombo, Conakry, Copenhagen, Dakar, Damascus, Dhaka, Dili, Djibouti, Dodoma, Doha
  Dublin, Dushanbe, Freetown, Funafuti, Gaborone, Georgetown, Gitega, Guatemala City, Hanoi, Harare, Havana, Helsinki, Honiara
  Islamabad, Jakarta, Jerusalem, Juba, Kabul, Kampala, Kathmandu, Khartoum, Kiev, Kyiv, Kigali, Kingston, Kinshasa, Kuala Lumpur
  Kuwait City, La Paz, Libreville, Lilongwe, Lima, Lisbon, Ljubljana, Lomé, Lome, London, Luanda, Lusaka, Luxembourg, Madrid, Malabo, Malé
  Managua, Manama, Manila, Maputo, Maseru, Mbabane, Mexico City, Minsk, Mogadishu, Monaco, Monrovia, Montevideo, Moroni, Moscow
  Muscat, Nairobi, Nassau, Naypyidaw, N'Djamena, New Delhi, Delhi, Niamey, Nicosia, Nouakchott, Nuku'alofa, Oslo, Ottawa, Ouagadougou
  Palikir, Panama City, Paramaribo, Paris, Phnom Penh, Podgorica, Port Louis, Port Moresby, Port Vila, Port-au-Prince, Port of Spain
  Porto-Novo, Prague, Praia, Pretoria, Pristina, Pyongyang, Quito, Rabat, Ramallah, Reykjavik, Riga, Riyadh, Rome, Roseau, Saint John's
  San José, San Marino, San Salvador, Sana'a, Sanaa, Santiago, Santo Domingo, São Tomé, Sarajevo, Seoul, Singapore, Skopje, Sofia
  Stockholm, Sucre, Suva, Taipei, Tallinn, Tarawa, Tashkent, Tbilisi, Tegucigalpa, Tehran, Teheran, Tel Aviv, Thimphu, Tirana, Tokyo
  Tripoli, Tunis, Ulaanbaatar, Vaduz, Valletta, Victoria, Vienna, Vientiane, Vilnius, Warsaw, Washington, Washington D.C., Washington DC
  Wellington, Windhoek, Yamoussoukro, Yaoundé, Yaounde, Yerevan, Zagreb, Ankara, Nur-Sultan, Rangoon, Yangon, Kremlin, White House, Pentagon
`);

/** Continents, seas and regions of the world, which say where and nothing else. Source: general knowledge. */
const regions = toNames(`
  Africa, North Africa, West Africa, East Africa, Southern Africa, Asia, Central Asia, South Asia, Southeast Asia, East Asia, Europe
  Western Europe, Eastern Europe, Central Europe, North America, South America, Latin America, Central America, Oceania, Antarctica
  Middle East, Near East, Far East, Arctic, Balkans, Caucasus, North Caucasus, Baltic, Scandinavia, Siberia, Sahel, Horn of Africa
  Maghreb, Levant, Mesopotamia, Anatolia, Sinai, Sahara, Caribbean, Mediterranean, Persian Gulf, Arabian Gulf, Gulf of Aden
  Strait of Hormuz, Arabian Peninsula, Korean Peninsula, Indian Ocean, Atlantic, Pacific, Black Sea, Red Sea, Caspian Sea, Dead Sea
  Mediterranean Sea, Euphrates, Tigris, Nile, Danube, Rhine, Volga, Jordan Valley, Bosphorus, Suez Canal, Panama Canal, Suez
  Aegean, Adriatic, Baltic Sea, North Sea, Himalayas, Alps, Urals, Amazon, Mekong, Ganges, Indus, South China Sea
`);

/** Their seats that are called like a person's or a common word are told apart by what stands around them. */
function* listRegions(): Generator<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = noStates.has(code) ? undefined : names.of(code);
    if (name === undefined) continue;
    yield* name
      .replace(/ - .*$/u, '')
      .split(/[()]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (name.includes(' & ')) yield name.replace(' & ', ' and ');
  }
}

/** States and their seats: places, which act as well. */
export const powers: readonly string[] = [...listRegions(), ...otherNames, ...capitals];

/** Parts of the world that do not act. */
export const worldRegions = regions;
