import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Zákazníci',
  add: 'Nový zákazník',
  found: (count: number) =>
    plural('cs', count, {
      one: '# nalezený',
      few: '# nalezení',
      many: '# nalezeného',
      other: '# nalezených',
    }),
  selected: (count: number) =>
    plural('cs', count, { one: '# vybraný', few: '# vybraní', many: '# vybraného', other: '# vybraných' }),
  selectAllFound: (count: number) =>
    plural('cs', count, {
      one: 'Vybrat nalezeného (#)',
      few: 'Vybrat všechny nalezené (#)',
      many: 'Vybrat všechny nalezené (#)',
      other: 'Vybrat všechny nalezené (#)',
    }),
} satisfies Terms['list'];
