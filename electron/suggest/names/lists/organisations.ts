import { toNames } from './list.ts';

/**
 * Bodies, media and movements that world news names without saying what they are. Source: general knowledge: organs of the
 * United Nations, unions of states, news agencies and broadcasters of all continents, aid and rights organisations, security
 * services, and the armed or political movements of several continents that are known by one name.
 */
export const organisations = toNames(`
  UN, U.N., United Nations, UN Security Council, United Nations Security Council, Security Council, General Assembly, UNSC, UNGA, UNICEF
  UNHCR, UNESCO, UNDP, UNRWA, OCHA, WHO, WFP, FAO, IAEA, ILO, IMF, IOM, WTO, ICC, ICJ, ICRC, IFRC, OPCW, OHCHR, UNOSAT, UNIFIL, UNDOF
  World Health Organization, World Health Organisation, World Food Programme, World Bank, International Monetary Fund, Interpol, Europol
  International Criminal Court, International Court of Justice, Red Cross, Red Crescent, World Trade Organization, Frontex
  EU, European Union, European Commission, European Council, European Parliament, NATO, OSCE, OPEC, OECD, BRICS, ASEAN, African Union, AU
  Arab League, League of Arab States, Gulf Cooperation Council, GCC, Organization of Islamic Cooperation, OIC, G7, G8, G20, CIS, CSTO
  Council of Europe, Commonwealth, Mercosur, ECOWAS, Shanghai Cooperation Organisation, League of Nations, Non-Aligned Movement
  Amnesty International, Amnesty, Human Rights Watch, HRW, Greenpeace, Oxfam, Save the Children, Transparency International, Bellingcat
  Doctors Without Borders, Médecins Sans Frontières, MSF, Reporters Without Borders, Freedom House, Physicians for Human Rights
  International Crisis Group, Chatham House, RAND Corporation, Brookings Institution, WikiLeaks, Médecins du Monde, Airwars, SIPRI
  Reuters, EPA, AFP, Agence France-Presse, Agence France Presse, AP, Associated Press, UPI, DPA, EFE, ANSA, Kyodo, Xinhua, TASS, Itar-Tass
  RIA Novosti, RIA, Interfax, Sputnik, RT, Russia Today, Bloomberg, BBC, CNN, NBC, CBS, ABC, PBS, NPR, Fox News, MSNBC, CNBC, VOA, CBC
  Sky News, ITV, ITN, Channel 4, Deutsche Welle, ARD, ZDF, France 24, RFI, TF1, RAI, Euronews, NHK, CGTN, CCTV, PTI, ANI
  Al Jazeera, Al-Jazeera, Al Arabiya, Al-Arabiya, Al Mayadeen, Al-Mayadeen, Al-Manar, Al-Alam, Press TV, IRNA, ISNA, IRIB, SANA, KUNA
  WAM, SPA, QNA, Anadolu, Anadolu Agency, TRT, Haaretz, Jerusalem Post, Times of Israel, Al-Ahram, Asharq Al-Awsat, Al-Hayat, Dawn
  New York Times, Washington Post, Wall Street Journal, Los Angeles Times, USA Today, Newsweek, Time Magazine, Financial Times, Guardian
  Daily Telegraph, Daily Mail, Economist, Le Monde, Le Figaro, Libération, Der Spiegel, Spiegel, Die Welt, Bild, El País, Pravda
  Izvestia, Kommersant, Novaya Gazeta, Hürriyet, Hurriyet, Global Times, People's Daily, Asahi Shimbun, Foreign Policy, Foreign Affairs
  Facebook, Twitter, Google, YouTube, Telegram, WhatsApp, Instagram, Wikipedia, Microsoft, Boeing, Lockheed Martin, Gazprom
  Rosneft, Aeroflot, ExxonMobil, BP, Turkish Airlines, Raytheon
  CIA, FBI, NSA, DIA, DEA, MI5, MI6, GCHQ, KGB, FSB, GRU, SVR, Mossad, Shin Bet, ISI, BND, DGSE, IDF, IRGC, Quds Force, CENTCOM, AFRICOM
  EUCOM, USAID, GOP, Democrats, Republicans, Congress, Senate, House of Representatives, Duma, Knesset, Bundestag, Kremlin, White House
  Pentagon, State Department, Foreign Office, Downing Street, Elysee, Élysée, Labour, Likud, Labour Party, Conservatives, Tories, Vatican
  Supreme Court, Home Office, Treasury, Politburo, Royal Air Force, RAF, US Central Command, Central Command
  ISIS, ISIL, IS, Daesh, Daish, Islamic State, Islamic State of Iraq and Syria, Islamic State of Iraq and the Levant
  Islamic State in Iraq and Syria, Islamic State in Iraq and the Levant, Al-Qaeda, Al Qaeda, Al-Qaida, Al Qaida, Taliban, Hezbollah, Hizbollah
  Hizbullah, Hamas, Fatah, PLO, Islamic Jihad, Muslim Brotherhood, Boko Haram, Al-Shabaab, PKK, IRA, Sinn Fein, ETA, FARC, ELN
  Tamil Tigers, LTTE, Shining Path, Houthis, Houthi, Ansar Allah, Khmer Rouge, Lashkar-e-Taiba, Abu Sayyaf, Zapatistas, Ku Klux Klan
  AKP, CHP, HDP, MHP, Baath, Ba'ath, White Helmets
`);
