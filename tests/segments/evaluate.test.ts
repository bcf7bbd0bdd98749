import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EVERYONE, type Client, type Node, type SegmentDocument } from '../../src/contract/index.js';
import {
  allBits,
  checkSegment,
  clientSource,
  countBits,
  countMatches,
  evaluate,
  hasBit,
  negated,
  readSegment,
  resolveSegment,
  rowsOf,
  sourceOf,
  unknownBits,
  type ColumnSource,
  type Resolved,
} from '../../src/segments/index.js';
import { catalogue, makeBase, settings, TODAY } from './base.js';
import { anyNode } from './documents.js';
import { judge } from './oracle.js';
import { packed } from './packed.js';

const RUNS = 2500;
const { clients, bookings } = makeBase(137, 11);
const options = { catalogue, settings, today: TODAY };
const records = (client: Client) => bookings.get(client.id)!;
const plain = sourceOf(clients, {
  catalogue,
  settings,
  records: (client, kind) => (kind === 'bookings' ? records(client) : null),
});
const columns = packed(plain, 40);

const read = (where: Node): Resolved => readSegment({ v: 1, where }, options);
const names = (source: ColumnSource, node: Resolved): string[] =>
  [...rowsOf(evaluate(node, source).bits)].map((row) => clients[row]!.id);

