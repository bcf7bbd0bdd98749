import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const panel = {
  title: 'Коротко',
  several: (count: number) =>
    plural('ru', count, {
      one: 'Отмечен # клиент',
      few: 'Отмечено # клиента',
      many: 'Отмечено # клиентов',
      other: 'Отмечено # клиента',
    }),
  close: 'Закрыть панель',
  openCard: 'Открыть карточку',
  call: (value: string) => `Позвонить: ${value}`,
  write: (value: string) => `Написать: ${value}`,
  alerts: 'Важно',
  allergies: (text: string) => `Аллергия: ${text}`,
  debt: (money: string) => `Долг ${money}`,
  blocked: (reason: string) => `Заблокирован: ${reason}`,
  nextVisit: 'Следующий визит',
  noNextVisit: 'Визитов не запланировано',
  lastVisit: 'Последний визит',
  latestVisit: 'Самый последний визит',
  visits: 'Визиты',
  spent: 'Потрачено',
  points: 'Баллы',
  deposit: 'Депозит',
  averageTicket: 'Средний чек',
  birthday: 'День рождения',
  noContacts: 'Нет ни телефона, ни почты',
  together: 'Вместе',
  sharedByAll: 'У всех есть',
  gone: 'Этого клиента больше нет',
} satisfies Terms['panel'];
