import type { Field, FieldType, Lists, Scalar, Test } from '../../contract/index.js';
import { isDateSpec } from '../../time/index.js';
import { OPERATORS_OF, valueShape, type ScalarKind } from '../operators.js';
import type { NodePath } from '../places.js';
import { listed, shortened, type SentenceContext } from './context.js';
import { CONTRARY, dateWords, isComparison } from './dates.js';
import { monthFormat } from './intl.js';
import { fill, part, type Parts } from './parts.js';

/** What is asked of a field, and how it follows the field's name. */
export interface TestWords {
  words: Parts;
  link: 'condition' | 'dated';
}

/**
 * A condition's test in words, with what it says of missing values where there can be any. `field` null: of a count of records.
 */
export function testWords(
  test: Test,
  field: Field | null,
  path: NodePath,
  context: SentenceContext,
  isNeverMissing = false,
): TestWords {
  const { sentence } = context.terms;
  const type = field?.type ?? 'number';
  const blank = blankOf(test, type);
  if (blank !== null) {
    return { words: part('value', path, sentence.missing, 'missing'), link: 'condition' };
  }
  if (!fits(test, type)) return { words: unfit(test, path, context), link: 'condition' };
  if (test.op === 'exists') {
    return { words: part('operator', path, test.not ? sentence.unknown : sentence.known), link: 'condition' };
  }
  const words = asked(test, field, path, context);
  const isDate = type === 'day' || type === 'instant' || type === 'birthday';
  const link = isDate && test.op !== 'month' ? 'dated' : 'condition';
  if (isNeverMissing) return { words, link };
  const suffix = test.orMissing ? sentence.orUnknown : sentence.andKnown;
  // A negative seems to mean those without a value too, where it does not say otherwise; anything else seems not to.
  return isNegative(test) === (test.orMissing === true)
    ? { words, link }
    : { words: fill(path, 'operator', suffix, [words]), link };
}

/** Whether the words are of what a value is not. A comparison turned round is said by its contrary, which is none. */
function isNegative({ op, value, not }: Test): boolean {
  return typeof value === 'boolean' ? value === (not === true) : not === true && !isComparison(op);
}

/** What of a value has not been given yet. */
function blankOf({ op, value }: Test, type: FieldType): 'missing' | null {
  if (!OPERATORS_OF[type].includes(op)) return null;
  const { many } = valueShape(type, op);
  if (many === 'none') return null;
  if (value === undefined || value === '') return 'missing';
  return Array.isArray(value) && value.length < (many === 'pair' ? 2 : 1) ? 'missing' : null;
}

const SHAPES: Readonly<Record<ScalarKind, (value: Scalar) => boolean>> = {
  text: (value) => typeof value === 'string',
  phone: (value) => typeof value === 'string',
  option: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  month: (value) => typeof value === 'number' && value >= 1 && value <= 12,
  boolean: (value) => typeof value === 'boolean',
  date: isDateSpec,
};

/** Whether operator and value are of the field's type: what came from elsewhere may be neither. */
function fits({ op, value }: Test, type: FieldType): boolean {
  if (!OPERATORS_OF[type].includes(op)) return false;
  const { many, of } = valueShape(type, op);
  if (many === 'none') return true;
  if (Array.isArray(value) !== (many !== 'one')) return false;
  return list<Scalar>(value).every(SHAPES[of]);
}

function unfit({ op, value }: Test, path: NodePath, context: SentenceContext): Parts {
  const values = list<Scalar>(value)
    .slice(0, 3)
    .map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)));
  const slots = [part('operator', path, op), part('value', path, values.join(', '))];
  return fill(path, 'operator', context.terms.sentence.unfit, slots).map((one) => ({
    ...one,
    problem: 'unfit' as const,
  }));
}

