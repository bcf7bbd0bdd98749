import { describe, it } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { describeAdapter } from './suite.js';

describeAdapter(
  'memory',
  ({ clients, records, fields, lists, settings, rights, now }) =>
    memoryAdapter({
      clients,
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
    }),
  { describe, it },
);
