import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  explanation,
  valueOf,
  type Client,
  type ClientRecord,
  type Contact,
  type ExplainedNode,
  type Node,
  type SegmentDocument,
} from '../../src/contract/index.js';
import {
  clientSource,
  explain,
  nodeAt,
  parentOf,
  placesOf,
  type ColumnSource,
} from '../../src/segments/index.js';
import { catalogue, makeBase, settings, TODAY } from './base.js';
import { anyNode } from './documents.js';
import { judge, type Truth } from './oracle.js';
import { packed } from './packed.js';

const { clients, bookings } = makeBase(137, 11);
const options = { catalogue, settings, today: TODAY };
const recordsOf = (client: Client): readonly ClientRecord[] => bookings.get(client.id) ?? [];
const sourceFor = (client: Client): ColumnSource =>
  clientSource(client, {
    catalogue,
    settings,
    records: (one, kind) => (kind === 'bookings' ? recordsOf(one) : null),
  });
const anyClient = fc.constantFrom(...clients);
const document = (where: Node): SegmentDocument => ({ v: 1, where });

function nodesOf(root: ExplainedNode): ExplainedNode[] {
  return [root, ...(root.of ?? []).flatMap(nodesOf)];
}

/** The truth of a tree whose conditions are as told: groups by the laws of Kleene logic, from the document alone. */
function truthOf(node: Node, path: readonly (string | number)[], told: ReadonlyMap<string, Truth>): Truth {
  if (node.kind !== 'all' && node.kind !== 'any' && node.kind !== 'none') return told.get(path.join('.'))!;
  const truths = node.of.map((part, i) => truthOf(part, [...path, 'of', i], told));
  const stops = node.kind !== 'all';
  const joined = truths.includes(stops) ? stops : truths.includes(null) ? null : !stops;
  return node.kind !== 'none' ? joined : joined === null ? null : !joined;
}

/** Whether a condition makes for the whole being true rather than against it. */
function isFor(where: Node, path: readonly (string | number)[]): boolean {
  let isPositive = true;
  for (let at = parentOf(path); at !== null; at = parentOf(at))
    if (nodeAt(document(where), at)!.kind === 'none') isPositive = !isPositive;
  return isPositive;
}

const told = (root: ExplainedNode): Map<string, Truth> =>
  new Map(nodesOf(root).map(({ path, held }) => [path.join('.'), held]));

