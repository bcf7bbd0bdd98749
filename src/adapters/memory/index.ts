export { memoryAdapter } from './adapter.js';
export { memoryWorker } from './remote.js';
export type { BatchColumn, ColumnBatch } from './batch.js';
export type {
  ClientLike,
  ClientSource,
  LoadProblem,
  MemoryOptions,
  RecordLike,
  RecordSource,
} from './options.js';
export type { PendingChanges } from './pending.js';
