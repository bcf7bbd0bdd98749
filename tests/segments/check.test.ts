import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Node } from '../../src/contract/index.js';
import { checkSegment, OPERATORS_OF, type CheckOptions } from '../../src/segments/index.js';
import { catalogue } from './base.js';
import { anyNode } from './documents.js';

/** Codes with their paths, as `code@where.of.0`. */
function faults(where: unknown, options: CheckOptions = {}): string[] {
  const checked = checkSegment({ v: 1, where }, catalogue, options);
  return checked.ok ? [] : checked.issues.map(({ code, path }) => `${code}@${path.join('.')}`);
}

const field = (id: string, op: string, value?: unknown, more: object = {}): object => ({
  kind: 'field',
  field: id,
  op,
  ...(value === undefined ? {} : { value }),
  ...more,
});

describe('checkSegment', () => {
  it('passes every document of the catalogue and gives back an equal copy', () => {
    fc.assert(
      fc.property(anyNode, (where) => {
        const document = { v: 1 as const, where };
        const checked = checkSegment(document, catalogue);
        assert.deepEqual(checked, { ok: true, document });
        assert.notEqual(checked.ok && checked.document.where, where);
      }),
      { numRuns: 1000, seed: 20 },
    );
  });

  it('never throws and never passes what is no document, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(checkSegment(value, catalogue).ok, false);
        assert.equal(checkSegment({ v: 1, where: value }, catalogue).ok, false);
      }),
      { numRuns: 2000, seed: 21 },
    );
  });

  it('finds the fault in a document of which one part was spoilt', () => {
    const spoil = (value: unknown, at: number, junk: unknown): unknown => {
      let left = at;
      const walk = (part: unknown): unknown => {
        if (left-- === 0) return junk;
        if (Array.isArray(part)) return part.map(walk);
        if (typeof part !== 'object' || part === null) return part;
        return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, walk(child)]));
      };
      return walk(value);
    };
    const junk = fc.constantFrom<unknown>(
      null,
      [],
      {},
      NaN,
      Infinity,
      '\0',
      { kind: 'everyone', extra: 1 },
      [[[]]],
      false,
    );
    fc.assert(
      fc.property(anyNode, fc.nat({ max: 30 }), junk, (where, at, value) => {
        const checked = checkSegment({ v: 1, where: spoil(where, at, value) }, catalogue);
        if (!checked.ok)
          assert.ok(checked.issues.every(({ code, message }) => code !== '' && message !== ''));
        else assert.ok(JSON.stringify(checked.document).indexOf('extra') < 0);
      }),
      { numRuns: 2000, seed: 22 },
    );
  });

  it('names each fault and its place', () => {
    assert.deepEqual(faults(field('nosuch', 'is', 1)), ['unknown_field@where.field']);
    assert.deepEqual(faults(field('__proto__', 'is', 1)), ['unknown_field@where.field']);
    assert.deepEqual(faults(field('visits', 'like', 1)), ['unknown_operator@where.op']);
    assert.deepEqual(faults(field('visits', 'contains', 1)), ['operator_not_of_type@where.op']);
    assert.deepEqual(faults(field('visits', 'gte', '5')), ['wrong_type@where.value']);
    assert.deepEqual(faults(field('visits', 'gte')), ['required@where.value']);
    assert.deepEqual(faults(field('visits', 'exists', 1)), ['unexpected_value@where.value']);
    assert.deepEqual(faults(field('visits', 'in', [])), ['empty_list@where.value']);
    assert.deepEqual(faults(field('visits', 'in', [1, 'x', 2])), ['wrong_type@where.value.1']);
    assert.deepEqual(faults(field('visits', 'between', [5, 2])), ['reversed@where.value']);
    assert.deepEqual(faults(field('visits', 'between', [5])), ['wrong_type@where.value']);
    assert.deepEqual(faults(field('visits', 'is', 2 ** 53)), ['out_of_range@where.value']);
    assert.deepEqual(faults(field('firstName', 'is', 'a\0b')), ['not_safe_text@where.value']);
    assert.deepEqual(faults(field('firstName', 'contains', ' - ')), ['empty_text@where.value']);
    assert.deepEqual(faults(field('phones', 'contains', 'abc')), ['empty_text@where.value']);
    assert.deepEqual(faults(field('gender', 'in', ['femal'])), ['unknown_option@where.value.0']);
    assert.deepEqual(faults(field('birthday', 'month', [13])), ['wrong_type@where.value.0']);
    assert.deepEqual(faults(field('lastVisit', 'is', '2026-01-01')), ['wrong_type@where.value']);
    assert.deepEqual(faults(field('lastVisit', 'is', { day: '2026-02-30' })), ['wrong_type@where.value']);
    assert.deepEqual(faults(field('lastVisit', 'is', { ago: 40_001, unit: 'day' })), [
      'wrong_type@where.value',
    ]);
    assert.deepEqual(faults(field('photo', 'exists')), ['not_filterable@where.field']);
    assert.deepEqual(faults(field('visits', 'is', 1, { not: false })), ['wrong_type@where.not']);
    assert.deepEqual(faults({ kind: 'everyone', v: 1 }), ['unknown_key@where.v']);
    assert.deepEqual(faults(JSON.parse('{"kind":"everyone","__proto__":{}}')), [
      'unknown_key@where.__proto__',
    ]);
    assert.deepEqual(faults({ kind: 'most' }), ['unknown_kind@where.kind']);
    assert.deepEqual(faults({ kind: 'all', of: [] }), ['empty_group@where.of']);
    assert.deepEqual(faults({ kind: 'any', of: [{ kind: 'everyone' }, { kind: 'none', of: [] }] }), [
      'empty_group@where.of.1.of',
    ]);
    assert.deepEqual(faults({ kind: 'search', text: ' -- ' }), ['empty_text@where.text']);
    assert.deepEqual(faults({ kind: 'search', text: 'a'.repeat(201) }), ['too_long@where.text']);
    assert.deepEqual(faults({ kind: 'reachable', channel: 'pigeon', purpose: 'marketing' }), [
      'unknown_channel@where.channel',
    ]);
    assert.deepEqual(faults({ kind: 'reachable', channel: 'sms', purpose: 'fun' }), [
      'unknown_purpose@where.purpose',
    ]);
    assert.deepEqual(faults({ kind: 'segment', id: 'a b' }), ['unknown_segment@where.id']);
  });

  it('refuses dates that are reversed on every day, and lets those pass that are so on some', () => {
    const between = (from: object, to: object): string[] => faults(field('lastVisit', 'between', [from, to]));
    assert.deepEqual(between({ day: '2026-02-02' }, { day: '2026-02-01' }), ['reversed@where.value']);
    assert.deepEqual(between({ ago: 1, unit: 'week' }, { ago: 8, unit: 'day' }), ['reversed@where.value']);
    assert.deepEqual(between({ ago: 10, unit: 'day' }, { start: 'month' }), []);
    assert.deepEqual(
      faults(
        field('birthday', 'anniversary', [
          { ahead: 7, unit: 'day' },
          { ago: 0, unit: 'day' },
        ]),
      ),
      ['reversed@where.value'],
    );
  });

  it('asks of each type of field only what belongs to it', () => {
    for (const { id, type, filter } of catalogue.fields.values()) {
      if (!filter) continue;
      for (const op of ['is', 'in', 'contains', 'lt', 'between', 'anyOf', 'month', 'exists'] as const) {
        const isRefused = faults(field(id, op, 'x')).includes('operator_not_of_type@where.op');
        assert.equal(isRefused, !OPERATORS_OF[type].includes(op), `${id} ${op}`);
      }
    }
  });

  it('checks conditions over records by the fields of the record', () => {
    const records = (more: object): string[] =>
      faults({ kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 1, ...more });
    assert.deepEqual(records({}), []);
    assert.deepEqual(records({ record: 'pets' }), ['unknown_record@where.record']);
    assert.deepEqual(records({ record: 'constructor' }), ['unknown_record@where.record']);
    assert.deepEqual(records({ agg: 'avg' }), ['unknown_aggregate@where.agg']);
    assert.deepEqual(records({ agg: 'sum' }), ['required@where.path']);
    assert.deepEqual(records({ path: 'price' }), ['unexpected_value@where.path']);
    assert.deepEqual(records({ agg: 'sum', path: 'state' }), ['wrong_type@where.path']);
    assert.deepEqual(records({ agg: 'sum', path: 'visits' }), ['unknown_field@where.path']);
    assert.deepEqual(records({ agg: 'last' }), ['wrong_type@where.value']);
    assert.deepEqual(records({ agg: 'last', op: 'lt', value: { ago: 1, unit: 'month' } }), []);
    assert.deepEqual(records({ where: field('state', 'in', ['arrived']) }), []);
    assert.deepEqual(records({ where: field('state', 'in', ['arived']) }), [
      'unknown_option@where.where.value.0',
    ]);
    assert.deepEqual(records({ where: field('visits', 'is', 1) }), ['unknown_field@where.where.field']);
    assert.deepEqual(records({ where: { kind: 'search', text: 'x' } }), ['not_in_records@where.where']);
    const kept = { capabilities: { filter: true as const, search: true, records: ['sales'] } };
    const where = { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 1 };
    assert.deepEqual(faults(where, kept), ['unknown_record@where.record']);
  });

  it('keeps fields that a user may not see out of reach, and what is worked out from them', () => {
    const hidden = { hidden: ['birthday', 'lastVisit'], masked: ['phones'] };
    assert.deepEqual(faults(field('birthday', 'exists'), hidden), ['hidden_field@where.field']);
    assert.deepEqual(faults(field('age', 'gte', 18), hidden), ['hidden_field@where.field']);
    assert.deepEqual(faults(field('status', 'in', ['lost']), hidden), ['hidden_field@where.field']);
    assert.deepEqual(faults(field('phones', 'exists'), hidden), ['hidden_field@where.field']);
    assert.deepEqual(faults({ kind: 'reachable', channel: 'sms', purpose: 'marketing' }, hidden), []);
    assert.deepEqual(
      faults({ kind: 'reachable', channel: 'email', purpose: 'marketing' }, { hidden: ['emails'] }),
      ['hidden_field@where.channel'],
    );
    const kept = { v: 1 as const, where: field('birthday', 'exists') as Node };
    assert.deepEqual(faults({ kind: 'segment', id: 's' }, { ...hidden, segments: () => kept }), [
      'hidden_field@where.id',
    ]);
  });

  it('refuses what the adapter cannot do', () => {
    const able = { capabilities: { filter: ['visits'], search: false, records: [] } };
    assert.deepEqual(faults(field('visits', 'is', 1), able), []);
    assert.deepEqual(faults(field('points', 'is', 1), able), ['not_filterable@where.field']);
    assert.deepEqual(faults({ kind: 'search', text: 'ann' }, able), ['not_searchable@where']);
  });

  it('refuses versions newer than its own and everything that is no document', () => {
    const code = (document: unknown): string | null => {
      const checked = checkSegment(document, catalogue);
      return checked.ok ? null : checked.issues[0]!.code;
    };
    assert.equal(code({ v: 2, where: { kind: 'everyone' } }), 'newer_version');
    assert.equal(code({ v: '1', where: { kind: 'everyone' } }), 'wrong_type');
    assert.equal(code({ v: 1, where: { kind: 'everyone' } }), null);
    for (const value of [undefined, null, 0, '', [], () => 1, Symbol('x'), 10n])
      assert.equal(code(value), 'wrong_type');
  });

  it('stops at its limits: depth, conditions, values, and does so quickly', () => {
    const nested = (depth: number): unknown => {
      let node: unknown = { kind: 'everyone' };
      for (let i = 1; i < depth; i++) node = { kind: 'all', of: [node] };
      return node;
    };
    const codes = (where: unknown): string[] => faults(where).map((fault) => fault.split('@')[0]!);
    assert.deepEqual(codes(nested(20)), []);
    for (const depth of [21, 200, 50_000]) assert.deepEqual(codes(nested(depth)), ['too_deep']);
    const wide = (count: number): unknown => ({
      kind: 'any',
      of: Array.from({ length: count }, () => field('visits', 'is', 1)),
    });
    assert.deepEqual(codes(wide(500)), []);
    assert.deepEqual(codes(wide(501)), ['too_many_conditions']);
    const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
    assert.deepEqual(codes(field('visits', 'in', numbers(10_000))), []);
    assert.deepEqual(codes(field('visits', 'in', numbers(10_001))), ['too_many_values']);
    assert.deepEqual(
      codes({
        kind: 'any',
        of: [field('visits', 'in', numbers(9000)), field('points', 'in', numbers(1001))],
      }),
      ['too_many_values'],
    );
    assert.equal(faults({ kind: 'any', of: Array.from({ length: 300_000 }, () => null) }).length, 50);
    assert.deepEqual(
      codes({ kind: 'any', of: Array.from({ length: 300_000 }, () => ({ kind: 'everyone' })) }).slice(0, 1),
      ['too_many_conditions'],
    );
  });

  it('does not follow references for ever', () => {
    const of = Array.from({ length: 400 }, () => ({ kind: 'segment', id: 'next' }));
    const segments = (id: string) => ({
      v: 1 as const,
      where: { kind: 'any', of: of.map((node) => ({ ...node, id: `${id}x` })) } as unknown as Node,
    });
    const codes = new Set(faults({ kind: 'any', of }, { segments }).map((fault) => fault.split('@')[0]));
    assert.ok(
      [...codes].every(
        (code) => code === 'too_many_conditions' || code === 'too_deep' || code === 'unknown_segment',
      ),
    );
    assert.ok(codes.size > 0);
  });
});
