import type { Terms } from '../terms.js';

export const states = {
  empty: 'Klientu vēl nav',
  emptyHint: 'Pievienojiet pirmo vai ielādējiet gatavu sarakstu.',
  emptyHintWithoutAdd: 'Klienti parādīsies šeit pēc pirmā pieraksta.',
  nothingFound: 'Neviens neatbilst',
  nothingFoundHint: 'Mainiet meklējamo vai noņemiet kādu filtru.',
  clearFilters: 'Noņemt filtrus',
  forbidden: 'Jums nav piekļuves klientiem',
  forbiddenHint: 'Lūdziet piekļuvi īpašniekam.',
  offline: 'Nav savienojuma',
  offlineHint: 'Saraksts atgriezīsies līdz ar savienojumu.',
  failed: 'Klientus neizdevās ielādēt',
  failedHint: 'Nekas nav zudis. Pēc brīža mēģiniet vēlreiz.',
  misunderstood: 'Kāds no filtriem vairs nav saprotams',
  misunderstoodHint: 'Kamēr tas nav mainīts vai noņemts, netiek rādīts neviens.',
  requestNumber: (request: string) => `Pieprasījuma numurs: ${request}`,
} satisfies Terms['states'];
