import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { createCatalogue, DEFAULT_SETTINGS, type Node } from '../../src/contract/index.js';
import {
  createBits,
  evaluate,
  hasBit,
  readSegment,
  rowsOf,
  setBit,
  type Column,
  type ColumnSource,
  type RelatedSource,
} from '../../src/segments/index.js';
import { Random } from '../../src/sample/random.js';

/*
 * Records of many clients, over several blocks: what is worked out block by block equals what a plain walk over each client's records gives.
 */

const ROWS = 3 * 4096 + 77;
const MINUTE = 60_000;
const STATES = ['requested', 'arrived', 'cancelled'];
const random = new Random(7, 0);
const catalogue = createCatalogue({});
const options = { catalogue, settings: { ...DEFAULT_SETTINGS, timeZone: 'UTC' }, today: '2026-06-01' };

const starts = new Uint32Array(ROWS + 1);
for (let row = 0; row < ROWS; row++) {
  const many = row === 5 || row === 4096 || row === ROWS - 1 ? 700 : 0;
  // A stretch of clients without any, as new ones are.
  const few = row > 8300 && row < 8500 ? 0 : random.whole(0, 7);
  starts[row + 1] = starts[row]! + few + many;
}
const RECORDS = starts[ROWS]!;
const NONE = -2_147_483_648;
const start = Int32Array.from({ length: RECORDS + 50 }, () =>
  random.chance(0.05) ? NONE : 29_000_000 + random.whole(0, 600_000),
);
const price = Uint16Array.from({ length: RECORDS + 50 }, () =>
  random.chance(0.1) ? 65_535 : random.whole(0, 9000),
);
const tip = Float64Array.from({ length: RECORDS + 50 }, () =>
  random.chance(0.1) ? -Infinity : random.whole(0, 900),
);
const minutes = Uint8Array.from({ length: RECORDS }, () => random.whole(0, 250));
const state = Uint8Array.from({ length: RECORDS }, () => random.whole(0, 3));
const live = createBits(RECORDS);
for (let record = 0; record < RECORDS; record++) if (random.chance(0.9)) setBit(live, record);
const visits = Uint8Array.from({ length: ROWS }, () => random.whole(0, 200));

const columns: Record<string, Column> = {
  start: { kind: 'number', values: start, missing: NONE, full: false, scale: 1, unit: MINUTE },
  price: { kind: 'number', values: price, missing: 65_535, full: false, scale: 1 },
  tip: { kind: 'number', values: tip, missing: -Infinity, full: false, scale: 1 },
  minutes: { kind: 'number', values: minutes, missing: 255, full: true, scale: 1 },
  state: { kind: 'code', codes: state, dictionary: ['', ...STATES] },
};

function sourceOver(isCut: boolean): ColumnSource {
  const related: RelatedSource = {
    rows: RECORDS,
    live: isCut ? live : null,
    starts,
    column: (field) => columns[field] ?? null,
    related: () => null,
  };
  return {
    rows: ROWS,
    live: null,
    column: (field) =>
      field === 'visits' ? { kind: 'number', values: visits, missing: 255, full: true, scale: 1 } : null,
    related: (kind) => (kind === 'bookings' ? related : null),
  };
}

/** What the chosen records of a row come to, the plainest way. */
function rowsWhere(
  isCut: boolean,
  chooses: (record: number) => boolean,
  passes: (records: number[]) => boolean,
  among: (row: number) => boolean = () => true,
): number[] {
  const found: number[] = [];
  for (let row = 0; row < ROWS; row++) {
    if (!among(row)) continue;
    const own: number[] = [];
    for (let record = starts[row]!; record < starts[row + 1]!; record++)
      if ((!isCut || hasBit(live, record)) && chooses(record)) own.push(record);
    if (passes(own)) found.push(row);
  }
  return found;
}

const find = (where: Node, isCut: boolean): number[] => [
  ...rowsOf(evaluate(readSegment({ v: 1, where }, options), sourceOver(isCut)).bits),
];

const arrived: Node = { kind: 'field', field: 'state', op: 'in', value: ['arrived'] };
const isArrived = (record: number): boolean => state[record] === 2;
const since: Node = { kind: 'field', field: 'start', op: 'gte', value: { day: '2025-11-01' } };
const isSince = (record: number): boolean =>
  start[record] !== NONE && start[record]! * MINUTE >= Date.parse('2025-11-01T00:00:00Z');
