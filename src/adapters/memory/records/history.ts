import type { Client, FieldId, WriteContext } from '../../../contract/index.js';
import { statusChange, STATUSES_KIND, type BookingFacts, type StatusChange } from '../../../engine/index.js';
import type { Base } from '../base.js';
import type { RecordOp } from '../ops.js';
import type { MemoryStore } from '../store.js';
import type { RecordTable } from './table.js';
import type { TotalsKeeper } from './totals.js';

/** What becomes of the statuses of its clients when a record is written or removed: to be done with it. `row`: where it stands; −1: nowhere. */
export function statusOps(
  base: Base,
  totals: TotalsKeeper,
  table: RecordTable,
  row: number,
  op: RecordOp,
): RecordOp[] {
  if (op.record !== 'bookings') return [];
  const { settings } = base.setup;
  const rules = { today: base.today, settings };
  const owner = op.removed ? -1 : base.rowOf(op.client);
  const owners = new Set([...(row === -1 ? [] : [table.ownerOf(row)]), ...(owner === -1 ? [] : [owner])]);
  return [...owners].flatMap((client): RecordOp[] => {
    const id = base.clients.ids.at(client);
    const standing = table.rowsOf(client).filter((at) => at !== row);
    const bookings = standing.map((at) => factsOf((field) => table.get(at, field)));
    if (client === owner) {
      const held = (field: FieldId) => (row === -1 ? undefined : table.get(row, field));
      bookings.push(factsOf((field) => (field in op.patch ? op.patch[field] : held(field))));
    }
    const before = visitsOf(base, client);
    const { visits, lastVisit, nextVisit } = totals.withBookings(client, bookings);
    const after = { visits, lastVisit: lastVisit ?? undefined, nextVisit: nextVisit ?? undefined };
    const change = statusChange(id, before, after, `${op.id} ${op.version}`, rules);
    return change ? [historyOp(change)] : [];
  });
}

export function historyOp({ id, client, values }: StatusChange): RecordOp {
  return { kind: 'record', record: STATUSES_KIND, id, client, version: 1, patch: values };
}

/** Writes changes of status that were found afterwards; those that stand already are left as they are. */
export function keepHistory(
  base: Base,
  store: MemoryStore,
  changes: readonly StatusChange[],
  context: WriteContext,
): Promise<void> {
  return store.write(context, () => {
    const table = base.records.get(STATUSES_KIND);
    const news = changes.filter(
      ({ id, client }) => base.rowOf(client) !== -1 && (table?.find(id) ?? -1) === -1,
    );
    return { ops: news.map(historyOp), answer: undefined };
  });
}

function visitsOf({ clients }: Base, row: number): Pick<Client, 'visits' | 'lastVisit' | 'nextVisit'> {
  return {
    visits: clients.get(row, 'visits') as number | undefined,
    lastVisit: clients.get(row, 'lastVisit') as string | undefined,
    nextVisit: clients.get(row, 'nextVisit') as string | undefined,
  };
}

/** What counts of a booking for the visits; money does not. */
function factsOf(value: (field: FieldId) => unknown): BookingFacts {
  const start = value('start');
  const state = value('state');
  return {
    start: typeof start === 'string' ? Date.parse(start) : null,
    state: typeof state === 'string' ? state : '',
    price: 0,
    tip: 0,
  };
}