describe('evaluate', () => {
  it('selects exactly those that the plain reading of the contract selects, over every shape of column', () => {
    fc.assert(
      fc.property(anyNode, (where) => {
        const node = read(where);
        const truths = clients.map((client) => judge(where, client, records));
        const wanted = clients.filter((_, i) => truths[i] === true).map((client) => client.id);
        assert.deepEqual(names(plain, node), wanted);
        assert.deepEqual(names(columns, node), wanted);
        assert.equal(countMatches(node, columns), wanted.length);
        const unknown = [...rowsOf(unknownBits(node, columns))];
        assert.deepEqual(
          unknown,
          truths.flatMap((truth, i) => (truth === null ? [i] : [])),
        );
      }),
      { numRuns: RUNS, seed: 2 },
    );
  });

  it('parts all rows into true, false and unknown', () => {
    fc.assert(
      fc.property(anyNode, (where) => {
        const node = read(where);
        const yes = evaluate(node, columns).bits;
        const no = evaluate(negated(node), columns).bits;
        const unknown = unknownBits(node, columns);
        const all = allBits(columns.rows);
        for (let w = 0; w < all.length; w++) {
          assert.equal((yes[w]! | no[w]! | unknown[w]!) >>> 0, all[w]);
          assert.equal((yes[w]! & no[w]!) | (yes[w]! & unknown[w]!) | (no[w]! & unknown[w]!), 0);
        }
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('keeps the laws of Kleene logic', () => {
    const same = (a: Node, b: Node): void => {
      assert.deepEqual(names(columns, read(a)), names(columns, read(b)));
      assert.deepEqual(unknownBits(read(a), columns), unknownBits(read(b), columns));
    };
    fc.assert(
      fc.property(anyNode, anyNode, anyNode, (p, q, r) => {
        const not = (x: Node): Node => ({ kind: 'none', of: [x] });
        same(not(not(p)), p);
        same({ kind: 'all', of: [p, p] }, p);
        same({ kind: 'none', of: [p, q] }, { kind: 'all', of: [not(p), not(q)] });
        same(not({ kind: 'all', of: [p, q] }), { kind: 'any', of: [not(p), not(q)] });
        same(
          { kind: 'all', of: [p, { kind: 'any', of: [q, r] }] },
          {
            kind: 'any',
            of: [
              { kind: 'all', of: [p, q] },
              { kind: 'all', of: [p, r] },
            ],
          },
        );
        same({ kind: 'all', of: [p, { kind: 'any', of: [p, q] }] }, p);
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  it('does not depend on the order of conditions', () => {
    fc.assert(
      fc.property(
        fc.array(anyNode, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('all', 'any', 'none'),
        (of, kind) => {
          const forwards = { kind, of } as Node;
          const backwards = { kind, of: [...of].reverse() } as Node;
          assert.deepEqual(names(columns, read(forwards)), names(columns, read(backwards)));
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it('judges one client as it judges him among many', () => {
    fc.assert(
      fc.property(anyNode, fc.nat({ max: clients.length - 1 }), (where, row) => {
        const node = read(where);
        const alone = clientSource(clients[row]!, {
          catalogue,
          settings,
          records: (client, kind) => (kind === 'bookings' ? records(client) : null),
        });
        assert.equal(countMatches(node, alone) === 1, hasBit(evaluate(node, columns).bits, row));
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it('gives the same answer over many blocks of rows as over few', () => {
    const many = Array.from({ length: 3 * 4096 + 77 }, (_, i) => clients[i % clients.length]!);
    const wide = packed(
      sourceOf(many, {
        catalogue,
        settings,
        records: (client, kind) => (kind === 'bookings' ? records(client) : null),
      }),
    );
    fc.assert(
      fc.property(anyNode, (where) => {
        const node = read(where);
        const few = evaluate(node, columns).bits;
        const { bits, count } = evaluate(node, wide);
        for (let row = 0; row < many.length; row++)
          assert.equal(hasBit(bits, row), hasBit(few, row % clients.length));
        assert.equal(count, countBits(bits));
        assert.equal(count, countMatches(node, wide));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('leaves removed rows out of every answer, of a negation too', () => {
    const live = allBits(plain.rows);
    live[0]! &= ~0b1011;
    const source: ColumnSource = { ...plain, live };
    fc.assert(
      fc.property(anyNode, (where) => {
        const node = read(where);
        for (const bits of [
          evaluate(node, source).bits,
          evaluate(negated(node), source).bits,
          unknownBits(node, source),
        ]) {
          assert.equal(bits[0]! & 0b1011, 0);
        }
      }),
      { numRuns: 200, seed: 8 },
    );
    assert.equal(countMatches(resolveSegment(EVERYONE, options), source), clients.length - 3);
  });

  it('counts nobody in a source without rows and takes a missing column for missing values', () => {
    const empty: ColumnSource = { rows: 0, live: null, column: () => null, related: () => null };
    const bare: ColumnSource = { ...empty, rows: 40 };
    const city: Node = { kind: 'field', field: 'city', op: 'is', value: 'Sofia' };
    assert.equal(countMatches(read({ kind: 'everyone' }), empty), 0);
    assert.equal(countMatches(read(city), bare), 0);
    assert.equal(countMatches(read({ ...city, not: true }), bare), 0);
    assert.equal(countMatches(read({ ...city, not: true, orMissing: true }), bare), 40);
    assert.equal(
      countMatches(read({ kind: 'records', record: 'bookings', agg: 'count', op: 'is', value: 0 }), bare),
      40,
    );
    assert.equal(
      countMatches(read({ kind: 'field', field: 'groups', op: 'anyOf', value: ['g1'], not: true }), bare),
      40,
    );
  });

  it('takes the answer of a source that has an index, and reads on its own where a field is out of bounds', () => {
    let asked = 0;
    const source: ColumnSource = { ...plain, search: () => (asked++, allBits(plain.rows)) };
    const where: Node = { kind: 'search', text: 'qwertz' };
    assert.equal(countMatches(read(where), source), clients.length);
    assert.equal(asked, 1);
    const masked = readSegment({ v: 1, where }, { ...options, masked: ['phones'] });
    assert.equal(countMatches(masked, source), 0);
    assert.equal(asked, 1);
  });

  it('follows references to kept segments and refuses those that lead in a circle', () => {
    const kept = new Map<string, SegmentDocument>([
      ['regulars', { v: 1, where: { kind: 'field', field: 'visits', op: 'gte', value: 2 } }],
      ['others', { v: 1, where: { kind: 'segment', id: 'regulars', not: true } }],
      ['loop', { v: 1, where: { kind: 'any', of: [{ kind: 'segment', id: 'loop' }] } }],
    ]);
    const segments = (id: string) => kept.get(id) ?? null;
    const count = (id: string): number =>
      countMatches(readSegment({ v: 1, where: { kind: 'segment', id } }, { ...options, segments }), plain);
    const known = clients.filter((client) => client.visits !== undefined);
    assert.equal(count('regulars'), known.filter((client) => client.visits! >= 2).length);
    assert.equal(count('others'), known.filter((client) => client.visits! < 2).length);
    assert.throws(() => count('loop'), { code: 'invalid' });
    assert.throws(() => count('nowhere'), { code: 'invalid' });
    const loop = { v: 1 as const, where: { kind: 'segment' as const, id: 'loop' } };
    assert.throws(() => resolveSegment(loop, { ...options, segments }), { code: 'invalid' });
    const checked = checkSegment(loop, catalogue, { segments });
    assert.equal(checked.ok ? null : checked.issues[0]!.code, 'circle');
  });
});
