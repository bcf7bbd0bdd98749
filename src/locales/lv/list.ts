import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Klienti',
  add: 'Pievienot klientu',
  found: (count: number) => plural('lv', count, { zero: 'Atrasto: #', one: 'Atrasts #', other: 'Atrasti #' }),
  selected: (count: number) =>
    plural('lv', count, { zero: 'Atlasīto: #', one: 'Atlasīts #', other: 'Atlasīti #' }),
  selectAllFound: (count: number) =>
    plural('lv', count, {
      zero: 'Atlasīt visus atrastos (#)',
      one: 'Atlasīt visus atrastos (#)',
      other: 'Atlasīt visus atrastos (#)',
    }),
} satisfies Terms['list'];
