import type { Adapter, Capabilities, Permission } from '../contract/index.js';

/** Names of everything that an adapter can be asked, worked out from the port itself: `find`, `jobs.run`. */
export type AdapterOperation = Members<Required<Adapter>>;
type Members<T, Prefix extends string = ''> = {
  [K in keyof T & string]: Required<T>[K] extends (...args: never) => unknown
    ? `${Prefix}${K}`
    : Required<T>[K] extends object
      ? Members<Required<Required<T>[K]>, `${K}.`>
      : never;
}[keyof T & string];

/** One cell of the rights matrix. */
export interface Cell {
  /** Permissions without which nobody may; empty: everyone may. */
  needs: readonly Permission[];
  /**
   * What is asked beside them, depending on the input:
   * `patch`: `create` for a new client; of an existing one `block` for its block, nothing for loose fields, `edit` for the rest ·
   * `action`: the permission of the action · `scope`: `views.share` unless the view is personal · `job`: one's own job, or `jobs.all`.
   */
  rule?: 'patch' | 'action' | 'scope' | 'job';
  /** Without this capability the answer is `unsupported`. */
  can?(capabilities: Capabilities): boolean;
}

const runsJobs = (capabilities: Capabilities) => capabilities.actions.length > 0;
const keepsRecords = (capabilities: Capabilities) => capabilities.records.length > 0;
const writes = (capabilities: Capabilities) => capabilities.write;
const keepsLibrary = (capabilities: Capabilities) => (capabilities.library ?? []).length > 0;
const keepsViews = (capabilities: Capabilities) => capabilities.views;

/** Who may do what: the only place where it is said. A member of the port without a cell does not compile. */
export const RIGHTS_MATRIX = {
  describe: { needs: [] },
  find: { needs: ['see'] },
  count: { needs: ['see'] },
  get: { needs: ['see'] },
  save: { needs: ['see'], rule: 'patch', can: writes },
  remove: { needs: ['see', 'delete'], can: writes },
  watch: { needs: ['see'], can: (capabilities) => capabilities.watch },
  aggregate: { needs: ['see'], can: (capabilities) => capabilities.aggregate },
  ingest: { needs: ['see', 'create'], can: (capabilities) => capabilities.ingest },
  'reviews.list': { needs: ['see', 'edit'], can: (capabilities) => capabilities.ingest },
  'reviews.settle': { needs: ['see', 'edit'], can: (capabilities) => capabilities.ingest },
  'records.find': { needs: ['see'], can: keepsRecords },
  'records.save': { needs: ['see', 'edit'], can: keepsRecords },
  'records.counts': { needs: ['see'], can: keepsRecords },
  'records.remove': { needs: ['see', 'edit'], can: keepsRecords },
  'jobs.plan': { needs: ['see'], rule: 'action', can: runsJobs },
  'jobs.run': { needs: ['see'], rule: 'action', can: runsJobs },
  'jobs.get': { needs: ['see'], rule: 'job', can: runsJobs },
  'jobs.list': { needs: ['see'], rule: 'job', can: runsJobs },
  'jobs.rows': { needs: ['see'], rule: 'job', can: runsJobs },
  'jobs.cancel': { needs: ['see'], rule: 'job', can: runsJobs },
  'jobs.retry': { needs: ['see'], rule: 'job', can: runsJobs },
  'jobs.undo': { needs: ['see'], rule: 'job', can: runsJobs },
  'jobs.work': { needs: [], can: runsJobs },
  'views.list': { needs: ['see'], can: keepsViews },
  'views.save': { needs: ['see'], rule: 'scope', can: keepsViews },
  'views.remove': { needs: ['see'], can: keepsViews },
  'library.list': { needs: ['see'], can: keepsLibrary },
  'library.save': { needs: ['see', 'settings'], can: keepsLibrary },
  'library.remove': { needs: ['see', 'settings'], can: keepsLibrary },
  'library.uses': { needs: ['see', 'settings'], can: keepsLibrary },
  'library.sizes': { needs: ['see'], can: keepsLibrary },
  explain: { needs: ['see'], can: (capabilities) => capabilities.explain === true },
  close: { needs: [] },
} as const satisfies Record<AdapterOperation, Cell>;
