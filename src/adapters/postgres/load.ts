import { v7 as uuid } from 'uuid';
import {
  ClienteleError,
  valueOf,
  type Client,
  type Field,
  type FieldId,
  type Id,
  type Value,
  type WriteContext,
} from '../../contract/index.js';
import { cleanerOf, type Cleaner } from '../../engine/clean.js';
import { splitName } from '../../text/index.js';
import type { Base } from './base.js';
import type { Draft } from './decide.js';
import type { ClientLike, Loaded, LoadOptions } from './options.js';
import type { PostgresStore } from './store.js';
import { isThere } from './values.js';

export const ID = /^[\w.:-]{1,64}$/;
const MOST_PROBLEMS = 1000;
export const BATCH = 2000;

/** What was left out while loading. */
export class Problems {
  readonly first: Loaded['problems'] = [];
  count = 0;

  add(row: number, field: string, message: string): void {
    this.count++;
    if (this.first.length < MOST_PROBLEMS) this.first.push({ row, field, message });
  }
}

/** Reads values of a host's objects: what is not valid is left out and reported. */
export class Cleaners {
  readonly #cleaners = new Map<FieldId, Cleaner | null>();

  constructor(
    readonly fields: ReadonlyMap<FieldId, Field>,
    readonly country: string,
    readonly problems: Problems,
  ) {}

  put(into: Record<FieldId, Value>, id: FieldId, value: unknown, row: number): void {
    if (value === undefined || value === null) return;
    let clean = this.#cleaners.get(id);
    const field = this.fields.get(id);
    if (clean === undefined) {
      clean = field && field.origin !== 'virtual' ? cleanerOf(field, this.country) : null;
      this.#cleaners.set(id, clean);
    }
    if (!clean || !field) return;
    const cleaned = clean(value);
    if (cleaned === null || !areIds(field, cleaned)) this.problems.add(row, id, `not a ${field.type}`);
    else if (isThere(cleaned)) into[id] = cleaned;
  }
}

/** Options are ids, which an index holds. */
function areIds({ type }: Field, value: Value): boolean {
  if (type === 'choice') return ID.test(value as string);
  return type !== 'choices' || (value as string[]).every((option) => ID.test(option));
}

/** Batches of a source, whichever way it comes. */
export async function* batches<T>(source: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of source) {
    batch.push(item);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

export function loading({ tenant, signal }: LoadOptions): WriteContext {
  return { tenant, actor: 'loader', role: 'loader', key: '', ...(signal ? { signal } : {}) };
}

export function mustGoOn({ signal }: LoadOptions): void {
  if (signal?.aborted) throw new ClienteleError('aborted', 'the loading was stopped', { operation: 'load' });
}

/** Puts many clients into the base, a batch in a transaction. An id that is there is left as it stands, and reported. */
export async function loadClients(
  base: Base,
  store: PostgresStore,
  source: Iterable<ClientLike> | AsyncIterable<ClientLike>,
  options: LoadOptions,
): Promise<Loaded> {
  const problems = new Problems();
  const { catalogue, settings } = base.setup;
  const cleaners = new Cleaners(catalogue.fields, settings.country, problems);
  let at = 0;
  let rows = 0;
  for await (const batch of batches(source, options.batch ?? BATCH)) {
    mustGoOn(options);
    const drafts: Draft[] = [];
    const places = new Map<Id, number>();
    for (const client of batch) {
      const row = at++;
      const draft = draftOf(client, row, cleaners, base);
      if (!draft) continue;
      if (places.has(draft.id)) problems.add(row, 'id', 'the same id again; the client is left out');
      else {
        places.set(draft.id, row);
        drafts.push(draft);
      }
    }
    const made = new Set(
      await store.transact('load', loading(options), async (tx) => {
        const ids = await tx.add(drafts);
        const there = new Set(ids);
        tx.tellClients(
          drafts.filter(({ id }) => there.has(id)),
          null,
        );
        return ids;
      }),
    );
    for (const [id, row] of places)
      if (!made.has(id)) problems.add(row, 'id', 'the same id again; the client is left out');
    rows += made.size;
    options.onProgress?.(rows);
  }
  await base.database.tidy(['clients', 'tenants']);
  return { rows, problems: problems.first, problemCount: problems.count };
}

function draftOf(client: ClientLike, row: number, cleaners: Cleaners, base: Base): Draft | null {
  const { id = uuid(), version, removedAt, name, custom, ...fields } = client;
  if (typeof id !== 'string' || !ID.test(id)) {
    cleaners.problems.add(
      row,
      'id',
      'not an id: 1–64 characters of A-Z a-z 0-9 _ . : - are; the client is left out',
    );
    return null;
  }
  const values: Record<FieldId, Value> = {};
  for (const [field, value] of Object.entries(fields)) cleaners.put(values, field, value, row);
  for (const own of Object.keys(custom ?? {}))
    cleaners.put(values, `custom.${own}`, valueOf(client as Client, `custom.${own}`), row);
  if (name && !client.firstName && !client.lastName) {
    const { nameOrder, collation } = base.setup.settings;
    for (const [part, text] of Object.entries(splitName(name, nameOrder, collation)))
      cleaners.put(values, part, text, row);
  }
  const at = typeof removedAt === 'string' ? Date.parse(removedAt) : NaN;
  return {
    id,
    version: Number.isSafeInteger(version) && version! > 0 ? version! : 1,
    removedAt: Number.isNaN(at) ? null : at,
    values,
    opening: null,
    changed: new Set(),
    isNew: true,
    hasMoved: false,
  };
}
