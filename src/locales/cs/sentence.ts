import { plural } from '../plural.js';
import type { Terms } from '../terms.js';

export const sentence = {
  condition: (about: string, test: string) => `${about}: ${test}`,
  dated: (about: string, when: string) => `${about}: ${when}`,
  everyone: 'všichni zákazníci',
  nothing: 'zatím žádné podmínky',
  missing: '…',
  gone: (id: string) => `${id} (už neexistuje)`,
  unfit: (operator: string, value: string) => `${operator} ${value} (nelze použít)`,
  also: (one: string, next: string) => `${one}; ${next}`,
  and: (one: string, last: string) => `${one}; a zároveň ${last}`,
  or: (one: string, last: string) => `${one}; nebo ${last}`,
  brackets: (conditions: string) => `(${conditions})`,
  not: (condition: string) => `neplatí (${condition})`,
  noneOf: (conditions: string) => `neplatí žádné z (${conditions})`,
  known: 'uvedeno',
  unknown: 'neuvedeno',
  orUnknown: (test: string) => `${test}, nebo neuvedeno`,
  andKnown: (test: string) => `${test} (jen je-li uvedeno)`,
  isNot: (test: string) => `ne ${test}`,
  neither: (...names: readonly string[]) => names.map((name) => `ani ${name}`).join(', '),
  notTogether: (list: string) => `ne všechno zároveň: ${list}`,
  more: (list: string, rest: string) => `${list} … a ještě ${rest}`,
  numbers: {
    gte: (value: string) => `alespoň ${value}`,
    lte: (value: string) => `nejvýše ${value}`,
    gt: (value: string) => `více než ${value}`,
    lt: (value: string) => `méně než ${value}`,
    between: (from: string, to: string) => `od ${from} do ${to}`,
    is: (value: string) => `přesně ${value}`,
  },
  texts: {
    is: (text: string) => `„${text}“`,
    contains: (text: string) => `obsahuje „${text}“`,
    containsNot: (text: string) => `neobsahuje „${text}“`,
    startsWith: (text: string) => `začíná na „${text}“`,
    startsWithNot: (text: string) => `nezačíná na „${text}“`,
  },
  dates: {
    last: {
      day: (count: number) =>
        plural('cs', count, {
          one: 'za poslední # den',
          few: 'za poslední # dny',
          many: 'za posledních # dne',
          other: 'za posledních # dní',
        }),
      week: (count: number) =>
        plural('cs', count, {
          one: 'za poslední # týden',
          few: 'za poslední # týdny',
          many: 'za posledních # týdne',
          other: 'za posledních # týdnů',
        }),
      month: (count: number) =>
        plural('cs', count, {
          one: 'za poslední # měsíc',
          few: 'za poslední # měsíce',
          many: 'za posledních # měsíce',
          other: 'za posledních # měsíců',
        }),
      year: (count: number) =>
        plural('cs', count, {
          one: 'za poslední # rok',
          few: 'za poslední # roky',
          many: 'za posledních # roku',
          other: 'za posledních # let',
        }),
    },
    next: {
      day: (count: number) =>
        plural('cs', count, {
          one: 'během příštího # dne',
          few: 'během příštích # dní',
          many: 'během příštích # dne',
          other: 'během příštích # dní',
        }),
      week: (count: number) =>
        plural('cs', count, {
          one: 'během příštího # týdne',
          few: 'během příštích # týdnů',
          many: 'během příštích # týdne',
          other: 'během příštích # týdnů',
        }),
      month: (count: number) =>
        plural('cs', count, {
          one: 'během příštího # měsíce',
          few: 'během příštích # měsíců',
          many: 'během příštích # měsíce',
          other: 'během příštích # měsíců',
        }),
      year: (count: number) =>
        plural('cs', count, {
          one: 'během příštího # roku',
          few: 'během příštích # let',
          many: 'během příštích # roku',
          other: 'během příštích # let',
        }),
    },
    moreAgo: {
      day: (count: number) =>
        plural('cs', count, {
          one: 'před více než # dnem',
          few: 'před více než # dny',
          many: 'před více než # dne',
          other: 'před více než # dny',
        }),
      week: (count: number) =>
        plural('cs', count, {
          one: 'před více než # týdnem',
          few: 'před více než # týdny',
          many: 'před více než # týdne',
          other: 'před více než # týdny',
        }),
      month: (count: number) =>
        plural('cs', count, {
          one: 'před více než # měsícem',
          few: 'před více než # měsíci',
          many: 'před více než # měsíce',
          other: 'před více než # měsíci',
        }),
      year: (count: number) =>
        plural('cs', count, {
          one: 'před více než # rokem',
          few: 'před více než # lety',
          many: 'před více než # roku',
          other: 'před více než # lety',
        }),
    },
    on: (day: string) => day,
    from: (day: string) => `od ${day}`,
    until: (day: string) => `do ${day}`,
    before: (day: string) => `před ${day}`,
    after: (day: string) => `po ${day}`,
    range: (from: string, to: string) => `od ${from} do ${to}`,
    anyYear: (from: string, to: string) => `od ${from} do ${to} kteréhokoli roku`,
    earlier: (when: string) => `dříve než ${when}`,
    later: (when: string) => `později než ${when}`,
    notEarlier: (when: string) => `ne dříve než ${when}`,
    notLater: (when: string) => `ne později než ${when}`,
    onEdge: (day: string) => day,
    firstDay: (period: string) => `první den ${period}`,
    lastDay: (period: string) => `poslední den ${period}`,
  },
  during: {
    week: {
      previous: 'minulý týden',
      current: 'tento týden',
      next: 'příští týden',
      other: (when: string) => `v týdnu (${when})`,
    },
    month: {
      previous: 'minulý měsíc',
      current: 'tento měsíc',
      next: 'příští měsíc',
      other: (when: string) => `v měsíci (${when})`,
    },
    quarter: {
      previous: 'minulé čtvrtletí',
      current: 'toto čtvrtletí',
      next: 'příští čtvrtletí',
      other: (when: string) => `ve čtvrtletí (${when})`,
    },
    year: {
      previous: 'minulý rok',
      current: 'tento rok',
      next: 'příští rok',
      other: (when: string) => `v roce (${when})`,
    },
  },
  of: {
    week: {
      previous: 'minulého týdne',
      current: 'tohoto týdne',
      next: 'příštího týdne',
      other: (when: string) => `týdne (${when})`,
    },
    month: {
      previous: 'minulého měsíce',
      current: 'tohoto měsíce',
      next: 'příštího měsíce',
      other: (when: string) => `měsíce (${when})`,
    },
    quarter: {
      previous: 'minulého čtvrtletí',
      current: 'tohoto čtvrtletí',
      next: 'příštího čtvrtletí',
      other: (when: string) => `čtvrtletí (${when})`,
    },
    year: {
      previous: 'minulého roku',
      current: 'tohoto roku',
      next: 'příštího roku',
      other: (when: string) => `roku (${when})`,
    },
  },
  birthday: 'Narozeniny',
  records: (name: string, conditions: string) => `${name} (${conditions})`,
  figure: (records: string, figure: string) => `${records}, ${figure}`,
  noRecords: 'žádné',
  sum: (field: string) => `součet „${field}“`,
  least: (field: string) => `nejmenší „${field}“`,
  greatest: (field: string) => `největší „${field}“`,
  earliest: (field: string) => `nejdřívější „${field}“`,
  latest: (field: string) => `nejpozdější „${field}“`,
  first: (field: string) => `první „${field}“`,
  last: (field: string) => `poslední „${field}“`,
  firstDate: 'nejdřívější datum',
  lastDate: 'nejpozdější datum',
  reachable: (channel: string, purpose: string) => `lze oslovit (${channel}: ${purpose})`,
  unreachable: (channel: string, purpose: string) => `nelze oslovit (${channel}: ${purpose})`,
  inSegment: (name: string) => `v segmentu „${name}“`,
  notInSegment: (name: string) => `mimo segment „${name}“`,
  search: (text: string) => `hledání najde „${text}“`,
} satisfies Terms['sentence'];
