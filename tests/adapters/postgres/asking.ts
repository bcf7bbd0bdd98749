import assert from 'node:assert/strict';
import {
  EVERYONE,
  type Adapter,
  type Context,
  type Id,
  type Now,
  type WriteContext,
} from '../../../src/contract/index.js';

export { EVERYONE };

export const contextOf = (tenant: string): Context => ({ tenant, actor: 'tester', role: 'owner' });

let keys = 0;
export const writerOf = (tenant: string, key?: string): WriteContext => ({
  ...contextOf(tenant),
  key: key ?? `k-${++keys}`,
});

/** All ids of a tenant, in order. */
export async function idsOf(adapter: Pick<Adapter, 'find'>, tenant: string): Promise<Id[]> {
  const window = { at: 0, size: 1000 };
  const page = await adapter.find({ where: EVERYONE, sort: [], fields: [], window }, contextOf(tenant));
  return page.items.map(({ id }) => id);
}

/** As `assert.rejects`, of an answer that may come at once. */
export function refuses(answer: Now<unknown>, how: assert.AssertPredicate, message?: string): Promise<void> {
  return assert.rejects(Promise.resolve(answer), how, message);
}
