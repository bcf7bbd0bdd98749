import { plural } from '../plural.js';

/**
 * Conditions in words, so made that nothing needs to agree with a name: fields, options and records stand as they are called, and what is asked
 * of them stands apart.
 */
export const sentence = {
  /** What it is about, and what is asked of it. */
  condition: (about: string, test: string) => `${about}: ${test}`,
  /** The same of a date. */
  dated: (about: string, when: string) => `${about}: ${when}`,
  everyone: 'everyone',
  /** A group without conditions. */
  nothing: 'no conditions yet',
  /** A value that has not been given yet. */
  missing: '…',
  /** What is pointed at by its id and is no longer there. */
  gone: (id: string) => `${id} (no longer there)`,
  /** An operator that says nothing of this field. */
  unfit: (operator: string, value: string) => `${operator} ${value} (does not fit)`,
  /** Two conditions of a group: `also` while there are more to come, `and` and `or` before the last. */
  also: (one: string, next: string) => `${one}; ${next}`,
  and: (one: string, last: string) => `${one}; and ${last}`,
  or: (one: string, last: string) => `${one}; or ${last}`,
  brackets: (conditions: string) => `(${conditions})`,
  not: (condition: string) => `not (${condition})`,
  noneOf: (conditions: string) => `none of (${conditions})`,
  known: 'filled in',
  unknown: 'empty',
  orUnknown: (test: string) => `${test}, or empty`,
  andKnown: (test: string) => `${test} (only if filled in)`,
  isNot: (test: string) => `not ${test}`,
  /** Of several names. */
  neither: (...names: readonly string[]) => `none of ${names.join(', ')}`,
  notTogether: (list: string) => `not all of ${list}`,
  /** A list that was cut short. */
  more: (list: string, rest: string) => `${list} … and ${rest} more`,
  numbers: {
    gte: (value: string) => `at least ${value}`,
    lte: (value: string) => `at most ${value}`,
    gt: (value: string) => `more than ${value}`,
    lt: (value: string) => `less than ${value}`,
    between: (from: string, to: string) => `from ${from} to ${to}`,
    is: (value: string) => `exactly ${value}`,
  },
  texts: {
    is: (text: string) => `“${text}”`,
    contains: (text: string) => `contains “${text}”`,
    containsNot: (text: string) => `does not contain “${text}”`,
    startsWith: (text: string) => `starts with “${text}”`,
    startsWithNot: (text: string) => `does not start with “${text}”`,
  },
  dates: {
    last: {
      day: (count: number) => plural('en', count, { one: 'in the last # day', other: 'in the last # days' }),
      week: (count: number) =>
        plural('en', count, { one: 'in the last # week', other: 'in the last # weeks' }),
      month: (count: number) =>
        plural('en', count, { one: 'in the last # month', other: 'in the last # months' }),
      year: (count: number) =>
        plural('en', count, { one: 'in the last # year', other: 'in the last # years' }),
    },
    next: {
      day: (count: number) => plural('en', count, { one: 'in the next # day', other: 'in the next # days' }),
      week: (count: number) =>
        plural('en', count, { one: 'in the next # week', other: 'in the next # weeks' }),
      month: (count: number) =>
        plural('en', count, { one: 'in the next # month', other: 'in the next # months' }),
      year: (count: number) =>
        plural('en', count, { one: 'in the next # year', other: 'in the next # years' }),
    },
    moreAgo: {
      day: (count: number) =>
        plural('en', count, { one: 'more than # day ago', other: 'more than # days ago' }),
      week: (count: number) =>
        plural('en', count, { one: 'more than # week ago', other: 'more than # weeks ago' }),
      month: (count: number) =>
        plural('en', count, { one: 'more than # month ago', other: 'more than # months ago' }),
      year: (count: number) =>
        plural('en', count, { one: 'more than # year ago', other: 'more than # years ago' }),
    },
    /** On a calendar day. */
    on: (day: string) => `on ${day}`,
    from: (day: string) => `from ${day}`,
    until: (day: string) => `until ${day}`,
    before: (day: string) => `before ${day}`,
    after: (day: string) => `after ${day}`,
    range: (from: string, to: string) => `between ${from} and ${to}`,
    /** Days of any year: “1 March”, “31 May”. */
    anyYear: (from: string, to: string) => `between ${from} and ${to} of any year`,
    /** By the distance from today: “90 days ago”, “in 7 days”, or by an edge of a period. */
    earlier: (when: string) => `earlier than ${when}`,
    later: (when: string) => `later than ${when}`,
    notEarlier: (when: string) => `no earlier than ${when}`,
    notLater: (when: string) => `no later than ${when}`,
    /** On the first or last day of a period, whose words come from the next two. */
    onEdge: (day: string) => `on ${day}`,
    firstDay: (period: string) => `the first day of ${period}`,
    lastDay: (period: string) => `the last day of ${period}`,
  },
  /** The whole period. `other` gets “2 months ago”. */
  during: {
    week: {
      previous: 'last week',
      current: 'this week',
      next: 'next week',
      other: (when: string) => `in the week ${when}`,
    },
    month: {
      previous: 'last month',
      current: 'this month',
      next: 'next month',
      other: (when: string) => `in the month ${when}`,
    },
    quarter: {
      previous: 'last quarter',
      current: 'this quarter',
      next: 'next quarter',
      other: (when: string) => `in the quarter ${when}`,
    },
    year: {
      previous: 'last year',
      current: 'this year',
      next: 'next year',
      other: (when: string) => `in the year ${when}`,
    },
  },
  /** The period of which a day is the first or the last. */
  of: {
    week: {
      previous: 'last week',
      current: 'this week',
      next: 'next week',
      other: (when: string) => `the week ${when}`,
    },
    month: {
      previous: 'last month',
      current: 'this month',
      next: 'next month',
      other: (when: string) => `the month ${when}`,
    },
    quarter: {
      previous: 'last quarter',
      current: 'this quarter',
      next: 'next quarter',
      other: (when: string) => `the quarter ${when}`,
    },
    year: {
      previous: 'last year',
      current: 'this year',
      next: 'next year',
      other: (when: string) => `the year ${when}`,
    },
  },
  /** The birthday of a client as a feast, whatever the year. */
  birthday: 'Birthday',
  /** Related records, and the conditions that they are chosen by. */
  records: (name: string, conditions: string) => `${name} (${conditions})`,
  /** A figure over records. */
  figure: (records: string, figure: string) => `${records}, ${figure}`,
  noRecords: 'none',
  sum: (field: string) => `total of “${field}”`,
  least: (field: string) => `least “${field}”`,
  greatest: (field: string) => `greatest “${field}”`,
  earliest: (field: string) => `earliest “${field}”`,
  latest: (field: string) => `latest “${field}”`,
  first: (field: string) => `“${field}” of the first`,
  last: (field: string) => `“${field}” of the last`,
  /** Of the date that places records in time. */
  firstDate: 'date of the first',
  lastDate: 'date of the last',
  reachable: (channel: string, purpose: string) => `can be reached (${channel}: ${purpose})`,
  unreachable: (channel: string, purpose: string) => `cannot be reached (${channel}: ${purpose})`,
  inSegment: (name: string) => `in segment “${name}”`,
  notInSegment: (name: string) => `not in segment “${name}”`,
  search: (text: string) => `search finds “${text}”`,
};
