import {
  ClienteleError,
  type Client,
  type Context,
  type FieldId,
  type Id,
  type Now,
  type Selection,
  type WriteContext,
} from '../../contract/index.js';
import { chain, witness } from '../../engine/index.js';
import type {
  DocumentGuard,
  DocumentKind,
  DocumentWrite,
  Store,
  Write,
  WriteOutcome,
} from '../../engine/index.js';
import { hasBit, type Bits } from '../../segments/index.js';
import { fold } from '../../text/index.js';
import type { Base } from './base.js';
import type { ChangeLog } from './changes.js';
import { PhoneStore } from './columns/index.js';
import { selectedRows } from './select.js';
import { applyOps, Decider, type Touched } from './writer.js';
import { documentOp, witnessOp, type DocumentOp, type Journal, type Op } from './ops.js';
import { pendingChanges, type PendingChanges } from './pending.js';
import type { Questions } from './questions.js';
import type { TotalsKeeper } from './records/totals.js';
import { clientReader } from './read.js';
import type { SearchIndex } from './search/index.js';
import type { Orders } from './sort/orders.js';

/** A change names up to so many ids. */
const NAMED = 1000;
/** The ids of more clients than this are not put in order while the page waits. */
const SLOW = 50_000;
/** Answers to idempotency keys beyond so many are forgotten, oldest first. */
const ANSWERS = 5000;

export interface StoreParts {
  /** Tells this life of the base from another. */
  epoch: string;
  base: Base;
  orders: Orders;
  search: SearchIndex;
  questions: Questions;
  totals: TotalsKeeper;
  log: ChangeLog;
  journal: Journal | null;
  /** Asked before anything is written; what it rejects is not. */
  beforeWrite?: ((changes: PendingChanges) => Promise<void> | void) | undefined;
}

