import {
  isSafeText,
  MAX_TEXT,
  SEGMENT_LIMITS,
  type DateSpec,
  type Field,
  type FieldType,
  type Operator,
  type Scalar,
} from '../contract/index.js';
import { digitsOf, fold } from '../text/index.js';
import { isDateSpec, resolveDate } from '../time/index.js';
import { valueShape, type ScalarKind } from './operators.js';

type Path = readonly (string | number)[];
/** Notes a fault. */
export type Report = (
  path: Path,
  code: string,
  message: string,
  params?: Record<string, string | number>,
) => void;

export interface ValueScope {
  type: FieldType;
  /** Absent for the figure of a records condition. */
  field?: Field | undefined;
  report: Report;
  /** Adds to the number of values in the document; false when there are too many. */
  spend: (count: number) => boolean;
}

/**
 * Checks the value of a condition and gives a copy of it; undefined when the operator takes none, or when a fault was reported.
 */
export function checkValue(
  value: unknown,
  op: Operator,
  path: Path,
  scope: ValueScope,
): Scalar | Scalar[] | undefined {
  const { many, of } = valueShape(scope.type, op);
  const { report } = scope;
  if (many === 'none') {
    if (value !== undefined) report(path, 'unexpected_value', `"${op}" takes no value`);
    return undefined;
  }
  if (value === undefined) {
    report(path, 'required', `"${op}" needs a value`);
    return undefined;
  }
  if (many === 'one') {
    if (Array.isArray(value)) {
      report(path, 'wrong_type', `"${op}" takes one value, not a list`);
      return undefined;
    }
    return scope.spend(1) ? checkScalar(value, of, path, scope) : undefined;
  }
  if (!Array.isArray(value)) {
    report(path, 'wrong_type', `"${op}" takes a list`);
    return undefined;
  }
  if (value.length === 0) {
    report(path, 'empty_list', `"${op}" needs at least one value; everyone is said by {kind: 'everyone'}`);
    return undefined;
  }
  if (many === 'pair' && value.length !== 2) {
    report(path, 'wrong_type', `"${op}" takes two values`);
    return undefined;
  }
  if (value.length > SEGMENT_LIMITS.values || !scope.spend(value.length)) {
    if (value.length > SEGMENT_LIMITS.values)
      report(path, 'too_many_values', 'the list is too long', limit());
    return undefined;
  }
  const checked: Scalar[] = [];
  for (let i = 0; i < value.length; i++) {
    const item = checkScalar(value[i], of, [...path, i], scope);
    if (item !== undefined) checked.push(item);
  }
  if (checked.length !== value.length) return undefined;
  if (many === 'pair' && isReversed(checked[0]!, checked[1]!)) {
    report(path, 'reversed', 'the first value must not lie after the second');
    return undefined;
  }
  return checked;
}

const limit = (): Record<string, number> => ({ limit: SEGMENT_LIMITS.values });

function checkScalar(value: unknown, kind: ScalarKind, path: Path, scope: ValueScope): Scalar | undefined {
  const { report, field } = scope;
  const wrong = (wanted: string): undefined => {
    report(path, 'wrong_type', `${wanted} is wanted`);
    return undefined;
  };
  switch (kind) {
    case 'text':
    case 'phone':
      if (typeof value !== 'string') return wrong('a text');
      if (!isSafeText(value)) {
        report(path, 'not_safe_text', 'NUL and lone surrogates are refused');
        return undefined;
      }
      if (value.length > MAX_TEXT) {
        report(path, 'too_long', 'the text is too long', { limit: MAX_TEXT });
        return undefined;
      }
      if ((kind === 'phone' ? digitsOf(value) : fold(value)) === '') {
        report(path, 'empty_text', `the text holds ${kind === 'phone' ? 'no digit' : 'nothing to compare'}`);
        return undefined;
      }
      return value;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('a number');
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
        report(path, 'out_of_range', 'the number is too big');
        return undefined;
      }
      return value;
    case 'month':
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 12) {
        return wrong('a month from 1 to 12');
      }
      return value;
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong('true or false');
    case 'date':
      return isDateSpec(value) && isWithinLimits(value) ? cleanDate(value) : wrong('a date');
    case 'option':
      if (typeof value !== 'string' || !/^[\w.:-]{1,64}$/.test(value)) return wrong('the id of an option');
      if (field?.options && !field.options.some((option) => option.id === value)) {
        report(path, 'unknown_option', `"${value}" is no option of ${field.id}`, {
          option: value,
          field: field.id,
        });
        return undefined;
      }
      return value;
  }
}

function isWithinLimits(spec: DateSpec): boolean {
  if ('ago' in spec) return spec.ago <= 40_000;
  if ('ahead' in spec) return spec.ahead <= 40_000;
  return 'day' in spec || Math.abs(spec.shift ?? 0) <= 1000;
}

function cleanDate(spec: DateSpec): DateSpec {
  if ('day' in spec) return { day: spec.day };
  if ('ago' in spec) return { ago: spec.ago, unit: spec.unit };
  if ('ahead' in spec) return { ahead: spec.ahead, unit: spec.unit };
  const shift = spec.shift === undefined ? {} : { shift: spec.shift };
  return 'start' in spec ? { start: spec.start, ...shift } : { end: spec.end, ...shift };
}

/** Days in whose week, month and year relative dates are tried: what is reversed on all of them is a mistake. */
const TRIALS = ['2023-01-01', '2024-02-29', '2025-07-16', '2026-12-31'];

function isReversed(from: Scalar, to: Scalar): boolean {
  if (typeof from === 'object' && typeof to === 'object') {
    return TRIALS.every((today) => resolveDate(from, today) > resolveDate(to, today));
  }
  return from > to;
}
