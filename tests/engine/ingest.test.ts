import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createCatalogue,
  DEFAULT_SETTINGS,
  type Client,
  type ClientRecord,
  type IngestItem,
} from '../../src/contract/index.js';
import { createIngest } from '../../src/engine/index.js';
import { TestStore, writer, type Fault } from './support/store.js';

const clients: Client[] = [
  {
    id: 'anna',
    version: 1,
    firstName: 'anna',
    lastName: 'berg',
    birthday: '1990-05-05',
    phones: [{ value: '+359888123456' }],
  },
  {
    id: 'bert',
    version: 1,
    firstName: 'bert',
    emails: [{ value: 'Shared@x.lv' }],
    phones: [{ value: '+359888000001' }],
  },
  {
    id: 'mum',
    version: 1,
    firstName: 'mum',
    phones: [{ value: '+359888777777' }],
    emails: [{ value: 'mum@x.lv' }],
  },
  { id: 'son', version: 1, firstName: 'son', phones: [{ value: '+359888777777' }], synchronised: true },
  {
    id: 'gone',
    version: 1,
    firstName: 'gone',
    phones: [{ value: '+359888555555' }],
    removedAt: '2026-01-01T00:00:00Z',
  },
];

function base(faults: Fault[] = []) {
  const store = new TestStore(clients);
  store.fault = (commit) => faults[commit] ?? null;
  const records = new Map<string, ClientRecord>();
  const ingest = createIngest(store, {
    catalogue: createCatalogue(),
    settings: DEFAULT_SETTINGS,
    records: {
      get: (record, id) => records.get(`${record}/${id}`) ?? null,
      async save({ record, id, version, client, patch }) {
        const values = { ...records.get(`${record}/${id}`)?.values, ...patch };
        const saved = { record, id, client, version: (version ?? 0) + 1, at: null, values };
        records.set(`${record}/${id}`, saved);
        return saved;
      },
    },
  });
  return { store, records, ingest };
}
let number = 0;
const booking = (client: IngestItem['client'], more: Partial<IngestItem> = {}): IngestItem => ({
  record: 'bookings',
  id: `b${++number}`,
  client,
  values: { state: 'confirmed', start: '2026-03-12T10:00:00Z' },
  ...more,
});

