import type { Terms } from '../terms.js';

export const provider = {
  starting: 'Načítání zákazníků…',
  noProvider: {
    title: 'Tady zatím nejsou žádní zákazníci',
    hint: 'Stránka ještě není připojena k databázi zákazníků.',
  },
  failed: { title: 'Databázi zákazníků se nepodařilo otevřít' },
} satisfies Terms['provider'];
