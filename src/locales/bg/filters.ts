import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Филтър',
  filters: 'Филтри',
  clearAll: 'Махни всички',
  saveAsSegment: 'Запази като сегмент',
  columns: 'Колони',
} satisfies Terms['filters'];
