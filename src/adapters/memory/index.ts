export { memoryAdapter } from './adapter.js';
export { memoryWorker } from './remote.js';
export { serveMemory } from './serve.js';
export type { Bring } from './serve.js';
export type { BatchColumn, ColumnBatch } from './batch.js';
export type {
  Brought,
  ClientLike,
  ClientSource,
  LoadProblem,
  MemoryOptions,
  OwnWorker,
  RecordLike,
  RecordSource,
} from './options.js';
export type { PendingChanges } from './pending.js';