describe('ingest', () => {
  it('finds the client by phone however it is written, else by e-mail, else by name and birthday', async () => {
    const { ingest, records, store } = base();
    const items = [
      booking({ phone: '0888 123 456', name: 'Somebody Else' }),
      booking({ phone: '0888 999 999', email: ' SHARED@X.LV ' }),
      booking({ name: 'Anna Berg', birthday: '1990-05-05' }),
      booking({ id: 'mum' }),
    ];
    const results = await ingest(items, writer());
    assert.deepEqual(
      results.map(({ outcome, client }) => [outcome, client]),
      [
        ['matched', 'anna'],
        ['matched', 'bert'],
        ['matched', 'anna'],
        ['matched', 'mum'],
      ],
    );
    assert.equal(records.get(`bookings/${items[1]?.id}`)?.client, 'bert');
    assert.deepEqual(
      [store.clients.get('anna')?.synchronised, store.clients.get('anna')?.version],
      [true, 1],
    );
  });

  it('makes a client where nobody fits, one for several bookings, and not of removed ones', async () => {
    const { ingest, store } = base();
    const person = {
      name: 'Ivan Petrov',
      phone: '+359 888 111 222',
      email: 'ivan@x.bg',
      birthday: '--02-29',
    };
    const results = await ingest(
      [
        booking(person),
        booking({ phone: '0888111222' }),
        booking({ phone: '+359888555555', firstName: 'New' }),
      ],
      writer(),
    );
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['created', 'matched', 'created'],
    );
    assert.equal(results[0]?.client, results[1]?.client);
    const made = store.clients.get(results[0]?.client ?? '');
    assert.deepEqual(
      { ...made, id: '' },
      {
        id: '',
        version: 1,
        firstName: 'Ivan',
        lastName: 'Petrov',
        birthday: '--02-29',
        phones: [{ value: '+359888111222' }],
        emails: [{ value: 'ivan@x.bg' }],
        synchronised: true,
      },
    );
  });

  it('never guesses between several: the item waits, until somebody says whose it is', async () => {
    const { ingest, store, records } = base();
    const item = booking({ phone: '+359888777777' });
    const [result] = await ingest([item], writer());
    assert.deepEqual([result?.outcome, result?.client, result?.candidates], ['review', null, ['mum', 'son']]);
    assert.equal(records.size, 0);
    assert.equal([...store.kept.keys()].filter((key) => key.includes('/review/')).length, 1);
    const [settled] = await ingest([{ ...item, client: { id: 'son' } }], writer());
    assert.deepEqual([settled?.outcome, settled?.client], ['matched', 'son']);
    assert.equal([...store.kept.keys()].filter((key) => key.includes('/review/')).length, 0);
  });

  it('lets a further key single one out of several', async () => {
    const { ingest } = base();
    const results = await ingest(
      [
        booking({ phone: '+359888777777', email: 'mum@x.lv' }),
        booking({ phone: '+359888777777', email: 'shared@x.lv' }),
      ],
      writer(),
    );
    assert.deepEqual(
      results.map(({ outcome, client }) => [outcome, client]),
      [
        ['matched', 'mum'],
        ['review', null],
      ],
    );
  });

  it('holds what it cannot read for review, unless another key finds the client', async () => {
    const { ingest } = base();
    const results = await ingest(
      [
        booking({ phone: '12', firstName: 'A' }),
        booking({ email: 'nonsense', firstName: 'A' }),
        booking({ phone: 'call me', email: 'shared@x.lv' }),
        booking({ phone: ' ', firstName: 'B' }),
      ],
      writer(),
    );
    assert.deepEqual(
      results.map(({ outcome, reason }) => reason ?? outcome),
      ['phone_too_short', 'not_an_email', 'matched', 'created'],
    );
  });

  it('changes what is there when the same record comes again, and says when nothing changed', async () => {
    const { ingest, records } = base();
    const item = booking({ phone: '0888123456' });
    await ingest([item], writer());
    assert.equal((await ingest([item], writer()))[0]?.outcome, 'unchanged');
    const moved = { ...item, client: { phone: '+359888000001' }, values: { state: 'arrived', price: 500 } };
    assert.deepEqual((await ingest([moved], writer()))[0], {
      id: item.id,
      outcome: 'matched',
      client: 'anna',
    });
    assert.deepEqual(records.get(`bookings/${item.id}`)?.values, {
      state: 'arrived',
      start: '2026-03-12T10:00:00Z',
      price: 500,
    });
    assert.equal((await ingest([{ ...item, client: { id: 'bert' } }], writer()))[0]?.client, 'bert');
  });

  it('fails a faulty item alone', async () => {
    const { ingest } = base();
    const results = await ingest(
      [
        booking({ phone: '0888123456' }, { record: 'trips' }),
        booking({ phone: '0888123456' }, { values: { state: 'dreamt' } }),
        booking({ id: 'nobody' }),
        booking({ id: 'gone' }),
        booking({ city: 'Riga' } as never),
        booking({ phone: '0888123456' }),
      ],
      writer(),
    );
    assert.deepEqual(
      results.map(({ outcome, reason }) => reason ?? outcome),
      ['unknown_record', 'state.unknown_option', 'not_found', 'not_found', 'required', 'matched'],
    );
  });

  it('gives the same answer to the same key, and after a crash anywhere adds nothing twice', async () => {
    const items = [booking({ firstName: 'Solo' }), booking({ phone: '+359888222333', name: 'Two Names' })];
    for (let at = 0; at < 4; at++) {
      for (const kind of ['before', 'after'] as const) {
        const faults: Fault[] = [];
        faults[at] = kind;
        const { ingest, store, records } = base(faults);
        const once = writer();
        const first = await ingest(items, once).catch(() => null);
        const again = first ?? (await ingest(items, once));
        assert.deepEqual(await ingest(items, once), again);
        assert.equal(store.clients.size, clients.length + 2, `${kind} ${at}`);
        assert.equal(records.size, 2);
      }
    }
  });
});
