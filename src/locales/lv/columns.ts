import type { Terms } from '../terms.js';

export const columns = {
  title: 'Kolonnas',
  pin: 'Piespraust',
} satisfies Terms['columns'];