function asked(test: Test, field: Field | null, path: NodePath, context: SentenceContext): Parts {
  const { terms, format } = context;
  switch (field?.type) {
    case undefined:
      return numberWords(test, (value) => format.number(value), path, context);
    case 'number':
    case 'money':
    case 'percent':
      return numberWords(test, (value) => format.field(field!, value), path, context);
    case 'boolean': {
      const word = (test.value === true) === (test.not !== true) ? terms.common.yes : terms.common.no;
      return part('value', path, word.toLocaleLowerCase(format.locale));
    }
    case 'choice':
    case 'choices':
      return optionWords(test, field!, path, context);
    case 'day':
    case 'instant':
      return dateWords(test, path, context);
    case 'birthday':
      return test.op === 'month' ? monthWords(test, path, context) : dateWords(test, path, context);
    default:
      return textWords(test, path, context);
  }
}

function numberWords(
  test: Test,
  write: (value: number) => string,
  path: NodePath,
  context: SentenceContext,
): Parts {
  const { numbers } = context.terms.sentence;
  const values = list<number>(test.value).map((value) => part('value', path, write(value)));
  const say = (term: (...slots: string[]) => string, ...slots: Parts[]): Parts =>
    fill(path, 'operator', term, slots);
  if (isComparison(test.op)) return say(numbers[test.not ? CONTRARY[test.op] : test.op], values[0]!);
  if (test.op === 'between') {
    const [from, to] = values as [Parts, Parts];
    if (!test.not) return say(numbers.between, from, to);
    const outside = [say(numbers.lt, from), say(numbers.gt, to)];
    return listed(outside, 'disjunction', path, context);
  }
  if (test.not) return noneOf(values, path, context);
  return values.length === 1 ? say(numbers.is, values[0]!) : listed(values, 'disjunction', path, context);
}

function optionWords(test: Test, field: Field, path: NodePath, context: SentenceContext): Parts {
  const names = list<string>(test.value).map((id) => optionName(id, field, path, context));
  if (test.op === 'allOf' && names.length > 1) {
    const all = listed(names, 'conjunction', path, context);
    return test.not ? fill(path, 'operator', context.terms.sentence.notTogether, [all]) : all;
  }
  return test.not ? noneOf(names, path, context) : listed(names, 'disjunction', path, context);
}

function optionName(id: string, field: Field, path: NodePath, context: SentenceContext): Parts {
  const options: readonly { id: string }[] | undefined = field.list
    ? (context.lists as Lists | undefined)?.[field.list]
    : field.options;
  if (options && !options.some((option) => option.id === id)) {
    return part('value', path, context.terms.sentence.gone(id), 'unknown_option');
  }
  return part('value', path, context.format.field(field, field.type === 'choice' ? id : [id]) || id);
}

function textWords(test: Test, path: NodePath, context: SentenceContext): Parts {
  const { texts } = context.terms.sentence;
  const term = { contains: texts.contains, startsWith: texts.startsWith }[test.op as string] ?? texts.is;
  const values = list<string>(test.value).map((text) => part('value', path, text));
  const [value] = values as [Parts];
  if (test.not && test.op === 'contains') return fill(path, 'operator', texts.containsNot, [value]);
  if (test.not && test.op === 'startsWith') return fill(path, 'operator', texts.startsWithNot, [value]);
  const said = values.map((one) => fill(path, 'operator', term, [one]));
  return test.not ? noneOf(said, path, context) : listed(said, 'disjunction', path, context);
}

function monthWords(test: Test, path: NodePath, context: SentenceContext): Parts {
  const format = monthFormat(context.format.locale);
  const names = list<number>(test.value).map((month) =>
    part('value', path, format.format(Date.UTC(2000, month - 1, 1))),
  );
  return test.not ? noneOf(names, path, context) : listed(names, 'disjunction', path, context);
}

function noneOf(names: readonly Parts[], path: NodePath, context: SentenceContext): Parts {
  const { isNot, neither } = context.terms.sentence;
  if (names.length === 1) return fill(path, 'operator', isNot, names);
  return shortened(names, path, context, (shown) => fill(path, 'operator', neither, shown));
}

function list<T extends Scalar>(value: Test['value']): T[] {
  return (value === undefined ? [] : Array.isArray(value) ? value : [value]) as T[];
}
