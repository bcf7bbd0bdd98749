import { serveMemory } from '../../../src/adapters/memory/index.js';
import { sampleColumns } from '../../../src/sample/index.js';

/* The worker of a host: makes as many clients as it is told to. */
serveMemory((load) => {
  if (typeof load !== 'number') throw new Error('how many?');
  const { clients, records } = sampleColumns({ clients: load, today: '2026-03-14' });
  return { clients, records };
});
