import {
  isClienteleError,
  type Catalogue,
  type Client,
  type ClientRecord,
  type Context,
  type Id,
  type IngestItem,
  type IngestResult,
  type Lists,
  type Now,
  type Patch,
  type RecordPatch,
  type Settings,
  type Value,
  type WriteContext,
} from '../contract/index.js';
import { fold, normalisePhone, splitName } from '../text/index.js';
import { isInBranches } from './branches.js';
import { canonical, withIdempotency } from './idempotency.js';
import type { Store } from './store.js';
import { digest } from './token.js';
import { fieldsById, validatePatch, validateValues } from './validate.js';

export interface IngestOptions {
  catalogue: Catalogue | ((context: Context) => Catalogue);
  settings: Pick<Settings, 'country' | 'nameOrder' | 'collation'>;
  lists?: Lists | ((context: Context) => Now<Lists>);
  records: {
    /** One record by its id; null: there is none. */
    get(record: string, id: Id, context: Context): Now<ClientRecord | null>;
    save(input: RecordPatch, context: WriteContext): Promise<ClientRecord>;
  };
}

/** A booking that waits for a person to say whose it is. */
export interface Review {
  rev: number;
  item: IngestItem;
  candidates: Id[];
  reason: string;
  at: string;
}

/** With the lists as they stand now. */
type SettledOptions = IngestOptions & { lists?: Lists };

/** How one item is taken in. */
interface Manner {
  /** A new client is made, whoever may fit. */
  isNew?: true;
  /** It waits already, and who settles it lets go of it. */
  isHeld?: true;
}

type Person = Exclude<IngestItem['client'], { id: Id }>;
type Found =
  | { kind: 'one'; client: Id }
  | { kind: 'none'; patch: Patch }
  | { kind: 'review'; candidates: Id[]; reason: string };

/**
 * Takes in bookings and sales of the host, each with its client:
 * - the record is known by the host's id: what changed is written, its client stays (unless another is named by id);
 * - the client is named by id, or found by phone, else by e-mail, else by name and birthday. The first key that fits anybody decides;
 *   where it fits several, the other keys may single one out. If they do not, the item waits as a `review` document: nothing is guessed;
 * - a phone or e-mail that cannot be read waits likewise, unless another key finds the client;
 * - nobody fits: a client is made, marked as synchronised. So is one who is found.
 *
 * Items go one after another, so two bookings of one new person make one client. Repeating a call, also after a crash in its midst, adds nothing.
 * A faulty item fails alone.
 */
export function createIngest(
  store: Store,
  options: IngestOptions,
): (items: readonly IngestItem[], context: WriteContext) => Promise<IngestResult[]> {
  return (items, context) =>
    withIdempotency(store, 'ingest', items, context, async (once) => {
      const { settled, catalogue } = await settledFor(options, context);
      const results: IngestResult[] = [];
      for (const [index, item] of items.entries()) {
        const inner = { ...context, key: `${context.key}.${index}` };
        results.push(await takeIn(store, settled, catalogue, item, inner));
      }
      await store.commit([], [once.document(results)], context, once.guards);
      return results;
    });
}

/** With the lists and definitions of the context's base. */
export async function settledFor(
  options: IngestOptions,
  context: Context,
): Promise<{ settled: SettledOptions; catalogue: Catalogue }> {
  const catalogue = typeof options.catalogue === 'function' ? options.catalogue(context) : options.catalogue;
  const lists = typeof options.lists === 'function' ? await options.lists(context) : options.lists;
  return { catalogue, settled: { ...options, ...(lists ? { lists } : {}) } as SettledOptions };
}

