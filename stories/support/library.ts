import type { Adapter, Rule, SegmentDocument, WriteContext } from '../../src/contract/index.js';
import { base } from './bases.js';

const CONTEXT: Omit<WriteContext, 'key'> = { tenant: 'local', actor: 'u-story', role: 'owner' };

const where = (node: SegmentDocument['where']): SegmentDocument => ({ v: 1, where: node });

const SEGMENTS = [
  {
    id: 's-regulars',
    name: 'Regulars away for long',
    description: 'Those to write to before they are lost.',
    hue: 'orange',
    document: where({
      kind: 'all',
      of: [
        { kind: 'field', field: 'visits', op: 'gte', value: 5 },
        { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 60, unit: 'day' } },
      ],
    }),
  },
  {
    id: 's-spenders',
    name: 'Spent over 500',
    hue: 'violet',
    document: where({ kind: 'field', field: 'totalSpent', op: 'gt', value: 50_000 }),
  },
  {
    id: 's-spenders-away',
    name: 'Spenders who stay away',
    document: where({
      kind: 'all',
      of: [
        { kind: 'segment', id: 's-spenders' },
        { kind: 'segment', id: 's-regulars' },
      ],
    }),
  },
] as const;

const RULES: readonly Omit<Rule, 'version'>[] = [
  {
    id: 'r-discount',
    name: 'Five per cent from ten visits',
    enabled: true,
    where: where({ kind: 'field', field: 'visits', op: 'gte', value: 10 }),
    field: 'discount',
    value: 5,
    keep: 'given',
  },
  {
    id: 'r-off',
    name: 'Asleep',
    enabled: false,
    where: where({ kind: 'field', field: 'visits', op: 'is', value: 0 }),
    field: 'discount',
    value: 10,
    keep: 'while',
  },
];

/** A base with some segments, rules and a nested segment in its library. */
export async function stocked(clients = 500): Promise<Adapter> {
  const adapter = base(clients, { segments: [], rules: [] });
  for (const segment of SEGMENTS) {
    await adapter.library?.save(
      'segments',
      { ...segment, version: null },
      { ...CONTEXT, key: `story-${segment.id}` },
    );
  }
  for (const rule of RULES)
    await adapter.library?.save('rules', { ...rule, version: null }, { ...CONTEXT, key: `story-${rule.id}` });
  return adapter;
}
