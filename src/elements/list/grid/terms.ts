import type { Terms } from '../../../locales/terms.js';

/** Words of the grid and of its cells. */
export type GridTerms = Terms['list']['grid'];
