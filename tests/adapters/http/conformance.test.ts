import { describe, it } from 'node:test';
import { httpAdapter } from '../../../src/adapters/http/index.js';
import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import { createHandler } from '../../../src/server/index.js';
import { describeAdapter } from '../../conformance/suite.js';
import { BASE } from '../../server/requests.js';

describeAdapter(
  'memory, behind the handler, over HTTP',
  ({ clients, records, fields, lists, settings, rights, now }) => {
    const of = (kind: string) => records.filter(({ record }) => record === kind);
    const memory = memoryAdapter({
      clients,
      records: { bookings: of('bookings'), sales: of('sales'), points: [] },
      fields,
      lists,
      settings,
      rights,
      now: () => now,
    });
    const handle = createHandler({
      adapter: memory,
      authenticate: () => ({ tenant: 'conformance', actor: 'tester', role: 'owner' }),
    });
    const http = httpAdapter({ url: BASE, fetch: async (input, init) => handle(new Request(input, init)) });
    return {
      ...http,
      async close() {
        await http.close?.();
        await memory.close?.();
      },
    };
  },
  { describe, it },
);
