import type { Context, Query, SegmentDocument, SortKey, WriteContext } from '../../../src/contract/index.js';
import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import type { MemoryOptions } from '../../../src/adapters/memory/index.js';
import { catalogue, settings, TODAY } from '../../segments/base.js';

export const context: Context = { tenant: 't1', actor: 'ann', role: 'owner' };
export const NOW = Date.parse(`${TODAY}T10:00:00Z`);

let keys = 0;
export function writer(key = `key-${++keys}`): WriteContext {
  return { ...context, key };
}

export const everyone: SegmentDocument = { v: 1, where: { kind: 'everyone' } };

/** A base with the fields, settings and clock of the segments' tests. */
export function open(options: MemoryOptions) {
  const fields = [...catalogue.fields.values()].filter(({ id }) => id.startsWith('custom.'));
  return memoryAdapter({ fields, settings, now: () => NOW, ...options });
}

export function asking(where: SegmentDocument, sort: SortKey[], at: number, size: number): Query {
  return { where, sort, today: TODAY, fields: [], window: { at, size } };
}
