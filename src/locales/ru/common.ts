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
  errors: {
    not_found: {
      title: 'Этого клиента больше нет',
      hint: 'Он удалён или недоступен вам. Вернитесь к списку.',
    },
    stale_version: {
      title: 'Клиента только что изменил кто-то другой',
      hint: 'Посмотрите, что изменилось, и сохраните ещё раз. Введённое не потеряно.',
    },
    version_required: {
      title: 'Сохранить не получилось',
      hint: 'Обновите страницу и повторите. Введённое не потеряно.',
    },
    invalid: { title: 'Не всё заполнено верно', hint: 'Исправьте отмеченные поля.' },
    forbidden: { title: 'У вас нет права на это', hint: 'Попросите доступ у администратора.' },
    step_up_required: { title: 'Подтвердите, что это вы', hint: 'Подтвердите и повторите.' },
    conflict: {
      title: 'Тем временем список клиентов изменился',
      hint: 'Проверьте, сколько их теперь, и подтвердите ещё раз.',
    },
    rate_limited: { title: 'Слишком много запросов', hint: 'Подождите минуту и повторите.' },
    offline: { title: 'Нет связи', hint: 'Проверьте интернет. Введённое не потеряно.' },
    timeout: {
      title: 'Сервер отвечает слишком долго',
      hint: 'Повторите. Если не поможет, попробуйте немного позже.',
    },
    unavailable: { title: 'Сервер не отвечает', hint: 'Данные в сохранности. Повторите через минуту.' },
    malformed_answer: {
      title: 'Сервер прислал непонятный ответ',
      hint: 'Данные в сохранности. Повторите или сообщите администратору.',
    },
    unsupported: { title: 'Здесь это недоступно', hint: 'Спросите администратора, можно ли это включить.' },
    unauthenticated: { title: 'Вы вышли из системы', hint: 'Войдите снова. Введённое не потеряно.' },
    aborted: { title: 'Остановлено', hint: 'Повторите, когда захотите продолжить.' },
    too_large: {
      title: 'Слишком много за один раз',
      hint: 'Выберите меньше клиентов или файл поменьше.',
    },
    storage: {
      title: 'Не хватает места, чтобы это сохранить',
      hint: 'Освободите место в браузере или на диске и повторите.',
    },
  },
  requestNumber: (request: string) => `Номер запроса: ${request}`,
} satisfies Terms['common'];
