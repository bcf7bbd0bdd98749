import type { Terms } from '../terms.js';

export const provider = {
  starting: 'Загрузка клиентов…',
  noProvider: {
    title: 'Здесь пока нет клиентов',
    hint: 'Страница ещё не подключена к клиентской базе.',
  },
  failed: { title: 'Не удалось открыть клиентскую базу' },
} satisfies Terms['provider'];
