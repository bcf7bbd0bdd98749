import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Фильтр',
  filters: 'Фильтры',
  clearAll: 'Убрать все',
  saveAsSegment: 'Сохранить как сегмент',
  columns: 'Столбцы',
} satisfies Terms['filters'];
