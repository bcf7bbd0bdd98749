import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Filtrs',
} satisfies Terms['filters'];
