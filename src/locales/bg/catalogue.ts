import type { Terms } from '../terms.js';

export const catalogue = {
  groups: {
    identity: 'Кой е',
    contact: 'Контакти',
    visits: 'Посещения',
    money: 'Пари',
    loyalty: 'Лоялност',
    marketing: 'Маркетинг',
    profile: 'Профил',
    system: 'Запис',
    custom: 'Други полета',
  },
  records: {
    bookings: {
      one: 'Резервация',
      name: 'Резервации',
      fields: {
        start: 'Начало',
        minutes: 'Продължителност, минути',
        state: 'Състояние',
        services: 'Услуги',
        staff: 'Служител',
        branch: 'Обект',
        price: 'Цена',
        tip: 'Бакшиш',
        online: 'Онлайн резервация',
      },
    },
    sales: {
      one: 'Продажба',
      name: 'Продажби',
      fields: { at: 'Дата', title: 'Какво е продадено', amount: 'Сума', staff: 'Служител', branch: 'Обект' },
    },
    points: {
      one: 'Движение на точки',
      name: 'Точки',
      fields: { at: 'Дата', amount: 'Точки', reason: 'Причина' },
    },
    statuses: {
      one: 'Смяна на статуса',
      name: 'Смени на статуса',
      fields: { day: 'Дата', from: 'Предишен статус', to: 'Нов статус' },
    },
  },
  tabs: { overview: 'Преглед', bookings: 'Резервации', sales: 'Продажби', points: 'Точки' },
} satisfies Terms['catalogue'];
