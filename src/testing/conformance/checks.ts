import type { Rights } from '../../contract/index.js';
import type { Subject } from './subject.js';

/** What a check needs of an adapter before it can be asked of it. */
export type Need =
  'write' | 'token' | 'watch' | 'aggregate' | 'search' | 'records' | 'jobs' | 'views' | 'library' | 'explain';

/** One promise that an adapter keeps or breaks. Free of any test framework: `run` throws when it is broken. */
export interface Check {
  /** What is promised, as a sentence whose subject is the adapter. */
  name: string;
  group: string;
  /** Capabilities without which the check is skipped. */
  needs: readonly Need[];
  /** Rights of the user under whom it is asked; all by default. */
  rights?: Partial<Rights>;
  run(subject: Subject): Promise<void>;
}

/** Names the checks of a group once. */
export function group(name: string, needs: readonly Need[] = []) {
  return (
    promise: string,
    run: Check['run'],
    more: readonly Need[] = [],
    rights?: Partial<Rights>,
  ): Check => ({
    name: promise,
    group: name,
    needs: [...needs, ...more],
    ...(rights ? { rights } : {}),
    run,
  });
}

/** Why a check cannot be asked of the adapter; null: it can. */
export function lacking(check: Check, { adapter, capabilities }: Subject): string | null {
  const has: Record<Need, boolean> = {
    write: capabilities.write,
    token: capabilities.token,
    watch: capabilities.watch && adapter.watch !== undefined,
    aggregate: capabilities.aggregate && adapter.aggregate !== undefined,
    search: capabilities.search,
    records: capabilities.records.includes('bookings') && adapter.records !== undefined,
    jobs: capabilities.actions.includes('favourite') && adapter.jobs !== undefined,
    views: capabilities.views && adapter.views !== undefined,
    library: (capabilities.library ?? []).includes('segments') && adapter.library !== undefined,
    explain: capabilities.explain === true && adapter.explain !== undefined,
  };
  const missing = check.needs.find((need) => !has[need]);
  return missing === undefined ? null : `the adapter has no ${missing}`;
}
