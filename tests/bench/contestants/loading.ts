import { memoryAdapter, memoryWorker, type ColumnBatch } from '../../../src/adapters/memory/index.js';
import type { Adapter, Context } from '../../../src/contract/index.js';
import { batches } from '../batches.js';
import { bareColumns } from '../bare.js';
import { benchRows, dayText, type Row } from '../data.js';
import { betweenFrames } from '../page/frames.js';

export interface Loaded {
  ms: number;
  /** The longest task of the page, 0 when none took 50 ms. */
  blocked: number;
}

const context: Context = { tenant: 'bench', actor: 'bench', role: 'owner' };
let rows: Row[] = [];
let kept: unknown[] = [];

/** Runs something, and looks for tasks of more than 50 ms meanwhile. */
async function timed(run: () => unknown): Promise<Loaded> {
  let blocked = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
  });
  await betweenFrames(100);
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  kept.push(await run());
  const ms = performance.now() - start;
  await betweenFrames(100);
  observer.disconnect();
  return { ms, blocked };
}

/** Clients as a host hands them over. */
function* clients(): Generator<object> {
  for (const row of rows)
    yield {
      id: row.id,
      firstName: row.firstName,
      lastName: row.lastName,
      phones: row.phone,
      emails: row.email,
      gender: row.gender,
      birthday: new Date(row.birthday * 86_400_000).toISOString().slice(0, 10),
      createdAt: `${dayText(row.created)}T00:00:00Z`,
      ...(row.visits > 0 ? { firstVisit: dayText(row.firstVisit), lastVisit: dayText(row.lastVisit) } : {}),
      visits: row.visits,
      totalSpent: row.spent,
      tipsSum: row.tips,
      discount: row.discount,
      points: row.points,
      subscribed: row.subscribed,
      muted: row.muted,
    };
}

async function opened(adapter: Adapter): Promise<Adapter> {
  await adapter.describe(context);
  return adapter;
}

async function fromColumns(open: (clients: ColumnBatch[]) => Adapter): Promise<Loaded> {
  const start = performance.now();
  const ready = [...batches(rows)];
  const making = performance.now() - start;
  const { ms, blocked } = await timed(() => opened(open(ready)));
  return { ms: making + ms, blocked };
}

export const loading = {
  make(count: number): void {
    rows = benchRows(count);
  },
  /** Typed arrays, dictionaries and bytes of the same rows, and nothing more. */
  bare: () => timed(() => bareColumns(rows)),
  /** From columns, in the page and through the worker. What makes the columns is the host's: it counts, but not as a block. */
  page: () => fromColumns((clients) => memoryAdapter({ clients })),
  worker: () => fromColumns((clients) => memoryWorker({ clients })),
  /** From one object for each client, which the host has. */
  objects: () => {
    const ready = [...clients()];
    return timed(() => opened(memoryWorker({ clients: ready as never })));
  },
  /** What is asked of a base in use: a search and two orders. Nothing but the adapter stays. */
  async use(count: number): Promise<void> {
    rows = [];
    for (const adapter of kept.splice(0)) (adapter as Partial<Adapter>).close?.();
    const all = benchRows(count);
    const adapter = memoryWorker({ clients: [...batches(all)] });
    kept = [adapter];
    const everyone = { v: 1, where: { kind: 'everyone' } } as const;
    const window = { at: 1000, size: 50 };
    await adapter.find({ where: everyone, sort: [{ field: 'name', dir: 'asc' }], window }, context);
    await adapter.find({ where: everyone, sort: [{ field: 'totalSpent', dir: 'desc' }], window }, context);
    const where = { v: 1, where: { kind: 'search', text: 'anna' } } as const;
    await adapter.find(
      { where, sort: [{ field: 'lastVisit', dir: 'desc' }], window: { at: 0, size: 50 } },
      context,
    );
  },
};

declare global {
  interface Window {
    loading: typeof loading;
  }
}
window.loading = loading;
