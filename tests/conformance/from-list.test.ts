import { describe, it } from 'node:test';
import { fromList } from '../../src/adapters/from-list/index.js';
import type { Client } from '../../src/contract/index.js';
import { describeAdapter } from './suite.js';

describeAdapter(
  'fromList',
  ({ clients, records, fields, lists, settings, rights, now }) => {
    const kept = new Map<string, Client>(clients.map((client) => [client.id, client]));
    return fromList(
      {
        load: () => [...kept.values()],
        save: async (client) => void kept.set(client.id, client),
        remove: async (id) => void kept.delete(id),
      },
      {
        records: {
          bookings: records.filter(({ record }) => record === 'bookings'),
          sales: records.filter(({ record }) => record === 'sales'),
          points: [],
        },
        fields,
        lists,
        settings,
        rights,
        now: () => now,
      },
    );
  },
  { describe, it },
  {
    // Records of a list are handed over, not written; views would not outlive a reload.
    groups: ['reading', 'segments', 'writing', 'records', 'aggregate', 'jobs', 'live', 'rights', 'explain'],
    without: [
      'looks into kept segments',
      'moves totals with every record, and never the version',
      'checks values and versions of records',
    ],
  },
);

describeAdapter(
  'fromList, read-only and late',
  ({ clients, fields, lists, settings, rights, now }) =>
    fromList({ load: async () => clients }, { fields, lists, settings, rights, now: () => now }),
  { describe, it },
  {
    groups: ['reading', 'aggregate', 'explain'],
    without: ['looks into kept segments', 'explains conditions over records, with how many there were'],
  },
);
