import { pairs, words, type NameBook } from './types.js';

export const lv: NameBook = {
  language: 'lv',
  female:
    words(`Agnese Aija Aiga Alise Anda Anete Anita Anna Antra Baiba Beāte Betija Daiga Daina Dace Diāna Dita Dzintra Elīna Elza Emīlija Estere Evija
    Gunita Gunta Ieva Ilona Ilze Inese Inga Ināra Irēna Iveta Jana Jolanta Jūlija Katrīna Keita Kristīne Laima Laine Laura Lāsma Lelde Liene Līga Linda Līva Madara
    Maija Mare Marta Monta Nora Olga Paula Ramona Renāte Rūta Sabīne Samanta Sandra Santa Sanita Sigita Signe Sintija Solvita Una Vineta Zane Žanete`),
  male: words(`Aivars Aigars Ainārs Andris Andrejs Armands Arnis Artis Artūrs Arvīds Atis Bruno Dainis Dāvis Didzis Edgars Edvīns Egils Elvis Emīls Eduards Gatis Gints
    Guntars Guntis Gustavs Harijs Imants Ivars Intars Jānis Jēkabs Juris Kārlis Kaspars Klāvs Kristaps Krišjānis Lauris Māris Mārtiņš Mareks Miks Modris Niklāvs
    Normunds Oskars Pauls Pēteris Raimonds Raivis Reinis Ričards Rihards Roberts Rolands Sandis Toms Uldis Valdis Viesturs Vilnis Ziedonis`),
  surnames: pairs(
    `Ābele Āboliņš Apinis Apsītis Auziņš Balodis Bērziņš Birznieks Briedis Brūveris Bušmanis Cīrulis Cērps Dambītis Daugavietis Dreimanis Dzenis Dzērve Eglītis Egle
      Freimanis Gailis Gailītis Grīnbergs Gružiņš Gulbis Irbe Jansons Jaunzems Jēkabsons Kalējs Kalniņš Kalējiņš Kārkliņš Ķirsis Kļaviņš Krastiņš Krauze Krēsliņš Krūmiņš
      Kukainis Lācis Lācītis Lapiņš Lapsiņš Lasmanis Lazdiņš Liepiņš Līcis Līdums Lūsis Mednis Melderis Mežals Mežulis Miezītis Miķelsons Muižnieks Neilands Ozoliņš Ozols
      Paegle Pētersons Plūme Podnieks Priede Priedītis Purviņš Putniņš Rācenis Reinfelds Riekstiņš Roze Rozenbergs Rozītis Rubulis Rudzītis Saulītis Siliņš Skujiņš Skudra
      Sproģis Stepiņš Straume Strazdiņš Strazds Strods Šmits Šteinbergs Tauriņš Tomsons Upenieks Upītis Vanags Vasks Veinbergs Vilks Vītols Vītoliņš Zālītis Zariņš Zeltiņš
      Ziediņš Ziemelis Zirnis Zirnītis Znotiņš Zvaigzne Zvejnieks Zvirbulis Žagars Žīgurs`,
    [
      ['nieks', 'niece'],
      ['is', 'e'],
      ['s', 'a'],
      ['š', 'a'],
    ],
  ),
  patronymics: [],
  cities: ['Rīga', 'Jūrmala', 'Liepāja', 'Daugavpils', 'Jelgava', 'Ventspils', 'Cēsis', 'Valmiera'],
  occupations: [
    'Skolotāja',
    'Ārsts',
    'Dizainere',
    'Students',
    'Grāmatvede',
    'Inženieris',
    'Pensionārs',
    'Juriste',
  ],
};
