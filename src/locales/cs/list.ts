import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Zákazníci',
  toolbar: 'Zákazníci: hledání a akce',
  add: 'Přidat zákazníka',
  import: 'Import',
  export: 'Export',
  birthdays: 'Narozeniny',
  segments: 'Segmenty',
  searchHint: 'Jméno, telefon, e-mail, číslo karty',
  clearSearch: 'Vymazat hledání',
  message: 'Zpráva',
  moreActions: 'Další akce',
  found: (count: number) =>
    plural('cs', count, { one: 'Nalezen #', few: 'Nalezeni #', many: 'Nalezeno #', other: 'Nalezeno #' }),
  selected: (count: number) =>
    plural('cs', count, { one: 'Vybrán #', few: 'Vybráni #', many: 'Vybráno #', other: 'Vybráno #' }),
  selectAllFound: (count: number) =>
    plural('cs', count, {
      one: 'Vybrat nalezeného (#)',
      few: 'Vybrat všechny nalezené (#)',
      many: 'Vybrat všechny nalezené (#)',
      other: 'Vybrat všechny nalezené (#)',
    }),
  selectionCleared: 'Hledání se změnilo: výběr všech nalezených je zrušen',
  changes: (count: number) =>
    plural('cs', count, { one: '# změna', few: '# změny', many: '# změny', other: '# změn' }),
  grid: {
    clients: 'Zákazníci',
    more: (count: number) =>
      plural('cs', count, { one: 'Ještě #', few: 'Ještě #', many: 'Ještě #', other: 'Ještě #' }),
    tick: (name: string) => `Označit: ${name}`,
    tickAll: (count: number) =>
      plural('cs', count, {
        one: 'Označit # nalezeného zákazníka',
        few: 'Označit všechny # nalezené zákazníky',
        many: 'Označit všech # nalezených zákazníků',
        other: 'Označit všech # nalezených zákazníků',
      }),
    untickAll: 'Zrušit označení',
    favourite: (name: string) => `Oblíbený: ${name}`,
    rowMenu: (name: string) => `Akce: ${name}`,
    columnMenu: (column: string) => `Sloupec „${column}“`,
    resize: (column: string) => `Šířka sloupce „${column}“`,
    columnTick: 'Označení',
    columnFavourite: 'Oblíbený',
    columnMenuHead: 'Akce',
    blocked: 'Blokovaný',
    subscribed: 'Přihlášen',
    unsubscribed: 'Odhlášen',
    muted: 'Ztlumená komunikace',
    notMuted: 'Dostává zprávy',
    yes: 'Ano',
    nameless: 'Zákazník beze jména',
  },
} satisfies Terms['list'];
