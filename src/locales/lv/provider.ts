import type { Terms } from '../terms.js';

export const provider = {
  starting: 'Ielādē klientus…',
  noProvider: {
    title: 'Šeit pagaidām nav klientu',
    hint: 'Lapa vēl nav savienota ar klientu bāzi.',
  },
  failed: { title: 'Klientu bāzi neizdevās atvērt' },
} satisfies Terms['provider'];
