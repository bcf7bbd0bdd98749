import type { Terms } from '../terms.js';

export const columns = {
  title: 'Столбцы',
  pin: 'Закрепить',
} satisfies Terms['columns'];
