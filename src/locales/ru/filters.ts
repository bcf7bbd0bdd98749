import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Фильтр',
} satisfies Terms['filters'];
