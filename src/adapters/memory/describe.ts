import { asDefinitions, LIBRARY_KINDS, PERMISSIONS, type Description } from '../../contract/index.js';
import { builtinBehaviours, type LibraryState } from '../../engine/index.js';
import type { Base } from './base.js';
import type { MemoryOptions } from './options.js';

/** What this base is, can do, and lets its user do. */
export function describe(base: Base, options: MemoryOptions, { lists, items }: LibraryState): Description {
  const { catalogue, settings, now, behaviours } = base.setup;
  return {
    contract: 1,
    capabilities: {
      filter: true,
      sort: true,
      search: true,
      write: true,
      token: true,
      watch: true,
      records: [...catalogue.records.keys()],
      ingest: true,
      actions: [...catalogue.actions.keys()].filter(
        (id) => Object.hasOwn(builtinBehaviours, id) || Object.hasOwn(behaviours, id),
      ),
      views: true,
      files: false,
      aggregate: true,
      explain: true,
      library: [...LIBRARY_KINDS],
    },
    fields: [...(options.fields ?? [])],
    records: asDefinitions(options.recordKinds),
    actions: [...(options.actions ?? [])],
    tabs: [...(options.tabs ?? [])],
    lists,
    segments: [...items.segments],
    settings,
    rights: { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null, ...options.rights },
    actor: options.actor ?? { id: 'me', name: '', role: 'owner' },
    now: new Date(now()).toISOString(),
    today: base.today,
  };
}
