import type { FieldDefinition } from '../fields.js';

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

/** Fills in what a definition that is known to be right leaves unsaid. */
export function completeField(definition: FieldDefinition): Field {
  const { type, id, column, ...rest } = definition;
  const custom = id.startsWith('custom.');
  const origin = rest.origin ?? 'stored';
  return {
    ...rest,
    id,
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
