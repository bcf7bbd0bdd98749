import type { Adapter } from '../contract/adapter.js';
import type { Description } from '../contract/description.js';
import { isLater } from './now.js';
import type { SessionOptions } from './types.js';

/** An adapter within the page with the host's own settings, rights and definitions. */
export function withOptions(adapter: Adapter, options: () => SessionOptions): Adapter {
  const { watch, aggregate, ingest, close, reviews, records, jobs, views, library, explain } = adapter;
  return {
    describe(context) {
      const answer = adapter.describe(context);
      return isLater(answer)
        ? answer.then((description) => override(description, options()))
        : override(answer, options());
    },
    find: (query, context) => adapter.find(query, context),
    count: (where, context, more) => adapter.count(where, context, more),
    get: (id, context, fields) => adapter.get(id, context, fields),
    save: async (input, context) => adapter.save(input, context),
    remove: async (id, version, context) => adapter.remove(id, version, context),
    ...(watch ? { watch: watch.bind(adapter) } : {}),
    ...(aggregate ? { aggregate: aggregate.bind(adapter) } : {}),
    ...(ingest ? { ingest: ingest.bind(adapter) } : {}),
    ...(close ? { close: close.bind(adapter) } : {}),
    ...(reviews ? { reviews } : {}),
    ...(records ? { records } : {}),
    ...(jobs ? { jobs } : {}),
    ...(views ? { views } : {}),
    ...(library ? { library } : {}),
    ...(explain ? { explain: explain.bind(adapter) } : {}),
  };
}

function override(description: Description, options: SessionOptions): Description {
  const { timeZone, currency, permissions, hidden, masked, actor, catalogue } = options;
  return {
    ...description,
    fields: [...description.fields, ...(catalogue?.fields ?? [])],
    records: [...description.records, ...(catalogue?.records ?? [])],
    actions: [...description.actions, ...(catalogue?.actions ?? [])],
    tabs: [...description.tabs, ...(catalogue?.tabs ?? [])],
    settings: {
      ...description.settings,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(currency === undefined ? {} : { currency }),
    },
    rights: {
      ...description.rights,
      ...(permissions === undefined ? {} : { permissions: [...permissions] }),
      ...(hidden === undefined ? {} : { hidden: [...hidden] }),
      ...(masked === undefined ? {} : { masked: [...masked] }),
    },
    actor: actor ?? description.actor,
  };
}
