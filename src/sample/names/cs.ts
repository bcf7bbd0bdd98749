import { pairs, words, type NameBook } from './types.js';

export const cs: NameBook = {
  language: 'cs',
  female:
    words(`Adéla Alena Alžběta Aneta Anna Barbora Blanka Božena Dana Daniela Denisa Dominika Eliška Ema Eva Gabriela Hana Helena Ilona Irena Ivana Iveta
    Jana Jarmila Jaroslava Jiřina Jitka Julie Kamila Karolína Kateřina Klára Kristýna Lenka Lucie Ludmila Magdaléna Marcela Markéta Marie Martina Michaela
    Milada Monika Natálie Nela Nikola Olga Pavla Petra Radka Renata Šárka Simona Soňa Štěpánka Tereza Vendula Veronika Viktorie Vlasta Zdeňka Zuzana Žaneta`),
  male: words(`Adam Aleš Antonín Bohumil Bohuslav Břetislav Dalibor Daniel David Dominik Eduard Filip František Ivan Jakub Jan Jaroslav Jindřich Jiří Josef Karel
    Kryštof Ladislav Libor Lubomír Luboš Luděk Lukáš Marek Martin Matěj Michal Milan Miloslav Miroslav Oldřich Ondřej Patrik Pavel Petr Radek Radim Richard Robert
    Roman Rostislav Řehoř Stanislav Šimon Štěpán Tomáš Vít Václav Viktor Vladimír Vojtěch Zbyněk Zdeněk Žižka`),
  surnames: pairs(
    `Bárta Bartoš Bečka Beneš Beran Bílek Bílý Blažek Borovička Bureš Čáp Čermák Černý Červenka Čech Dolejš Doležal Doubrava Dostál Dvořák Dušek Fiala Fišer Franěk
      Hájek Havlíček Havlík Havránek Hlaváček Hlubučný Holub Holý Horák Horáček Hrabal Hrubeš Hruška Chalupa Chmelař Chytil Janda Janeček Jareš Jelínek Ježek Jirásek Kadlec
      Kalous Kaplan Klimeš Klíma Kolář Konečný Kopecký Kopřiva Kovář Kozák Král Kratochvíl Krejčí Křížek Kubát Kubíček Kučera Kudrna Kuneš Landa Lorenc Mácha Malý Mareš
      Marek Mašek Matouš Matoušek Moravec Musil Navrátil Nedvěd Němec Nováček Novák Novotný Ondráček Pavlíček Pavlík Pecha Pešek Pokorný Polák Pospíšil Procházka Ptáček
      Růžička Řezníček Říha Sedláček Sedlák Skála Sláma Slavík Slezák Smetana Souček Soukup Staněk Strnad Suchý Svoboda Sýkora Šafář Šebesta Ševčík Šimek Šimůnek Široký
      Šindelář Škoda Šmíd Šťastný Štěpánek Tesař Tichý Toman Tomášek Trnka Tůma Urban Vacek Valenta Vaněk Vašíček Vávra Veselý Vítek Vlček Vlk Vondráček Vrabec Vysoký Zelený
      Zelenka Zeman Žák Žižka`,
    [
      ['ek', 'ková'],
      ['ec', 'cová'],
      ['ý', 'á'],
      ['í', 'í'],
      ['a', 'ová'],
      ['', 'ová'],
    ],
  ),
  patronymics: [],
  cities: ['Praha', 'Brno', 'Ostrava', 'Plzeň', 'Liberec', 'Olomouc', 'České Budějovice'],
  occupations: ['Učitelka', 'Lékař', 'Designér', 'Student', 'Účetní', 'Inženýr', 'Důchodce', 'Právník'],
};
