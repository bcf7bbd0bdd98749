import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Filtr',
} satisfies Terms['filters'];
