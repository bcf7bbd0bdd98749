import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { HOST_SQL, MAPPING_SQL, salonBase } from '../../demo/existing-schema/base.js';
import { createSync, type Sync } from '../../demo/existing-schema/sync.js';
import { postgresAdapter, type PostgresAdapter } from '../../src/adapters/postgres/index.js';
import type { Client, Context, Node } from '../../src/contract/index.js';
import { describeOnPostgres } from '../support/postgres.js';

const context: Context = { tenant: 'salon', actor: 'test', role: 'owner' };
const write = () => ({ ...context, key: crypto.randomUUID() });

describeOnPostgres(
  'a host with tables of its own',
  (postgres) => {
    let pool: pg.Pool;
    let adapter: PostgresAdapter;
    let sync: Sync;

    before(async () => {
      pool = postgres().pool({ max: 8 });
      await pool.query(HOST_SQL);
      await pool.query(`
        insert into salon.leistungen (bezeichnung, dauer, preis) values ('Haarschnitt', '45 min', 32.50), ('Farbe', '2 h', 78);
        insert into salon.kunden (vorname, nachname, geschlecht, geburtstag, telefon_mobil, telefon, e_mail, ort, guthaben, newsletter, angelegt_am)
        values ('Jörg', 'Müller', 'm', '1980-02-29', '0171 2345678', '030/901820', 'joerg@example.com', 'Berlin', 12.34, true, '2020-05-01 10:00+02'),
               ('Straße', 'Żółć', 'w', null, null, null, null, null, 0, false, '2021-01-01 00:00+01'),
               ('Weg', 'Gegangen', null, null, null, null, null, null, 0, false, '2019-01-01 00:00+01');
        update salon.kunden set geloescht_am = now() where vorname = 'Weg';
        insert into salon.termine (kundennr, beginn, dauer, leistung_id, status, preis)
        values (1, '2024-03-01 09:00+01', '45 min', 1, 'erschienen', 32.50), (1, '2024-06-01 09:00+02', '2 h', 2, 'erschienen', 78.00),
               (1, '2024-07-01 09:00+02', '2 h', 2, 'nicht_erschienen', 78.00), (2, '2024-03-01 09:00+01', '45 min', 1, 'abgesagt', 32.50);`);
      await pool.query(MAPPING_SQL);
      adapter = postgresAdapter({
        dialect: postgres().dialect(pool),
        base: await salonBase(pool),
        schema: 'clientele_salon',
        migrate: true,
        keepOpen: true,
        pollMs: 50,
      });
      sync = createSync({ pool, adapter, tenant: context.tenant, country: 'DE' });
      await sync.load();
    });
    after(() => adapter.close());

    const find = async (where: Node): Promise<Client[]> => {
      const query = { where: { v: 1 as const, where }, sort: [], window: { at: 0, size: 100 } };
      return (await adapter.find(query, context)).items;
    };
    const customer = async (number: number): Promise<Record<string, unknown>> => {
      const { rows } = await pool.query<Record<string, unknown>>(
        'select * from salon.kunden where kundennr = $1',
        [number],
      );
      return rows[0] ?? {};
    };
    const newest = async (): Promise<number> => {
      const { rows } = await pool.query<{ number: string }>(
        'select max(kundennr) as number from salon.kunden',
      );
      return Number(rows[0]!.number);
    };
    const edit = async (id: string, patch: Record<string, unknown>): Promise<Client> => {
      const { version } = await adapter.get(id, context);
      return adapter.save({ id, version, patch: patch as never }, write());
    };

    it('finds its customers by what only Clientele can compute', async () => {
      assert.deepEqual(
        (await find({ kind: 'search', text: 'jorg muller' })).map(({ id }) => id),
        ['k1'],
      );
      assert.deepEqual(
        (await find({ kind: 'search', text: 'strasse' })).map(({ id }) => id),
        ['k2'],
      );
      assert.deepEqual(
        (await find({ kind: 'search', text: '1712345678' })).map(({ id }) => id),
        ['k1'],
      );
    });

    it('has their values in the contract’s types, and totals of their appointments', async () => {
      const { id, createdAt, birthday, phones, emails, custom, visits, noShows, totalSpent, lastVisit } =
        await adapter.get('k1', context);
      assert.deepEqual(
        { id, createdAt, birthday, phones, emails, custom, visits, noShows, totalSpent, lastVisit },
        {
          id: 'k1',
          createdAt: '2020-05-01T08:00:00.000Z',
          birthday: '1980-02-29',
          phones: [
            { value: '+491712345678', label: 'mobile' },
            { value: '+4930901820', label: 'home' },
          ],
          emails: [{ value: 'joerg@example.com' }],
          custom: { guthaben: 1234 },
          visits: 2,
          noShows: 1,
          totalSpent: 11_050,
          lastVisit: '2024-06-01',
        },
      );
      const coloured: Node = {
        kind: 'records',
        record: 'bookings',
        agg: 'count',
        op: 'gte',
        value: 1,
        where: { kind: 'field', field: 'services', op: 'anyOf', value: ['l2'] },
      };
      assert.deepEqual(
        (await find(coloured)).map(({ id: found }) => found),
        ['k1'],
      );
    });

    it('leaves out whom the host had removed', async () => {
      assert.deepEqual((await find({ kind: 'everyone' })).map(({ id }) => id).sort(), ['k1', 'k2']);
    });

    it('writes an edit into the host’s columns, and only what was edited', async () => {
      await edit('k1', {
        phones: [{ value: '+4930111222', label: 'home' }],
        'custom.guthaben': 50,
        birthday: '1981-03-01',
      });
      await sync.toHost(['k1']);
      const { telefon, telefon_mobil: mobile, guthaben, ort, geburtstag } = await customer(1);
      assert.deepEqual([telefon, mobile, guthaben, ort], ['+4930111222', null, '0.50', 'Berlin']);
      assert.equal((geburtstag as Date).getFullYear(), 1981);
      const { rowCount } = await pool.query('select from abgleich.offen');
      assert.equal(rowCount, 0, 'what came from Clientele is not sent back');
    });

    it('takes over what the host changes, adds and deletes', async () => {
      await pool.query(`update salon.kunden set ort = 'Hamburg', vorname = 'Georg' where kundennr = 1`);
      await pool.query(
        `insert into salon.kunden (vorname, nachname, telefon_mobil) values ('Neu', 'Kunde', '0160 1112223')`,
      );
      await pool.query('update salon.kunden set geloescht_am = now() where kundennr = 2');
      const added = await newest();
      await sync.fromHost();
      const { city, firstName } = await adapter.get('k1', context);
      assert.deepEqual([city, firstName], ['Hamburg', 'Georg']);
      assert.deepEqual((await adapter.get(`k${added}`, context)).phones, [
        { value: '+491601112223', label: 'mobile' },
      ]);
      assert.ok((await adapter.get('k2', context)).removedAt);
      await pool.query('update salon.kunden set geloescht_am = null, ort = $1 where kundennr = 2', ['Köln']);
      await sync.fromHost();
      const back = await adapter.get('k2', context);
      assert.deepEqual([back.removedAt, back.city], [undefined, 'Köln']);
    });

    it('keeps totals in step with the host’s calendar', async () => {
      await pool.query(
        `insert into salon.termine (kundennr, beginn, dauer, leistung_id, status, preis) values (2, '2024-08-01 10:00+02', '45 min', 1, 'erschienen', 40)`,
      );
      await sync.fromHost();
      const { visits, totalSpent } = await adapter.get('k2', context);
      assert.deepEqual([visits, totalSpent], [1, 4000]);
      await pool.query(
        `update salon.termine set status = 'nicht_erschienen' where kundennr = 2 and preis = 40`,
      );
      await sync.fromHost();
      assert.equal((await adapter.get('k2', context)).visits, 0);
      await pool.query('delete from salon.termine where kundennr = 2 and preis = 40');
      await sync.fromHost();
      assert.equal((await adapter.get('k2', context)).noShows, 0);
    });

    it('makes a customer of a client that was made in Clientele, and removes one that was removed', async () => {
      await adapter.save(
        { id: 'fresh', version: null, patch: { firstName: 'Ana', phones: [{ value: '+4915111111111' }] } },
        write(),
      );
      await sync.toHost(['fresh']);
      const number = await newest();
      const { vorname, telefon_mobil: mobile } = await customer(number);
      assert.deepEqual([vorname, mobile], ['Ana', '+4915111111111']);
      const { version } = await adapter.get('fresh', context);
      await adapter.remove('fresh', version, write());
      await sync.toHost(['fresh']);
      assert.ok((await customer(number))['geloescht_am']);
    });

    it('merges field by field what both sides changed at once; of the same field the host’s stands', async () => {
      await edit('k1', { city: 'Bremen', discount: 7 });
      await pool.query(`update salon.kunden set ort = 'Kiel', e_mail = 'neu@example.com' where kundennr = 1`);
      await sync.fromHost();
      const client = await adapter.get('k1', context);
      assert.deepEqual(
        [client.city, client.discount, client.emails],
        ['Kiel', 7, [{ value: 'neu@example.com' }]],
      );
      const { ort, rabatt_prozent: discount } = await customer(1);
      assert.deepEqual([ort, discount], ['Kiel', '7.00']);
    });

    it('lets each side keep what the other cannot hold', async () => {
      const phones = ['+49301', '+49302', '+49303'].map((start, at) => ({
        value: `${start}456789`,
        label: ['mobile', 'home', 'work'][at]!,
      }));
      await edit('k1', { phones, birthday: '--05-06' });
      await sync.toHost(['k1']);
      const { geburtstag, telefon } = await customer(1);
      assert.deepEqual([(geburtstag as Date).getFullYear(), telefon], [1981, '+49302456789']);
      await pool.query(`update salon.kunden set ort = 'Mainz', e_mail = 'no address' where kundennr = 1`);
      await sync.fromHost();
      const { city, phones: kept, birthday, emails } = await adapter.get('k1', context);
      assert.deepEqual([city, kept, birthday], ['Mainz', phones, '--05-06']);
      assert.deepEqual(emails, [{ value: 'neu@example.com' }], 'what is no address is not taken over');
      await edit('k1', { city: 'Worms' });
      await sync.toHost(['k1']);
      const { ort, e_mail: email } = await customer(1);
      assert.deepEqual([ort, email], ['Worms', 'no address'], 'nor is it taken from the host');
    });

    it('goes on by itself in both directions, and makes up for what happened while it was away', async () => {
      await pool.query(`update salon.kunden set ort = 'Ulm' where kundennr = 1`);
      await edit('k2', { city: 'Jena' });
      const stop = new AbortController();
      const running = sync.run(stop.signal);
      const until = async (isSo: () => Promise<boolean>, what: string) => {
        for (let tried = 0; !(await isSo()); tried++) {
          assert.ok(tried < 200, what);
          await delay(50);
        }
      };
      await until(
        async () => (await adapter.get('k1', context)).city === 'Ulm',
        'what the host changed before',
      );
      await until(async () => (await customer(2))['ort'] === 'Jena', 'what was edited before');
      await pool.query(`update salon.kunden set ort = 'Trier' where kundennr = 1`);
      await edit('k2', { lastName: 'Zolc' });
      await until(
        async () => (await adapter.get('k1', context)).city === 'Trier',
        'what the host changes now',
      );
      await until(async () => (await customer(2))['nachname'] === 'Zolc', 'what is edited now');
      stop.abort();
      await running;
      const { rowCount } = await pool.query('select from abgleich.offen');
      assert.equal(rowCount, 0);
    });
  },
  { ownServer: true },
);
