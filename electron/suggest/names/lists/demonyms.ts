import { toWords } from './list.ts';

/** Adjectives of states, peoples and parts of the world. Source: general knowledge. */
export const nationalities = toWords(`
  Abkhaz Afghan African Albanian Algerian American Andorran Angolan Arab Arabian Argentine Argentinian Armenian Asian Australian
  Austrian Azerbaijani Azeri Bahraini Balkan Baltic Bangladeshi Barbadian Basque Bavarian Belarusian Belgian Beninese Bhutanese Bolivian
  Bosnian Brazilian British Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian Catalan Chadian Chechen
  Chilean Chinese Circassian Colombian Congolese Corsican Cossack Crimean Croat Croatian Cuban Cypriot Czech Dagestani Danish Djiboutian
  Dominican Dutch Ecuadorean Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian European Fijian Filipino Finnish French
  Gabonese Gambian Gazan Georgian German Ghanaian Greek Guatemalan Guinean Gulf Guyanese Haitian Honduran Hungarian Icelandic Indian
  Indonesian Ingush Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian Kashmiri Kazakh Kenyan Khmer Korean Kosovar
  Kurdish Kuwaiti Kyrgyz Laotian Latin Latvian Lebanese Liberian Libyan Lithuanian Macedonian Malagasy Malawian Malaysian Malian Maltese
  Mauritanian Mauritian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian
  Nigerien Norwegian Omani Ossetian Ottoman Pakistani Palestinian Panamanian Paraguayan Pashtun Persian Peruvian Philippine Polish
  Portuguese Punjabi Qatari Romanian Russian Rwandan Sahrawi Salvadoran Saudi Scandinavian Scottish Senegalese Serb Serbian Siberian
  Sicilian Singaporean Slovak Slovenian Somali Soviet Spanish Sudanese Surinamese Swedish Swiss Syrian Syriac Tajik Taiwanese Tanzanian
  Tatar Thai Tibetan Togolese Tunisian Turkish Turkic Turkmen Turkoman Ugandan Ukrainian Uruguayan Uyghur Uighur Uzbek Venezuelan
  Vietnamese Welsh Western Yazidi Yemeni Yugoslav Zambian Zimbabwean Assyrian Chaldean Druze
`);

/** Nouns for peoples that are not the adjective with an s, and words of faiths. Source: general knowledge. */
const otherPeoples = toWords(`
  Afghans Africans Albanians Algerians Americans Arabs Argentines Armenians Asians Assyrians Australians Austrians Azerbaijanis Azeris
  Bahrainis Bangladeshis Basques Bedouins Belgians Berbers Bosniaks Bosnians Brazilians Britons Brits Bulgarians Canadians Catalans
  Chechens Chileans Circassians Colombians Cossacks Croats Cubans Cypriots Czechs Danes Dutchmen Egyptians Emiratis Englishmen Eritreans
  Estonians Ethiopians Europeans Filipinos Finns Frenchmen Georgians Germans Ghanaians Greeks Hungarians Indians Indonesians Iranians
  Iraqis Irishmen Israelis Italians Japanese Jordanians Kazakhs Kenyans Koreans Kosovars Kurds Kuwaitis Kyrgyz Latvians Lebanese Liberians
  Libyans Lithuanians Macedonians Malaysians Malians Mexicans Mongols Moroccans Nepalis Nigerians Norwegians Omanis Ossetians Ottomans
  Pakistanis Palestinians Pashtuns Persians Peruvians Poles Portuguese Qataris Romanians Russians Rwandans Saudis Scots Serbs Slovaks
  Slovenes Somalis Soviets Spaniards Sudanese Swedes Swiss Syrians Syriacs Tajiks Tatars Tunisians Turkmens Turkmen Turkomans Turks Ugandans
  Ukrainians Uyghurs Uighurs Uzbeks Venezuelans Vietnamese Welshmen Westerners Yazidis Yemenis Zimbabweans
  Muslim Muslims Islam Islamic Islamist Islamists Christian Christians Christianity Jew Jews Jewish Judaism Hindu Hindus Buddhist
  Buddhists Sikh Sikhs Sunni Sunnis Shia Shias Shiite Shiites Shi'ite Shi'ites Alawite Alawites Alawi Alawis Druze Ismaili Ismailis Salafi
  Salafis Salafist Salafists Sufi Sufis Wahhabi Wahhabis Wahhabist Takfiri Takfiris Jihadi Jihadis Jihadist Jihadists Catholic Catholics
  Protestant Protestants Orthodox Zionist Zionists Zionism Communist Communists Marxist Nazi Nazis Fascist Fascists Allah God
`);

/** Nouns for peoples as a whole, and words of faiths: no actors by themselves. */
export const peoples: ReadonlySet<string> = new Set([
  ...otherPeoples,
  ...Array.from(nationalities, (nationality) => `${nationality}s`),
]);
