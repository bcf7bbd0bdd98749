import type { Client } from '../client.js';
import type { Contact, FieldId, MaskedContact, Value } from '../values.js';

/** Reads a field by its id, custom fields included. Undefined: absent. */
export function valueOf(
  from: Client,
  field: FieldId,
): Value | readonly (Contact | MaskedContact)[] | undefined {
  const source: object | undefined = field.startsWith('custom.') ? from.custom : from;
  const key = field.startsWith('custom.') ? field.slice(7) : field;
  return source !== undefined && Object.hasOwn(source, key)
    ? (source as Record<string, Value>)[key]
    : undefined;
}

/** Sets (or with undefined removes) a field by its id on a client that the caller owns. */
export function setValue(on: Client, field: FieldId, value: Value | null | undefined): void {
  let target = on as unknown as Record<string, unknown>;
  let key: string = field;
  if (field.startsWith('custom.')) {
    on.custom ??= {};
    target = on.custom as Record<string, unknown>;
    key = field.slice(7);
  }
  if (value === null || value === undefined) delete target[key];
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
