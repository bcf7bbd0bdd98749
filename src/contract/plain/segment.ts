import type { SegmentDocument } from '../segment.js';

export const DATE_UNITS = ['day', 'week', 'month', 'year'] as const;
export const DATE_PERIODS = ['week', 'month', 'quarter', 'year'] as const;

/**
 * Operators, by field type:
 * text: is, in, contains, startsWith, exists · number, money, percent: is, in, lt, lte, gt, gte, between, exists · day, instant: is, lt, lte, gt,
 * gte, between (values are date specs; days inclusive), exists · birthday: those of day (on the full date), anniversary (a pair of date specs: it
 * falls between them, any year), month (numbers 1–12), exists · boolean: is, exists · choice: in, exists · choices: anyOf, allOf, exists ·
 * texts, phones, emails: is, contains, startsWith, exists (of any entry).
 * Text is compared folded; a phone by its digits.
 */
export const OPERATORS = [
  'is',
  'in',
  'contains',
  'startsWith',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'anyOf',
  'allOf',
  'anniversary',
  'month',
  'exists',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Limits of one document; past them a typed error. */
export const SEGMENT_LIMITS = { depth: 20, conditions: 500, values: 10_000 } as const;

export const AGGREGATES = ['count', 'sum', 'min', 'max', 'first', 'last'] as const;

/** Everyone, said aloud. */
export const EVERYONE: SegmentDocument = Object.freeze({
  v: 1,
  where: Object.freeze({ kind: 'everyone' }),
}) as SegmentDocument;
