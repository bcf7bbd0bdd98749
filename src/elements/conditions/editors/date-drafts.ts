import type { Field, Test } from '../../../contract/index.js';
import { DATE_PERIODS, isDay, type DatePeriod } from '../../../time/index.js';
import { readDates, writeDates, type DateTest } from '../../../segments/date-test.js';
import {
  EMPTY_DRAFT,
  finished,
  missingOf,
  readExists,
  unfinished,
  writeExists,
  type Draft,
  type Drafter,
  type Mode,
  type Written,
} from '../drafts.js';

const PAST: ReadonlySet<string> = new Set(['firstVisit', 'lastVisit', 'createdAt', 'updatedAt']);
const FUTURE: ReadonlySet<string> = new Set(['nextVisit']);

const PAST_PERIODS = ['today:0', 'today:-1', 'week:0', 'week:-1', 'month:0', 'month:-1'];
const PAST_LONG = ['quarter:0', 'quarter:-1', 'year:0', 'year:-1'];
const FUTURE_PERIODS = ['today:0', 'today:1', 'week:0', 'week:1', 'month:0', 'month:1'];

/** Periods that are offered: only such as a date of this field can fall into. `month:-1` is the month before this one. */
export function periodsOf(field: Field): readonly string[] {
  if (field.type === 'birthday') return FUTURE_PERIODS;
  if (FUTURE.has(field.id)) return FUTURE_PERIODS;
  const past = [...PAST_PERIODS, ...PAST_LONG];
  return PAST.has(field.id) ? past : [...past, 'today:1', 'week:1', 'month:1', 'year:1'];
}

/** A count of units: a whole number of at least one, short enough to have a meaning. */
export function parseCount(text: string): number | null {
  return /^\s*[1-9]\d{0,4}\s*$/.test(text) && Number(text) <= 40_000 ? Number(text) : null;
}

function periodOf(test: DateTest): string | null {
  if (test.kind === 'today') return `today:${test.shift}`;
  return test.kind === 'period' ? `${test.period}:${test.shift}` : null;
}

function readPeriod(text: string): Extract<DateTest, { kind: 'period' | 'today' }> | null {
  const [name, shift = '0'] = text.split(':');
  if (name === 'today') return { kind: 'today', shift: Number(shift) as -1 | 0 | 1 };
  const period = DATE_PERIODS.find((one): one is DatePeriod => one === name);
  return period ? { kind: 'period', period, shift: Number(shift) } : null;
}

function draftOf(read: DateTest): (Omit<Partial<Draft>, 'mode'> & { mode: Mode }) | null {
  switch (read.kind) {
    case 'last':
    case 'next':
    case 'ago':
      return { mode: read.kind, count: String(read.count), unit: read.unit };
    case 'period':
    case 'today':
      return { mode: 'period', period: periodOf(read) ?? '' };
    case 'range':
      return { mode: 'range', from: read.from, to: read.to };
    case 'on':
    case 'before':
      return { mode: read.kind, from: read.day };
    case 'from':
      return { mode: 'since', from: read.day };
    case 'after':
    case 'until':
      return { mode: read.kind, from: read.day };
    case 'other':
      return null;
  }
}

const RELATIONS = ['lt', 'lte', 'is', 'gte', 'gt'] as const;
const DIRECTIONS = ['ago', 'ahead'] as const;
export type Relation = readonly [op: (typeof RELATIONS)[number], direction: (typeof DIRECTIONS)[number]];

export function relationOf(text: string): Relation {
  const [op, direction] = text.split(':');
  return [RELATIONS.find((one) => one === op) ?? 'gte', DIRECTIONS.find((one) => one === direction) ?? 'ago'];
}

/** A date compared with one that lies so far from today, in either direction. */
function readRelative({ op, value }: Test): (Partial<Draft> & { mode: Mode }) | null {
  if (!RELATIONS.some((one) => one === op) || typeof value !== 'object' || Array.isArray(value)) return null;
  if ('ago' in value)
    return { mode: 'relative', relation: `${op}:ago`, count: String(value.ago), unit: value.unit };
  if ('ahead' in value)
    return { mode: 'relative', relation: `${op}:ahead`, count: String(value.ahead), unit: value.unit };
  return null;
}

function writeRelative(draft: Draft, field: Field): Written {
  const { count, relation, unit } = draft;
  if (count.trim() === '') return unfinished();
  const units = /^\s*0+\s*$/.test(count) ? 0 : parseCount(count);
  if (units === null) return unfinished('notANumber');
  const [op, direction] = relationOf(relation);
  const value = direction === 'ago' ? { ago: units, unit } : { ahead: units, unit };
  return finished({ op, value }, draft, field);
}

