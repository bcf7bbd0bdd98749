import type { Terms } from '../terms.js';

export const catalogue = {
  groups: {
    identity: 'Кто это',
    contact: 'Контакты',
    visits: 'Визиты',
    money: 'Деньги',
    loyalty: 'Лояльность',
    marketing: 'Маркетинг',
    profile: 'Профиль',
    system: 'Учёт',
    custom: 'Другие поля',
  },
  records: {
    bookings: {
      one: 'Запись',
      name: 'Записи',
      fields: {
        start: 'Начало',
        minutes: 'Длительность, минут',
        state: 'Состояние',
        services: 'Услуги',
        staff: 'Сотрудник',
        branch: 'Филиал',
        price: 'Цена',
        tip: 'Чаевые',
        online: 'Онлайн-запись',
      },
    },
    sales: {
      one: 'Продажа',
      name: 'Продажи',
      fields: { at: 'Дата', title: 'Что продано', amount: 'Сумма', staff: 'Сотрудник', branch: 'Филиал' },
    },
    points: {
      one: 'Операция с баллами',
      name: 'Баллы',
      fields: { at: 'Дата', amount: 'Баллы', reason: 'Причина' },
    },
    statuses: {
      one: 'Смена статуса',
      name: 'Смены статуса',
      fields: { day: 'Дата', from: 'Прежний статус', to: 'Новый статус' },
    },
  },
  tabs: { overview: 'Обзор', bookings: 'Записи', sales: 'Продажи', points: 'Баллы' },
} satisfies Terms['catalogue'];
