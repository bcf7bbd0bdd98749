import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Клиентская база',
  toolbar: 'Клиенты: поиск и действия',
  add: 'Добавить клиента',
  import: 'Импорт',
  export: 'Экспорт',
  birthdays: 'Дни рождения',
  segments: 'Сегменты',
  searchHint: 'Имя, телефон, почта, номер карты',
  message: 'Сообщение',
  moreActions: 'Ещё действия',
  found: (count: number) =>
    plural('ru', count, { one: 'Найден #', few: 'Найдено #', many: 'Найдено #', other: 'Найдено #' }),
  selected: (count: number) =>
    plural('ru', count, { one: 'Выбран #', few: 'Выбрано #', many: 'Выбрано #', other: 'Выбрано #' }),
  selectAllFound: (count: number) =>
    plural('ru', count, {
      one: 'Выбрать всех найденных (#)',
      few: 'Выбрать всех найденных (#)',
      many: 'Выбрать всех найденных (#)',
      other: 'Выбрать всех найденных (#)',
    }),
  selectionCleared: 'Запрос изменился: выбор всех найденных снят',
  changes: (count: number) =>
    plural('ru', count, {
      one: '# изменение',
      few: '# изменения',
      many: '# изменений',
      other: '# изменения',
    }),
  grid: {
    clients: 'Клиентская база',
    more: (count: number) =>
      plural('ru', count, { one: 'Ещё #', few: 'Ещё #', many: 'Ещё #', other: 'Ещё #' }),
    tick: (name: string) => `Отметить: ${name}`,
    tickAll: (count: number) =>
      plural('ru', count, {
        one: 'Отметить # найденного клиента',
        few: 'Отметить # найденных клиентов',
        many: 'Отметить # найденных клиентов',
        other: 'Отметить # найденных клиентов',
      }),
    untickAll: 'Снять все отметки',
    favourite: (name: string) => `Избранное: ${name}`,
    rowMenu: (name: string) => `Действия: ${name}`,
    columnMenu: (column: string) => `Столбец «${column}»`,
    resize: (column: string) => `Ширина столбца «${column}»`,
    columnTick: 'Отметка',
    columnFavourite: 'Избранное',
    columnMenuHead: 'Действия',
    blocked: 'Заблокирован',
    subscribed: 'Подписан',
    unsubscribed: 'Отписан',
    muted: 'Без сообщений',
    notMuted: 'Сообщения приходят',
    yes: 'Да',
    nameless: 'Клиент без имени',
  },
  refused: {
    too_many_pinned: 'Закреплено уже пять столбцов: сначала открепите один',
    pinned_order_is_fixed: 'Порядок закреплённых столбцов не меняется',
    last_column: 'Один столбец должен остаться',
    not_shown: 'Этот столбец не показан',
  },
  states: {
    empty: 'Клиентов пока нет',
    emptyHint: 'Добавьте первого или загрузите готовый список.',
    emptyHintWithoutAdd: 'Клиенты появятся здесь после первой записи.',
    nothingFound: 'Никто не подходит',
    nothingFoundHint: 'Измените запрос или уберите один из фильтров.',
    clearSearch: 'Очистить поиск',
    clearFilters: 'Убрать фильтры',
    forbidden: 'У вас нет доступа к клиентам',
    forbiddenHint: 'Попросите доступ у владельца.',
    offline: 'Нет связи',
    offlineHint: 'Список вернётся, как только появится связь.',
    failed: 'Не удалось загрузить клиентов',
    failedHint: 'Ничего не потеряно. Попробуйте ещё раз.',
    misunderstood: 'Один из фильтров больше не понятен',
    misunderstoodHint: 'Пока он не изменён или не убран, не показан никто.',
  },
} satisfies Terms['list'];
