import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const panel = {
  title: 'Ve zkratce',
  several: (count: number) =>
    plural('cs', count, {
      one: 'Označen # zákazník',
      few: 'Označeni # zákazníci',
      many: 'Označeno # zákazníka',
      other: 'Označeno # zákazníků',
    }),
  close: 'Zavřít panel',
  openCard: 'Otevřít detail',
  call: (value: string) => `Zavolat: ${value}`,
  write: (value: string) => `Napsat: ${value}`,
  alerts: 'Důležité',
  allergies: (text: string) => `Alergie: ${text}`,
  debt: (money: string) => `Dluží ${money}`,
  blocked: (reason: string) => `Blokovaný: ${reason}`,
  nextVisit: 'Příští návštěva',
  noNextVisit: 'Žádná plánovaná návštěva',
  lastVisit: 'Poslední návštěva',
  latestVisit: 'Nejnovější návštěva',
  visits: 'Návštěvy',
  spent: 'Utraceno',
  points: 'Body',
  deposit: 'Depozit',
  averageTicket: 'Průměrný účet',
  birthday: 'Narozeniny',
  noContacts: 'Bez telefonu i e-mailu',
  together: 'Dohromady',
  sharedByAll: 'Všichni mají',
  gone: 'Tento zákazník už tu není',
} satisfies Terms['panel'];