describe('explain', () => {
  it('agrees with membership, and with the plain reading of the contract at every single condition', () => {
    fc.assert(
      fc.property(anyNode, anyClient, fc.boolean(), (where, client, isPacked) => {
        const source = sourceFor(client);
        const { held, root } = explain(document(where), isPacked ? packed(source) : source, options);
        assert.equal(held, judge(where, client, recordsOf) === true);
        const nodes = nodesOf(root);
        const places = placesOf(document(where)).filter(({ record }) => record === null);
        assert.deepEqual(
          nodes.map(({ path }) => path),
          places.map(({ path }) => path),
        );
        for (const [i, { node }] of places.entries()) {
          assert.equal(nodes[i]!.held, judge(node as Node, client, recordsOf), nodes[i]!.path.join('.'));
        }
      }),
      { numRuns: 1500, seed: 61 },
    );
  });

  it('gives the value as the client carries it, from every shape of column', () => {
    fc.assert(
      fc.property(anyNode, anyClient, fc.boolean(), (where, client, isPacked) => {
        const source = sourceFor(client);
        const { root } = explain(document(where), isPacked ? packed(source) : source, options);
        for (const { path, value } of nodesOf(root)) {
          const node = nodeAt(document(where), path)!;
          if (node.kind !== 'field' || catalogue.fields.get(node.field)!.origin === 'virtual') continue;
          const { type } = catalogue.fields.get(node.field)!;
          const own = valueOf(client, node.field);
          const isEmpty = own === undefined || own === '' || (Array.isArray(own) && own.length === 0);
          if (type === 'choices')
            assert.deepEqual(new Set(value as string[]), new Set((own ?? []) as string[]));
          else if (isEmpty) assert.equal(value, undefined);
          else if (type === 'phones' || type === 'emails')
            assert.deepEqual(
              value,
              (own as Contact[]).map((contact) => contact.value),
            );
          else if (type === 'instant') assert.equal(Date.parse(value as string), Date.parse(own as string));
          // Parts of a name may be read out of the whole.
          else if (!node.field.endsWith('Name')) assert.deepEqual(value, own);
        }
      }),
      { numRuns: 600, seed: 62 },
    );
  });

  it('gives the figure that the condition over records was decided by', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyNode, anyClient, (where, client) => {
        const { root } = explain(document(where), sourceFor(client), options);
        for (const { path, value, records } of nodesOf(root)) {
          const node = nodeAt(document(where), path) as Node;
          if (node.kind !== 'records') continue;
          const { not: _, orMissing: __, ...asked } = node;
          const count = { ...asked, agg: 'count', op: 'is', value: records } as { path?: string };
          delete count.path;
          assert.equal(judge(count as unknown as Node, client, recordsOf), true);
          if (typeof value !== 'number') continue;
          seen++;
          const same = { ...asked, op: 'between', value: [value, value] } as Node;
          assert.equal(judge(same, client, recordsOf), true);
        }
      }),
      { numRuns: 4000, seed: 63 },
    );
    assert.ok(seen > 100, String(seen));
  });

  it('names conditions whose change really turns the answer round, and no fewer would', () => {
    let flipped = 0;
    fc.assert(
      fc.property(anyNode, anyClient, (where, client) => {
        const { held, root, flip } = explain(document(where), sourceFor(client), options);
        const truths = told(root);
        assert.equal(truthOf(where, ['where'], truths) === true, held);
        const leaves = nodesOf(root).filter(({ of }) => of === undefined);
        const changeable = leaves.filter(
          ({ path }) => (nodeAt(document(where), path) as Node).kind !== 'everyone',
        );
        const turns = (paths: readonly (readonly (string | number)[])[]): boolean => {
          const changed = new Map(truths);
          for (const path of paths)
            changed.set(path.join('.'), held ? !isFor(where, path) : isFor(where, path));
          return (truthOf(where, ['where'], changed) === true) !== held;
        };
        if (flip.length === 0) {
          assert.equal(turns(changeable.map(({ path }) => path)), false, 'nothing can');
          return;
        }
        flipped++;
        assert.equal(new Set(flip.map((path) => path.join('.'))).size, flip.length);
        for (const path of flip) assert.ok(changeable.some((leaf) => leaf.path.join() === path.join()));
        assert.ok(turns(flip));
        if (changeable.length > 9) return;
        for (let set = 0; set < 2 ** changeable.length; set++) {
          const chosen = changeable.filter((_, i) => (set >> i) & 1).map(({ path }) => path);
          if (chosen.length < flip.length) assert.ok(!turns(chosen), 'fewer are enough');
        }
      }),
      { numRuns: 1200, seed: 64 },
    );
    assert.ok(flipped > 1000);
  });

  it('takes the first of equal ways, and asks of those who are unknown only what is needed', () => {
    const visits = (least: number): Node => ({ kind: 'field', field: 'visits', op: 'gte', value: least });
    const city: Node = { kind: 'field', field: 'city', op: 'is', value: 'Sofia' };
    const flips = (where: Node, client: Partial<Client>): unknown =>
      explain(document(where), sourceFor({ id: 'p', version: 1, ...client }), options).flip;
    assert.deepEqual(flips({ kind: 'any', of: [visits(3), visits(5)] }, { visits: 1 }), [['where', 'of', 0]]);
    assert.deepEqual(flips({ kind: 'all', of: [visits(3), city] }, { visits: 1 }), [
      ['where', 'of', 0],
      ['where', 'of', 1],
    ]);
    // Known to be in by one of two, with the other unknown: one change is enough to be in no longer.
    assert.deepEqual(flips({ kind: 'any', of: [city, visits(1)] }, { visits: 1 }), [['where', 'of', 1]]);
    assert.deepEqual(flips({ kind: 'everyone' }, {}), []);
    assert.deepEqual(flips({ kind: 'none', of: [{ kind: 'everyone' }, visits(1)] }, { visits: 1 }), []);
  });

  it('explains kept segments, days, status, age and who can be reached', () => {
    const regulars = document({ kind: 'field', field: 'status', op: 'in', value: ['regular'] });
    const where: Node = {
      kind: 'all',
      of: [
        { kind: 'segment', id: 'regulars', not: true },
        { kind: 'reachable', channel: 'sms', purpose: 'marketing' },
        { kind: 'field', field: 'age', op: 'gte', value: 18 },
        { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 60, unit: 'day' } },
        { kind: 'field', field: 'name', op: 'contains', value: 'ann' },
      ],
    };
    const client: Client = {
      id: 'p',
      version: 1,
      name: 'Anna Berg',
      visits: 4,
      lastVisit: '2026-03-01',
      birthday: '2000-03-30',
      phones: [{ value: '+359888123456' }],
      muted: true,
    };
    const result = explain(document(where), sourceFor(client), {
      ...options,
      segments: (id) => (id === 'regulars' ? regulars : null),
    });
    assert.deepEqual(result, {
      held: false,
      root: {
        path: ['where'],
        held: false,
        of: [
          {
            path: ['where', 'of', 0],
            held: false,
            of: [{ path: ['where', 'of', 0, 'document', 'where'], held: true, value: 'regular' }],
          },
          { path: ['where', 'of', 1], held: false, value: ['muted', 'unsubscribed', 'no_consent'] },
          { path: ['where', 'of', 2], held: true, value: 25 },
          { path: ['where', 'of', 3], held: false, value: '2026-03-01', days: ['2026-01-28'] },
          { path: ['where', 'of', 4], held: true, value: 'Anna Berg' },
        ],
      },
      flip: [
        ['where', 'of', 0, 'document', 'where'],
        ['where', 'of', 1],
        ['where', 'of', 3],
      ],
    });
    assert.ok(explanation.safeParse({ client: 'p', today: TODAY, ...result }).success);
  });
});
