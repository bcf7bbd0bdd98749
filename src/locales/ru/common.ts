import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const common = {
  ok: 'ОК',
  cancel: 'Отмена',
  save: 'Сохранить',
  apply: 'Применить',
  close: 'Закрыть',
  back: 'Назад',
  done: 'Готово',
  add: 'Добавить',
  edit: 'Изменить',
  open: 'Открыть',
  remove: 'Убрать',
  clear: 'Очистить',
  reset: 'Сбросить',
  search: 'Поиск',
  more: 'Ещё',
  retry: 'Повторить',
  undo: 'Отменить',
  redo: 'Вернуть',
  refresh: 'Обновить',
  details: 'Подробности',
  loading: 'Загрузка…',
  yes: 'Да',
  no: 'Нет',
  none: 'Нет',
  never: 'Никогда',
  today: 'Сегодня',
  yesterday: 'Вчера',
  tomorrow: 'Завтра',
  offline: 'Нет связи',
  client: 'Клиент',
  clients: 'Клиенты',
  unnamed: 'Клиент без имени',
  removed: 'Удалён',
  count: {
    clients: (count: number) =>
      plural('ru', count, { one: '# клиент', few: '# клиента', many: '# клиентов', other: '# клиента' }),
    visits: (count: number) =>
      plural('ru', count, { one: '# визит', few: '# визита', many: '# визитов', other: '# визита' }),
    points: (count: number) =>
      plural('ru', count, { one: '# балл', few: '# балла', many: '# баллов', other: '# балла' }),
    years: (count: number) =>
      plural('ru', count, { one: '# год', few: '# года', many: '# лет', other: '# года' }),
  },
  units: {
    day: (count: number) =>
      plural('ru', count, { one: '# день', few: '# дня', many: '# дней', other: '# дня' }),
    week: (count: number) =>
      plural('ru', count, { one: '# неделя', few: '# недели', many: '# недель', other: '# недели' }),
    month: (count: number) =>
      plural('ru', count, { one: '# месяц', few: '# месяца', many: '# месяцев', other: '# месяца' }),
    year: (count: number) =>
      plural('ru', count, { one: '# год', few: '# года', many: '# лет', other: '# года' }),
  },
  statuses: { potential: 'Потенциальный', new: 'Новый', regular: 'Постоянный', lost: 'Не вернулся' },
  genders: { female: 'Женский', male: 'Мужской', other: 'Другой' },
  bookingStates: {
    requested: 'Ожидает подтверждения',
    confirmed: 'Подтверждена',
    arrived: 'Клиент пришёл',
    noShow: 'Неявка',
    cancelled: 'Отменена',
  },
  channels: {
    sms: 'SMS',
    email: 'Эл. почта',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    viber: 'Viber',
    push: 'Уведомления в приложении',
  },
  purposes: {
    transactional: 'Записи и чеки',
    marketing: 'Акции и новости',
    reminders: 'Напоминания',
    birthday: 'Поздравления с днём рождения',
    reviews: 'Просьбы об отзыве',
  },
  consent: (channel: string, purpose: string) => `${channel}: ${purpose}`,
  subscription: { on: 'Подписан', off: 'Отписан' },
  muting: { on: 'Без сообщений', off: 'Получает сообщения' },
  blocked: 'Заблокирован',
  favourite: 'Избранное',
} satisfies Terms['common'];
