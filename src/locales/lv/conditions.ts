import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const conditions = {
  chip: (about: string, condition: string) => `${about}: ${condition}`,
  known: 'ir',
  unknown: 'nav',
  orEmpty: (condition: string) => `${condition} vai nav norādīts`,
  notEmpty: (condition: string) => `${condition} un norādīts`,
  not: (condition: string) => `ne (${condition})`,
  noneOf: (...values: readonly string[]) => values.map((value) => `nav ${value}`).join(' un '),
  numbers: {
    gte: (value: string) => `vismaz ${value}`,
    lte: (value: string) => `ne vairāk par ${value}`,
    gt: (value: string) => `vairāk par ${value}`,
    lt: (value: string) => `mazāk par ${value}`,
    between: (from: string, to: string) => `no ${from} līdz ${to}`,
    is: (value: string) => `tieši ${value}`,
  },
  texts: {
    is: (text: string) => `ir “${text}”`,
    contains: (text: string) => `satur “${text}”`,
    startsWith: (text: string) => `sākas ar “${text}”`,
    isNot: (text: string) => `nav “${text}”`,
    containsNot: (text: string) => `nesatur “${text}”`,
    startsWithNot: (text: string) => `nesākas ar “${text}”`,
    quoted: (text: string) => `“${text}”`,
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
    on: (day: string) => `${day}`,
    from: (day: string) => `no ${day}`,
    until: (day: string) => `līdz ${day}`,
    before: (day: string) => `pirms ${day}`,
    after: (day: string) => `pēc ${day}`,
    notEarlier: (when: string) => `ne agrāk kā ${when}`,
    notLater: (when: string) => `ne vēlāk kā ${when}`,
    earlier: (when: string) => `agrāk nekā ${when}`,
    later: (when: string) => `vēlāk nekā ${when}`,
  },
  periods: {
    week: { previous: 'pagājušajā nedēļā', current: 'šajā nedēļā', next: 'nākamajā nedēļā' },
    month: { previous: 'pagājušajā mēnesī', current: 'šajā mēnesī', next: 'nākamajā mēnesī' },
    quarter: { previous: 'pagājušajā ceturksnī', current: 'šajā ceturksnī', next: 'nākamajā ceturksnī' },
    year: { previous: 'pagājušajā gadā', current: 'šajā gadā', next: 'nākamajā gadā' },
  },
  groups: {
    all: (count: number) =>
      plural('lv', count, {
        zero: 'visi no # nosacījumiem',
        one: 'visi no # nosacījuma',
        other: 'visi no # nosacījumiem',
      }),
    any: (count: number) =>
      plural('lv', count, {
        zero: 'kāds no # nosacījumiem',
        one: 'kāds no # nosacījuma',
        other: 'kāds no # nosacījumiem',
      }),
    none: (count: number) =>
      plural('lv', count, {
        zero: 'neviens no # nosacījumiem',
        one: 'neviens no # nosacījuma',
        other: 'neviens no # nosacījumiem',
      }),
  },
  aggregates: {
    sum: (field: string) => `“${field}” kopā`,
    min: (field: string) => `mazākais “${field}”`,
    max: (field: string) => `lielākais “${field}”`,
    first: (field: string) => `pirmais “${field}”`,
    last: (field: string) => `pēdējais “${field}”`,
  },
  where: (condition: string) => `kur ${condition}`,
  everyone: 'visi',
  reachable: 'Var sasniegt',
  segment: 'Segments',
  search: 'Meklēšana',
  problems: {
    label: 'Nesaprotams',
    unknown_field: 'šāda lauka nav',
    hidden_field: 'šo lauku jūs nedrīkstat redzēt',
    not_filterable: 'pēc šī lauka nevar filtrēt',
    unknown_option: 'šādas izvēles vairs nav',
    newer_version: 'veidots jaunākā versijā',
    other: 'nosacījums nav saprotams',
    nobody: 'Kamēr šis filtrs nav mainīts vai noņemts, netiek rādīts neviens.',
  },
  ready: {
    title: 'Gatavie',
    favourite: 'Izlase',
    hasPhone: 'Ir tālrunis',
    hasEmail: 'Ir e-pasts',
    hasCard: 'Ir karte',
    birthdaySoon: 'Dzimšanas diena nākamajās 7 dienās',
    lost: 'Neatgriezušies',
    newcomers: 'Pirmoreiz atnāca šomēnes',
    upcoming: 'Ir nākamais apmeklējums',
    unsubscribed: 'Atteikušies',
    debtors: 'Ir parāds',
  },
  often: 'Bieži lietotie',
  searchFilters: 'Atrast filtru',
  noSuchFilter: 'Šāda filtra nav',
  changeFilter: 'Mainīt filtru',
  removeFilter: 'Noņemt filtru',
  remove: (chip: string) => `Noņemt filtru “${chip}”`,
  removeValue: (label: string) => `Noņemt “${label}”`,
  added: (chip: string) => `Pievienots filtrs “${chip}”`,
  removed: (chip: string) => `Noņemts filtrs “${chip}”`,
  showFound: (count: number) =>
    plural('lv', count, { zero: 'Rādīt # klientus', one: 'Rādīt # klientu', other: 'Rādīt # klientus' }),
  editor: {
    condition: 'Nosacījums',
    value: 'Vērtība',
    from: 'No',
    to: 'Līdz',
    count: 'Cik',
    unit: 'Vienība',
    period: 'Periods',
    day: 'Diena',
    text: 'Teksts',
    months: 'Mēneši',
    options: 'Atrast izvēli',
    noOptions: 'Šādas izvēles nav',
    includeMissing: 'Iekļaut klientus bez vērtības',
    notANumber: 'Ierakstiet skaitli',
    reversed: 'Pirmā vērtība nedrīkst būt lielāka par otro',
    notAPhone: 'Ierakstiet vismaz vienu ciparu',
    fallback: 'Šis filtrs veidots citur: šeit to var tikai noņemt.',
  },
  modes: {
    gte: 'vismaz',
    lte: 'ne vairāk par',
    gt: 'vairāk par',
    lt: 'mazāk par',
    between: 'no … līdz …',
    is: 'tieši',
    isNot: 'nav',
    known: 'ir norādīts',
    unknown: 'nav norādīts',
    last: 'pēdējās …',
    ago: 'pirms vairāk nekā …',
    next: 'nākamajās …',
    period: 'periodā',
    on: 'noteiktā dienā',
    range: 'starp divām dienām',
    before: 'pirms dienas',
    since: 'sākot ar dienu',
    contains: 'satur',
    startsWith: 'sākas ar',
    textIs: 'ir',
    containsNot: 'nesatur',
    textIsNot: 'nav',
    anyOf: 'kāds no',
    allOf: 'visi',
    noneOf: 'neviens no',
    month: 'mēnesī',
    born: 'dzimis starp',
  },
} satisfies Terms['conditions'];
