import { toWords } from './list.ts';

/** Titles that stand before a person's name and belong to it, one word of them or several. Source: general knowledge. */
export const personTitles = toWords(`
  President Vice-President Premier Chancellor Minister Senator Sen Sen. Congressman Congresswoman Rep Rep. Governor Gov Gov. Mayor
  Ambassador Consul Envoy Secretary Undersecretary Secretary-General Commissioner Chairman Chairwoman Chairperson Chair Speaker Spokesman
  Spokeswoman Spokesperson Director Director-General Chief Commander Commander-in-Chief Deputy Delegate Representative Judge Justice
  Prosecutor Attorney Inspector Detective Officer Agent Coordinator Rapporteur Correspondent Reporter Journalist Editor
  General Gen Gen. Colonel Col Col. Major Maj Maj. Captain Capt Capt. Lieutenant Lt Lt. Sergeant Sgt Sgt. Corporal Cpl. Private Pvt. Admiral
  Adm Adm. Commodore Brigadier Brig Brig. Marshal Commandant Lieutenant-General Major-General Lieutenant-Colonel Brigadier-General Cmdr.
  King Queen Prince Princess Crown Emperor Sultan Emir Amir Sheikh Shaikh Sheik Shaykh Imam Mullah Ayatollah Grand Mufti Pope Patriarch Bishop Archbishop
  Cardinal Father Rabbi Reverend Rev. Saint Sayyed Sayyid Sayed Hajj Haj Caliph Doctor Dr Dr. Professor Prof Prof. Engineer Mr Mr. Mrs
  Mrs. Ms Ms. Miss Sir Lord Lady Dame Baron Count Duke Supreme Leader Prime Foreign Defense Defence Interior Finance Justice Health Vice Former Acting
  Assistant Adviser Advisor Security Political Special National State
`);

/** Of those, words that begin or stand within a title and make none alone. */
export const halfTitles = toWords(`
  Prime Foreign Defense Defence Interior Finance Health Vice Former Acting Assistant Supreme Crown Grand Security Political Special National State
`);

