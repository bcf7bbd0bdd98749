import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { LibraryItems, Node, SegmentDocument, ViewState } from '../../src/contract/index.js';
import { checkSegment, circleOf, hasReference, referencesOf, usedBy } from '../../src/segments/index.js';
import { catalogue } from './base.js';

const document = (where: Node): SegmentDocument => ({ v: 1, where });
const vip: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: ['vip', 'students'] };
const gold: Node = { kind: 'field', field: 'tier', op: 'in', value: ['gold'] };
const manicures: Node = {
  kind: 'records',
  record: 'bookings',
  agg: 'count',
  op: 'gte',
  value: 2,
  where: { kind: 'none', of: [{ kind: 'field', field: 'services', op: 'anyOf', value: ['manicure'] }] },
};
const segment = (id: string, where: Node): LibraryItems['segments'] => ({
  id,
  version: 1,
  name: id.toUpperCase(),
  document: document(where),
});
const view = (id: string, where: Node): { id: string; name: string; state: ViewState } => ({
  id,
  name: id,
  state: { v: 1, columns: [], pinned: 0, sort: [], where: document(where) },
});

describe('references of a document', () => {
  it('are its segments, the entries of lists and the fields of clients that it names, at any depth', () => {
    const where: Node = {
      kind: 'all',
      of: [vip, { kind: 'any', of: [gold, manicures, { kind: 'segment', id: 'regulars' }] }],
    };
    const { segments, options, fields } = referencesOf(document(where), catalogue);
    assert.deepEqual([...segments], ['regulars']);
    assert.deepEqual(
      [...options],
      ['categories:vip', 'categories:students', 'tiers:gold', 'services:manicure'],
    );
    assert.deepEqual([...fields], ['categories', 'tier']);
    assert.ok(hasReference(document(where)));
    assert.ok(!hasReference(document(vip)));
  });
});

describe('usedBy', () => {
  const users = {
    segments: [segment('a', { kind: 'segment', id: 'b' }), segment('b', vip), segment('c', manicures)],
    rules: [
      {
        id: 'r1',
        version: 1,
        name: 'Gives VIP',
        enabled: true,
        where: document({ kind: 'everyone' }),
        field: 'categories',
        value: 'vip',
        keep: 'given' as const,
      },
    ],
    tiers: [
      { id: 'gold', name: { en: 'Gold', ru: 'Золото' }, level: 1, where: document(gold) },
      { id: 'black', name: { lv: 'Melns' }, level: 2, where: document({ kind: 'none', of: [gold] }) },
    ],
    views: [view('v', { kind: 'all', of: [{ kind: 'segment', id: 'b' }, gold] })],
  };

  it('names what points at an item itself, by a condition or by giving it', () => {
    const names = (kind: 'segments' | 'categories' | 'tiers' | 'groups', id: string): string[] =>
      usedBy(kind, id, users, catalogue).map((use) => `${use.kind} ${use.id} ${use.name}`);
    assert.deepEqual(names('segments', 'b'), ['segments a A', 'views v v']);
    assert.deepEqual(names('segments', 'a'), []);
    assert.deepEqual(names('categories', 'vip'), ['segments b B', 'rules r1 Gives VIP']);
    assert.deepEqual(names('tiers', 'gold'), ['tiers black Melns', 'views v v']);
    assert.deepEqual(names('groups', 'vip'), []);
  });
});

describe('circleOf', () => {
  const kept: Readonly<Record<string, SegmentDocument>> = {
    b: document({
      kind: 'any',
      of: [
        { kind: 'segment', id: 'd' },
        { kind: 'segment', id: 'c', not: true },
      ],
    }),
    c: document({ kind: 'segment', id: 'a' }),
    d: document({ kind: 'segment', id: 'gone' }),
  };
  const find = (id: string): SegmentDocument | null => kept[id] ?? null;

  it('tells the way of a segment back to itself, before it is kept', () => {
    assert.deepEqual(circleOf('a', document({ kind: 'segment', id: 'b' }), find, catalogue), [
      'a',
      'b',
      'c',
      'a',
    ]);
    assert.deepEqual(circleOf('a', document({ kind: 'segment', id: 'a' }), find, catalogue), ['a', 'a']);
    assert.equal(circleOf('x', document({ kind: 'segment', id: 'd' }), find, catalogue), null);
  });

  it('finds what the check refuses', () => {
    const next = document({ kind: 'segment', id: 'b' });
    const segments = (id: string): SegmentDocument | null => (id === 'a' ? next : find(id));
    const checked = checkSegment(next, catalogue, { segments });
    assert.ok(!checked.ok && checked.issues.some(({ code }) => code === 'circle'));
  });
});
