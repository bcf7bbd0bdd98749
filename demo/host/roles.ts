import { PERMISSIONS, type Rights } from '../../src/contract/index.js';
import type { Settings } from './settings.js';

/** What each role of the salon may do: the same in the page and on the server. */
export const ROLES: Record<Settings['role'], Rights> = {
  owner: { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null },
  receptionist: {
    permissions: ['see', 'contacts', 'sensitive', 'create', 'edit', 'block', 'message', 'points'],
    hidden: ['averageTicket'],
    masked: [],
    branches: null,
  },
  trainee: {
    permissions: ['see'],
    hidden: ['totalSpent', 'averageTicket', 'tipsSum', 'tipsCount', 'debt', 'depositBalance', 'allergies'],
    masked: ['phones', 'emails', 'address', 'social'],
    branches: null,
  },
  park: {
    permissions: PERMISSIONS.filter((permission) => permission !== 'settings' && permission !== 'erase'),
    hidden: [],
    masked: [],
    branches: ['b-park'],
  },
};

/** A field of the salon's own, in three lines: it gets a column, a filter and a sort. */
export const OWN_FIELDS = [
  {
    id: 'custom.hasCat',
    type: 'boolean' as const,
    label: { en: 'Has a cat', ru: 'Есть кошка', bg: 'Има котка', cs: 'Má kočku', lv: 'Ir kaķis' },
  },
];
