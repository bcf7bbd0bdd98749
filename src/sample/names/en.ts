import { words, type NameBook } from './types.js';

const single =
  words(`Adams Allen Atkinson Bailey Baker Barnes Bell Bennett Booth Bradley Brooks Brown Butler Campbell Carter Chapman Clark Clarke
  Cole Collins Cook Cooper Cox Davies Davis Dixon Edwards Ellis Evans Fisher Fletcher Ford Foster Fox Gibson Gill Gordon Graham Grant Gray Green
  Griffiths Hall Hamilton Harper Harris Harrison Harvey Hayes Henderson Hill Holmes Howard Hughes Hunt Hunter Jackson James Jenkins Johnson Jones
  Kelly Kennedy King Knight Lawrence Lee Lewis Lloyd Marshall Martin Mason Matthews Miller Mills Mitchell Moore Morgan Morris Murphy Murray
  Newman Owen Palmer Parker Patel Pearson Phillips Powell Price Reid Reynolds Richards Richardson Roberts Robertson Robinson Rogers Rose Russell
  Scott Shaw Simpson Smith Spencer Stevens Stewart Stone Taylor Thomas Thompson Turner Walker Walsh Ward Watson Webb Wells West White Wilkinson
  Williams Wilson Wood Wright Young O'Brien O'Connor McDonald Fraser-Nash St.John Lockwood Whitfield Ashworth Hargreaves Pemberton`);

export const en: NameBook = {
  language: 'en',
  female:
    words(`Abigail Alice Amelia Amy Anna Ava Bethany Charlotte Chloe Claire Daisy Eleanor Ella Ellie Emily Emma Erin Eva Evie Florence Freya Georgia
    Grace Hannah Harriet Heather Holly Imogen Isabella Isla Ivy Jasmine Jessica Julia Kate Laura Leah Lily Lucy Mary Matilda Megan Mia Millie Molly
    Naomi Olivia Phoebe Poppy Rachel Rebecca Rosie Ruby Ruth Sarah Scarlett Sienna Sophia Sophie Victoria Yulia Zara Zoe`),
  male: words(`Aaron Adam Aidan Alexander Alfie Andrew Archie Arthur Benjamin Callum Charlie Christopher Connor Daniel David Dylan Edward Elliot Ethan
    Finley Frederick George Harrison Harry Henry Hugo Isaac Jack Jacob James Jamie Jasper Joseph Joshua Leo Lewis Liam Logan Louis Luca Lucas Luke
    Mark Matthew Max Michael Mohammed Nathan Noah Oliver Oscar Owen Patrick Paul Peter Robert Ryan Samuel Sebastian Stephen Theo Thomas Toby William`),
  surnames: single.map((name) => [name, name]),
  patronymics: [],
  cities: ['London', 'Manchester', 'Bristol', 'Leeds', 'Brighton', 'Bath', 'York'],
  occupations: ['Teacher', 'Nurse', 'Designer', 'Student', 'Accountant', 'Engineer', 'Pensioner', 'Lawyer'],
};
