import type { Contact, MaskedContact } from '../values.js';

/** True for a contact that the user may not see. */
export function isMasked(value: Contact | MaskedContact): value is MaskedContact {
  return 'masked' in value;
}