/** The engine's store over the base: every write of clients, records and documents goes through `write`. */
export class MemoryStore implements Store {
  readonly #parts: StoreParts;
  readonly #documents = new Map<DocumentKind, Map<string, object>>();
  /** Recent edits by client, to say what changed since a version. */
  readonly #edits = new Map<Id, { version: number; fields: FieldId[] }[]>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  now(): number {
    return this.#parts.base.setup.now();
  }

  revision(): string {
    const { base, epoch } = this.#parts;
    return `${epoch}.${base.revision}`;
  }

  walk(
    selection: Selection,
    after: Id | null,
    size: number,
    context: Context,
  ): Now<{ id: Id; version: number }[]> {
    const { base, orders } = this.#parts;
    const isSlow = base.rows > SLOW && !orders.has([]);
    const ready = isSlow ? orders.prepare([]) : undefined;
    return chain(ready, () => this.#walk(selection, after, size, context));
  }

  #walk(
    selection: Selection,
    after: Id | null,
    size: number,
    context: Context,
  ): { id: Id; version: number }[] {
    const { base, orders, questions } = this.#parts;
    const { ids } = base.clients;
    const today = 'found' in selection ? selection.today : base.today;
    const wanted = selectedRows(base, questions, selection, today, context);
    if (wanted && isEmpty(wanted)) return [];
    const order = orders.get([]);
    let at = 0;
    if (after !== null) {
      let high = order.length;
      while (at < high) {
        const middle = (at + high) >>> 1;
        if (ids.at(order[middle]!) <= after) at = middle + 1;
        else high = middle;
      }
    }
    const found: { id: Id; version: number }[] = [];
    for (; at < order.length && found.length < size; at++) {
      const row = order[at]!;
      if (!wanted || hasBit(wanted, row)) found.push({ id: ids.at(row), version: base.version(row) });
    }
    return found;
  }

  read(ids: readonly Id[], _context: Context, fields?: readonly FieldId[]): (Client | null)[] {
    const { base } = this.#parts;
    const read = clientReader(base, base.today, fields);
    return ids.map((id) => {
      const row = base.rowOf(id);
      return row === -1 ? null : read(row);
    });
  }

  match(key: { phone: string } | { email: string } | { name: string; birthday: string }): Id[] {
    const { base } = this.#parts;
    const { clients } = base;
    const test =
      'phone' in key
        ? this.#phoneTest(key.phone)
        : 'email' in key
          ? this.#emailTest(key.email)
          : this.#nameTest(key);
    const found: Id[] = [];
    for (let row = 0; row < base.rows; row++) {
      if (test(row) && base.removedAt(row) === undefined) found.push(clients.ids.at(row));
    }
    return found;
  }

  commit(
    writes: readonly Write[],
    documents: readonly DocumentWrite[] | ((outcomes: readonly WriteOutcome[]) => readonly DocumentWrite[]),
    context: WriteContext,
    guards: readonly DocumentGuard[] = [],
  ): Promise<WriteOutcome[]> {
    return this.write(context, () => {
      for (const { kind, id, rev } of guards) {
        const stands = this.document(kind, id, context) as { rev?: number } | null;
        if ((stands?.rev ?? null) !== rev)
          throw new ClienteleError('conflict', `the ${kind} was written by somebody else`, {
            operation: 'commit',
          });
      }
      const decider = new Decider(this.#parts.base, this.#parts.base.named(context).lists);
      const outcomes = writes.map((write) => decider.decide(write));
      const told = typeof documents === 'function' ? documents(outcomes) : documents;
      const { catalogue, now } = this.#parts.base.setup;
      const { actor, key } = context;
      const left = witness(writes, outcomes, { catalogue, now: now(), actor, key });
      return {
        ops: [
          ...decider.ops,
          ...left.map(witnessOp),
          ...told.map((document) => documentOp(document, context)),
        ],
        answer: outcomes,
      };
    });
  }

  /** One write after the other: decides, keeps in the journal, then does. Nothing is half-done when the journal refuses. */
  write<T>(context: WriteContext, decide: () => { ops: Op[]; answer: T }): Promise<T> {
    const { base, beforeWrite, journal } = this.#parts;
    const next = this.#last.then(async () => {
      const { ops, answer } = decide();
      if (ops.length > 0) {
        const pending = beforeWrite ? pendingChanges(base, ops) : null;
        if (pending) await beforeWrite?.(pending);
        if (journal) await journal.append(ops, context.key);
        this.apply(ops, context.key);
      }
      return answer;
    });
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Does something between two writes. */
  alone(work: () => Promise<void>): Promise<void> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Does what was decided, here or in another tab, and tells everyone. */
  apply(ops: readonly Op[], key?: string): void {
    const { base, totals, orders, search } = this.#parts;
    const stored = ops.filter((op) => op.kind !== 'document');
    if (stored.length > 0) {
      const touched = applyOps(base, totals, stored);
      orders.touch(touched.rows, touched.fields);
      search.touch(touched.rows, touched.fields);
      for (const op of stored)
        if (op.kind === 'client') this.#remember(op.id, op.version, Object.keys(op.patch));
      this.#tell(touched, key);
    }
    for (const op of ops) if (op.kind === 'document') this.#keep(op);
  }

  document(kind: DocumentKind, id: Id, { tenant }: Context): object | null {
    return structuredClone(this.#documents.get(kind)?.get(`${tenant}/${id}`) ?? null);
  }

  documents(kind: DocumentKind, { tenant }: Context, limit: number): object[] {
    const found: object[] = [];
    for (const [key, value] of [...(this.#documents.get(kind) ?? [])].reverse()) {
      if (found.length >= limit) break;
      if (key.startsWith(`${tenant}/`)) found.push(structuredClone(value));
    }
    return found;
  }

  /** All documents, as ops that would bring them back. */
  allDocuments(): DocumentOp[] {
    return [...this.#documents].flatMap(([document, kept]) =>
      [...kept].map(([key, value]): DocumentOp => {
        const slash = key.indexOf('/');
        return { kind: 'document', document, tenant: key.slice(0, slash), id: key.slice(slash + 1), value };
      }),
    );
  }

  /** Fields that were edited after a version, as far as is remembered. */
  changedSince(id: Id, version: number): FieldId[] {
    const edits = this.#edits.get(id) ?? [];
    return [...new Set(edits.filter((edit) => edit.version > version).flatMap((edit) => edit.fields))];
  }

  #remember(id: Id, version: number, fields: FieldId[]): void {
    const edits = this.#edits.get(id) ?? [];
    edits.push({ version, fields: fields.filter((field) => field !== 'updatedAt') });
    if (edits.length > 20) edits.shift();
    this.#edits.delete(id);
    this.#edits.set(id, edits);
    if (this.#edits.size > 5000) this.#edits.delete(this.#edits.keys().next().value!);
  }

  #keep({ document, tenant, id, value }: DocumentOp): void {
    let kept = this.#documents.get(document);
    if (!kept) this.#documents.set(document, (kept = new Map()));
    const key = `${tenant}/${id}`;
    kept.delete(key);
    if (value !== null) kept.set(key, value);
    if (document === 'answer' && kept.size > ANSWERS) kept.delete(kept.keys().next().value!);
    if (document === 'job') this.#parts.log.add({ kind: 'job', id });
    if (document === 'view') this.#parts.log.add({ kind: 'views' });
    if (document === 'library') {
      // A segment may find others now, and a list may have another order.
      this.#parts.base.revision++;
      this.#parts.log.add({ kind: 'description' });
    }
  }

  #tell({ created, updated, removed, fields, records }: Touched, key?: string): void {
    const { log } = this.#parts;
    for (const [record, clients] of records)
      log.add({ kind: 'records', record, clients: named([...clients]) });
    const all = [...new Set([...created, ...updated, ...removed])];
    if (all.length === 0) return;
    const op =
      created.length === all.length ? 'created' : removed.length === all.length ? 'removed' : 'updated';
    log.add({
      kind: 'clients',
      op,
      ids: named(all),
      ...(fields && op === 'updated' ? { fields: [...fields] } : {}),
      ...(key === undefined ? {} : { key }),
    });
  }

  #phoneTest(phone: string): (row: number) => boolean {
    const store = this.#parts.base.clients.store('phones');
    if (!(store instanceof PhoneStore)) return () => false;
    const { numbers } = store;
    const wanted = /^\+[1-9]\d{4,14}$/.test(phone) ? Number(phone) : NaN;
    return (row) => numbers[row] === wanted || (numbers[row] === -1 && store.read(row).includes(phone));
  }

  #emailTest(email: string): (row: number) => boolean {
    const column = this.#parts.base.clients.column('emails');
    if (column?.kind !== 'list') return () => false;
    return (row) => column.read(row).some((address) => address.toLowerCase() === email);
  }

  /** A name is what first and last name give, folded; the birthday is compared first, being the quicker. */
  #nameTest({ name, birthday }: { name: string; birthday: string }): (row: number) => boolean {
    const { clients } = this.#parts.base;
    const part = (row: number, field: FieldId) => (clients.get(row, field) as string | undefined) ?? '';
    return (row) =>
      clients.get(row, 'birthday') === birthday &&
      fold(`${part(row, 'firstName')} ${part(row, 'lastName')}`) === name;
  }
}

function isEmpty(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word++) if (bits[word] !== 0) return false;
  return true;
}

function named(ids: Id[]): Id[] | 'many' {
  return ids.length > NAMED ? 'many' : ids;
}
