import type { Terms } from '../terms.js';

export const views = {
  view: 'Вид',
} satisfies Terms['views'];
