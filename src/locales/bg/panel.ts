import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const panel = {
  title: 'Накратко',
  several: (count: number) => plural('bg', count, { one: 'Отметнат # клиент', other: 'Отметнати # клиенти' }),
  close: 'Затвори панела',
  openCard: 'Отвори профила',
  call: (value: string) => `Обади се: ${value}`,
  write: (value: string) => `Пиши на: ${value}`,
  alerts: 'Важно',
  allergies: (text: string) => `Алергии: ${text}`,
  debt: (money: string) => `Дължи ${money}`,
  blocked: (reason: string) => `Блокиран: ${reason}`,
  nextVisit: 'Следващо посещение',
  noNextVisit: 'Няма предстоящо посещение',
  lastVisit: 'Последно посещение',
  latestVisit: 'Най-скорошно посещение',
  visits: 'Посещения',
  spent: 'Похарчени',
  points: 'Точки',
  deposit: 'Депозит',
  averageTicket: 'Среден чек',
  birthday: 'Рожден ден',
  noContacts: 'Няма телефон и имейл',
  together: 'Общо',
  sharedByAll: 'Всички имат',
  gone: 'Този клиент вече го няма',
} satisfies Terms['panel'];
