import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const sentence = {
  condition: (about: string, test: string) => `${about}: ${test}`,
  dated: (about: string, when: string) => `${about}: ${when}`,
  everyone: 'visi klienti',
  nothing: 'nosacījumu vēl nav',
  missing: '…',
  gone: (id: string) => `${id} (vairs nav)`,
  unfit: (operator: string, value: string) => `${operator} ${value} (nav piemērojams)`,
  also: (one: string, next: string) => `${one}; ${next}`,
  and: (one: string, last: string) => `${one}; un vienlaikus ${last}`,
  or: (one: string, last: string) => `${one}; vai arī ${last}`,
  brackets: (conditions: string) => `(${conditions})`,
  not: (condition: string) => `neizpildās (${condition})`,
  noneOf: (conditions: string) => `neizpildās neviens no (${conditions})`,
  known: 'ir',
  unknown: 'nav',
  orUnknown: (test: string) => `${test} vai nav norādīts`,
  andKnown: (test: string) => `${test} (tikai, ja ir norādīts)`,
  isNot: (test: string) => `ne ${test}`,
  neither: (...names: readonly string[]) => names.map((name) => `ne ${name}`).join(', '),
  notTogether: (list: string) => `ne viss kopā: ${list}`,
  more: (list: string, rest: string) => `${list} … un vēl ${rest}`,
  numbers: {
    gte: (value: string) => `vismaz ${value}`,
    lte: (value: string) => `ne vairāk par ${value}`,
    gt: (value: string) => `vairāk par ${value}`,
    lt: (value: string) => `mazāk par ${value}`,
    between: (from: string, to: string) => `no ${from} līdz ${to}`,
    is: (value: string) => `tieši ${value}`,
  },
  texts: {
    is: (text: string) => `“${text}”`,
    contains: (text: string) => `satur “${text}”`,
    containsNot: (text: string) => `nesatur “${text}”`,
    startsWith: (text: string) => `sākas ar “${text}”`,
    startsWithNot: (text: string) => `nesākas ar “${text}”`,
  },
  dates: {
    last: {
      day: (count: number) =>
        plural('lv', count, {
          zero: 'pēdējās # dienās',
          one: 'pēdējā # dienā',
          other: 'pēdējās # dienās',
        }),
      week: (count: number) =>
        plural('lv', count, {
          zero: 'pēdējās # nedēļās',
          one: 'pēdējā # nedēļā',
          other: 'pēdējās # nedēļās',
        }),
      month: (count: number) =>
        plural('lv', count, {
          zero: 'pēdējos # mēnešos',
          one: 'pēdējā # mēnesī',
          other: 'pēdējos # mēnešos',
        }),
      year: (count: number) =>
        plural('lv', count, { zero: 'pēdējos # gados', one: 'pēdējā # gadā', other: 'pēdējos # gados' }),
    },
    next: {
      day: (count: number) =>
        plural('lv', count, {
          zero: 'nākamajās # dienās',
          one: 'nākamajā # dienā',
          other: 'nākamajās # dienās',
        }),
      week: (count: number) =>
        plural('lv', count, {
          zero: 'nākamajās # nedēļās',
          one: 'nākamajā # nedēļā',
          other: 'nākamajās # nedēļās',
        }),
      month: (count: number) =>
        plural('lv', count, {
          zero: 'nākamajos # mēnešos',
          one: 'nākamajā # mēnesī',
          other: 'nākamajos # mēnešos',
        }),
      year: (count: number) =>
        plural('lv', count, {
          zero: 'nākamajos # gados',
          one: 'nākamajā # gadā',
          other: 'nākamajos # gados',
        }),
    },
    moreAgo: {
      day: (count: number) =>
        plural('lv', count, {
          zero: 'pirms vairāk nekā # dienām',
          one: 'pirms vairāk nekā # dienas',
          other: 'pirms vairāk nekā # dienām',
        }),
      week: (count: number) =>
        plural('lv', count, {
          zero: 'pirms vairāk nekā # nedēļām',
          one: 'pirms vairāk nekā # nedēļas',
          other: 'pirms vairāk nekā # nedēļām',
        }),
      month: (count: number) =>
        plural('lv', count, {
          zero: 'pirms vairāk nekā # mēnešiem',
          one: 'pirms vairāk nekā # mēneša',
          other: 'pirms vairāk nekā # mēnešiem',
        }),
      year: (count: number) =>
        plural('lv', count, {
          zero: 'pirms vairāk nekā # gadiem',
          one: 'pirms vairāk nekā # gada',
          other: 'pirms vairāk nekā # gadiem',
        }),
    },
    on: (day: string) => day,
    from: (day: string) => `no ${day}`,
    until: (day: string) => `līdz ${day}`,
    before: (day: string) => `pirms ${day}`,
    after: (day: string) => `pēc ${day}`,
    range: (from: string, to: string) => `no ${from} līdz ${to}`,
    anyYear: (from: string, to: string) => `${from} – ${to}, jebkurā gadā`,
    earlier: (when: string) => `agrāk nekā ${when}`,
    later: (when: string) => `vēlāk nekā ${when}`,
    notEarlier: (when: string) => `ne agrāk kā ${when}`,
    notLater: (when: string) => `ne vēlāk kā ${when}`,
    onEdge: (day: string) => day,
    firstDay: (period: string) => `${period} pirmajā dienā`,
    lastDay: (period: string) => `${period} pēdējā dienā`,
  },
  during: {
    week: {
      previous: 'pagājušajā nedēļā',
      current: 'šajā nedēļā',
      next: 'nākamajā nedēļā',
      other: (when: string) => `nedēļā (${when})`,
    },
    month: {
      previous: 'pagājušajā mēnesī',
      current: 'šajā mēnesī',
      next: 'nākamajā mēnesī',
      other: (when: string) => `mēnesī (${when})`,
    },
    quarter: {
      previous: 'pagājušajā ceturksnī',
      current: 'šajā ceturksnī',
      next: 'nākamajā ceturksnī',
      other: (when: string) => `ceturksnī (${when})`,
    },
    year: {
      previous: 'pagājušajā gadā',
      current: 'šajā gadā',
      next: 'nākamajā gadā',
      other: (when: string) => `gadā (${when})`,
    },
  },
  of: {
    week: {
      previous: 'pagājušās nedēļas',
      current: 'šīs nedēļas',
      next: 'nākamās nedēļas',
      other: (when: string) => `nedēļas (${when})`,
    },
    month: {
      previous: 'pagājušā mēneša',
      current: 'šī mēneša',
      next: 'nākamā mēneša',
      other: (when: string) => `mēneša (${when})`,
    },
    quarter: {
      previous: 'pagājušā ceturkšņa',
      current: 'šī ceturkšņa',
      next: 'nākamā ceturkšņa',
      other: (when: string) => `ceturkšņa (${when})`,
    },
    year: {
      previous: 'pagājušā gada',
      current: 'šī gada',
      next: 'nākamā gada',
      other: (when: string) => `gada (${when})`,
    },
  },
  birthday: 'Dzimšanas diena',
  records: (name: string, conditions: string) => `${name} (${conditions})`,
  figure: (records: string, figure: string) => `${records}, ${figure}`,
  noRecords: 'nav',
  sum: (field: string) => `summa laukā “${field}”`,
  least: (field: string) => `mazākā vērtība laukā “${field}”`,
  greatest: (field: string) => `lielākā vērtība laukā “${field}”`,
  earliest: (field: string) => `agrākā vērtība laukā “${field}”`,
  latest: (field: string) => `vēlākā vērtība laukā “${field}”`,
  first: (field: string) => `pirmā vērtība laukā “${field}”`,
  last: (field: string) => `pēdējā vērtība laukā “${field}”`,
  firstDate: 'agrākais datums',
  lastDate: 'vēlākais datums',
  reachable: (channel: string, purpose: string) => `var sasniegt (${channel}: ${purpose})`,
  unreachable: (channel: string, purpose: string) => `nevar sasniegt (${channel}: ${purpose})`,
  inSegment: (name: string) => `segmentā “${name}”`,
  notInSegment: (name: string) => `ārpus segmenta “${name}”`,
  search: (text: string) => `meklēšana atrod “${text}”`,
} satisfies Terms['sentence'];
