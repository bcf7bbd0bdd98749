import type { Terms } from '../terms.js';

export const panel = {
  title: 'Клиент',
} satisfies Terms['panel'];
