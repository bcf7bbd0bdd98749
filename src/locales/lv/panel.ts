import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const panel = {
  title: 'Īsumā',
  several: (count: number) =>
    plural('lv', count, {
      zero: 'Atzīmēti # klienti',
      one: 'Atzīmēts # klients',
      other: 'Atzīmēti # klienti',
    }),
  close: 'Aizvērt paneli',
  openCard: 'Atvērt kartīti',
  call: (value: string) => `Zvanīt: ${value}`,
  write: (value: string) => `Rakstīt: ${value}`,
  alerts: 'Svarīgi',
  allergies: (text: string) => `Alerģijas: ${text}`,
  debt: (money: string) => `Parāds ${money}`,
  blocked: (reason: string) => `Bloķēts: ${reason}`,
  nextVisit: 'Nākamais apmeklējums',
  noNextVisit: 'Apmeklējums nav plānots',
  lastVisit: 'Pēdējais apmeklējums',
  latestVisit: 'Jaunākais apmeklējums',
  visits: 'Apmeklējumi',
  spent: 'Iztērēts',
  points: 'Punkti',
  deposit: 'Depozīts',
  averageTicket: 'Vidējais čeks',
  birthday: 'Dzimšanas diena',
  noContacts: 'Nav ne tālruņa, ne e-pasta',
  together: 'Kopā',
  sharedByAll: 'Visiem ir',
  gone: 'Šī klienta vairs nav',
} satisfies Terms['panel'];
