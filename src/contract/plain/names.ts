/* The closed lists of the contract. Their types are all that most code needs; what checks needs the lists too. */

/**
 * The types of fields, and the JSON value of each:
 * `text` string · `number` whole number, or with `decimals` · `money` whole minor units of the base's currency · `percent` 0–100 with up
 * to two decimals · `boolean` · `day` YYYY-MM-DD · `birthday` YYYY-MM-DD or --MM-DD · `instant` ISO 8601 UTC · `choice` one option's id ·
 * `choices` ids of options, a set · `texts` strings, a list · `phones`, `emails` contacts, the preferred first · `image` an address.
 */
export const FIELD_TYPES = [
  'text',
  'number',
  'money',
  'percent',
  'boolean',
  'day',
  'birthday',
  'instant',
  'choice',
  'choices',
  'texts',
  'phones',
  'emails',
  'image',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Lists that the base keeps and `describe()` answers; a choice field takes its options from one of them. */
export const LIST_NAMES = [
  'categories',
  'groups',
  'tiers',
  'branches',
  'staff',
  'services',
  'sources',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** The hues of categories and choices; each has a tint and a readable ink in the theme. */
export const HUES = [
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'pink',
  'grey',
] as const;
export type Hue = (typeof HUES)[number];

/** Sections of the column menu, the filter menu and the form, in this order. */
export const FIELD_GROUPS = [
  'identity',
  'contact',
  'visits',
  'money',
  'loyalty',
  'marketing',
  'profile',
  'system',
  'custom',
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** What a role may do. `contacts`: see phones and e-mails unmasked; `sensitive`: see health fields. */
export const PERMISSIONS = [
  'see',
  'contacts',
  'sensitive',
  'create',
  'edit',
  'delete',
  'restore',
  'block',
  'export',
  'import',
  'message',
  'points',
  'merge',
  'reports',
  'views.share',
  'jobs.all',
  'settings',
  'erase',
  'audit',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

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

/** Everything that can go wrong, as a closed union; the HTTP status that carries each over the wire is beside it. */
export const ERROR_STATUS = {
  not_found: 404,
  stale_version: 412,
  version_required: 428,
  invalid: 422,
  forbidden: 403,
  step_up_required: 401,
  conflict: 409,
  rate_limited: 429,
  offline: 0,
  timeout: 504,
  unavailable: 503,
  malformed_answer: 502,
  unsupported: 501,
  unauthenticated: 401,
  aborted: 499,
  too_large: 413,
  storage: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ERROR_CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];
