import fc from 'fast-check';
import type { DateSpec, FieldType, Node, Operator, Scalar } from '../../src/contract/index.js';
import { OPERATORS_OF, valueShape } from '../../src/segments/index.js';
import { catalogue, POOLS } from './base.js';

const date: fc.Arbitrary<DateSpec> = fc.oneof(
  fc.record({ day: fc.constantFrom(...POOLS.day) }),
  fc.record({ ago: fc.integer({ min: 0, max: 90 }), unit: fc.constantFrom('day', 'week', 'month', 'year') }),
  fc.record({
    ahead: fc.integer({ min: 0, max: 40 }),
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
  }),
  fc.record({
    start: fc.constantFrom('week', 'month', 'quarter', 'year'),
    shift: fc.integer({ min: -2, max: 2 }),
  }),
  fc.record({ end: fc.constantFrom('week', 'month', 'quarter', 'year') }),
) as fc.Arbitrary<DateSpec>;

const TEXTS = [...POOLS.name, ...POOLS.city, 'i', 'Жо', 'Iv', 'sofia grad', 'x@'].filter(
  (text) => text !== '—',
);

/** Values that a field of the catalogue is compared with; by field where the type alone does not say enough. */
function scalarOf(field: string, type: FieldType): fc.Arbitrary<Scalar> {
  switch (type) {
    case 'number':
    case 'money':
      if (field === 'age') return fc.constantFrom(0, 17.5, 24, 25, 26, 35, 36, 99, 100, -3);
      return field === 'custom.weight'
        ? fc.constantFrom(...POOLS.weight)
        : fc.constantFrom(...POOLS.number, 2.5);
    case 'percent':
      return fc.constantFrom(...POOLS.percent);
    case 'boolean':
      return fc.boolean();
    case 'day':
    case 'birthday':
    case 'instant':
      return date;
    case 'choice':
    case 'choices': {
      const pools: Record<string, readonly string[]> = {
        categories: [...POOLS.category, 'unheard-of'],
        groups: POOLS.group,
        consents: POOLS.consent,
        branch: POOLS.branch,
        staff: ['ann', 'bob', 'eve'],
        services: ['cut', 'dye'],
        state: POOLS.state,
      };
      const options = catalogue.fields.get(field)?.options?.map((option) => option.id);
      return fc.constantFrom(...(pools[field] ?? options ?? ['x']));
    }
    case 'phones':
      return fc.constantFrom(
        '0888 123 456',
        '+359 888',
        '888',
        '3456',
        '603123456',
        '00420603',
        '8 916',
        '8 (916) 123-45-67',
        '0888',
      );
    case 'emails':
      return fc.constantFrom(...POOLS.email, 'example', 'ivan@');
    case 'text':
    case 'texts':
    case 'image':
      return fc.constantFrom(...(field === 'cardNumbers' ? POOLS.card : TEXTS));
  }
}

function valueOf(field: string, type: FieldType, op: Operator): fc.Arbitrary<Scalar | Scalar[] | undefined> {
  const { many, of } = valueShape(type, op);
  const one = of === 'month' ? fc.integer({ min: 1, max: 12 }) : scalarOf(field, type);
  switch (many) {
    case 'none':
      return fc.constant(undefined);
    case 'one':
      return one;
    case 'list':
      return fc.array(one, { minLength: 1, maxLength: 4 });
    case 'pair':
      if (of === 'number')
        return fc.tuple(one, one).map((pair) => pair.sort((a, b) => Number(a) - Number(b)));
      return fc.oneof(
        fc.tuple(
          fc.constant({ ago: 40, unit: 'day' } as const),
          fc.constant({ ahead: 3, unit: 'day' } as const),
        ),
        fc.tuple(fc.constant({ day: '2024-02-28' }), fc.constant({ day: '2025-03-01' })),
        fc.tuple(fc.constant({ start: 'month' } as const), fc.constant({ end: 'month' } as const)),
        fc.tuple(fc.constant({ day: '2026-02-27' }), fc.constant({ day: '2026-02-28' })),
      ) as fc.Arbitrary<Scalar[]>;
  }
}

function condition(field: string, type: FieldType): fc.Arbitrary<object> {
  return fc.constantFrom(...OPERATORS_OF[type]).chain((op) =>
    fc
      .record({
        value: valueOf(field, type, op),
        not: fc.constantFrom(undefined, undefined, true),
        orMissing: fc.constantFrom(undefined, undefined, true),
      })
      .map(({ value, not, orMissing }) => ({
        op,
        ...(value === undefined ? {} : { value }),
        ...(not === undefined ? {} : { not }),
        ...(orMissing === undefined ? {} : { orMissing }),
      })),
  );
}

