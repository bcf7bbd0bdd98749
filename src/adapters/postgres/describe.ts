import {
  asDefinitions,
  LIBRARY_KINDS,
  PERMISSIONS,
  type Context,
  type Description,
} from '../../contract/index.js';
import { builtinBehaviours } from '../../engine/index.js';
import type { Base } from './base.js';
import type { PostgresOptions } from './options.js';

/** What a base is, can do, and lets its user do. */
export async function describe(
  base: Base,
  { rights, actor }: PostgresOptions,
  context: Context,
): Promise<Description> {
  const { lists, items } = await base.library.state(context);
  const { catalogue, settings, now, behaviours, options } = base.setup;
  const given = typeof rights === 'function' ? await rights(context) : rights;
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
    rights: { permissions: [...PERMISSIONS], hidden: [], masked: [], branches: null, ...given },
    actor: actor?.(context) ?? { id: context.actor, name: '', role: context.role },
    now: new Date(now()).toISOString(),
    today: base.today,
  };
}