/** Common given names, as Latin letters write them. Source: general knowledge of names in English, Arabic, Persian, Turkish, Russian and others. */
export const givenNames = toWords(`
  Aaron Adam Adrian Alan Albert Alec Alex Alexander Alexandra Alfred Alice Alison Allan Amanda Amy Andrea Andrew Angela Angus Ann Anna Anne Anthony
  Antony Arthur Ashley Ashton Barack Barbara Barry Ben Benjamin Bernard Bernie Bert Beth Betty Bill Bob Bobby Boris Brad Brandon Brenda Brett Brian Bruce Bryan Calvin
  Cameron Carl Carol Caroline Catherine Charles Charlie Charlotte Chelsea Chris Christian Christina Christine Christopher Chuck Claire Clara Clark Claude
  Colin Connor Craig Daisy Dan Daniel Danny David Dean Deborah Debra Denis Dennis Derek Diana Diane Dominic Donald Donna Dorothy Doug Douglas
  Duncan Dwight Dylan Earl Ed Eddie Edgar Edmund Edward Edwin Eileen Elaine Eleanor Elizabeth Ellen Emily Emma Eric Erik Erin Ernest Ethan Eugene Eva Evan
  Evelyn Fiona Frances Francis Frank Franklin Fred Frederick Gareth Gary Gavin Gene Geoff Geoffrey George Gerald Gerard Gilbert Gina Glenn Gordon Grace Graham
  Grant Greg Gregory Guy Hannah Harold Harriet Harry Harvey Hazel Heather Helen Henry Herbert Hilary Hillary Holly Howard Hugh Ian Irene Isaac Isabel
  Ivan Jack Jackie Jacob Jake James Jamie Jane Janet Janice Jared Jason Jay Jean Jeff Jeffrey Jen Jennifer Jeremy Jerry Jessica Jill Jim Jimmy Joan Joanna Joe
  Joel John Johnny Jon Jonathan Josephine Joseph Josh Joshua Joyce Judith Judy Julia Julian Julie Justin Karen Karl Kate Katherine Kathleen Kathryn Katie Keith
  Kelly Ken Kenneth Kevin Kim Kirsten Kurt Kyle Larry Laura Lauren Laurence Lawrence Leah Lee Leo Leon Leonard Leslie Lewis Liam Linda Lindsay Lindsey Lisa Lloyd Louis Louise
  Lucas Lucy Luke Lynn Malcolm Marc Marcus Margaret Maria Marie Marilyn Mark Marjorie Martha Martin Marvin Mary Matt Matthew Maurice Max Megan Melanie Melissa
  Michael Michelle Mick Miguel Mike Miles Miriam Mitch Mitchell Molly Nancy Natalie Nathan Nathaniel Neal Ned Neil Nicholas Nicola Nicole Nick Nigel Noah Noel Nora
  Norman Oliver Olivia Oscar Owen Pamela Patricia Patrick Paul Paula Peggy Penny Percy Pete Peter Phil Philip Phillip Rachel Ralph Randy Ray Raymond Rebecca Reggie Rex Richard
  Rick Ricky Rob Robert Robin Rod Rodney Roger Roland Ron Ronald Rory Rosa Rosemary Roy Rupert Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sarah Scott Sean Sebastian
  Seth Shane Sharon Shaun Sheila Sheldon Shirley Sidney Simon Sophie Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Suzanne Sylvia Ted Terence Teresa
  Terry Theodore Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Trevor Tyler Valerie Vanessa Vera Vernon Vic Victor Victoria Vincent Virginia Vivian
  Wallace Walter Wanda Warren Wayne Wendy Wesley Wilfred Will William Winston Zachary Zoe
  Abbas Abd Abdallah Abdel Abdelaziz Abdelfattah Abdul Abdulaziz Abdulkarim Abdullah Abdulrahman Abdurrahman Abed Adel Adnan Ahmad Ahmed Akram Alaa Ali Alia Amal Amin Amina Amir Amjad
  Ammar Anas Anwar Aref Arif Asad Asma Ayman Aziz Badr Bahaa Bahram Bakr Basel Bashar Bashir Basil Bassam Bassem Bilal Boutros Butros Daoud Dawood Diaa Eyad Fadi Fahd Fahad Faisal
  Farah Farid Faris Farouk Faruq Fatima Fawaz Fawzi Fayez Fayssal Firas Fouad Fuad Ghassan Habib Hadi Hafez Hafiz Haider Haidar Haitham Hakim Hamad Hamdi Hameed Hamid Hamza Hana Hanan Hani Haroun
  Hasan Hashem Hashim Hassan Hatem Haytham Hisham Hossam Hossein Houssam Huda Husam Hussain Hussam Hussein Hussien Ibrahim Idris Ihab Ihsan Imad Imran Isa Isam Ismail Issa Issam Iyad Jaafar Jabir Jaber Jafar Jalal Jamal Jamil Jasim
  Jassem Jawad Jihad Kamal Kamel Kareem Karim Kassem Khadija Khaled Khalid Khalifa Khalil Khamis Layla Leila Lina Luay Maan Maher Mahdi Mahmood Mahmoud Mahmud Majed Majid Malek Malik Mansour Mansur Marwan Maryam Masoud
  Mazen Mehdi Mohamad Mohamed Mohammad Mohammed Mohsen Moaz Mona Moqtada Muqtada Mouaz Moustafa Mouin Mourad Muammar Muhammad Muhammed Muhsin Mukhtar Munir Murad Musa Mustafa Muthanna Nabil Nada Nader Nadia Naji
  Najib Najm Nasser Nasir Nawaf Nawal Nayef Nazem Nazim Nidal Nizar Noor Noura Nour Nouri Nuri Omar Osama Osman Othman Qais Qasem Qasim Qassem Rabia Rached Rachid Rafiq Raed Raghad Rahim Raif Rami Ramzi Rana Rania Rashed
  Rashid Reem Reza Riad Riyad Ruba Saad Sabah Sabri Saddam Sadiq Saeed Safa Said Saif Salah Saleh Salem Salim Salma Salman Sameer Sami Samir Samira Sara Sayed Seif Selim Shadi Shaker Sharif Sherif Suhail Suleiman
  Sulaiman Taha Talal Talib Tamim Tareq Tarek Tariq Taufiq Tawfiq Turki Umar Usama Uthman Wael Wafa Wajih Waleed Walid Wassim Yahya Yasin Yasir Yasser Yassin Yazid Younes Younis Yousef Youssef Yusef Yusuf Zaher Zahir Zaid Zainab
  Zakaria Zayd Zeid Zeinab Ziad Ziyad Zuhair
  Akbar Alireza Arash Ardeshir Behrouz Bijan Darius Ebrahim Esmail Farhad Fereydoun Hamidreza Hooman Houshang Javad Kamran Kaveh Khosrow Mahmoud Manouchehr Mehran Mehrdad Mohammad-Javad Mojtaba Morteza Nasrin Parviz Qassem Ramin Rouhollah
  Ruhollah Saeid Shahram Shirin Siamak Sohrab Vahid
  Abdulkadir Ahmet Ali Alparslan Asli Ayse Aydin Baris Bekir Berat Beyza Binali Bulent Burak Bülent Can Cem Cemal Cemil Cengiz Cihan Deniz Devlet Ekrem Elif Emine Emre Enver Erdal Erdem Erhan Erkan Erol Ersin Fahrettin Fatih Fatma Ferhat Fethullah Fikri Gökhan
  Hakan Halil Halit Haluk Hasan Hatice Hikmet Hulusi Hüseyin Huseyin Ibrahim Ilhan Ilker Ismet Kadir Kaan Kemal Kenan Kerem Koray Levent Mehmet Melih Mehmed Meral Merve Mert Mesut Metin Mevlut Mevlüt Murat Mustafa Nazli Necdet Necmettin Nihat Nuri Numan Oguz Okan
  Omer Ömer Onur Orhan Osman Ozan Ozgur Recep Ramazan Selahattin Selim Selin Serdar Serkan Sevgi Sinan Suat Süleyman Suleyman Tansu Tayyip Tayfun Tolga Tuncay Turgut Ufuk Ümit Umit Veysel Volkan Yasar Yavuz Yilmaz Zehra Zeki Zeynep
  Alexei Alexey Aleksandr Aleksei Aleksey Alyona Anastasia Anatoly Anatoli Andrei Andrey Anton Arkady Artem Artyom Bogdan Dmitri Dmitriy Dmitry Ekaterina Elena Evgeny Fyodor Galina Gennady Grigory Igor Ilya Irina Kirill Konstantin Ksenia Larisa Leonid Lev Lyudmila Maksim
  Maxim Mikhail Nadezhda Natalia Natalya Nikita Nikolai Nikolay Oksana Oleg Oleksandr Olga Pavel Petr Petro Pyotr Roman Ruslan Ramzan Sergei Sergey Serhiy Stanislav Svetlana Taras Tatiana Tatyana Timur Vadim Valentin Valentina Valery Vasily Viktor Vitali Vitaly
  Vladimir Vladislav Volodymyr Vyacheslav Yana Yegor Yelena Yevgeny Yulia Yuri Yury Zakhar
  Alain Alberto Alejandro Alessandro Alfonso Alfredo Álvaro Amélie Andreas Andrés Angel Angelo Angelos Antoine Antonio Antonis António Armando Arturo Augusto Bart Benito Benoît Bernd Bertrand Björn Bruno Camille Carla Carlo Carlos Carmen Cecilia Cédric Christophe Claudia Claudio
  Cristina Dario Didier Diego Dieter Dirk Eduardo Emilio Emmanuel Enrico Enrique Ernesto Esteban Fabio Federica Federico Felipe Fernando Filippo Florian François Françoise Franz Fritz Gabriel Gabriela Gerhard Gerardo Giacomo Gianni Giorgio Giovanni Giulio Giuseppe Guido Guillaume
  Gustavo Günter Hans Heiko Heinrich Heinz Helmut Hermann Horst Hugo Ignacio Ingrid Jacques Jaime Javier Jean-Claude Jean-Luc Jean-Marc Jean-Marie Jean-Yves Jens Jérôme Joachim João Jorge José Jose Josef Juan Jürgen Kai Klaus Laurent Lars Luca Luciano Luigi Luis Luiz Luc Manfred Manuel Manuela Marcel
  Marcelo Marco Marek Margarita Mariano Marine Mario Markus Mateo Matteo Mathieu Matthias Mauricio Michel Nicolas Nicolás Nikos Olaf Olivier Otto Pablo Paolo Pascal Pedro Philippe Pierre Pietro Pilar Rafael Rafaela Ramón Raúl Ricardo Roberto Rodrigo Rolf Romano Salvador Santiago Sergio
  Silvio Sigmar Sofia Staffan Stefan Stefano Steffen Sven Sébastien Thierry Ulrich Umberto Ursula Uwe Valeria Vicente Vincenzo Wilhelm Wolfgang Xavier Yannick Yves Ángela Jens Mette Geir Gro Carl-Bernd Jan Pieter Dirk Willem Lech Donald Tomasz Andrzej Jaroslaw Zbigniew Viktor László
  Aditya Ajit Amit Anil Arjun Arun Ashok Atal Deepak Gopal Indira Jawaharlal Krishna Lalit Mahatma Manmohan Manoj Mukesh Narendra Nirmala Pranab Priya Rahul Raj Rajiv Rajesh Ram Rohit Sanjay Shashi Sonia Sunil Suresh Sushma Vijay Vikram Benazir Imran Pervez Zulfikar Asif Shahbaz Hamid Ashraf
  Akira Hiroshi Kenji Shinzo Taro Takeshi Yoshihide Yuki Jong-un Jae-in Ki-moon Xi Jinping Aung Thein Suu Joko Prabowo Rodrigo Ferdinand Corazon Mahathir Anwar Najib
  Kofi Kwame Nelson Thabo Desmond Jacob Cyril Robert Olusegun Goodluck Muhammadu Chinua Wole Uhuru Jomo Yoweri Haile Abiy Meles Ellen Alassane Laurent Blaise Idriss Omar Julius Joseph Denis Paul
  Ariel Avigdor Avi Benjamin Benny Binyamin Bibi Dov Ehud Eli Ephraim Gabi Gadi Golda Isser Menachem Moshe Naftali Rivka Shaul Shimon Shlomo Tzipi Uri Uzi Yair Yaakov Yehuda Yitzhak Yoav Yossi Zvi
  Hrant Levon Nikol Serzh Vartan Armen Garo Sargis Bagrat Ilham Heydar Mikheil Zurab Nino Salome Eduard
  Barzan Masoud Massoud Nechirvan Masrour Barham Jalal Abdulsalam Salih Azad Serbest
`);
