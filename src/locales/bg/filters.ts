import type { Terms } from '../terms.js';

export const filters = {
  filter: 'Филтър',
} satisfies Terms['filters'];
