import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const sentence = {
  condition: (about: string, test: string) => `${about}: ${test}`,
  dated: (about: string, when: string) => `${about}: ${when}`,
  everyone: 'всички клиенти',
  nothing: 'още няма условия',
  missing: '…',
  gone: (id: string) => `${id} (вече го няма)`,
  unfit: (operator: string, value: string) => `${operator} ${value} (не е приложимо)`,
  also: (one: string, next: string) => `${one}; ${next}`,
  and: (one: string, last: string) => `${one}; и същевременно ${last}`,
  or: (one: string, last: string) => `${one}; или ${last}`,
  brackets: (conditions: string) => `(${conditions})`,
  not: (condition: string) => `не е изпълнено (${condition})`,
  noneOf: (conditions: string) => `не е изпълнено никое от (${conditions})`,
  known: 'има',
  unknown: 'няма',
  orUnknown: (test: string) => `${test} или не е посочено`,
  andKnown: (test: string) => `${test} (само ако е посочено)`,
  isNot: (test: string) => `не ${test}`,
  neither: (...names: readonly string[]) => names.map((name) => `нито ${name}`).join(', '),
  notTogether: (list: string) => `не всички заедно: ${list}`,
  more: (list: string, rest: string) => `${list} … и още ${rest}`,
  numbers: {
    gte: (value: string) => `поне ${value}`,
    lte: (value: string) => `най-много ${value}`,
    gt: (value: string) => `повече от ${value}`,
    lt: (value: string) => `по-малко от ${value}`,
    between: (from: string, to: string) => `от ${from} до ${to}`,
    is: (value: string) => `точно ${value}`,
  },
  texts: {
    is: (text: string) => `„${text}“`,
    contains: (text: string) => `съдържа „${text}“`,
    containsNot: (text: string) => `не съдържа „${text}“`,
    startsWith: (text: string) => `започва с „${text}“`,
    startsWithNot: (text: string) => `не започва с „${text}“`,
  },
  dates: {
    last: {
      day: (count: number) =>
        plural('bg', count, { one: 'през последния # ден', other: 'през последните # дни' }),
      week: (count: number) =>
        plural('bg', count, { one: 'през последната # седмица', other: 'през последните # седмици' }),
      month: (count: number) =>
        plural('bg', count, { one: 'през последния # месец', other: 'през последните # месеца' }),
      year: (count: number) =>
        plural('bg', count, { one: 'през последната # година', other: 'през последните # години' }),
    },
    next: {
      day: (count: number) =>
        plural('bg', count, { one: 'през следващия # ден', other: 'през следващите # дни' }),
      week: (count: number) =>
        plural('bg', count, { one: 'през следващата # седмица', other: 'през следващите # седмици' }),
      month: (count: number) =>
        plural('bg', count, { one: 'през следващия # месец', other: 'през следващите # месеца' }),
      year: (count: number) =>
        plural('bg', count, { one: 'през следващата # година', other: 'през следващите # години' }),
    },
    moreAgo: {
      day: (count: number) =>
        plural('bg', count, { one: 'преди повече от # ден', other: 'преди повече от # дни' }),
      week: (count: number) =>
        plural('bg', count, { one: 'преди повече от # седмица', other: 'преди повече от # седмици' }),
      month: (count: number) =>
        plural('bg', count, { one: 'преди повече от # месец', other: 'преди повече от # месеца' }),
      year: (count: number) =>
        plural('bg', count, { one: 'преди повече от # година', other: 'преди повече от # години' }),
    },
    on: (day: string) => `на ${day}`,
    from: (day: string) => `от ${day} нататък`,
    until: (day: string) => `до ${day} включително`,
    before: (day: string) => `преди ${day}`,
    after: (day: string) => `след ${day}`,
    range: (from: string, to: string) => `от ${from} до ${to}`,
    anyYear: (from: string, to: string) => `от ${from} до ${to} на всяка година`,
    earlier: (when: string) => `по-рано отколкото ${when}`,
    later: (when: string) => `по-късно отколкото ${when}`,
    notEarlier: (when: string) => `най-рано ${when}`,
    notLater: (when: string) => `най-късно ${when}`,
    onEdge: (day: string) => day,
    firstDay: (period: string) => `на първия ден на ${period}`,
    lastDay: (period: string) => `на последния ден на ${period}`,
  },
  during: {
    week: {
      previous: 'през миналата седмица',
      current: 'през тази седмица',
      next: 'през следващата седмица',
      other: (when: string) => `през седмицата (${when})`,
    },
    month: {
      previous: 'през миналия месец',
      current: 'през този месец',
      next: 'през следващия месец',
      other: (when: string) => `през месеца (${when})`,
    },
    quarter: {
      previous: 'през миналото тримесечие',
      current: 'през това тримесечие',
      next: 'през следващото тримесечие',
      other: (when: string) => `през тримесечието (${when})`,
    },
    year: {
      previous: 'през миналата година',
      current: 'през тази година',
      next: 'през следващата година',
      other: (when: string) => `през годината (${when})`,
    },
  },
  of: {
    week: {
      previous: 'миналата седмица',
      current: 'тази седмица',
      next: 'следващата седмица',
      other: (when: string) => `седмицата (${when})`,
    },
    month: {
      previous: 'миналия месец',
      current: 'този месец',
      next: 'следващия месец',
      other: (when: string) => `месеца (${when})`,
    },
    quarter: {
      previous: 'миналото тримесечие',
      current: 'това тримесечие',
      next: 'следващото тримесечие',
      other: (when: string) => `тримесечието (${when})`,
    },
    year: {
      previous: 'миналата година',
      current: 'тази година',
      next: 'следващата година',
      other: (when: string) => `годината (${when})`,
    },
  },
  birthday: 'Рожден ден',
  records: (name: string, conditions: string) => `${name} (${conditions})`,
  figure: (records: string, figure: string) => `${records}, ${figure}`,
  noRecords: 'няма',
  sum: (field: string) => `сбор по „${field}“`,
  least: (field: string) => `най-малка стойност на „${field}“`,
  greatest: (field: string) => `най-голяма стойност на „${field}“`,
  earliest: (field: string) => `най-ранна стойност на „${field}“`,
  latest: (field: string) => `най-късна стойност на „${field}“`,
  first: (field: string) => `първа стойност на „${field}“`,
  last: (field: string) => `последна стойност на „${field}“`,
  firstDate: 'най-ранна дата',
  lastDate: 'най-късна дата',
  reachable: (channel: string, purpose: string) => `може да се изпрати съобщение (${channel}: ${purpose})`,
  unreachable: (channel: string, purpose: string) =>
    `не може да се изпрати съобщение (${channel}: ${purpose})`,
  inSegment: (name: string) => `в сегмента „${name}“`,
  notInSegment: (name: string) => `извън сегмента „${name}“`,
  search: (text: string) => `търсенето намира „${text}“`,
} satisfies Terms['sentence'];
