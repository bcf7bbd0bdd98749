import type { Terms } from '../terms.js';

export const panel = {
  title: 'Klients',
} satisfies Terms['panel'];
