import { MAX_TEXT, type Catalogue, type FieldId, type Id, type Value } from '../contract/index.js';
import { AUDIT_KIND } from './history.js';
import { canonical } from './idempotency.js';
import type { Write, WriteOutcome } from './store.js';
import { digest } from './token.js';

/** A record that the base itself writes, in the commit of what it tells of. */
export interface WitnessRecord {
  record: string;
  id: Id;
  client: Id;
  values: Readonly<Record<FieldId, Value>>;
}

export interface WitnessOptions {
  catalogue: Pick<Catalogue, 'fields' | 'records'>;
  /** Milliseconds since 1970. */
  now: number;
  actor: Id;
  key: string;
}

/** Kinds that come about so. */
export const WITNESS_KINDS: ReadonlySet<string> = new Set([AUDIT_KIND, 'consents']);

type Change = { field: FieldId; before: Value | null; after: Value | null };

/**
 * What the writes of a commit leave behind, where the base keeps the kinds:
 * - `audit`: an entry for each stored field that became another, with what it was before and after (texts as they are, all else as JSON,
 *   pictures not at all); one without a field where there is none to name (a client made, removed or brought back);
 * - `consents`: an entry for each consent that was given or taken back, for being subscribed or not, and for hearing messages at all or
 *   not, with the `source` of the write.
 */
export function witness(
  writes: readonly Write[],
  outcomes: readonly WriteOutcome[],
  options: WitnessOptions,
): WitnessRecord[] {
  const { records } = options.catalogue;
  const [hasAudit, hasConsents] = [records.has(AUDIT_KIND), records.has('consents')];
  if (!hasAudit && !hasConsents) return [];
  return writes.flatMap((write, index) => {
    const outcome = outcomes[index];
    if (!outcome?.ok) return [];
    const changes = changesOf(write, outcome, options.catalogue);
    return [
      ...(hasAudit ? auditOf(write, outcome, changes, options) : []),
      ...(hasConsents ? consentsOf(write, outcome, changes, options) : []),
    ];
  });
}

function changesOf(
  { patch = {} }: Write,
  { before }: WriteOutcome,
  { fields }: WitnessOptions['catalogue'],
): Change[] {
  return Object.entries(patch).flatMap(([field, after]) => {
    if (fields.get(field)?.origin !== 'stored') return [];
    const was = before?.[field] ?? null;
    return canonical(was) === canonical(after) ? [] : [{ field, before: was, after }];
  });
}

function auditOf(
  { id: client, action, create, remove }: Write,
  { version }: WriteOutcome,
  changes: readonly Change[],
  { catalogue, now, actor, key }: WitnessOptions,
): WitnessRecord[] {
  const plain = create ? 'create' : remove === true ? 'delete' : remove === false ? 'restore' : 'save';
  const at = new Date(now).toISOString();
  const entry = (change?: Change): WitnessRecord => ({
    record: AUDIT_KIND,
    id: digest(`${client}\n${version}\n${change?.field ?? ''}\n${key}`),
    client,
    values: { at, actor, action: action ?? plain, ...(change ? told(change, catalogue) : {}) },
  });
  if (changes.length > 0) return changes.map(entry);
  return create || remove !== undefined ? [entry()] : [];
}

function told(
  { field, before, after }: Change,
  { fields }: WitnessOptions['catalogue'],
): Record<FieldId, Value> {
  if (fields.get(field)?.type === 'image') return { field };
  const [was, became] = [asText(before), asText(after)];
  return { field, ...(was === '' ? {} : { before: was }), ...(became === '' ? {} : { after: became }) };
}

function asText(value: Value | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // Not within a pair of surrogates.
  return text.length <= MAX_TEXT ? text : text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '');
}

function consentsOf(
  { id: client, source }: Write,
  { version }: WriteOutcome,
  changes: readonly Change[],
  { now, key }: WitnessOptions,
): WitnessRecord[] {
  const at = new Date(now).toISOString();
  const record = (about: string, given: boolean, more: Record<FieldId, Value> = {}): WitnessRecord => ({
    record: 'consents',
    id: digest(`consent\n${client}\n${version}\n${about}\n${canonical(more)}\n${key}`),
    client,
    values: { at, about, ...more, given, ...(source === undefined ? {} : { source }) },
  });
  return changes.flatMap(({ field, before, after }) => {
    const turned = (before === true) !== (after === true);
    if (field === 'subscribed') return turned ? [record('subscription', after === true)] : [];
    if (field === 'muted') return turned ? [record('messages', after !== true)] : [];
    if (field !== 'consents') return [];
    const [old, now] = [setOf(before), setOf(after)];
    return [...new Set([...old, ...now])].flatMap((consent) => {
      if (old.has(consent) === now.has(consent)) return [];
      const [channel = '', purpose = ''] = consent.split(':');
      return [record('consent', now.has(consent), { channel, purpose })];
    });
  });
}

function setOf(value: Value | null): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? (value as readonly string[]) : []);
}
