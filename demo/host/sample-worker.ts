import { serveMemory } from '../../src/adapters/memory/index.js';
import { sampleColumns } from '../../src/sample/index.js';

/* The base is made in the worker in which it lives: the page sends a number of clients, and nothing else crosses. */
serveMemory((clients) => {
  const base = sampleColumns({ clients: Number(clients) });
  return { clients: base.clients, records: base.records };
});
