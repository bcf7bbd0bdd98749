import type { Terms } from '../terms.js';

export const views = {
  view: 'Изглед',
} satisfies Terms['views'];
