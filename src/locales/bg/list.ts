import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const list = {
  title: 'Клиенти',
  add: 'Добави нов клиент',
  found: (count: number) => plural('bg', count, { one: '# намерен', other: '# намерени' }),
  selected: (count: number) => plural('bg', count, { one: '# избран', other: '# избрани' }),
  selectAllFound: (count: number) =>
    plural('bg', count, { one: 'Избери намерения (#)', other: 'Избери всички намерени (#)' }),
} satisfies Terms['list'];
