import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Filtr',
  filters: 'Filtry',
  clearAll: 'Odebrat vše',
  saveAsSegment: 'Uložit jako segment',
  columns: 'Sloupce',
} satisfies Terms['filters'];
