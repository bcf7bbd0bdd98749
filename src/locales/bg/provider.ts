import type { Terms } from '../terms.js';

export const provider = {
  starting: 'Зареждане на клиентите…',
  noProvider: {
    title: 'Тук няма клиенти за показване',
    hint: 'Страницата още не е свързана с клиентска база.',
  },
  failed: { title: 'Клиентската база не може да се отвори' },
} satisfies Terms['provider'];
