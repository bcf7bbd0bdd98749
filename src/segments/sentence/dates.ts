import type { DateSpec, Test } from '../../contract/index.js';
import type { DatePeriod, DateUnit } from '../../time/index.js';
import { readDates } from '../date-test.js';
import type { NodePath } from '../places.js';
import { listed, type SentenceContext } from './context.js';
import { distanceFormat } from './intl.js';
import { fill, part, type Parts } from './parts.js';

/** What negation makes of a comparison; an unknown value stays unknown. */
export const CONTRARY = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;

type Comparison = keyof typeof CONTRARY;
export const isComparison = (op: string): op is Comparison => Object.hasOwn(CONTRARY, op);

/** What is asked of a date, in words that need no “today” to be understood later. Its values have the right shape. */
export function dateWords(
  test: Pick<Test, 'op' | 'value' | 'not'>,
  path: NodePath,
  context: SentenceContext,
): Parts {
  const { sentence } = context.terms;
  const { op, value, not } = test;
  const compared = (by: Comparison, spec: Test['value']): Parts =>
    comparison({ op: by, value: spec }, path, context);
  const turned = (words: Parts): Parts => (not ? fill(path, 'operator', sentence.isNot, [words]) : words);
  if (isComparison(op)) return compared(not ? CONTRARY[op] : op, value);
  if (op === 'is') return turned(onDay(value as DateSpec, path, context));
  const period = periodWords({ op, value }, path, context);
  if (period !== null) return turned(period);
  const [from, to] = value as [DateSpec, DateSpec];
  if ('day' in from && 'day' in to && (op === 'anniversary' || !not)) {
    const isAnyYear = op === 'anniversary';
    const end = ({ day }: { day: string }): Parts =>
      isAnyYear
        ? part('value', path, context.format.birthday(`-${day.slice(4)}`))
        : whole({ day }, path, context);
    const term = isAnyYear ? sentence.dates.anyYear : sentence.dates.range;
    return turned(fill(path, 'operator', term, [end(from), end(to)]));
  }
  // Of a whole year round, "before or after" would have no end.
  if (op === 'anniversary') return turned(between(from, to, path, context));
  return not
    ? listed([compared('lt', from), compared('gt', to)], 'disjunction', path, context)
    : between(from, to, path, context);
}

function between(from: DateSpec, to: DateSpec, path: NodePath, context: SentenceContext): Parts {
  const ends = [
    comparison({ op: 'gte', value: from }, path, context),
    comparison({ op: 'lte', value: to }, path, context),
  ];
  return listed(ends, 'conjunction', path, context);
}

function comparison(
  { op, value }: { op: Comparison; value: Test['value'] },
  path: NodePath,
  context: SentenceContext,
): Parts {
  const { dates } = context.terms.sentence;
  const spec = value as DateSpec;
  if ('day' in spec) {
    const term = { lt: dates.before, lte: dates.until, gt: dates.after, gte: dates.from }[op];
    return fill(path, 'operator', term, [whole(spec, path, context)]);
  }
  if (op === 'lt' && 'ago' in spec && spec.ago > 0) {
    return part('value', path, dates.moreAgo[spec.unit](spec.ago));
  }
  const term = { lt: dates.earlier, lte: dates.notLater, gt: dates.later, gte: dates.notEarlier }[op];
  return fill(path, 'operator', term, [whole(spec, path, context)]);
}

function onDay(spec: DateSpec, path: NodePath, context: SentenceContext): Parts {
  const { dates } = context.terms.sentence;
  const words = whole(spec, path, context);
  if ('ago' in spec || 'ahead' in spec) return words;
  return fill(path, 'operator', 'day' in spec ? dates.on : dates.onEdge, [words]);
}

/** Of two dates that people say as one: “in the last 7 days”, “this month”. Null: they are no such pair. */
function periodWords(
  { op, value }: Pick<Test, 'op' | 'value'>,
  path: NodePath,
  context: SentenceContext,
): Parts | null {
  const { dates, during } = context.terms.sentence;
  const read = readDates({ op, value });
  const said = (text: string): Parts => part('value', path, text);
  switch (read.kind) {
    case 'last':
    case 'next':
      return said(dates[read.kind][read.unit](read.count));
    case 'today':
      return whole({ ago: 0, unit: 'day' }, path, context);
    case 'period':
      return said(periodText(read.period, read.shift, during, context));
    default:
      return null;
  }
}

/** A date as one value. */
function whole(spec: DateSpec, path: NodePath, context: SentenceContext): Parts {
  return part('value', path, pointText(spec, context));
}

function pointText(spec: DateSpec, context: SentenceContext): string {
  const { format, terms } = context;
  if ('day' in spec) return format.day(spec.day);
  if ('ago' in spec) return distance(-spec.ago, spec.unit, format.locale);
  if ('ahead' in spec) return distance(spec.ahead, spec.unit, format.locale);
  const { dates, of } = terms.sentence;
  return 'start' in spec
    ? dates.firstDay(periodText(spec.start, spec.shift ?? 0, of, context))
    : dates.lastDay(periodText(spec.end, spec.shift ?? 0, of, context));
}

/** “40 days ago”. Only of days may a language have a word of its own: “last week” is no day. */
function distance(count: number, unit: DateUnit, locale: string): string {
  const isNear = count === 0 || (unit === 'day' && Math.abs(count) === 1);
  return distanceFormat(locale, isNear ? 'auto' : 'always').format(count, count === 0 ? 'day' : unit);
}

function periodText(
  period: DatePeriod,
  shift: number,
  words: SentenceContext['terms']['sentence']['during'],
  { format }: SentenceContext,
): string {
  const { previous, current, next, other } = words[period];
  if (Math.abs(shift) <= 1) return shift < 0 ? previous : shift > 0 ? next : current;
  return other(distanceFormat(format.locale, 'always').format(shift, period));
}
