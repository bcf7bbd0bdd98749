import type { Terms } from '../terms.js';

export const views = {
  view: 'Pohled',
} satisfies Terms['views'];
