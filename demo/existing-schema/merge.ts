import type { FieldId, Patch, Value } from '../../src/contract/index.js';

/** What a client is on one side, of the fields that both sides have; `removed` stands among them. */
export type State = Readonly<Record<FieldId, Value>>;

/** Fields that both sides have. */
export const SHARED: readonly FieldId[] = [
  'removed',
  'firstName',
  'lastName',
  'gender',
  'birthday',
  'phones',
  'emails',
  'city',
  'discount',
  'subscribed',
  'custom.guthaben',
];

const EMPTY: Readonly<Record<FieldId, Value>> = { subscribed: false, removed: false, 'custom.guthaben': 0 };

/** One text for one meaning: keys in order, and the two ways to say nothing as one. */
function meaning(state: State, field: FieldId): string {
  const value = state[field] ?? EMPTY[field] ?? null;
  if (!Array.isArray(value)) return JSON.stringify(value);
  const entries = value.map((entry) =>
    typeof entry === 'object' ? [entry.value, 'label' in entry ? entry.label : null] : entry,
  );
  return entries.length === 0 ? 'null' : JSON.stringify(entries);
}

/** How both sides were when they were last looked at. They need not be alike: neither can hold all that the other does. */
export interface Seen {
  host: State;
  ours: State;
}

/**
 * Field by field: what one side has changed since goes to the other. Where both changed the same, the host has it its way: its tables are the
 * truth.
 */
export function changesOf(seen: Seen, host: State, ours: State): { toHost: Patch; toOurs: Patch } {
  const toHost: Record<FieldId, Value | null> = {};
  const toOurs: Record<FieldId, Value | null> = {};
  for (const field of SHARED) {
    const [there, here] = [meaning(host, field), meaning(ours, field)];
    if (there === here) continue;
    if (there !== meaning(seen.host, field)) toOurs[field] = host[field] ?? EMPTY[field] ?? null;
    else if (here !== meaning(seen.ours, field)) toHost[field] = ours[field] ?? EMPTY[field] ?? null;
  }
  return { toHost, toOurs };
}
