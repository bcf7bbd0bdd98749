import type { Terms } from '../terms.js';

export const columns = {
  title: 'Sloupce',
  pin: 'Připnout',
} satisfies Terms['columns'];
