import type { Id } from '../contract/values.js';
import type { Client } from '../contract/client.js';
import type { ClientCache, Entry } from './clients.js';

/** Rows of one page of the cache. */
export const PAGE = 100;
/** Pages that a result keeps. */
const KEPT = 20;

export interface Rows {
  readonly entries: readonly Entry[];
  /** Of the result: a refresh begins a new one. */
  readonly round: number;
  readonly revision: string;
  /** When it was last wanted. */
  used: number;
}

/** The loaded pages of one result. Their clients are held in the cache as long as the page is here. */
export class Pages {
  readonly #clients: ClientCache;
  readonly #pages = new Map<number, Rows>();

  constructor(clients: ClientCache) {
    this.#clients = clients;
  }

  get size(): number {
    return this.#pages.size;
  }

  get(at: number): Rows | undefined {
    return this.#pages.get(at);
  }

  entries(): [at: number, page: Rows][] {
    return [...this.#pages];
  }

  row(index: number): Client | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.entries[index % PAGE]?.view;
  }

  positionOf(id: Id): number | null {
    for (const [at, { entries }] of this.#pages) {
      const index = entries.findIndex((entry) => entry.id === id);
      if (index >= 0) return at * PAGE + index;
    }
    return null;
  }

  hasRound(round: number): boolean {
    for (const page of this.#pages.values()) if (page.round === round) return true;
    return false;
  }

  put(at: number, page: Rows): void {
    page.entries.forEach((entry) => this.#clients.hold(entry));
    this.drop(at);
    this.#pages.set(at, page);
  }

  drop(at: number): void {
    const page = this.#pages.get(at);
    if (!page) return;
    this.#pages.delete(at);
    page.entries.forEach((entry) => this.#clients.release(entry));
  }

  keepOnly(keep: (page: Rows, at: number) => boolean): void {
    for (const [at, page] of this.entries()) if (!keep(page, at)) this.drop(at);
  }

  /** Drops the longest unwanted beyond what is kept. */
  evict(isShown: (at: number) => boolean): void {
    if (this.#pages.size <= KEPT) return;
    const oldest = this.entries().sort(([, a], [, b]) => a.used - b.used);
    for (const [at] of oldest.slice(0, this.#pages.size - KEPT)) if (!isShown(at)) this.drop(at);
  }

  clear(): void {
    this.keepOnly(() => false);
  }
}
