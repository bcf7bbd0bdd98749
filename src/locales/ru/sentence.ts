import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const sentence = {
  condition: (about: string, test: string) => `${about}: ${test}`,
  dated: (about: string, when: string) => `${about} — ${when}`,
  everyone: 'все клиенты',
  nothing: 'условий пока нет',
  missing: '…',
  gone: (id: string) => `${id} (такого больше нет)`,
  unfit: (operator: string, value: string) => `${operator} ${value} (не подходит)`,
  also: (one: string, next: string) => `${one}; ${next}`,
  and: (one: string, last: string) => `${one}; и при этом ${last}`,
  or: (one: string, last: string) => `${one}; либо ${last}`,
  brackets: (conditions: string) => `(${conditions})`,
  not: (condition: string) => `не выполняется (${condition})`,
  noneOf: (conditions: string) => `не выполняется ни одно из (${conditions})`,
  known: 'есть',
  unknown: 'нет',
  orUnknown: (test: string) => `${test} или не указано`,
  andKnown: (test: string) => `${test} (только если указано)`,
  isNot: (test: string) => `не ${test}`,
  neither: (...names: readonly string[]) => names.map((name) => `ни ${name}`).join(', '),
  notTogether: (list: string) => `не все сразу: ${list}`,
  more: (list: string, rest: string) => `${list} … и ещё ${rest}`,
  numbers: {
    gte: (value: string) => `не менее ${value}`,
    lte: (value: string) => `не более ${value}`,
    gt: (value: string) => `более ${value}`,
    lt: (value: string) => `менее ${value}`,
    between: (from: string, to: string) => `от ${from} до ${to}`,
    is: (value: string) => `ровно ${value}`,
  },
  texts: {
    is: (text: string) => `«${text}»`,
    contains: (text: string) => `содержит «${text}»`,
    containsNot: (text: string) => `не содержит «${text}»`,
    startsWith: (text: string) => `начинается с «${text}»`,
    startsWithNot: (text: string) => `не начинается с «${text}»`,
  },
  dates: {
    last: {
      day: (count: number) =>
        plural('ru', count, {
          one: 'за последний # день',
          few: 'за последние # дня',
          many: 'за последние # дней',
          other: 'за последние # дня',
        }),
      week: (count: number) =>
        plural('ru', count, {
          one: 'за последнюю # неделю',
          few: 'за последние # недели',
          many: 'за последние # недель',
          other: 'за последние # недели',
        }),
      month: (count: number) =>
        plural('ru', count, {
          one: 'за последний # месяц',
          few: 'за последние # месяца',
          many: 'за последние # месяцев',
          other: 'за последние # месяца',
        }),
      year: (count: number) =>
        plural('ru', count, {
          one: 'за последний # год',
          few: 'за последние # года',
          many: 'за последние # лет',
          other: 'за последние # года',
        }),
    },
    next: {
      day: (count: number) =>
        plural('ru', count, {
          one: 'в ближайший # день',
          few: 'в ближайшие # дня',
          many: 'в ближайшие # дней',
          other: 'в ближайшие # дня',
        }),
      week: (count: number) =>
        plural('ru', count, {
          one: 'в ближайшую # неделю',
          few: 'в ближайшие # недели',
          many: 'в ближайшие # недель',
          other: 'в ближайшие # недели',
        }),
      month: (count: number) =>
        plural('ru', count, {
          one: 'в ближайший # месяц',
          few: 'в ближайшие # месяца',
          many: 'в ближайшие # месяцев',
          other: 'в ближайшие # месяца',
        }),
      year: (count: number) =>
        plural('ru', count, {
          one: 'в ближайший # год',
          few: 'в ближайшие # года',
          many: 'в ближайшие # лет',
          other: 'в ближайшие # года',
        }),
    },
    moreAgo: {
      day: (count: number) =>
        plural('ru', count, {
          one: 'более # дня назад',
          few: 'более # дней назад',
          many: 'более # дней назад',
          other: 'более # дня назад',
        }),
      week: (count: number) =>
        plural('ru', count, {
          one: 'более # недели назад',
          few: 'более # недель назад',
          many: 'более # недель назад',
          other: 'более # недели назад',
        }),
      month: (count: number) =>
        plural('ru', count, {
          one: 'более # месяца назад',
          few: 'более # месяцев назад',
          many: 'более # месяцев назад',
          other: 'более # месяца назад',
        }),
      year: (count: number) =>
        plural('ru', count, {
          one: 'более # года назад',
          few: 'более # лет назад',
          many: 'более # лет назад',
          other: 'более # года назад',
        }),
    },
    on: (day: string) => day,
    from: (day: string) => `с ${day}`,
    until: (day: string) => `по ${day}`,
    before: (day: string) => `до ${day}`,
    after: (day: string) => `после ${day}`,
    range: (from: string, to: string) => `с ${from} по ${to}`,
    anyYear: (from: string, to: string) => `с ${from} по ${to} любого года`,
    earlier: (when: string) => `раньше чем ${when}`,
    later: (when: string) => `позже чем ${when}`,
    notEarlier: (when: string) => `не раньше чем ${when}`,
    notLater: (when: string) => `не позже чем ${when}`,
    onEdge: (day: string) => day,
    firstDay: (period: string) => `в первый день ${period}`,
    lastDay: (period: string) => `в последний день ${period}`,
  },
  during: {
    week: {
      previous: 'на прошлой неделе',
      current: 'на этой неделе',
      next: 'на следующей неделе',
      other: (when: string) => `на неделе (${when})`,
    },
    month: {
      previous: 'в прошлом месяце',
      current: 'в этом месяце',
      next: 'в следующем месяце',
      other: (when: string) => `в месяце (${when})`,
    },
    quarter: {
      previous: 'в прошлом квартале',
      current: 'в этом квартале',
      next: 'в следующем квартале',
      other: (when: string) => `в квартале (${when})`,
    },
    year: {
      previous: 'в прошлом году',
      current: 'в этом году',
      next: 'в следующем году',
      other: (when: string) => `в календарном году (${when})`,
    },
  },
  of: {
    week: {
      previous: 'прошлой недели',
      current: 'этой недели',
      next: 'следующей недели',
      other: (when: string) => `недели (${when})`,
    },
    month: {
      previous: 'прошлого месяца',
      current: 'этого месяца',
      next: 'следующего месяца',
      other: (when: string) => `месяца (${when})`,
    },
    quarter: {
      previous: 'прошлого квартала',
      current: 'этого квартала',
      next: 'следующего квартала',
      other: (when: string) => `квартала (${when})`,
    },
    year: {
      previous: 'прошлого года',
      current: 'этого года',
      next: 'следующего года',
      other: (when: string) => `года (${when})`,
    },
  },
  birthday: 'День рождения',
  records: (name: string, conditions: string) => `${name} (${conditions})`,
  figure: (records: string, figure: string) => `${records}, ${figure}`,
  noRecords: 'нет',
  sum: (field: string) => `сумма по полю «${field}»`,
  least: (field: string) => `наименьшее значение «${field}»`,
  greatest: (field: string) => `наибольшее значение «${field}»`,
  earliest: (field: string) => `самое раннее значение «${field}»`,
  latest: (field: string) => `самое позднее значение «${field}»`,
  first: (field: string) => `первое значение «${field}»`,
  last: (field: string) => `последнее значение «${field}»`,
  firstDate: 'самая ранняя дата',
  lastDate: 'самая поздняя дата',
  reachable: (channel: string, purpose: string) => `можно связаться (${channel}: ${purpose})`,
  unreachable: (channel: string, purpose: string) => `нельзя связаться (${channel}: ${purpose})`,
  inSegment: (name: string) => `в сегменте «${name}»`,
  notInSegment: (name: string) => `не в сегменте «${name}»`,
  search: (text: string) => `поиск находит «${text}»`,
} satisfies Terms['sentence'];
