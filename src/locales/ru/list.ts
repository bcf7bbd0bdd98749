import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Клиентская база',
  add: 'Добавить клиента',
  found: (count: number) =>
    plural('ru', count, { one: 'Найден #', few: 'Найдено #', many: 'Найдено #', other: 'Найдено #' }),
  selected: (count: number) =>
    plural('ru', count, { one: 'Выбран #', few: 'Выбрано #', many: 'Выбрано #', other: 'Выбрано #' }),
  selectAllFound: (count: number) =>
    plural('ru', count, {
      one: 'Выбрать найденного (#)',
      few: 'Выбрать всех найденных (#)',
      many: 'Выбрать всех найденных (#)',
      other: 'Выбрать всех найденных (#)',
    }),
} satisfies Terms['list'];
