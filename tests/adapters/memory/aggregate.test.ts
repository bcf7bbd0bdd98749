import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Aggregate, Client, Page, Table } from '../../../src/contract/index.js';
import { makeBase, TODAY } from '../../segments/base.js';
import { runs } from '../../support/runs.js';
import { context, everyone, open } from './support.js';

const { clients } = makeBase(9000, 11);
const adapter = open({ clients });
await adapter.describe(context);
const ids = clients.map(({ id }) => id);
const stored: Client[] = [];
for (let at = 0; at < clients.length; at += 1000)
  stored.push(
    ...(adapter.find({ where: everyone, sort: [], window: { at, size: 1000 } }, context) as Page<Client>)
      .items,
  );

type By = NonNullable<Aggregate['by']>[number];
type Key = string | number | boolean | null;

/** The groups that a client is in, worked out the plain way. */
function keysOf(client: Client, { field, breaks, part }: By): Key[] {
  const value = (client as unknown as Record<string, unknown>)[field];
  if (Array.isArray(value)) return value as string[];
  if (field === 'categories') return [];
  if (value === undefined) return [null];
  if (part === 'monthDay') return [(value as string).slice(-5)];
  if (part === 'month') return [(value as string).startsWith('--') ? null : (value as string).slice(0, 7)];
  if (!breaks) return [value as Key];
  const group = breaks.findLastIndex((bound) => (value as number) >= (bound as number));
  return group < 0 ? [] : [group];
}

function plain(over: readonly Client[], by: readonly By[]): Table['rows'] {
  const cells = new Map<string, { keys: Key[]; values: number[] }>();
  for (const client of over) {
    let paths: Key[][] = [[]];
    for (const one of by) paths = paths.flatMap((path) => keysOf(client, one).map((key) => [...path, key]));
    for (const keys of paths) {
      const name = JSON.stringify(keys);
      const cell = cells.get(name) ?? { keys, values: [0, 0] };
      cell.values[0]!++;
      cell.values[1]! += client.points ?? 0;
      cells.set(name, cell);
    }
  }
  if (by.length === 0 && cells.size === 0) return [{ keys: [], values: [0, 0] }];
  return [...cells.values()].sort((a, b) => {
    for (let i = 0; i < a.keys.length; i++) {
      const [left, right] = [a.keys[i]!, b.keys[i]!];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right ? -1 : 1;
    }
    return 0;
  });
}

const by: fc.Arbitrary<By[]> = fc.uniqueArray(
  fc.constantFrom<By>(
    { field: 'branch' },
    { field: 'gender' },
    { field: 'categories' },
    { field: 'blocked' },
    { field: 'city' },
    { field: 'visits', breaks: [0, 3, 60, 1000] },
    { field: 'totalSpent', breaks: Array.from({ length: 30 }, (_, i) => i * 10) },
    { field: 'birthday', part: 'monthDay' },
    { field: 'birthday', part: 'month' },
    { field: 'lastVisit' },
    { field: 'firstVisit', part: 'monthDay' },
  ),
  { maxLength: 2, selector: ({ field }) => field },
);

describe('aggregates of the memory adapter', () => {
  it('count and add up what a plain reading counts', () => {
    fc.assert(
      fc.property(
        by,
        fc.option(fc.subarray(ids.slice(0, 300), { minLength: 1 }), { nil: undefined }),
        (groups, chosen) => {
          const over = chosen ? { ids: chosen as [string, ...string[]] } : { where: everyone };
          const table = adapter.aggregate!(
            {
              over,
              today: TODAY,
              measures: [{ agg: 'count' }, { agg: 'sum', field: 'noShows' }],
              by: groups,
            },
            context,
          ) as Table;
          const those = chosen ? new Set(chosen) : null;
          const rows = plain(
            stored
              .filter(({ id }) => !those || those.has(id))
              .map((client) => ({ ...client, points: client.noShows ?? 0 })),
            groups,
          );
          const exact = (list: Table['rows']) => list.map(({ keys, values }) => [keys, values[0]]);
          assert.deepEqual(exact(table.rows), exact(rows));
          // Sums past the safe integers depend on the order in which they are made.
          table.rows.forEach(({ values }, i) => {
            const wanted = rows[i]!.values[1]!;
            assert.ok(Math.abs(values[1]! - wanted) <= Math.abs(wanted) * 1e-12, `${values[1]} ${wanted}`);
          });
        },
      ),
      { numRuns: runs(60, 600) },
    );
  });
});