/** Fields that the clients of the tests have something in. */
const FIELDS = [
  ...[
    'name',
    'age',
    'status',
    'firstName',
    'lastName',
    'city',
    'visits',
    'noShows',
    'totalSpent',
    'points',
    'discount',
  ],
  ...[
    'custom.weight',
    'custom.hasCat',
    'custom.colour',
    'custom.notes',
    'custom.since',
    'hasApp',
    'muted',
    'lastVisit',
  ],
  ...[
    'nextVisit',
    'createdAt',
    'birthday',
    'gender',
    'branch',
    'categories',
    'groups',
    'consents',
    'phones',
    'emails',
  ],
  ...['cardNumbers', 'workplace', 'tier', 'preferredStaff'],
];

const field = fc.constantFrom(...FIELDS).chain((id) => {
  const type = catalogue.fields.get(id)!.type;
  return condition(id, type).map((test) => ({ kind: 'field', field: id, ...test }));
});

const recordFields = catalogue.records.get('bookings')!.fields;
const recordField = fc
  .constantFrom(...recordFields)
  .chain(({ id, type }) => condition(id, type).map((test) => ({ kind: 'field', field: id, ...test })));
const recordWhere = fc.oneof(
  recordField,
  fc.record({
    kind: fc.constantFrom('all', 'any', 'none'),
    of: fc.array(recordField, { minLength: 1, maxLength: 3 }),
  }),
);
const figures = [
  ['count', undefined, 'number'],
  ['sum', 'price', 'money'],
  ['min', 'price', 'money'],
  ['max', undefined, 'instant'],
  ['min', 'start', 'instant'],
  ['first', 'state', 'choice'],
  ['last', 'online', 'boolean'],
  ['last', 'minutes', 'number'],
  ['first', undefined, 'instant'],
] as const;
const NUMBERS: readonly number[] = [0, 1, 2, 15, 30, 500, 1000, 1500, 2500];
const records = fc.constantFrom(...figures).chain(([agg, path, type]) =>
  fc
    .record({
      where: fc.option(recordWhere, { nil: undefined }),
      test: condition(path ?? 'start', type).chain((test) =>
        // Numbers that counts and prices of the tests really take.
        type === 'instant' || type === 'choice' || type === 'boolean'
          ? fc.constant(test)
          : fc.constantFrom(...NUMBERS).map((value) => ({ ...test, ...retyped(test, value) })),
      ),
    })
    .map(({ where, test }) => ({
      kind: 'records',
      record: 'bookings',
      agg,
      ...(path === undefined ? {} : { path }),
      ...(where === undefined ? {} : { where }),
      ...test,
    })),
);

function retyped(test: object, value: number): object {
  const old = (test as { value?: unknown }).value;
  if (old === undefined) return {};
  if (!Array.isArray(old)) return { value };
  return {
    value: (test as { op: string }).op === 'between' ? [value, value + 500] : [value, ...NUMBERS.slice(0, 2)],
  };
}

const special = fc.oneof(
  fc.constant({ kind: 'everyone' }),
  fc.record(
    {
      kind: fc.constant('reachable'),
      channel: fc.constantFrom('sms', 'email', 'push'),
      purpose: fc.constantFrom('transactional', 'marketing', 'birthday', 'reviews'),
      not: fc.constant(true),
    },
    { requiredKeys: ['kind', 'channel', 'purpose'] },
  ),
  fc.record({
    kind: fc.constant('search'),
    text: fc.constantFrom('ivan', 'Иван 0888', 'example.com', 'sof', '12 34', '603', 'zzz', 'jan mar', "o'n"),
  }),
);

const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'segment' },
    { arbitrary: field, weight: 6 },
    { arbitrary: records, weight: 1 },
    { arbitrary: special, weight: 1 },
    {
      arbitrary: fc.record({
        kind: fc.constantFrom('all', 'any', 'none'),
        of: fc.array(tie('node'), { minLength: 1, maxLength: 4, depthIdentifier: 'segment' }),
      }),
      weight: 5,
    },
  ),
}));

/** Any condition that the catalogue of the tests allows. */
export const anyNode = node.map((value) => JSON.parse(JSON.stringify(value)) as Node);

/** Any condition over the bookings of the tests. */
export const recordNode = recordWhere.map((value) => JSON.parse(JSON.stringify(value)) as Node);
