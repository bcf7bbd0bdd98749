import './jitless.js';
import * as z from 'zod/mini';
import { fieldId, id, label } from './values.js';

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

export const option = z.object({
  id,
  /** Absent for built-in options, whose words come from the locale. */
  label: z.optional(label),
  hue: z.optional(z.enum(HUES)),
});
export type Option = z.infer<typeof option>;

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

/** How a column looks until the user says otherwise. */
export const columnDefaults = z.object({
  /** CSS pixels. */
  width: z.optional(z.number().check(z.gte(40), z.lte(800))),
  /** Shown before the user has chosen columns. */
  shown: z.optional(z.boolean()),
  /** Tag of a custom element of the host that draws the cell; it gets `.client`, `.value`, `.field`. */
  element: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9]*-[a-z0-9-]*$/))),
});

/** How many of a client's records hold, or the sum, least, greatest, first or last of one of their fields. */
export const derivation = z.object({
  record: id,
  agg: z.enum(['count', 'sum', 'min', 'max', 'first', 'last']),
  path: z.optional(fieldId),
  /** A segment node over the record's own fields. */
  where: z.optional(z.unknown()),
});
export type Derivation = z.infer<typeof derivation>;

export const fieldDefinition = z.object({
  id: fieldId,
  type: z.enum(FIELD_TYPES),
  /** Absent for built-in fields, whose words come from the locale (`field.<id>`). */
  label: z.optional(label),
  /** Why it is asked, shown beside the control. */
  hint: z.optional(label),
  group: z.optional(z.enum(FIELD_GROUPS)),
  /**
   * `stored`: people edit it and it moves the version. `computed`: the base keeps it (totals, dates of visits); a patch with it is refused.
   * `virtual`: worked out from other fields and today (age, status, name) whenever it is asked for; never stored.
   * `loose`: edited by people but outside the version (favourite, last seen), so that it never makes an open form stale.
   */
  origin: z.optional(z.enum(['stored', 'computed', 'virtual', 'loose'])),
  derive: z.optional(derivation),
  /** Of choices: fixed options, or the list of the base that holds them. */
  options: z.optional(z.array(option)),
  list: z.optional(z.enum(LIST_NAMES)),
  column: z.optional(z.union([z.boolean(), columnDefaults])),
  /** Offered as a filter and a segment condition, as a sort key, in the quick search, in export, in import. Defaults by type. */
  filter: z.optional(z.boolean()),
  sort: z.optional(z.boolean()),
  search: z.optional(z.boolean()),
  export: z.optional(z.boolean()),
  import: z.optional(z.boolean()),
  /** Personal contact data: masked for those who lack `contacts`. */
  contact: z.optional(z.boolean()),
  /** Health and the like: hidden unless the role has `sensitive`. */
  sensitive: z.optional(z.boolean()),
  /** Of text: several lines. */
  multiline: z.optional(z.boolean()),
  maxLength: z.optional(z.number()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** Of number: digits after the point, 0 by default. */
  decimals: z.optional(z.number().check(z.gte(0), z.lte(6))),
});
export type FieldDefinition = z.infer<typeof fieldDefinition>;

/** A definition with every default filled in: what the rest of the code reads. */
export interface Field extends FieldDefinition {
  group: FieldGroup;
  origin: 'stored' | 'computed' | 'virtual' | 'loose';
  column: false | { width: number; shown: boolean; element?: string };
  filter: boolean;
  sort: boolean;
  search: boolean;
  export: boolean;
  import: boolean;
  contact: boolean;
  sensitive: boolean;
}

const WIDTHS: Record<FieldType, number> = {
  text: 160,
  number: 88,
  money: 112,
  percent: 88,
  boolean: 88,
  day: 120,
  birthday: 120,
  instant: 136,
  choice: 128,
  choices: 180,
  texts: 160,
  phones: 168,
  emails: 200,
  image: 56,
};
const UNSORTABLE: ReadonlySet<FieldType> = new Set(['choices', 'texts', 'image']);
const NUMERIC: ReadonlySet<FieldType> = new Set(['number', 'money', 'percent']);

/** True for types whose values are numbers: they align right and can be summed. */
export function isNumeric(type: FieldType): boolean {
  return NUMERIC.has(type);
}

/**
 * Says what a client may carry. The definition alone gives a column, a filter, a segment condition, a form control, an import target and an
 * export column; each can be switched off. A host's own fields start with `custom.`.
 * @throws TypeError when the definition is not valid: a mistake of the developer, told at start.
 */
export function defineField(definition: FieldDefinition): Field {
  const parsed = fieldDefinition.safeParse(definition);
  if (!parsed.success) {
    throw new TypeError(`field ${JSON.stringify(definition.id)}: ${z.prettifyError(parsed.error)}`);
  }
  const { type, id: name, column, ...rest } = parsed.data;
  const custom = name.startsWith('custom.');
  if ((type === 'choice' || type === 'choices') && !rest.options && !rest.list) {
    throw new TypeError(`field "${name}": a ${type} needs options or a list`);
  }
  const origin = rest.origin ?? 'stored';
  return {
    ...rest,
    id: name,
    type,
    group: rest.group ?? (custom ? 'custom' : 'profile'),
    origin,
    column:
      column === false
        ? false
        : { width: WIDTHS[type], shown: false, ...(typeof column === 'object' ? clean(column) : {}) },
    filter: rest.filter ?? type !== 'image',
    sort: rest.sort ?? !UNSORTABLE.has(type),
    search: rest.search ?? (type === 'phones' || type === 'emails'),
    export: rest.export ?? type !== 'image',
    import: rest.import ?? (origin === 'stored' && type !== 'image'),
    contact: rest.contact ?? (type === 'phones' || type === 'emails'),
    sensitive: rest.sensitive ?? false,
  };
}

/** Drops keys that are present but undefined, so that a spread does not overwrite a default with nothing. */
function clean<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
