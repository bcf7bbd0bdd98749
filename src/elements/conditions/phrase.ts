import type {
  Catalogue,
  DateSpec,
  Field,
  FieldNode,
  Node,
  RecordsNode,
  Scalar,
  Test,
} from '../../contract/index.js';
import { isNumeric } from '../../contract/plain/fields.js';
import type { Terms } from '../../locales/terms.js';
import type { Formatter } from '../../sdk/types.js';
import { resolveDate } from '../../time/index.js';
import { readDates } from './dates.js';

export interface PhraseContext {
  readonly terms: Pick<Terms, 'conditions' | 'common' | 'catalogue'>;
  readonly format: Formatter;
  readonly catalogue: Pick<Catalogue, 'fields' | 'records'>;
  readonly labelOf: (field: Field) => string;
  readonly today: string;
  /** 1 Monday … 7 Sunday. */
  readonly weekStart: number;
}

/** What a condition is about, and what it asks: “Last visit”, “more than 90 days ago”. `about` is '' where the words say all. */
export interface Phrase {
  readonly about: string;
  readonly text: string;
}

/** The whole phrase on one line. */
export function phraseText({ about, text }: Phrase, terms: PhraseContext['terms']): string {
  return about === '' ? text : terms.conditions.chip(about, text);
}

/** A condition in words of the locale. The condition must have passed `checkSegment`. */
export function phraseOf(node: Node, context: PhraseContext): Phrase {
  const { conditions, common } = context.terms;
  switch (node.kind) {
    case 'field':
      return ofField(node, context);
    case 'records':
      return ofRecords(node, context);
    case 'all':
    case 'any':
    case 'none':
      return { about: '', text: conditions.groups[node.kind](node.of.length) };
    case 'reachable': {
      const channels: Readonly<Record<string, string>> = common.channels;
      const purposes: Readonly<Record<string, string>> = common.purposes;
      const text = common.consent(
        channels[node.channel] ?? node.channel,
        purposes[node.purpose] ?? node.purpose,
      );
      return { about: conditions.reachable, text: node.not ? conditions.noneOf(text) : text };
    }
    case 'segment':
      return { about: conditions.segment, text: node.not ? conditions.noneOf(node.id) : node.id };
    case 'search':
      return { about: conditions.search, text: conditions.texts.quoted(node.text) };
    case 'everyone':
      return { about: '', text: conditions.everyone };
  }
}

/** What is in a group, line by line, for a tooltip; of any other condition, the phrase itself. */
export function phraseDetails(node: Node, context: PhraseContext): string {
  const phrase = phraseText(phraseOf(node, context), context.terms);
  if (!('of' in node)) return phrase;
  return [phrase, ...node.of.map((child) => `• ${phraseDetails(child, context)}`)].join('\n');
}

function ofField(node: FieldNode, context: PhraseContext): Phrase {
  const field = context.catalogue.fields.get(node.field);
  if (!field) return { about: node.field, text: context.terms.conditions.problems.unknown_field };
  return { about: context.labelOf(field), text: testText(node, field, context) };
}

function ofRecords(node: RecordsNode, context: PhraseContext): Phrase {
  const { terms, catalogue, format } = context;
  const kind = catalogue.records.get(node.record);
  const words = Reflect.get(terms.catalogue.records, node.record) as
    { name: string; fields: Record<string, string> } | undefined;
  const name = kind?.label === undefined ? (words?.name ?? node.record) : format.label(kind.label);
  const labelOf = (field: Field): string =>
    field.label === undefined ? (words?.fields[field.id] ?? field.id) : format.label(field.label);
  const path = node.path ?? kind?.date;
  const field = kind?.fields.find((one) => one.id === path);
  const inside: PhraseContext = {
    ...context,
    labelOf,
    catalogue: { ...catalogue, fields: new Map(kind?.fields.map((one) => [one.id, one])) },
  };
  const asked =
    node.agg === 'count'
      ? numberText(node, (value) => format.number(value), context)
      : field
        ? testText(node, field, inside)
        : '';
  const about =
    node.agg === 'count' || !field
      ? name
      : terms.conditions.chip(name, terms.conditions.aggregates[node.agg](labelOf(field)));
  const where = node.where && phraseText(phraseOf(node.where, inside), terms);
  return { about, text: where ? `${asked}, ${terms.conditions.where(where)}` : asked };
}

/** What is asked of a field, its negation and what it says of missing values included. */
function testText(test: Test, field: Field, context: PhraseContext): string {
  const { conditions } = context.terms;
  if (test.op === 'exists') return test.not ? conditions.unknown : conditions.known;
  const isNegative = test.not === true || test.value === false;
  const text = comparison(test, field, context);
  // Sets are never missing; and a negative means those without a value too, unless it says otherwise.
  if (field.type === 'choices') return text;
  if (isNegative) return test.orMissing ? text : conditions.notEmpty(text);
  return test.orMissing ? conditions.orEmpty(text) : text;
}

