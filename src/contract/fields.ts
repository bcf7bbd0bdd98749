import './jitless.js';
import * as z from 'zod/mini';
import { completeField, type Field } from './plain/fields.js';
import { FIELD_GROUPS, FIELD_TYPES, HUES, LIST_NAMES } from './plain/names.js';
import { fieldId, id, label } from './values.js';

export { isNumeric } from './plain/fields.js';
export type { Field } from './plain/fields.js';
export { FIELD_GROUPS, FIELD_TYPES, HUES, LIST_NAMES } from './plain/names.js';
export type { FieldGroup, FieldType, Hue, ListName } from './plain/names.js';

export const option = z.object({
  id,
  /** Absent for built-in options, whose words come from the locale. */
  label: z.optional(label),
  hue: z.optional(z.enum(HUES)),
});
export type Option = z.infer<typeof option>;

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
  const { id: name, type, options, list } = parsed.data;
  if ((type === 'choice' || type === 'choices') && !options && !list) {
    throw new TypeError(`field "${name}": a ${type} needs options or a list`);
  }
  return completeField(parsed.data);
}
