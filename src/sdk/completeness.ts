import type { Catalogue } from '../contract/catalogue.js';
import type { Client } from '../contract/client.js';
import { valueOf } from '../contract/plain/client.js';
import type { FieldId } from '../contract/values.js';

/** What each field is worth to who serves, calls or writes to the client. A field that is not named is not missed. */
export type Worths = Readonly<Record<FieldId, number>>;

export const DEFAULT_WORTHS: Worths = {
  phones: 10,
  firstName: 8,
  lastName: 6,
  birthday: 5,
  emails: 5,
  source: 3,
  gender: 2,
  consents: 2,
  photo: 1,
  city: 1,
  language: 1,
};

export interface Completeness {
  /** 0–1: the worth of what is known by the worth of what could be. 1 where nothing is asked for. */
  share: number;
  /** What is missing, the most worth first; of equal worth in the order of the catalogue. */
  missing: FieldId[];
}

/**
 * How much of a client is known. Only what this user may see and people may fill in counts; a masked contact is there, and `false` is an
 * answer. `worths`: the host's own, instead of the usual ones.
 */
export function completeness(
  client: Client,
  catalogue: Pick<Catalogue, 'fields'>,
  worths: Worths = DEFAULT_WORTHS,
): Completeness {
  let known = 0;
  let all = 0;
  const missing: { field: FieldId; worth: number }[] = [];
  for (const { id, origin } of catalogue.fields.values()) {
    const worth = Object.hasOwn(worths, id) ? (worths[id] ?? 0) : 0;
    if (worth <= 0 || origin === 'computed' || origin === 'virtual') continue;
    all += worth;
    if (isKnown(valueOf(client, id))) known += worth;
    else missing.push({ field: id, worth });
  }
  missing.sort((a, b) => b.worth - a.worth);
  return { share: all === 0 ? 1 : known / all, missing: missing.map(({ field }) => field) };
}

function isKnown(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
