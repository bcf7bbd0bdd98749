import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Klienti',
  toolbar: 'Klienti: meklēšana un darbības',
  add: 'Pievienot klientu',
  import: 'Importēt',
  export: 'Eksportēt',
  birthdays: 'Jubilāri',
  segments: 'Segmenti',
  searchHint: 'Vārds, tālrunis, e-pasts, kartes numurs',
  clearSearch: 'Notīrīt meklēšanu',
  message: 'Ziņa',
  moreActions: 'Citas darbības',
  found: (count: number) => plural('lv', count, { zero: 'Atrasti #', one: 'Atrasts #', other: 'Atrasti #' }),
  selected: (count: number) =>
    plural('lv', count, { zero: 'Atlasīti #', one: 'Atlasīts #', other: 'Atlasīti #' }),
  selectAllFound: (count: number) =>
    plural('lv', count, {
      zero: 'Atlasīt visus atrastos (#)',
      one: 'Atlasīt visus atrastos (#)',
      other: 'Atlasīt visus atrastos (#)',
    }),
  selectionCleared: 'Meklējamais mainījās: visu atrasto atlase noņemta',
  changes: (count: number) =>
    plural('lv', count, { zero: '# izmaiņu', one: '# izmaiņa', other: '# izmaiņas' }),
  grid: {
    clients: 'Klienti',
    more: (count: number) => plural('lv', count, { zero: 'Vēl #', one: 'Vēl #', other: 'Vēl #' }),
    tick: (name: string) => `Atzīmēt: ${name}`,
    tickAll: (count: number) =>
      plural('lv', count, {
        zero: 'Atzīmēt # atrasto klientu',
        one: 'Atzīmēt # atrasto klientu',
        other: 'Atzīmēt visus # atrastos klientus',
      }),
    untickAll: 'Noņemt visas atzīmes',
    favourite: (name: string) => `Izlase: ${name}`,
    rowMenu: (name: string) => `Darbības: ${name}`,
    columnMenu: (column: string) => `Kolonna “${column}”`,
    resize: (column: string) => `Kolonnas “${column}” platums`,
    columnTick: 'Atzīme',
    columnFavourite: 'Izlase',
    columnMenuHead: 'Darbības',
    blocked: 'Bloķēts',
    subscribed: 'Pieteicies',
    unsubscribed: 'Atteicies',
    muted: 'Saziņa izslēgta',
    notMuted: 'Saņem ziņas',
    yes: 'Jā',
    nameless: 'Klients bez vārda',
  },
} satisfies Terms['list'];
