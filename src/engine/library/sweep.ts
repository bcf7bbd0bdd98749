import {
  isClienteleError,
  valueOf,
  type Catalogue,
  type Context,
  type Now,
  type Rule,
  type SegmentDocument,
  type WriteContext,
} from '../../contract/index.js';
import { v7 } from 'uuid';
import type { Store, Write } from '../store.js';
import { isListKind, LIST_KINDS } from './items.js';
import { CHUNK, takeAway } from './leave.js';
import { giftsOf, type Gift, type Losing } from './plans.js';
import type { LibraryState } from './state.js';
import { Stream, type Row } from './streams.js';

/** With what the rules are done. */
export interface Sweeper {
  store: Store;
  catalogue: Catalogue;
  today: string;
  /** Sees the whole base. */
  context: Context;
  count(where: SegmentDocument): Now<number>;
}

type Value = Rule['value'];

/**
 * Brings all clients in line with the rules and tiers, a step at a time: each is one look or one commit of at most `CHUNK` clients. A client who
 * is edited meanwhile is passed by, and met in the next round, since it moved the revision. Answers how many were written.
 */
export async function* sweep(sweeper: Sweeper, state: LibraryState): AsyncGenerator<void, number> {
  let written = yield* withoutStrays(sweeper, state);
  const gifts = giftsOf(state, sweeper.catalogue);
  for (const gift of gifts) {
    const { loses } = gift;
    if (loses) written += yield* unlessInvalid(takeBack(sweeper, gift, loses));
  }
  for (const gift of gifts) written += yield* unlessInvalid(give(sweeper, gift));
  return written;
}

/** What the base cannot be asked is nobody's gift, and keeps no other from being given. */
async function* unlessInvalid(steps: AsyncGenerator<void, number>): AsyncGenerator<void, number> {
  try {
    return yield* steps;
  } catch (error) {
    if (isClienteleError(error) && error.code === 'invalid') return 0;
    throw error;
  }
}

/** Who came back, or was written by somebody who knew no better, may carry what was removed. */
async function* withoutStrays(
  { store, catalogue, today, context }: Sweeper,
  state: LibraryState,
): AsyncGenerator<void, number> {
  for (const kind of LIST_KINDS) {
    const ids = state.removed.filter((item) => item.kind === kind).map(({ id }) => id);
    if (ids.length === 0 || !isListKind(kind)) continue;
    const by = { ...context, actor: 'library', key: v7() };
    await takeAway(store, kind, ids, catalogue, today, by, () => false);
    yield;
  }
  return 0;
}

async function* give(sweeper: Sweeper, gift: Gift): AsyncGenerator<void, number> {
  const getting = streamOf(sweeper, gift.gets);
  const outranked = gift.outranked && streamOf(sweeper, gift.outranked);
  let written = 0;
  for (;;) {
    const page = await getting.page();
    if (page.length === 0) return written;
    const rows: { row: Row; value: Value | null }[] = [];
    for (const row of page) {
      if (!(await outranked?.has(row.id))) rows.push({ row, value: gift.value });
    }
    written += await write(sweeper, gift, rows);
    yield;
  }
}

async function* takeBack(sweeper: Sweeper, gift: Gift, losing: Losing): AsyncGenerator<void, number> {
  const { holds, keeps, instead } = losing;
  const held = await sweeper.count(holds);
  yield;
  if (held === 0 || held === (await sweeper.count(keeps))) return 0;
  yield;
  const holding = streamOf(sweeper, holds);
  const keeping = streamOf(sweeper, keeps);
  const others = instead.map(({ value, who }) => ({ value, stream: streamOf(sweeper, who) }));
  let written = 0;
  for (;;) {
    const page = await holding.page();
    if (page.length === 0) return written;
    const rows: { row: Row; value: Value | null }[] = [];
    for (const row of page) {
      if (await keeping.has(row.id)) continue;
      let value: Value | null = null;
      for (const other of others) {
        if (!(await other.stream.has(row.id))) continue;
        ({ value } = other);
        break;
      }
      rows.push({ row, value });
    }
    written += await write(sweeper, gift, rows, gift.value);
    yield;
  }
}

/** Gives each their value; of a set, puts it in, or where there is none takes `lost` out. Answers how many were written. */
async function write(
  { store, context }: Sweeper,
  { field, actor, value: given }: Gift,
  rows: readonly { row: Row; value: Value | null }[],
  lost?: Value,
): Promise<number> {
  if (rows.length === 0) return 0;
  const by: WriteContext = { ...context, actor, key: v7() };
  const writes: Write[] = [];
  if (field.type === 'choices') {
    const clients = await store.read(
      rows.map(({ row }) => row.id),
      context,
      [field.id],
    );
    for (const [index, { row, value }] of rows.entries()) {
      const client = clients[index];
      if (!client) continue;
      const held = (valueOf(client, field.id) as readonly string[] | undefined) ?? [];
      const others = held.filter((id) => id !== (lost ?? given));
      const next = value === null ? others : [...held.filter((id) => id !== value), String(value)];
      writes.push({
        id: row.id,
        version: row.version,
        patch: { [field.id]: next.length === 0 ? null : next },
      });
    }
  } else {
    for (const { row, value } of rows)
      writes.push({ id: row.id, version: row.version, patch: { [field.id]: value } });
  }
  const outcomes = await store.commit(writes, [], by);
  return outcomes.filter(({ ok }) => ok).length;
}

function streamOf({ store, today, context }: Sweeper, document: SegmentDocument): Stream {
  return new Stream(store, document, today, CHUNK, context);
}