export async function takeIn(
  store: Store,
  options: SettledOptions,
  catalogue: Catalogue,
  item: IngestItem,
  context: WriteContext,
  manner: Manner = {},
): Promise<IngestResult> {
  const failed = (reason: string): IngestResult => ({ id: item.id, outcome: 'failed', client: null, reason });
  const kind = catalogue.records.get(item.record);
  if (!kind) return failed('unknown_record');
  const { lists } = options;
  const values = validateValues(item.values, fieldsById(kind.fields), lists ? { lists } : {});
  if (!values.ok) return failed(issueOf(values.issues));
  try {
    const known = await options.records.get(item.record, item.id, context);
    if (known) return await change(store, options, item, known, values.patch, context);
    const found = await findClient(store, options, catalogue, item, context, manner);
    if ('failed' in found) return failed(found.failed);
    if (found.kind === 'review') {
      await hold(store, item, found, context);
      const { candidates, reason } = found;
      return { id: item.id, outcome: 'review', client: null, candidates, reason };
    }
    const client = found.kind === 'one' ? found.client : newClientId(item);
    if (found.kind === 'none') {
      // The id comes from the record's, so that a repeat after a crash meets the client it made.
      const [made] = await store.commit(
        [
          {
            id: client,
            version: null,
            create: true,
            action: 'ingest',
            patch: { ...found.patch, synchronised: true },
          },
        ],
        [],
        context,
      );
      if (!made?.ok && made?.reason !== 'changed') return failed(made?.reason ?? 'storage');
    } else {
      await synchronise(store, client, context);
    }
    await options.records.save(
      { record: item.record, id: item.id, version: null, client, patch: values.patch },
      everywhere(context),
    );
    if (!manner.isHeld) await release(store, item, context);
    return { id: item.id, outcome: found.kind === 'one' ? 'matched' : 'created', client };
  } catch (error) {
    if (!isClienteleError(error) || !ITS_OWN.has(error.code)) throw error;
    return failed(error.code === 'invalid' ? issueOf(error.issues) : error.code);
  }
}

/** Errors that are the item's own fault; any other stops the call, which may then be repeated. */
const ITS_OWN: ReadonlySet<string> = new Set(['invalid', 'not_found', 'forbidden', 'stale_version']);

async function change(
  store: Store,
  { records }: SettledOptions,
  item: IngestItem,
  known: ClientRecord,
  values: Patch,
  context: WriteContext,
): Promise<IngestResult> {
  const [owner] = await store.read([known.client], context, ['branch']);
  // A booking may be changed where its client is, and where it takes place.
  const isOwn = owner && (isInBranches(owner, context) || isInBranches(known.values, context));
  if (!isOwn) return { id: item.id, outcome: 'failed', client: null, reason: 'not_found' };
  const client = 'id' in item.client ? item.client.id : known.client;
  const patch: Record<string, Value | null> = {};
  for (const [field, value] of Object.entries(values)) {
    if (canonical(value) !== canonical(known.values[field] ?? null)) patch[field] = value;
  }
  if (client === known.client && Object.keys(patch).length === 0) {
    return { id: item.id, outcome: 'unchanged', client };
  }
  await records.save(
    { record: item.record, id: item.id, version: known.version, client, patch },
    everywhere(context),
  );
  return { id: item.id, outcome: 'matched', client };
}

async function findClient(
  store: Store,
  { settings, lists }: SettledOptions,
  catalogue: Catalogue,
  item: IngestItem,
  context: WriteContext,
  { isNew }: Manner,
): Promise<Found | { failed: string }> {
  if ('id' in item.client) {
    const { id } = item.client;
    const [client] = await store.read([id], context, []);
    return client && client.removedAt === undefined ? { kind: 'one', client: id } : { failed: 'not_found' };
  }
  const person = item.client;
  const name = namesOf(person, settings);
  const phone = phoneOf(person.phone, settings.country);
  const email = emailOf(person.email);

  const keys: Parameters<Store['match']>[0][] = [];
  if (phone.value) keys.push({ phone: phone.value });
  if (email.value) keys.push({ email: email.value.toLowerCase() });
  const folded = fold(`${name.firstName ?? ''} ${name.lastName ?? ''}`);
  if (folded !== '' && person.birthday !== undefined) keys.push({ name: folded, birthday: person.birthday });
  let candidates: Id[] = [];
  for (const key of isNew ? [] : keys) {
    const matches = await store.match(key, context);
    if (candidates.length === 0) candidates = [...matches];
    else candidates = narrower(candidates, matches);
    if (candidates.length === 1) return { kind: 'one', client: candidates[0] ?? '' };
  }
  if (candidates.length > 1) return { kind: 'review', candidates: candidates.sort(), reason: 'several' };
  const unread = phone.fault ?? email.fault;
  if (unread && !isNew) return { kind: 'review', candidates: [], reason: unread };

  const branch = person.branch ?? item.values['branch'];
  const patch = {
    ...name,
    birthday: person.birthday,
    source: person.source,
    branch: typeof branch === 'string' ? branch : undefined,
    phones: phone.value ? [{ value: phone.value }] : undefined,
    emails: email.value ? [{ value: email.value }] : undefined,
  };
  const checked = validatePatch(patch, catalogue, { creating: true, ...(lists ? { lists } : {}) });
  return checked.ok ? { kind: 'none', patch: checked.patch } : { failed: issueOf(checked.issues) };
}

