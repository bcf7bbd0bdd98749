import type { Terms } from '../terms.js';

export const views = {
  view: 'Skats',
} satisfies Terms['views'];
