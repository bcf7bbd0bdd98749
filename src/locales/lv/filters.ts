import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Filtrs',
  filters: 'Filtri',
  clearAll: 'Noņemt visus',
  saveAsSegment: 'Saglabāt kā segmentu',
  columns: 'Kolonnas',
} satisfies Terms['filters'];
