import type { Change } from '../contract/changes.js';
import type { FieldId, Id } from '../contract/values.js';
import type { Gate } from './gate.js';
import type { Mirror } from './mirror.js';
import { influencesOf, mayMove, type Influences } from './moves.js';
import { markRemoved } from './overlay.js';
import type { Result } from './result.js';
import type { ListQuestion, SessionEvents } from './types.js';

type ClientsEvent = SessionEvents['clients'];

/** Up to so many changed rows are read one by one; beyond, the window is read once. */
const SINGLES = 8;

export interface ChangesHost {
  readonly gate: Gate;
  readonly mirror: Mirror;
  now(): string;
  told(event: ClientsEvent): void;
}

/** Keeps what the session knows current: by its own writes, and by what the stream says that others did. */
export class Changes {
  readonly #host: ChangesHost;
  readonly #influences = new WeakMap<ListQuestion, Influences>();

  constructor(host: ChangesHost) {
    this.#host = host;
  }

  /** Reads shown clients anew, with the fields that the cache holds of each. */
  async reread(ids: readonly Id[], fields: readonly FieldId[]): Promise<void> {
    const { mirror } = this.#host;
    await Promise.all(
      ids.map(async (id) => {
        const known = mirror.clients.entry(id)?.known;
        try {
          await mirror.read(id, known === null ? null : [...(known ?? fields)]);
        } catch {
          // Told by the gate; the row keeps what it shows.
        }
      }),
    );
    this.redraw(ids);
  }

  /** Reads those of these clients anew that the cache holds, wherever they are shown. */
  async rereadHeld(ids: readonly Id[]): Promise<void> {
    await this.reread(
      ids.filter((id) => this.#host.mirror.clients.entry(id)),
      [],
    );
  }

  /** Values changed: what draws these clients is told. */
  redraw(ids: readonly Id[]): void {
    if (ids.length === 0) return;
    this.#redraw(ids);
    this.#host.told({ ids, op: 'updated', own: true });
  }

  /** A write of our own, whose answer is in the cache. */
  wrote(op: ClientsEvent['op'], ids: readonly Id[], fields?: readonly FieldId[]): void {
    if (op === 'updated') this.#redraw(ids);
    for (const result of this.#host.mirror.results) this.#moved(result, fields);
    this.#host.told({ ids, op, own: true });
  }

  /** Changes of others, and echoes of our own. */
  take(change: Extract<Change, { kind: 'clients' | 'records' }>): void {
    const { gate, mirror } = this.#host;
    const { clients, results } = mirror;
    if (change.kind === 'records') {
      for (const result of results) {
        const { fields, records } = this.#influencesOf(result);
        if (fields === 'any' || records.has(change.record)) result.outdate();
      }
      return;
    }
    const { op, ids, fields, key } = change;
    if (gate.isApplied(key)) return;
    const changed = ids === 'many' ? ids : new Set(ids);
    if (op === 'removed' && changed !== 'many') this.gone([...changed]);
    if (changed === 'many') clients.forgetIdle();
    else for (const id of changed) clients.forget(id);
    for (const result of results) {
      if (op === 'updated' || changed === 'many') this.#changed(result, changed);
      this.#moved(result, op === 'updated' ? fields : undefined);
    }
    this.#host.told({ ids, op, own: gate.isOwn(key) });
  }

  /** Anything may have changed. */
  lost(): void {
    this.take({ kind: 'clients', at: '', op: 'updated', ids: 'many' });
  }

  /** Marks clients as removed, for rows that still show them. */
  gone(ids: readonly Id[]): void {
    const at = this.#host.now();
    for (const id of ids) markRemoved(this.#host.mirror.clients, id, at);
    this.#redraw(ids);
  }

  #redraw(ids: readonly Id[]): void {
    const set = new Set(ids);
    for (const result of this.#host.mirror.results) {
      const holds = result.pages.entries().some(([, { entries }]) => entries.some(({ id }) => set.has(id)));
      if (holds) result.redraw();
    }
  }

  /** Reads shown rows of these clients anew, in their places; pages out of sight are asked for when they are next wanted. */
  #changed(result: Result, ids: ReadonlySet<Id> | 'many'): void {
    const shown: Id[] = [];
    let isAnyShown = false;
    for (const [at, { entries }] of result.pages.entries()) {
      const changed = ids === 'many' ? entries : entries.filter(({ id }) => ids.has(id));
      if (changed.length === 0) continue;
      if (!result.isShown(at)) result.pages.drop(at);
      else {
        isAnyShown = true;
        shown.push(...changed.map(({ id }) => id));
      }
    }
    if (!isAnyShown) return;
    if (shown.length <= SINGLES) void this.reread(shown, result.question.fields);
    else result.readShown(new Set(shown));
  }

  /** The rows may stand elsewhere now. */
  #moved(result: Result, fields: readonly FieldId[] | undefined): void {
    if (mayMove(this.#influencesOf(result), fields)) result.outdate();
  }

  #influencesOf({ question }: Result): Influences {
    let influences = this.#influences.get(question);
    if (!influences) this.#influences.set(question, (influences = influencesOf(question)));
    return influences;
  }
}
