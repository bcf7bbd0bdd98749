import type { Field, Lists, Value } from '../../../contract/index.js';
import { BirthdayStore } from './birthdays.js';
import { CODECS } from './codecs.js';
import { CodeStore } from './codes.js';
import { EmailStore, PhoneStore, TextsStore } from './lists.js';
import { InstantStore } from './instants.js';
import { NumberStore } from './numbers.js';
import { SetStore } from './sets.js';
import type { FieldStore, StoreDump } from './store.js';
import { TextStore } from './text.js';

/** Ids that a set field can hold, in the order in which they are shown. */
export function optionsOf(field: Field, lists: Lists): string[] {
  return (field.options ?? (field.list ? lists[field.list] : undefined) ?? []).map((option) => option.id);
}

/** An empty column for a field. `compact`: small before quick, for records, of which there are many. */
export function createStore(field: Field, capacity: number, lists: Lists, compact = false): FieldStore {
  if (compact && field.type === 'instant') return new InstantStore(capacity);
  const codec = CODECS[field.type];
  if (codec) return new NumberStore(codec, capacity);
  switch (field.type) {
    case 'birthday':
      return new BirthdayStore(capacity);
    case 'choice':
      return new CodeStore(capacity);
    case 'choices':
      return new SetStore(capacity, optionsOf(field, lists));
    case 'texts':
      return new TextsStore(capacity);
    case 'phones':
      return new PhoneStore(capacity);
    case 'emails':
      return new EmailStore(capacity);
    default:
      return new TextStore(capacity);
  }
}

/** The column that a dump was made of; null when the field's type is another one since. */
export function restoreStore(field: Field, dump: StoreDump, capacity: number): FieldStore | null {
  if (field.type === 'instant' && dump.kind === 'instants') return InstantStore.restore(dump);
  const codec = CODECS[field.type];
  if (codec) return dump.kind === 'number' ? NumberStore.restore(codec, dump) : null;
  switch (field.type) {
    case 'birthday':
      return dump.kind === 'birthday' ? BirthdayStore.restore(dump) : null;
    case 'choice':
      return dump.kind === 'code' ? CodeStore.restore(dump) : null;
    case 'choices':
      return dump.kind === 'set' ? SetStore.restore(dump, capacity) : null;
    case 'texts':
      return dump.kind === 'texts' ? TextsStore.restore(dump) : null;
    case 'phones':
      return dump.kind === 'phones' ? PhoneStore.restore(dump) : null;
    case 'emails':
      return dump.kind === 'emails' ? EmailStore.restore(dump) : null;
    default:
      return dump.kind === 'code' || dump.kind === 'text' ? TextStore.restore(dump) : null;
  }
}

export {
  BirthdayStore,
  CodeStore,
  EmailStore,
  InstantStore,
  NumberStore,
  PhoneStore,
  SetStore,
  TextsStore,
  TextStore,
};
export type { FieldStore, StoreDump, Value };
