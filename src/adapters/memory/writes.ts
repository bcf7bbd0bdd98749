import type {
  Adapter,
  Context,
  JobStore,
  LibraryStore,
  RecordStore,
  ReviewStore,
  ViewStore,
} from '../../contract/index.js';
import type { Core } from './core.js';

type Ingest = NonNullable<Adapter['ingest']>;

/** Members that write. Of a base that several tabs share, one tab does them for all. */
export const WRITES = {
  save: (core: Core, ...args: Parameters<Adapter['save']>) => core.save(...args),
  remove: (core: Core, ...args: Parameters<Adapter['remove']>) => core.remove(...args),
  ingest: (core: Core, ...args: Parameters<Ingest>) => core.ingest(...args),
  'reviews.settle': (core: Core, ...args: Parameters<ReviewStore['settle']>) => core.reviews.settle(...args),
  'records.save': (core: Core, ...args: Parameters<RecordStore['save']>) => core.records.save(...args),
  'records.remove': (core: Core, ...args: Parameters<RecordStore['remove']>) => core.records.remove(...args),
  'jobs.plan': (core: Core, ...args: Parameters<JobStore['plan']>) => core.jobs.plan(...args),
  'jobs.run': (core: Core, ...args: Parameters<JobStore['run']>) => core.jobs.run(...args),
  'jobs.cancel': (core: Core, ...args: Parameters<JobStore['cancel']>) => core.jobs.cancel(...args),
  'jobs.retry': (core: Core, ...args: Parameters<JobStore['retry']>) => core.jobs.retry(...args),
  'jobs.undo': (core: Core, ...args: Parameters<JobStore['undo']>) => core.jobs.undo(...args),
  'jobs.work': (core: Core, ...args: Parameters<JobStore['work']>) => core.jobs.work(...args),
  'views.save': (core: Core, ...args: Parameters<ViewStore['save']>) => core.views.save(...args),
  'library.save': (core: Core, ...args: Parameters<LibraryStore['save']>) => core.library.save(...args),
  'library.remove': (core: Core, ...args: Parameters<LibraryStore['remove']>) => core.library.remove(...args),
  'views.remove': (core: Core, ...args: Parameters<ViewStore['remove']>) => core.views.remove(...args),
};

export type WriteMember = keyof typeof WRITES;
/** What a member takes, and what it answers. */
export type WriteArgs<K extends WriteMember> =
  Parameters<(typeof WRITES)[K]> extends [Core, ...infer Args] ? Args : never;
export type WriteAnswer<K extends WriteMember> = Awaited<ReturnType<(typeof WRITES)[K]>>;

/** Does a write by its name; what comes from another tab is of the same version of this code. */
export function doWrite(core: Core, member: string, args: readonly unknown[]): Promise<unknown> {
  const write = WRITES[member as WriteMember] as (
    core: Core,
    ...args: readonly unknown[]
  ) => Promise<unknown>;
  return write(core, ...args);
}

export function isContext(arg: unknown): arg is Context {
  return typeof arg === 'object' && arg !== null && 'tenant' in arg && 'actor' in arg;
}

/** An argument as it can cross to another tab or a worker. */
export function withoutSignal(arg: unknown): unknown {
  if (typeof arg !== 'object' || arg === null || !('signal' in arg)) return arg;
  const { signal: _signal, ...rest } = arg as { signal?: unknown };
  return rest;
}
