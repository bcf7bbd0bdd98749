import type { Terms } from '../terms.js';

export const panel = {
  title: 'Zákazník',
} satisfies Terms['panel'];
