import type { Adapter, ExplainedNode, Explanation, Id, Node } from '../../contract/index.js';
import { checkSegment } from '../../segments/index.js';
import { ensure, refused, same } from './assert.js';
import { group } from './checks.js';
import { keep } from './library.js';
import { randomNode } from './random-node.js';
import { Random } from '../../sample/random.js';
import type { Subject } from './subject.js';

const check = group('explain', ['explain']);

async function explain({ adapter, context }: Subject, client: Id, where: Node): Promise<Explanation> {
  ensure(adapter.explain, 'the adapter explains nothing');
  return (adapter as Required<Adapter>).explain({ where: { v: 1, where }, client }, context);
}

const VIP: Node = { kind: 'field', field: 'categories', op: 'anyOf', value: ['vip'] };
const SOFIA: Node = { kind: 'field', field: 'city', op: 'is', value: 'Sofia' };

export const explainChecks = [
  check('says the same of a client as what it finds', async (subject) => {
    const random = new Random(23, 1);
    for (let round = 0; round < 12;) {
      const where = randomNode(random, subject.seed, subject.catalogue);
      if (!checkSegment({ v: 1, where }, subject.catalogue).ok) continue;
      round++;
      const found = new Set(await subject.ids(where));
      for (const { id } of subject.seed.clients.filter((_, index) => index % 9 === round % 9)) {
        const told = await explain(subject, id, where);
        same([told.client, told.held], [id, found.has(id)], JSON.stringify(where));
        same(told.today, subject.seed.today, 'the day');
      }
    }
  }),

  check('says of every condition whether it held, by which value', async (subject) => {
    const where: Node = {
      kind: 'all',
      of: [
        SOFIA,
        { kind: 'any', of: [VIP, { kind: 'field', field: 'discount', op: 'gt', value: 50 }] },
        { kind: 'field', field: 'visits', op: 'gte', value: 1, not: true },
      ],
    };
    const told = await explain(subject, 'all', where);
    const flat = (node: ExplainedNode): [string, boolean | null, unknown][] => [
      [node.path.join('.'), node.held, node.value ?? null],
      ...(node.of ?? []).flatMap(flat),
    ];
    const all = await subject.get('all');
    same(
      flat(told.root),
      [
        ['where', told.held, null],
        ['where.of.0', true, 'Sofia'],
        ['where.of.1', true, null],
        ['where.of.1.of.0', true, all.categories],
        ['where.of.1.of.1', false, 12.5],
        ['where.of.2', (all.visits ?? 0) < 1, all.visits ?? null],
      ],
      'the conditions',
    );
  }),

  check(
    'explains conditions over records, with how many there were',
    async (subject) => {
      const client = subject.seed.records.find(({ record }) => record === 'bookings')!.client;
      const wanted = subject.seed.records.filter(
        (record) => record.record === 'bookings' && record.client === client,
      ).length;
      const where: Node = { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 1 };
      const told = await explain(subject, client, where);
      same([told.held, told.root.value, told.root.records], [true, wanted, wanted], 'the count');
    },
    ['records'],
  ),

  check(
    'looks into kept segments',
    async (subject) => {
      await keep(subject, 'vips', VIP);
      const told = await explain(subject, 'all', { kind: 'segment', id: 'vips', not: true });
      same([told.held, told.root.held, told.root.of?.length], [false, false, 1], 'the reference');
      same(told.root.of?.[0]?.held, true, 'the segment');
      await refused('invalid', () => explain(subject, 'all', { kind: 'segment', id: 'no' }), 'no segment');
    },
    ['library'],
  ),

  check('explains nobody who is not there, and nothing that cannot be asked', async (subject) => {
    await refused('not_found', () => explain(subject, 'never', VIP), 'an unknown client');
    const unknown: Node = { kind: 'field', field: 'nope', op: 'exists' };
    await refused('invalid', () => explain(subject, 'all', unknown), 'an unknown field');
  }),

  check(
    'says nothing of what the user does not see',
    async (subject) => {
      const hidden: Node = { kind: 'field', field: 'occupation', op: 'is', value: 'dancer' };
      await refused(['invalid', 'forbidden'], () => explain(subject, 'all', hidden), 'a hidden field');
      await refused(
        'forbidden',
        () => explain(subject, 'all', { kind: 'search', text: 'carpe' }),
        'a search that looks into hidden fields',
      );
      await refused('not_found', () => explain(subject, 'leap', SOFIA), 'a client of another branch');
    },
    ['search'],
    { hidden: ['occupation', 'custom.motto'], branches: ['b1'] },
  ),
];