const any = (): boolean => true;
const pricesOf = (own: number[]): number[] =>
  own.filter((record) => price[record] !== 65_535).map((record) => price[record]!);
const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

for (const isCut of [false, true]) {
  describe(isCut ? 'records, some of them removed' : 'records', () => {
    it('are counted, all or by a condition', () => {
      const count = { kind: 'records', record: 'bookings', agg: 'count' } as const;
      assert.deepEqual(
        find({ ...count, op: 'gte', value: 5 }, isCut),
        rowsWhere(isCut, any, (own) => own.length >= 5),
      );
      assert.deepEqual(
        find({ ...count, op: 'is', value: 0, where: arrived }, isCut),
        rowsWhere(isCut, isArrived, (own) => own.length === 0),
      );
      assert.deepEqual(
        find({ ...count, op: 'between', value: [2, 3], not: true, where: since }, isCut),
        rowsWhere(isCut, isSince, ({ length }) => length < 2 || length > 3),
      );
      assert.deepEqual(
        find({ ...count, op: 'in', value: [1, 4, 170], where: { kind: 'all', of: [arrived, since] } }, isCut),
        rowsWhere(
          isCut,
          (record) => isArrived(record) && isSince(record),
          ({ length }) => length === 1 || length === 4 || length === 170,
        ),
      );
    });

    it('are counted of the few clients that other conditions leave', () => {
      const where: Node = {
        kind: 'all',
        of: [
          { kind: 'field', field: 'visits', op: 'gte', value: 195 },
          { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 2, where: arrived },
        ],
      };
      const wanted = rowsWhere(
        isCut,
        isArrived,
        (own) => own.length >= 2,
        (row) => visits[row]! >= 195,
      );
      assert.deepEqual(find(where, isCut), wanted);
    });

    it('are added up, those without the value as nothing', () => {
      const where: Node = {
        kind: 'records',
        record: 'bookings',
        agg: 'sum',
        path: 'price',
        op: 'gt',
        value: 9000,
        where: arrived,
      };
      assert.deepEqual(
        find(where, isCut),
        rowsWhere(isCut, isArrived, (own) => sum(pricesOf(own)) > 9000),
      );
      assert.deepEqual(
        find({ ...where, path: 'tip', value: 600 }, isCut),
        rowsWhere(isCut, isArrived, (own) => sum(own.map((r) => Math.max(0, tip[r]!))) > 600),
      );
      assert.deepEqual(
        find({ ...where, path: 'minutes', op: 'is', value: 0 }, isCut),
        rowsWhere(isCut, isArrived, (own) => sum(own.map((r) => minutes[r]!)) === 0),
      );
    });

    it('have a least and a greatest value, unknown where none has the value', () => {
      for (const [agg, pick] of [
        ['min', Math.min],
        ['max', Math.max],
      ] as const) {
        const node = {
          kind: 'records',
          record: 'bookings',
          agg,
          path: 'price',
          op: 'lt',
          value: 4000,
        } as const;
        const passes =
          (orNone: boolean, isTurned = false) =>
          (own: number[]): boolean => {
            const prices = pricesOf(own);
            return prices.length === 0 ? orNone : pick(...prices) < 4000 !== isTurned;
          };
        assert.deepEqual(find(node, isCut), rowsWhere(isCut, any, passes(false)));
        assert.deepEqual(find({ ...node, where: since }, isCut), rowsWhere(isCut, isSince, passes(false)));
        assert.deepEqual(
          find({ ...node, where: since, not: true, orMissing: true }, isCut),
          rowsWhere(isCut, isSince, passes(true, true)),
        );
      }
    });

    it('have a first and a last, put to the test whatever it holds', () => {
      for (const [agg, at] of [
        ['first', 0],
        ['last', -1],
      ] as const) {
        assert.deepEqual(
          find(
            {
              kind: 'records',
              record: 'bookings',
              agg,
              path: 'start',
              op: 'lt',
              value: { day: '2025-11-01' },
              where: arrived,
            },
            isCut,
          ),
          rowsWhere(isCut, isArrived, (own) => {
            const record = own.at(at);
            return record !== undefined && start[record] !== NONE && !isSince(record);
          }),
        );
        assert.deepEqual(
          find(
            {
              kind: 'records',
              record: 'bookings',
              agg,
              path: 'state',
              op: 'in',
              value: ['arrived'],
              not: true,
              orMissing: true,
            },
            isCut,
          ),
          rowsWhere(isCut, any, (own) => own.length === 0 || !isArrived(own.at(at)!)),
        );
      }
    });
  });
}
