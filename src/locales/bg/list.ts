import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Клиенти',
  toolbar: 'Клиенти: търсене и действия',
  add: 'Добави нов клиент',
  import: 'Импортиране',
  export: 'Експортиране',
  birthdays: 'Рождени дни',
  segments: 'Сегменти',
  searchHint: 'Име, телефон, имейл, номер на карта',
  clearSearch: 'Изчисти търсенето',
  message: 'Съобщение',
  moreActions: 'Още действия',
  found: (count: number) => plural('bg', count, { one: '# намерен', other: '# намерени' }),
  selected: (count: number) => plural('bg', count, { one: '# избран', other: '# избрани' }),
  selectAllFound: (count: number) =>
    plural('bg', count, { one: 'Избери намерения (#)', other: 'Избери всички намерени (#)' }),
  selectionCleared: 'Търсенето се промени: изборът на всички намерени е махнат',
  changes: (count: number) => plural('bg', count, { one: '# промяна', other: '# промени' }),
  grid: {
    clients: 'Клиенти',
    more: (count: number) => plural('bg', count, { one: 'Още #', other: 'Още #' }),
    tick: (name: string) => `Отметни: ${name}`,
    tickAll: (count: number) =>
      plural('bg', count, { one: 'Отметни # намерен клиент', other: 'Отметни всички # намерени клиенти' }),
    untickAll: 'Махни всички отметки',
    favourite: (name: string) => `Любим: ${name}`,
    rowMenu: (name: string) => `Действия: ${name}`,
    columnMenu: (column: string) => `Колона „${column}“`,
    resize: (column: string) => `Ширина на колоната „${column}“`,
    columnTick: 'Отметка',
    columnFavourite: 'Любим',
    columnMenuHead: 'Действия',
    blocked: 'Блокиран',
    subscribed: 'Абониран',
    unsubscribed: 'Отписан',
    muted: 'Заглушена комуникация',
    notMuted: 'Получава съобщения',
    yes: 'Да',
    nameless: 'Клиент без име',
  },
} satisfies Terms['list'];
