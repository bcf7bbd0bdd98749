import type pg from 'pg';
import type { PostgresAdapter } from '../../src/adapters/postgres/index.js';
import {
  isClienteleError,
  setValue,
  EVERYONE,
  type Client,
  type Context,
  type FieldId,
  type Id,
  type Page,
  type Value,
} from '../../src/contract/index.js';
import { normalisePhone } from '../../src/text/index.js';
import { changesOf, SHARED, type Seen, type State } from './merge.js';
import { createOurs, stateOf } from './ours.js';

export interface SyncOptions {
  /** Connections to the database that holds the salon's tables. */
  pool: pg.Pool;
  adapter: PostgresAdapter;
  tenant: Id;
  /** Where phones without a prefix are from. */
  country: string;
}

export interface Sync {
  /** Takes everything over, once; later calls do nothing. */
  load(): Promise<void>;
  /** Carries what the salon has changed to Clientele. */
  fromHost(): Promise<void>;
  /** Carries clients that were changed in Clientele to the salon. */
  toHost(clients: readonly Id[] | 'many'): Promise<void>;
  /** Does both as changes come, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

const PAGE = 1000;
const TRIES = 5;

/** Keeps a host's own tables and Clientele's in step: see the README beside it. */
export function createSync({ pool, adapter, tenant, country }: SyncOptions): Sync {
  const context: Context = { tenant, actor: 'abgleich', role: 'abgleich' };
  const ours = createOurs(adapter, context);
  const write = () => ({ ...context, key: crypto.randomUUID() });

  /** The salon's values as Clientele writes them. */
  const cleaned = (state: State): State => {
    const phones = state['phones'] as readonly { value: string; label: string }[] | undefined;
    if (!phones) return state;
    const read = phones.map(({ value, label }) => {
      const found = normalisePhone(value, country);
      return { value: 'e164' in found ? found.e164 : value.trim(), label };
    });
    return { ...state, phones: read };
  };

  const hostState = async (db: pg.PoolClient, number: string | null): Promise<State | null> => {
    const { rows: found } = await db.query<{ werte: State }>(
      'select werte from abgleich.clients where kundennr = $1',
      [number],
    );
    return found[0] ? cleaned(found[0].werte) : null;
  };

  /** Brings one client to the same state on both sides, the customer's row being held meanwhile. */
  const reconcile = async (which: { kundennr: string } | { client: Id }): Promise<void> => {
    const db = await pool.connect();
    try {
      await db.query('begin');
      const known = await db.query<{ kundennr: string; client: Id; stand: Seen }>(
        'client' in which
          ? 'select * from abgleich.kunden where client = $1 for update'
          : 'select * from abgleich.kunden where kundennr = $1 for update',
        ['client' in which ? which.client : which.kundennr],
      );
      const agreed = known.rows[0];
      let number = agreed?.kundennr ?? ('kundennr' in which ? which.kundennr : null);
      const client = agreed?.client ?? ('client' in which ? which.client : `k${which.kundennr}`);
      await db.query('select from salon.kunden where kundennr = $1 for update', [number]);
      const there = await hostState(db, number);
      const found = await ours.get(client);
      // A client that was merged into another answers with that one: here it is gone.
      const here = found?.id === client ? found : null;
      if (!there && !here) return void (await db.query('commit'));
      const seen = agreed?.stand ?? { host: {}, ours: {} };
      // Whom nobody knew of is new on the other side; who was known and is not there was deleted for good.
      const absent = (side: State): State => (agreed ? { ...side, removed: true } : {});
      const { toHost, toOurs } = changesOf(
        seen,
        there ?? absent(seen.host),
        here ? stateOf(here) : absent(seen.ours),
      );
      if (Object.keys(toOurs).length > 0 && (here || !agreed)) await ours.write(client, here, toOurs);
      if (Object.keys(toHost).length > 0 && (there || !agreed)) {
        const sql = 'select abgleich.schreibe($1, $2)';
        const written = await db.query<{ schreibe: string }>(sql, [number, toHost]);
        number = written.rows[0]!.schreibe;
      }
      const now = await ours.get(client);
      const stand: Seen = {
        host: (await hostState(db, number)) ?? absent(seen.host),
        ours: now?.id === client ? stateOf(now) : absent(seen.ours),
      };
      await db.query(
        'insert into abgleich.kunden (kundennr, client, stand) values ($1, $2, $3) on conflict (kundennr) do update set stand = excluded.stand',
        [number, client, stand],
      );
      await db.query('commit');
    } catch (error) {
      await db.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      db.release();
    }
  };

  /** Again where somebody else was faster on our side. */
  const settled = async (work: () => Promise<void>): Promise<void> => {
    for (let tried = 1; ; tried++) {
      try {
        return await work();
      } catch (error) {
        const isRace = isClienteleError(error) && ['stale_version', 'conflict'].includes(error.code);
        if (!isRace || tried === TRIES) throw error;
      }
    }
  };

  const booking = async (termin: string): Promise<void> => {
    const [row, known] = await Promise.all([
      pool.query<{ booking: Id; client: Id; kundennr: string; werte: Record<FieldId, Value> }>(
        'select * from abgleich.bookings where termin_id = $1',
        [termin],
      ),
      pool.query<{ version: number }>('select version from abgleich.termine where termin_id = $1', [termin]),
    ]);
    const there = row.rows[0];
    const version = known.rows[0]?.version ?? null;
    if (!there) {
      if (version === null) return;
      await adapter.records!.remove({ record: 'bookings', id: `t${termin}`, version }, write());
      await pool.query('delete from abgleich.termine where termin_id = $1', [termin]);
      return;
    }
    if (!(await ours.get(there.client))) await settled(() => reconcile({ kundennr: there.kundennr }));
    // Of a client that was merged into another the bookings are the other's.
    const owner = (await ours.get(there.client))?.id ?? there.client;
    const saved = await adapter.records!.save(
      { record: 'bookings', id: there.booking, client: owner, version, patch: there.werte },
      write(),
    );
    await pool.query(
      'insert into abgleich.termine (termin_id, version) values ($1, $2) on conflict (termin_id) do update set version = excluded.version',
      [termin, saved.version],
    );
  };

  /** Rows of a view, in pages by its number. */
  async function* rows<T extends Record<string, unknown>>(view: string, number: string): AsyncGenerator<T> {
    for (let after = '0'; ;) {
      const page = await pool.query<T>(
        `select * from abgleich.${view} where ${number} > $1 order by ${number} limit ${PAGE}`,
        [after],
      );
      if (page.rows.length === 0) return;
      yield* page.rows;
      after = String(page.rows.at(-1)![number]);
    }
  }

  const load = async (): Promise<void> => {
    const done = await pool.query('select from abgleich.lauf');
    if (done.rowCount) return;
    // What is told from here on is looked at again afterwards, so that nothing that happens meanwhile is missed.
    await adapter.loadClients(loadedClients(), { tenant });
    for await (const clients of ourPages()) await lookAt(clients);
    await adapter.loadRecords({ bookings: loadedBookings() }, { tenant });
    await pool.query('insert into abgleich.lauf default values on conflict do nothing');
  };

  async function* loadedClients(): AsyncGenerator<Partial<Client> & { id: Id }> {
    for await (const row of rows<{ kundennr: string; client: Id; created_at: string; werte: State }>(
      'clients',
      'kundennr',
    )) {
      const state = cleaned(row.werte);
      const client: Client = { id: row.client, version: 1, createdAt: row.created_at };
      for (const field of SHARED) {
        const value = state[field];
        if (field !== 'removed' && value !== undefined) setValue(client, field, value);
      }
      if (state['removed']) client.removedAt = new Date().toISOString();
      await pool.query(
        'insert into abgleich.kunden (kundennr, client, stand) values ($1, $2, $3) on conflict (kundennr) do nothing',
        [row.kundennr, row.client, { host: state, ours: state }],
      );
      yield client;
    }
  }

  async function* loadedBookings(): AsyncGenerator<{ id: Id; client: Id; values: Record<FieldId, Value> }> {
    for await (const row of rows<{
      termin_id: string;
      booking: Id;
      client: Id;
      werte: Record<FieldId, Value>;
    }>('bookings', 'termin_id')) {
      await pool.query(
        'insert into abgleich.termine (termin_id, version) values ($1, 1) on conflict do nothing',
        [row.termin_id],
      );
      yield { id: row.booking, client: row.client, values: row.werte };
    }
  }

  /** All clients of ours but removed ones. */
  async function* ourPages(): AsyncGenerator<Client[]> {
    for (let after: string | null = null; ;) {
      const window = { after, size: PAGE };
      const page: Page<Client> = await adapter.find({ where: EVERYONE, sort: [], window }, context);
      yield page.items;
      if (page.next === null) return;
      after = page.next;
    }
  }

  /** Remembers what has become of the host's values on our side: not all of them need have been accepted. */
  const lookAt = async (clients: readonly Client[]): Promise<void> => {
    const states = clients.map((client) => ({ client: client.id, ours: stateOf(client) }));
    await pool.query(
      `update abgleich.kunden k set stand = jsonb_set(k.stand, '{ours}', x.ours)
       from jsonb_to_recordset($1) as x (client text, ours jsonb) where k.client = x.client`,
      [JSON.stringify(states)],
    );
  };

  const fromHost = async (): Promise<void> => {
    for (;;) {
      // Customers first: an appointment needs its client.
      const open = await pool.query<{ art: 'kunde' | 'termin'; id: string; nr: string }>(
        `select * from abgleich.offen order by art, nr limit ${PAGE}`,
      );
      if (open.rows.length === 0) return;
      for (const { art, id, nr } of open.rows) {
        await settled(() => (art === 'kunde' ? reconcile({ kundennr: id }) : booking(id)));
        // Changed again meanwhile, it has another number, and stays.
        await pool.query('delete from abgleich.offen where art = $1 and id = $2 and nr = $3', [art, id, nr]);
      }
    }
  };

  const toHost = async (clients: readonly Id[] | 'many'): Promise<void> => {
    if (clients !== 'many') {
      for (const client of clients) await settled(() => reconcile({ client }));
      return;
    }
    for await (const page of ourPages()) await toHost(page.map(({ id }) => id));
    // Those that were removed are found by nobody.
    const known = await pool.query<{ client: Id }>('select client from abgleich.kunden');
    await toHost(known.rows.map(({ client }) => client));
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    await Promise.all([followHost(signal), followOurs(signal)]);
  };

  const followHost = async (signal: AbortSignal): Promise<void> => {
    const listener = await pool.connect();
    try {
      let wake = () => undefined as void;
      listener.on('notification', () => wake());
      await listener.query('listen abgleich');
      while (!signal.aborted) {
        const woken = new Promise<void>((done) => {
          wake = done;
        });
        await fromHost();
        // Looked at now and then also unbidden: a notification may be lost.
        const timer = setTimeout(wake, 5000);
        signal.addEventListener('abort', wake, { once: true });
        if (!signal.aborted) await woken;
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
      }
    } finally {
      listener.release(true);
    }
  };

  const followOurs = async (signal: AbortSignal): Promise<void> => {
    const last = await pool.query<{ stand: string | null }>('select stand from abgleich.lauf');
    // A cursor that nobody knows is answered by `lost`: everything is looked at once, after the stream has begun.
    for await (const change of adapter.watch!(last.rows[0]?.stand ?? 'never.0', { ...context, signal })) {
      if (change.kind === 'clients') await toHost(change.ids);
      if (change.kind === 'lost') await toHost('many');
      await pool.query('update abgleich.lauf set stand = $1', [change.at]);
    }
  };

  return { load, fromHost, toHost, run };
}
