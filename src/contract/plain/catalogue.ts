import type { TabDefinition } from '../actions.js';
import { builtinFields } from '../builtin-fields.js';
import type { Description } from '../description.js';
import type { FieldId } from '../values.js';
import { builtinActions, builtinTabs, completeAction, type Action } from './actions.js';
import { completeField, type Field } from './fields.js';
import { builtinRecords, completeRecord, type RecordKind } from './records.js';

/** The four lists of definitions that drive the widgets, by id, in the order in which they are offered. */
export interface Catalogue {
  fields: ReadonlyMap<FieldId, Field>;
  records: ReadonlyMap<string, RecordKind>;
  actions: ReadonlyMap<string, Action>;
  tabs: ReadonlyMap<string, TabDefinition>;
}

export type Additions = Partial<Pick<Description, 'fields' | 'records' | 'actions' | 'tabs'>>;

/** The built-in definitions plus others that are known to be right; a later one with the same id replaces the earlier. */
export function completeCatalogue(...additions: readonly Additions[]): Catalogue {
  const byId = <T extends { id: string }>(own: readonly T[], more: readonly T[]) =>
    new Map([...own, ...more].map((item) => [item.id, item]));
  const all = <K extends keyof Additions>(key: K) =>
    additions.flatMap((from): readonly NonNullable<Additions[K]>[number][] => from[key] ?? []);
  return {
    fields: byId<Field>(builtinFields, all('fields').map(completeField)),
    records: byId(builtinRecords, all('records').map(completeRecord)),
    actions: byId(builtinActions, all('actions').map(completeAction)),
    tabs: byId(builtinTabs, all('tabs')),
  };
}
