import type { Terms } from '../terms.js';

export const columns = {
  title: 'Колони',
  pin: 'Закачи',
} satisfies Terms['columns'];
