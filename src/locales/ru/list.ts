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
  clearSearch: 'Очистить поиск',
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
} satisfies Terms['list'];
