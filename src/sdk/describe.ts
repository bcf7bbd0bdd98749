import { completeCatalogue, type Catalogue } from '../contract/plain/catalogue.js';
import type { Description } from '../contract/description.js';
import type { Permission } from '../contract/actions.js';

/** True when nothing but the lists and kept segments may differ: then what is shown may be seen as before. */
export function isForSame(a: Description, b: Description): boolean {
  const [one, other] = [a, b].map((description) =>
    JSON.stringify({ ...description, lists: 0, segments: 0, now: 0, today: 0 }),
  );
  return one === other;
}

export const NOTHING: Catalogue = {
  fields: new Map(),
  records: new Map(),
  actions: new Map(),
  tabs: new Map(),
};

/** The definitions that this user may see and the adapter can serve. */
export function catalogueOf(description: Description): Catalogue {
  const { capabilities, rights } = description;
  const all = completeCatalogue(description);
  const hidden = new Set(rights.hidden);
  const may = (permission: Permission | undefined): boolean =>
    permission === undefined || rights.permissions.includes(permission);
  const records = pick(all.records, ({ id }) => capabilities.records.includes(id));
  return {
    fields: pick(all.fields, ({ id, sensitive }) => !hidden.has(id) && (!sensitive || may('sensitive'))),
    records,
    actions: pick(all.actions, ({ id, permission }) => capabilities.actions.includes(id) && may(permission)),
    tabs: pick(
      all.tabs,
      ({ record, permission }) => may(permission) && (record === undefined || records.has(record)),
    ),
  };
}

function pick<T>(from: ReadonlyMap<string, T>, keep: (item: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...from].filter(([, item]) => keep(item)));
}