function comparison(test: Test, field: Field, context: PhraseContext): string {
  const { conditions, common } = context.terms;
  const { format } = context;
  const not = (text: string): string => (test.not ? conditions.not(text) : text);
  if (isNumeric(field.type)) return numberText(test, (value) => format.field(field, value), context);
  switch (field.type) {
    case 'boolean':
      return ((test.value === true) === (test.not !== true) ? common.yes : common.no).toLocaleLowerCase(
        format.locale,
      );
    case 'choice':
    case 'choices': {
      const names = list<string>(test.value).map((id) =>
        format.field(field, field.type === 'choice' ? id : [id]),
      );
      if (test.op === 'allOf') return not(format.list(names));
      return test.not ? conditions.noneOf(...names) : either(names, context);
    }
    case 'day':
    case 'instant':
      return not(dateText(test, context));
    case 'birthday':
      return not(test.op === 'month' ? months(list<number>(test.value), context) : dateText(test, context));
    default:
      return textText(test, context);
  }
}

function numberText(test: Test, write: (value: number) => string, context: PhraseContext): string {
  const { conditions } = context.terms;
  const { numbers } = conditions;
  const values = list<number>(test.value).map(write);
  const [first = '', second = ''] = values;
  const plain = (): string => {
    switch (test.op) {
      case 'gt':
      case 'gte':
      case 'lt':
      case 'lte':
        return numbers[test.op](first);
      case 'between':
        return numbers.between(first, second);
      default:
        return values.length > 1 ? either(values, context) : numbers.is(first);
    }
  };
  if (!test.not) return plain();
  return test.op === 'is' || test.op === 'in' ? conditions.noneOf(...values) : conditions.not(plain());
}

function textText(test: Test, context: PhraseContext): string {
  const { texts } = context.terms.conditions;
  const values = list<string>(test.value);
  const [text = ''] = values;
  if (test.op === 'contains') return test.not ? texts.containsNot(text) : texts.contains(text);
  if (test.op === 'startsWith') return test.not ? texts.startsWithNot(text) : texts.startsWith(text);
  if (values.length === 1) return test.not ? texts.isNot(text) : texts.is(text);
  const quoted = values.map(texts.quoted);
  return test.not ? context.terms.conditions.noneOf(...quoted) : either(quoted, context);
}

function dateText(test: Test, context: PhraseContext): string {
  const { dates, periods } = context.terms.conditions;
  const { format } = context;
  const read = readDates(test);
  switch (read.kind) {
    case 'last':
    case 'next':
      return dates[read.kind][read.unit](read.count);
    case 'ago':
      return dates.moreAgo[read.unit](read.count);
    case 'period': {
      const name = ({ '-1': 'previous', 0: 'current', 1: 'next' } as const)[read.shift as -1 | 0 | 1];
      if (name) return periods[read.period][name];
      break;
    }
    case 'today':
      return new Intl.RelativeTimeFormat(format.locale, { numeric: 'auto' }).format(read.shift, 'day');
    case 'range':
      return `${format.day(read.from)} – ${format.day(read.to)}`;
    case 'on':
    case 'before':
    case 'after':
    case 'from':
    case 'until':
      return dates[read.kind](format.day(read.day));
    case 'other':
      break;
  }
  return distances(test, context);
}

/** Dates of any other shape: by their distance from today, or as the days that they are today. */
function distances(test: Test, context: PhraseContext): string {
  const { dates } = context.terms.conditions;
  const specs = list<DateSpec>(test.value);
  const [from, to] = specs;
  if (!from) return '';
  const words = { is: 'on', lt: 'before', gt: 'after', gte: 'from', lte: 'until' } as const;
  const far = { is: 'on', lt: 'earlier', gt: 'later', gte: 'notEarlier', lte: 'notLater' } as const;
  if (to) return `${dayText(from, context)} – ${dayText(to, context)}`;
  const op = test.op as keyof typeof words;
  if ('ago' in from || 'ahead' in from) {
    const count = 'ago' in from ? -from.ago : from.ahead;
    const when = new Intl.RelativeTimeFormat(context.format.locale).format(count, from.unit);
    return op === 'is' ? dates.on(dayText(from, context)) : dates[far[op]](when);
  }
  return dates[words[op]](dayText(from, context));
}

function dayText(spec: DateSpec, { format, today, weekStart }: PhraseContext): string {
  return format.day(resolveDate(spec, today, { weekStart }));
}

/** Names of months, as they stand alone in the language. */
export function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
}

function months(values: readonly number[], context: PhraseContext): string {
  const names = monthNames(context.format.locale);
  return either(
    values.map((month) => names[month - 1] ?? ''),
    context,
  );
}

function either(values: readonly string[], { format }: PhraseContext): string {
  return new Intl.ListFormat(format.locale, { type: 'disjunction' }).format(values);
}

function list<T extends Scalar>(value: Test['value']): T[] {
  return (value === undefined ? [] : Array.isArray(value) ? value : [value]) as T[];
}
