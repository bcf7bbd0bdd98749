import { sql } from 'kysely';
import type { FieldId, Id, Patch, Value } from '../../contract/index.js';
import { addOpening, deriveTotals, type Totals } from '../../engine/index.js';
import { dayInZone } from '../../time/index.js';
import type { Base, Head } from './base.js';
import type { Run } from './database.js';
import { jsonOf } from './rows.js';
import { isThere, type Values } from './values.js';

/** The fields that each kind of record gives. */
const GIVEN: Readonly<Record<string, readonly (keyof Totals)[]>> = {
  bookings: [
    'visits',
    'firstVisit',
    'lastVisit',
    'nextVisit',
    'noShows',
    'cancellations',
    'totalSpent',
    'averageTicket',
    'tipsCount',
    'tipsSum',
  ],
  sales: ['totalSpent', 'averageTicket'],
  points: ['points'],
};
const TOTALS = [...new Set(Object.values(GIVEN).flat())];
const KINDS = Object.keys(GIVEN);

/** Kinds of records that the totals of clients are made of. */
export function givesTotals(kind: string): boolean {
  return Object.hasOwn(GIVEN, kind);
}

export type Kinds = Pick<Head, 'whole' | 'present'>;

/**
 * What a client's counting starts from: the totals that it holds before its first record comes. Kinds that were loaded with the base give
 * theirs whole. Null: nothing is to be added.
 */
export function openingOf(values: Values, { whole }: Kinds): Values | null {
  const covered = new Set([...whole].flatMap((kind) => GIVEN[kind] ?? []));
  const opening: Record<FieldId, Value> = {};
  for (const field of TOTALS) {
    const value = values[field];
    if (!covered.has(field) && isThere(value)) opening[field] = value;
  }
  return Object.keys(opening).length > 0 || covered.size < TOTALS.length ? opening : null;
}

export interface Fact {
  client: Id;
  kind: string;
  at: number | null;
  doc: Values;
}

/** The records that count, of these clients. */
export async function factsOf(
  run: Run,
  { database, tenant }: Base,
  clients: readonly Id[],
): Promise<Map<Id, Fact[]>> {
  const rows = await run(
    sql<{
      client: Id;
      kind: string;
      at: number | null;
      doc: unknown;
    }>`select r.client, r.kind, r.at, r.doc from ${database.tables.records} r where r.tenant = ${tenant} and r.client = any(${[...clients]}::text[]) and r.kind = any(${KINDS}::text[])`,
  );
  const facts = new Map<Id, Fact[]>();
  for (const row of rows) {
    const fact = { ...row, doc: jsonOf(row.doc) as Values };
    const known = facts.get(row.client);
    if (known) known.push(fact);
    else facts.set(row.client, [fact]);
  }
  return facts;
}

/** The totals that records stand for, by the one rule of the engine; null where there is none. */
export function totalsOf(
  base: Base,
  facts: readonly Fact[],
  opening: Values | null,
  { whole, present }: Kinds,
): Patch {
  const { settings, now } = base.setup;
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind);
  const amount = (value: Value | undefined) => (typeof value === 'number' ? value : 0);
  const since = deriveTotals(
    {
      bookings: of('bookings').map(({ at, doc }) => ({
        start: at,
        state: typeof doc['state'] === 'string' ? doc['state'] : '',
        price: amount(doc['price']),
        tip: amount(doc['tip']),
      })),
      sales: of('sales').map(({ doc }) => ({ amount: amount(doc['amount']) })),
      points: of('points').map(({ doc }) => ({ amount: amount(doc['amount']) })),
    },
    { now: now(), dayOf: (instant) => dayInZone(instant, settings.timeZone) },
  );
  const totals = opening ? addOpening(opening as Partial<Totals>, since) : since;
  const fields = new Set<FieldId>([...whole, ...present].flatMap((kind) => GIVEN[kind] ?? []));
  return Object.fromEntries(Object.entries(totals).filter(([field]) => fields.has(field)));
}
