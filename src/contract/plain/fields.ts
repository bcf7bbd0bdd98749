import type { FieldDefinition } from '../fields.js';
import type { FieldGroup, FieldType } from './names.js';

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
