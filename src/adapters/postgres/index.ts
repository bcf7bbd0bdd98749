export { PGliteDialect, PostgresDialect } from 'kysely';
export { postgresAdapter } from './adapter.js';
export type { PostgresAdapter } from './adapter.js';
export { poolDialect } from './pool.js';
export type { NodePool, PoolOptions } from './pool.js';
export type {
  BaseOptions,
  ClientLike,
  Listen,
  Loaded,
  LoadOptions,
  LoadProblem,
  PostgresOptions,
  RecordLike,
  Statement,
} from './options.js';
export { rowSecurityScript } from './schema/row-security.js';
export type { RowSecurityOptions } from './schema/row-security.js';
