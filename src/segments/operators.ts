import type { FieldType, Operator } from '../contract/index.js';

const NUMBERS = ['is', 'in', 'lt', 'lte', 'gt', 'gte', 'between', 'exists'] as const;
const DAYS = ['is', 'lt', 'lte', 'gt', 'gte', 'between', 'exists'] as const;
const LISTS = ['is', 'contains', 'startsWith', 'exists'] as const;

/** The operators of each type of field, in the order in which they are offered. */
export const OPERATORS_OF: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['is', 'in', 'contains', 'startsWith', 'exists'],
  number: NUMBERS,
  money: NUMBERS,
  percent: NUMBERS,
  boolean: ['is', 'exists'],
  day: DAYS,
  birthday: [...DAYS, 'anniversary', 'month'],
  instant: DAYS,
  choice: ['in', 'exists'],
  choices: ['anyOf', 'allOf', 'exists'],
  texts: LISTS,
  phones: LISTS,
  emails: LISTS,
  image: ['exists'],
};

/** What one value of a condition is. */
export type ScalarKind = 'text' | 'phone' | 'number' | 'boolean' | 'date' | 'option' | 'month';

/** What an operator compares with: nothing, one value, two in ascending order, or a list that is not empty. */
export interface ValueShape {
  many: 'none' | 'one' | 'pair' | 'list';
  of: ScalarKind;
}

const SCALARS: Readonly<Record<FieldType, ScalarKind>> = {
  text: 'text',
  number: 'number',
  money: 'number',
  percent: 'number',
  boolean: 'boolean',
  day: 'date',
  birthday: 'date',
  instant: 'date',
  choice: 'option',
  choices: 'option',
  texts: 'text',
  phones: 'phone',
  emails: 'text',
  image: 'text',
};

/** The value that an operator of this type of field takes. */
export function valueShape(type: FieldType, op: Operator): ValueShape {
  const of = SCALARS[type];
  switch (op) {
    case 'exists':
      return { many: 'none', of };
    case 'between':
    case 'anniversary':
      return { many: 'pair', of };
    case 'in':
    case 'anyOf':
    case 'allOf':
      return { many: 'list', of };
    case 'month':
      return { many: 'list', of: 'month' };
    case 'is':
    case 'contains':
    case 'startsWith':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return { many: 'one', of };
  }
}
