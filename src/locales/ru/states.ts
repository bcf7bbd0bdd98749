import type { Terms } from '../terms.js';

export const states = {
  empty: 'Клиентов пока нет',
  emptyHint: 'Добавьте первого или загрузите готовый список.',
  emptyHintWithoutAdd: 'Клиенты появятся здесь после первой записи.',
  nothingFound: 'Никто не подходит',
  nothingFoundHint: 'Измените запрос или уберите один из фильтров.',
  clearFilters: 'Убрать фильтры',
  forbidden: 'У вас нет доступа к клиентам',
  forbiddenHint: 'Попросите доступ у владельца.',
  offline: 'Нет связи',
  offlineHint: 'Список вернётся, как только появится связь.',
  failed: 'Не удалось загрузить клиентов',
  failedHint: 'Ничего не потеряно. Попробуйте ещё раз.',
  misunderstood: 'Один из фильтров больше не понятен',
  misunderstoodHint: 'Пока он не изменён или не убран, не показан никто.',
  requestNumber: (request: string) => `Номер запроса: ${request}`,
} satisfies Terms['states'];
