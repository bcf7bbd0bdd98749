import type { Catalogue, Field, FieldId, Issue, Lists, Patch, Value } from '../contract/index.js';
import { checkValue } from './values.js';

export type Validated = { ok: true; patch: Patch } | { ok: false; issues: Issue[] };

export interface ValidateOptions {
  /** A new client: it needs a part of a name or one contact. */
  creating?: boolean;
  /** Lists of the base, against which choices are checked. A list that is absent lets any id through. */
  lists?: Lists;
  /** Computed fields pass too: for the engine's own writes, never for a person's. */
  computed?: boolean;
}

/** Parts of a name by which a person is known; any field that holds a contact does as well. */
export const NAME_PARTS: readonly FieldId[] = ['firstName', 'lastName', 'patronymic'];

/**
 * Checks what someone wants to write on a client. Keys that the catalogue does not know are refused (`unknown_field`), so are computed and
 * virtual ones (`read_only`); null clears; a key that is there but undefined counts as absent.
 *
 * What comes back is a fresh object. Only this is changed on the way: outer white space of texts and contacts is cut off; a text or a list
 * that is then empty is cleared; an option, phone or e-mail that stands twice in its list stays once, at its first place.
 */
export function validatePatch(
  patch: unknown,
  catalogue: Pick<Catalogue, 'fields'>,
  options: ValidateOptions = {},
): Validated {
  const result = validateValues(patch, catalogue.fields, options);
  if (!result.ok || !options.creating || isIdentified(result.patch, catalogue)) return result;
  return {
    ok: false,
    issues: [{ path: [], code: 'required', message: 'a new client needs a name or a contact' }],
  };
}

/** The same for any set of fields: those of a record, the parameters of an action. */
export function validateValues(
  patch: unknown,
  fields: ReadonlyMap<FieldId, Field>,
  options: ValidateOptions = {},
): Validated {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return {
      ok: false,
      issues: [{ path: [], code: 'wrong_type', message: 'an object of values by field id is wanted' }],
    };
  }
  const issues: Issue[] = [];
  const checked: Record<FieldId, Value | null> = {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    // The catalogue's ids are checked when they are defined, so no name of the object prototype gets past this.
    const field = fields.get(key);
    if (!field) {
      issues.push({ path: [key], code: 'unknown_field', message: `there is no field "${key.slice(0, 80)}"` });
    } else if (field.origin === 'virtual' || (field.origin === 'computed' && !options.computed)) {
      issues.push({ path: [key], code: 'read_only', message: `${key} is kept by the base` });
    } else if (value === null) {
      checked[key] = null;
    } else {
      const outcome = checkValue(field, value, options.lists);
      if (outcome.ok) checked[key] = outcome.value;
      else issues.push(...outcome.issues);
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, patch: checked };
}

/** Fields by id, for `validateValues`, of a record kind or of an action's parameters. */
export function fieldsById(fields: readonly Field[]): ReadonlyMap<FieldId, Field> {
  return new Map(fields.map((field) => [field.id, field]));
}

function isIdentified(patch: Patch, catalogue: Pick<Catalogue, 'fields'>): boolean {
  return Object.entries(patch).some(
    ([key, value]) =>
      value !== null && (NAME_PARTS.includes(key) || catalogue.fields.get(key)?.contact === true),
  );
}
