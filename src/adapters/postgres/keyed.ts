import type { Field } from '../../contract/index.js';
import { collationOf } from '../../text/index.js';
import type { Setup } from './options.js';

/** What the stored keys depend on, by name: a field, or '' for the settings. */
export type KeyNote = Record<string, string>;

/** Grows when the fold or the sort keys of `src/text` give other keys for the same text. */
const TEXT_VERSION = 1;

const mark = ({ type, search, sort }: Field): string =>
  `${type}${search ? ' search' : ''}${sort ? ' sort' : ''}`;

/** What the keys are made by under a setup. */
export function keysOf({ catalogue, settings }: Setup): KeyNote {
  const note: KeyNote = { '': `${TEXT_VERSION} ${collationOf(settings.collation)} ${settings.nameOrder}` };
  for (const field of catalogue.fields.values()) {
    if (field.origin !== 'virtual' || field.search) note[field.id] = mark(field);
  }
  for (const kind of catalogue.records.values()) {
    note[`${kind.id}/`] = kind.date;
    for (const field of kind.fields) note[`${kind.id}/${field.id}`] = mark(field);
  }
  return note;
}

/** The names under which stored keys were made by something else. A field that is new has no keys yet. */
export function keysChanged(stored: KeyNote | null, now: KeyNote): string[] {
  return Object.entries(stored ?? {})
    .filter(([name, made]) => Object.hasOwn(now, name) && now[name] !== made)
    .map(([name]) => name || 'settings');
}

export function isNoted(stored: KeyNote | null, now: KeyNote): boolean {
  return stored !== null && Object.entries(now).every(([name, made]) => stored[name] === made);
}