/** Those of the candidates whom a further key fits as well; all of them where it fits none. */
function narrower(candidates: Id[], matches: readonly Id[]): Id[] {
  const both = candidates.filter((id) => matches.includes(id));
  return both.length > 0 ? both : candidates;
}

function namesOf(person: Person, { nameOrder, collation }: SettledOptions['settings']) {
  const { firstName, lastName, name } = person;
  if (firstName !== undefined || lastName !== undefined || name === undefined) return { firstName, lastName };
  const split = splitName(name, nameOrder, collation);
  return {
    firstName: split.firstName ?? undefined,
    lastName: split.lastName ?? undefined,
    patronymic: split.patronymic ?? undefined,
  };
}

interface Read {
  value: string | null;
  fault: string | null;
}

function phoneOf(raw: string | undefined, country: string): Read {
  if (raw === undefined || raw.trim() === '') return { value: null, fault: null };
  const phone = normalisePhone(raw, country);
  return 'e164' in phone
    ? { value: phone.e164, fault: null }
    : { value: null, fault: `phone_${phone.error}` };
}

function emailOf(raw: string | undefined): Read {
  const value = raw?.trim() ?? '';
  if (value === '') return { value: null, fault: null };
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)
    ? { value, fault: null }
    : { value: null, fault: 'not_an_email' };
}

/** A client with a booking is one that bookings know. Computed, so the version stays. */
async function synchronise(store: Store, id: Id, context: WriteContext): Promise<void> {
  const [client] = (await store.read([id], context, ['synchronised'])) as (Client | null)[];
  if (client?.synchronised === true) return;
  await store.commit([{ id, version: null, patch: { synchronised: true } }], [], context);
}

/** A chain has one base: a booking finds its client in whichever branch that is. */
function everywhere(context: WriteContext): WriteContext {
  return { ...context, branches: null };
}

/** Where an item waits. */
export function reviewId({ record, id }: Pick<IngestItem, 'record' | 'id'>): Id {
  return digest(`${record}/${id}`);
}

function newClientId({ record, id }: IngestItem): Id {
  return `c${digest(`client of ${record}/${id}`)}`;
}

async function hold(
  store: Store,
  item: IngestItem,
  { candidates, reason }: { candidates: Id[]; reason: string },
  context: WriteContext,
): Promise<void> {
  const id = reviewId(item);
  const old = (await store.document('review', id, context)) as Review | null;
  const at = new Date(store.now()).toISOString();
  const value: Review = { rev: (old?.rev ?? 0) + 1, item, candidates, reason, at };
  await store.commit([], [{ kind: 'review', id, value }], context);
}

async function release(store: Store, item: IngestItem, context: WriteContext): Promise<void> {
  const id = reviewId(item);
  if ((await store.document('review', id, context)) === null) return;
  await store.commit([], [{ kind: 'review', id, value: null }], context);
}

function issueOf(issues: readonly { path: readonly (string | number)[]; code: string }[]): string {
  const [first] = issues;
  return first ? [...first.path, first.code].join('.') : 'invalid';
}
