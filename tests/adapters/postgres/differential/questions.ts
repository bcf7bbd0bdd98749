import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node, SegmentDocument, SortKey } from '../../../../src/contract/index.js';
import { tokenOf } from '../../../../src/engine/index.js';
import { fromParam, toParam, withoutSearch } from '../../../../src/segments/index.js';
import { catalogue } from '../../../segments/base.js';
import { anyNode } from '../../../segments/documents.js';
import { contextOf, TENANTS, type Bases, type Engine } from './bases.js';

const sortable = [...catalogue.fields.values()].filter(({ sort }) => sort).map(({ id }) => id);
const sort: fc.Arbitrary<SortKey[]> = fc.uniqueArray(
  fc.record({ field: fc.constantFrom(...sortable), dir: fc.constantFrom('asc' as const, 'desc' as const) }),
  { maxLength: 3, selector: ({ field }) => field },
);

/** A question: of whom, in which order, and where in it to look. One in eight is walked to its end. */
export const question = fc.record({
  where: anyNode,
  sort,
  tenant: fc.constantFrom(...TENANTS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  walked: fc.nat(7).map((n) => n === 0),
});
export type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

const WINDOW = 80;
const WALK = 400;

/**
 * Asks all engines: the same ids (by the token of the set) in the same order, by positions and in a walk, and the same count; nobody both
 * matches and does not, and with those of whom it is not known they are all; why a client is in it, or is not, says whether. `behind`: engines that stand for others, over HTTP; they are
 * asked one window of each.
 */
export async function compare(
  bases: Bases,
  engines: Readonly<Record<string, Engine>>,
  { where, sort: by, tenant, at, walked }: Question,
  behind: ReadonlySet<Engine> = new Set(),
): Promise<void> {
  const truth = bases.truth[tenant];
  const { ids, failing, unknown } = truth.ask(where, by);
  assert.equal(ids.length + failing + unknown, truth.clients.length, 'the three parts are all');
  const document: SegmentDocument = { v: 1, where };
  assert.deepEqual(JSON.parse(JSON.stringify(document)), document);
  assert.deepEqual(fromParam(toParam(document)), withoutSearch(document));

  const context = contextOf(tenant);
  const client = truth.clients[Math.min(truth.clients.length - 1, Math.floor(at * truth.clients.length))]!;
  const isIn = ids.includes(client.id);
  assert.equal(truth.explains(where, client), isIn, `why ${client.id} is in it, or is not`);
  const windows = [0, ...(ids.length > WINDOW ? [Math.floor(at * ids.length)] : [])];
  const told = async ([name, engine]: [string, Engine]): Promise<void> => {
    const isBehind = behind.has(engine);
    const found = await engine.count(document, context, { token: true });
    assert.deepEqual([found.count, found.token], [ids.length, tokenOf(ids)], `${name}: who is found`);
    const none = { v: 1 as const, where: { kind: 'none' as const, of: [where] as [Node] } };
    if (!isBehind) assert.equal((await engine.count(none, context)).count, failing, `${name}: who is not`);
    for (const from of isBehind ? windows.slice(-1) : windows) {
      const window = { at: from, size: WINDOW };
      const page = await engine.find({ where: document, sort: by, fields: [], window }, context);
      const wanted = ids.slice(from, from + WINDOW);
      assert.deepEqual(
        page.items.map(({ id }) => id),
        wanted,
        `${name}: the order from ${from}`,
      );
      assert.equal(page.total, ids.length, `${name}: the total`);
    }
    if (walked && engine.explain) {
      const why = await engine.explain({ where: document, client: client.id }, context);
      assert.deepEqual([why.held, why.root.held === true], [isIn, isIn], `${name}: why ${client.id}`);
    }
    if (walked && !isBehind)
      assert.deepEqual(await walk(engine, document, by, context), ids, `${name}: the walk`);
  };
  await Promise.all(Object.entries(engines).map(told));
}

async function walk(
  engine: Engine,
  where: SegmentDocument,
  by: SortKey[],
  context: ReturnType<typeof contextOf>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const window = { after, size: WALK };
    const page = await engine.find({ where, sort: by, fields: [], window }, context);
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
    more = after !== null;
    if (after !== null) assert.ok(after.length <= 2000, 'a cursor fits into what the contract takes');
  }
  return ids;
}
