import { isMasked, type Contact, type Field, type MaskedContact } from '../../contract/index.js';

type AnyContact = Contact | MaskedContact;

/** Stands for a text that the user may know to be there, and no more. */
const HIDDEN_TEXT = '•••';

/** `+359888123456` → `•••• 56`; `anna@mail.lv` → `•••@•••.lv`. */
export function maskAddress(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 0) return `•••• ${value.slice(-2)}`;
  const dot = value.lastIndexOf('.');
  return dot > at ? `•••@•••${value.slice(dot)}` : '•••@•••';
}

function maskContact(contact: AnyContact): MaskedContact {
  const masked = isMasked(contact) ? contact.masked : maskAddress(contact.value);
  // A label is free text: people write half of the number into it.
  const isTelling = contact.label === undefined || /\d{2}|@/.test(contact.label);
  return isTelling ? { masked } : { masked, label: contact.label };
}

/** What a user sees of a masked field. Undefined: nothing, not even that there is something. */
export function maskValue(field: Pick<Field, 'type'>, value: unknown): unknown {
  switch (field.type) {
    case 'phones':
    case 'emails':
      return Array.isArray(value) ? (value as AnyContact[]).map(maskContact) : undefined;
    case 'text':
      return typeof value === 'string' ? HIDDEN_TEXT : undefined;
    case 'texts':
      return Array.isArray(value) ? value.map(() => HIDDEN_TEXT) : undefined;
    default:
      return undefined;
  }
}