/** The date that a draft asks about, or why there is none. */
function datesOf({ mode, from, to, count, unit, period }: Draft): DateTest | Written {
  switch (mode) {
    case 'last':
    case 'next':
    case 'ago': {
      if (count.trim() === '') return unfinished();
      const units = parseCount(count);
      return units === null ? unfinished('notANumber') : { kind: mode, count: units, unit };
    }
    case 'period':
      return readPeriod(period) ?? unfinished();
    case 'range':
    case 'born':
      if (!isDay(from) || !isDay(to)) return unfinished();
      return from > to ? unfinished('reversed') : { kind: 'range', from, to };
    case 'on':
    case 'before':
    case 'after':
    case 'until':
      return isDay(from) ? { kind: mode, day: from } : unfinished();
    case 'since':
      return isDay(from) ? { kind: 'from', day: from } : unfinished();
    default:
      return unfinished();
  }
}

export const dateDrafts: Drafter = {
  modes(field) {
    const ahead: Mode[] = PAST.has(field.id) ? [] : ['next'];
    const behind: Mode[] = FUTURE.has(field.id) ? [] : ['last', 'ago'];
    return [...behind, ...ahead, 'period', 'on', 'range', 'before', 'since', 'known', 'unknown'];
  },

  more(field) {
    const usual = this.modes(field);
    const all: Mode[] = ['last', 'ago', 'next', 'after', 'until', 'relative'];
    return all.filter((mode) => !usual.includes(mode));
  },

  start(field) {
    const draft = { ...EMPTY_DRAFT, period: FUTURE.has(field.id) ? 'week:0' : 'month:0' };
    return FUTURE.has(field.id)
      ? { ...draft, mode: 'next', count: '7' }
      : { ...draft, mode: 'last', count: '30' };
  },

  read(test, field) {
    const exists = readExists(test);
    if (exists || test.not) return exists;
    const draft = draftOf(readDates(test)) ?? readRelative(test);
    if (!draft) return null;
    if (draft.mode === 'period' && !periodsOf(field).includes(draft.period ?? '')) return null;
    const period = draft.period ?? this.start(field).period;
    return { ...EMPTY_DRAFT, ...draft, period, orMissing: missingOf(test, draft.mode) };
  },

  write(draft, field) {
    const exists = writeExists(draft);
    if (exists) return exists;
    if (draft.mode === 'relative') return writeRelative(draft, field);
    const dates = datesOf(draft);
    if ('ok' in dates) return dates;
    return dates.kind === 'other' ? unfinished() : finished(writeDates(dates), draft, field);
  },
};

export const birthdayDrafts: Drafter = {
  modes: () => ['next', 'period', 'month', 'born', 'known', 'unknown'],

  start: () => ({ ...EMPTY_DRAFT, mode: 'next', count: '7', period: 'today:0' }),

  read(test, field) {
    const exists = readExists(test);
    if (exists || test.not) return exists;
    const draft = ofBirthday(test);
    if (!draft) return null;
    if (draft.mode === 'period' && !periodsOf(field).includes(draft.period ?? '')) return null;
    const period = draft.period ?? 'today:0';
    return { ...EMPTY_DRAFT, ...draft, period, orMissing: missingOf(test, draft.mode) };
  },

  write(draft, field) {
    const exists = writeExists(draft);
    if (exists) return exists;
    if (draft.mode === 'month') {
      const months = draft.values.map(Number).filter((month) => month >= 1 && month <= 12);
      return months.length === 0 ? unfinished() : finished({ op: 'month', value: months }, draft, field);
    }
    const dates = datesOf(draft);
    if ('ok' in dates) return dates;
    if (dates.kind === 'other') return unfinished();
    const pair = draft.mode === 'born' ? 'between' : 'anniversary';
    return finished(writeDates(dates, pair), draft, field);
  },
};

function ofBirthday(test: Test): (Omit<Partial<Draft>, 'mode'> & { mode: Mode }) | null {
  if (test.op === 'month') {
    const values = Array.isArray(test.value) ? test.value.map(String) : [];
    return { mode: 'month', values };
  }
  const read = readDates(test);
  if (test.op === 'between') {
    return read.kind === 'range' ? { mode: 'born', from: read.from, to: read.to } : null;
  }
  if (test.op !== 'anniversary') return null;
  const draft = draftOf(read);
  return draft?.mode === 'next' || draft?.mode === 'period' ? draft : null;
}
