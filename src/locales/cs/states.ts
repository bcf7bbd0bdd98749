import type { Terms } from '../terms.js';

export const states = {
  empty: 'Zatím žádní zákazníci',
  emptyHint: 'Přidejte prvního, nebo nahrajte hotový seznam.',
  emptyHintWithoutAdd: 'Zákazníci se tu objeví po první rezervaci.',
  nothingFound: 'Nikdo neodpovídá',
  nothingFoundHint: 'Změňte hledání, nebo odeberte některý filtr.',
  clearFilters: 'Odebrat filtry',
  forbidden: 'Zákazníky nesmíte vidět',
  forbiddenHint: 'Požádejte majitele o přístup.',
  offline: 'Jste offline',
  offlineHint: 'Seznam se vrátí, jakmile se obnoví spojení.',
  failed: 'Zákazníky se nepodařilo načíst',
  failedHint: 'Nic se neztratilo. Zkuste to za chvíli znovu.',
  misunderstood: 'Jednomu z filtrů už nelze rozumět',
  misunderstoodHint: 'Dokud ho nezměníte nebo neodeberete, nezobrazí se nikdo.',
  requestNumber: (request: string) => `Číslo požadavku: ${request}`,
} satisfies Terms['states'];
