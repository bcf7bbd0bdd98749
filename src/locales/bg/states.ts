import type { Terms } from '../terms.js';

export const states = {
  empty: 'Още няма клиенти',
  emptyHint: 'Добавете първия или заредете готов списък.',
  emptyHintWithoutAdd: 'Клиентите се появяват тук след първата резервация.',
  nothingFound: 'Няма такъв клиент',
  nothingFoundHint: 'Променете търсенето или махнете някой филтър.',
  clearFilters: 'Махни филтрите',
  forbidden: 'Нямате достъп до клиентите',
  forbiddenHint: 'Поискайте достъп от собственика.',
  offline: 'Няма връзка',
  offlineHint: 'Списъкът ще се върне заедно с връзката.',
  failed: 'Клиентите не можаха да се заредят',
  failedHint: 'Нищо не е изгубено. Опитайте отново след малко.',
  misunderstood: 'Един от филтрите вече не се разбира',
  misunderstoodHint: 'Докато не бъде променен или махнат, не се показва никой.',
  requestNumber: (request: string) => `Номер на заявката: ${request}`,
} satisfies Terms['states'];
